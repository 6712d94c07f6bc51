import { attributionAfter } from './attribution-after.ts';
import { attributionEnding, gapBefore } from './attribution-before.ts';
import { endsSentence } from './cues.ts';
import type { Link, ParagraphDrafts } from './drafts.ts';
import { trim } from './noun-phrases.ts';
import { nodesIn, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { isPause, startsLower, stopsBefore } from './punctuation.ts';

/** `Based on that, "I do not see it," he said`: the words before the passage in its sentence belong to the content. */
export function fromClauseStart(drafts: ParagraphDrafts, index: number): Range {
  const { tree } = drafts;
  const passage = tree.quoted[index]!;
  let first = passage.first;
  while (
    first > 0 &&
    !endsSentence(tree, first - 1) &&
    tree.nodes[first - 1]!.text !== ':' &&
    !drafts.isTaken({ first: first - 1, last: first - 1 })
  )
    first--;
  if (first === passage.first) return passage;
  // "With talks under way, the plan is …": the circumstance is the reporter's.
  const comma = nodesIn(tree, { first, last: passage.first }).find(({ text }) => text === ',');
  if (tree.nodes[first]!.lower === 'with' && comma) first = comma.index + 1;
  return trim(tree, { first, last: passage.last });
}

/** `Cruz, Blackwell wrote, "has …"`: the words before the source belong to the content where the passage goes on with them. */
export function leadBefore(drafts: ParagraphDrafts, index: number, link: Link): Range | null {
  const { tree } = drafts;
  const gap = gapBefore(tree, index);
  const start = link.source?.first ?? link.cue?.first ?? gap.first;
  if (start <= gap.first + 1 || tree.nodes[start - 1]!.text !== ',' || tree.nodes[gap.last]!.text === ':') return null;
  const opening = tree.quoted[index - 1];
  const isSplit = opening?.last === gap.first - 1 && !drafts.isTaken(opening);
  if (isSplit && startsLower(tree, tree.quoted[index]!)) return trim(tree, { first: opening.first, last: start - 1 });
  const lead = trim(tree, { first: gap.first, last: start - 1 });
  const words = nodesIn(tree, lead);
  const resumes = startsLower(tree, tree.quoted[index]!);
  // "At the same time, she added, …" is the reporter's; a subject or a condition is the speaker's.
  const belongs = resumes
    ? !['ADP', 'ADV', 'CCONJ'].includes(words[0]!.pos) ||
      /^(?:when|once|after|before|as|since|if)$/u.test(words[0]!.lower)
    : /^(?:if|because|although|though|unless|while)$/u.test(words[0]!.lower);
  return belongs ? lead : null;
}

/** `said, "I have not heard that concern" from officials.`: where marks end in mid-sentence the content runs on to its end. */
export function toClauseEnd(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const { innerEnd } = passage.passage;
  const next = tree.nodes[passage.last + 1];
  if (
    !next ||
    /[\p{P}]['"”’\s]*$/u.test(tree.paragraph.text.slice(Math.max(0, innerEnd - 4), innerEnd)) ||
    next.pos === 'PUNCT' ||
    next.pos === 'CCONJ'
  )
    return passage;
  let last = passage.last;
  while (
    last + 1 < tree.nodes.length &&
    !endsSentence(tree, last + 1) &&
    !isPause(tree.nodes[last + 1]) &&
    tree.quotedAt[last + 1]! < 0
  )
    last++;
  return trim(tree, { first: passage.first, last });
}

/** Whether the next passage goes on with the speech of this one: only the attribution stands between. */
export function followsDirectly(tree: ParagraphTree, index: number, following: number, after: Link | null): boolean {
  const from = tree.quoted[index]!.last + 1;
  const next = tree.quoted[following]!;
  const gap = { first: from, last: next.first - 1 };
  if (gap.first > gap.last) return true;
  if (!after) return false;
  const closing = tree.nodes[gap.last]!;
  const cueEnd = after.cue?.last ?? gap.first;
  const resumes = closing.text === ',' && startsLower(tree, next);
  if (resumes) return nodesIn(tree, gap).every(({ text }) => !/^[.!?:;]$/u.test(text));
  if (attributionEnding(tree, { first: Math.min(Math.max(gap.first, cueEnd + 1), gap.last), last: gap.last }))
    return false;
  const stops = stopsBefore(tree, closing.end);
  for (let at = gap.first; at < gap.last - 1; at++) if (endsSentence(tree, at)) return false;
  if (stops && attributionAfter(tree, following)) return false;
  return stops || closing.text === ',' || gap.last === after.source?.last || gap.last === cueEnd;
}

/** Most passages that stand within the sentence of an attribution. */
const SKIPPED = 4;

/** The passage that resumes the speech after an attribution with marks in its own sentence: `he said of the "deal". "It …"`. */
export function resumedAfter(tree: ParagraphTree, index: number, after: Link): number {
  const end = Math.min(tree.quoted.length, index + 2 + SKIPPED);
  for (let following = index + 2; following < end; following++) {
    const start = tree.quoted[following]!.first;
    if (!endsSentence(tree, start - 1) && !stopsBefore(tree, tree.nodes[start - 1]!.end)) continue;
    return followsDirectly(tree, index, following, after) ? following : -1;
  }
  return -1;
}
