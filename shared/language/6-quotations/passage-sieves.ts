import { attributionAfter } from './attribution-after.ts';
import { attributionBefore, attributionEnding } from './attribution-before.ts';
import type { Draft, Link, ParagraphDrafts, Place } from './drafts.ts';
import type { ParagraphTree, Range } from './paragraph-tree.ts';
import { fillsSentence } from './punctuation.ts';
import { attributionInTail, signature } from './signatures.ts';
import {
  beforeAside,
  followsDirectly,
  fromClauseStart,
  leadBefore,
  resumedAfter,
  resumedBare,
  toClauseEnd,
} from './speech-extent.ts';
import { countWords } from './what-is-quoted.ts';

/** A paragraph's drafts with what the paragraphs around it tell. */
export interface Neighbourhood {
  readonly drafts: ParagraphDrafts;
  readonly previous: ParagraphTree | undefined;
  readonly next: ParagraphTree | undefined;
  /** Labels of those who take turns, should the article be an interview. */
  readonly speakers: ReadonlySet<string>;
}

/** Attributes the passage at an index; returns the index of the last passage that it took, or nothing. */
export type PassageSieve = (where: Neighbourhood, index: number) => number | undefined;

/** `"…" — Prime Minister Ishiba`, in the same line or the next. */
export const signed: PassageSieve = ({ drafts, next }, index) => {
  const { tree } = drafts;
  const passage = tree.quoted[index]!;
  const tail = attributionInTail(tree, index);
  if (tail) {
    drafts.add([passage], tail);
    return index;
  }
  const below = next && passage.first === 0 && passage.last >= tree.nodes.length - 2 ? signature(next, 0) : null;
  if (!below || !next) return undefined;
  drafts.add([passage], below, next.paragraph.ordinal);
  return index;
};

/** `"…," said Sullivan. "…"`, also with an attribution before that names the same. */
export const after: PassageSieve = ({ drafts }, index) => {
  const { tree } = drafts;
  const isInterrupted = index + 1 < tree.quoted.length && beforeAside(tree, index + 1) !== undefined;
  const link = isInterrupted ? null : attributionAfter(tree, index);
  if (!link) return undefined;
  const passage = tree.quoted[index]!;
  const opening = beforeAside(tree, index);
  const starts =
    opening && !drafts.isTaken(opening)
      ? [opening, passage]
      : [attributionBefore(tree, index) ? passage : fromClauseStart(drafts, index)];
  const { contents, last } = extend(tree, index, starts, link, resumedBare(tree, index, link));
  const pending = index === 0 && tree.quoted[0]!.first === 0 ? drafts.takePending() : [];
  drafts.add(contents, link, drafts.ordinal, pending);
  return last;
};

/** `Sullivan said: "…"`. */
export const before: PassageSieve = ({ drafts }, index) => {
  const { tree } = drafts;
  const link = attributionBefore(tree, index);
  if (!link) return undefined;
  const lead = leadBefore(drafts, index, link);
  const start = toClauseEnd(tree, index);
  const { contents, last } = extend(tree, index, lead ? [lead, start] : [start], null);
  drafts.add(contents, link);
  return last;
};

/** A paragraph that opens with a passage and names nobody: the paragraph before announces it or is continued by it. */
export const across: PassageSieve = ({ drafts, previous, next }, index) => {
  const { tree } = drafts;
  const opening = tree.quoted[0]!;
  if (index > 0 || opening.first > 0 || isHeading(tree)) return undefined;
  if (opening.passage.closed && !fillsSentence(tree, opening)) return undefined;
  const { contents, last } = extend(tree, 0, [tree.quoted[0]!], null);
  const end = (previous?.nodes.length ?? 0) - 1;
  const announces = previous && /^[:,]$/u.test(previous.nodes[end]?.text ?? '');
  const link = announces && attributionEnding(previous, { first: previous.sentences.at(-1)!.first, last: end });
  if (link) {
    drafts.add(contents, link, previous.paragraph.ordinal);
    return last;
  }
  if (previous?.nodes[end]?.text === ':') return undefined;
  const speech = previous && drafts.lastOf(previous.paragraph.ordinal);
  if (speech && goesOn(previous, speech)) {
    drafts.join(speech, contents);
    return last;
  }
  const opensNext = next?.quoted[0]?.first === 0 && attributionAfter(next, 0) !== null;
  if (opensNext) drafts.hold(contents);
  else if (speech && countWords(tree, tree.quoted[0]!) >= SPEECH) {
    drafts.add(contents, { ...speech.link, rule: 'floating' }, speech.paragraph);
  } else return undefined;
  return last;
};

/** Fewest words of a passage that is somebody's speech although nobody is named. */
const SPEECH = 4;
/** Most words of a heading in marks. */
const HEADING = 8;

/** A line in capitals, or a short one in single marks. */
const isHeading = (tree: ParagraphTree): boolean =>
  countWords(tree, tree.quoted[0]!) < HEADING &&
  (!/\p{Ll}/u.test(tree.paragraph.text) ||
    (/^['‘`]/u.test(tree.paragraph.text) && tree.quoted[0]!.passage.innerStart === 1));

/** Whether the paragraph before ends in speech or reports some in marks. */
function goesOn(previous: ParagraphTree, speech: Draft): boolean {
  const end = previous.nodes.length - 1;
  const reachesEnd = speech.contents.some(
    ({ paragraph, last }: Place) => paragraph === previous.paragraph.ordinal && last >= end - 1,
  );
  return previous.quotedAt[end]! >= 0 || reachesEnd || previous.quoted.length > 0;
}

/** With the passages that follow and have nothing but the attribution's own words before them. */
function extend(
  tree: ParagraphTree,
  index: number,
  start: readonly Range[],
  link: Link | null,
  bare: Range | null = null,
): { contents: Range[]; last: number } {
  const contents = [...start, ...(bare ? [bare] : [])];
  let last = lastWithin(tree, index, contents.at(-1)!);
  if (bare) return { contents, last };
  while (last + 1 < tree.quoted.length && followsDirectly(tree, last, last + 1, last === index ? link : null)) {
    const next = toClauseEnd(tree, last + 1);
    contents.push(next);
    last = lastWithin(tree, last + 1, next);
  }
  const resumed = link && last === index ? resumedAfter(tree, index, link) : -1;
  if (resumed > 0) contents.push(tree.quoted[resumed]!);
  return { contents, last };
}

/** The last passage that a content reaches, from the one at an index on. */
function lastWithin(tree: ParagraphTree, index: number, content: Range): number {
  let last = index;
  while ((tree.quoted[last + 1]?.last ?? Infinity) <= content.last) last++;
  return last;
}
