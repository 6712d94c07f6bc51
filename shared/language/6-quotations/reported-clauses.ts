import { governed } from './clauses.ts';
import { isSeeming, isThinking, type VerbCue } from './cue-lexicon.ts';
import type { Frame } from './cue-words.ts';
import { cueOf, verbGroup } from './cues.ts';
import { overlaps, type Draft, type ParagraphDrafts } from './drafts.ts';
import { reportedByAdjective, reportedByNoun } from './noun-cues.ts';
import { trim } from './noun-phrases.ts';
import { isLoose, sourceFor } from './sources.ts';
import { isPause } from './punctuation.ts';
import { countWords } from './what-is-quoted.ts';
import {
  childrenOf,
  keepPassagesWhole,
  nodesIn,
  subtree,
  touchesQuoted,
  type Node,
  type ParagraphTree,
  type Range,
} from './paragraph-tree.ts';

/** Clauses and noun phrases that a verb of saying, believing or planning governs. */
export function attributeClauses(drafts: ParagraphDrafts, isCandidate: (node: Node) => boolean): void {
  const { tree } = drafts;
  for (const verb of tree.nodes) {
    if (!isCandidate(verb) || tree.quotedAt[verb.index]! >= 0 || drafts.cueAt(verb.index)) continue;
    const cue = cueOf(verb);
    if (!cue || ['aux', 'cop', 'amod'].includes(verb.relation)) continue;
    const found = governed(tree, verb, cue);
    if (!found) continue;
    if (found.frame !== 'that' && isUndone(tree, verb) && !touchesQuoted(tree, found.content)) continue;
    const source = isSeeming(cue) ? null : (sourceFor(tree, verb) ?? speakerBefore(drafts, verb));
    const group = verbGroup(tree, verb);
    const cueRange = { first: group.first, last: Math.max(group.last, found.cueEnd) };
    const isSplit = isSeeming(cue) || (found.frame === 'order' && found.content.first < cueRange.first);
    const contents = around(tree, found.content, source, cueRange, isSplit);
    if (contents.length === 0 || contents.some((content) => source && overlaps(source, content))) continue;
    if (found.frame === 'thing' && !source && isNobodys(tree, verb, cue, contents[0]!)) continue;
    if (isThought(tree, cue, contents[0]!) || isNotSpeech(tree, found.frame, verb, source, contents[0]!)) continue;
    // Speech inside what is reported already is kept where it has its own source: "critics who say …".
    const outer = contents.map((content) => drafts.takerOf(content)).find((draft) => draft !== undefined);
    if (outer && !(source && cue.kind === 'assertion' && speaksWithin(tree, outer, { verb, source, ...found })))
      continue;
    drafts.add(contents, { cue: cueRange, cueKind: cue.kind, source, rule: found.frame });
  }
}

/** `"…," said Okonkwo, adding that …`: a participle without a subject goes on with whoever spoke before it in its sentence. */
function speakerBefore(drafts: ParagraphDrafts, verb: Node): Range | null {
  const { tree } = drafts;
  if (!isLoose(tree, verb)) return null;
  const { first } = tree.sentences[verb.sentence]!;
  const before = nodesIn(tree, { first, last: verb.index - 1 }).findLast(({ index }) => drafts.cueAt(index));
  const speech = before && drafts.cueAt(before.index);
  return speech?.paragraph === drafts.ordinal && speech.link.cueKind === 'assertion' ? speech.link.source : null;
}

/** `"Why me?" he thought`: nobody has heard it. */
function isThought(tree: ParagraphTree, cue: VerbCue, { first, last }: Range): boolean {
  const passage = tree.quoted[tree.quotedAt[first]!];
  return isThinking(cue) && passage?.first === first && passage.last >= last;
}

/** A term in marks within a purpose or manner, or of nobody: "offering “relief”", "to indicate a “term”". */
function isNotSpeech(tree: ParagraphTree, frame: Frame, verb: Node, source: Range | null, content: Range): boolean {
  if (!touchesQuoted(tree, content)) return false;
  if (!source && (frame !== 'that' || isIncidental(tree, verb))) return longestPassage(tree, content) <= TERM;
  return frame === 'thing' && isIncidental(tree, verb) && longestPassage(tree, content) <= TERM;
}

/** Most words of a term in marks. */
export const TERM = 4;

function longestPassage(tree: ParagraphTree, { first, last }: Range): number {
  let longest = 0;
  for (let at = first; at <= last; at++) {
    const passage = tree.quoted[tree.quotedAt[at]!];
    if (!passage) continue;
    longest = Math.max(longest, countWords(tree, passage));
    at = passage.last;
  }
  return longest;
}

/** `They were recognised`, `Read the report below`: without a source, a thing that is only believed, named by a pronoun or asked of the reader. */
function isNobodys(tree: ParagraphTree, verb: Node, cue: VerbCue, content: Range): boolean {
  const isPronoun = nodesIn(tree, content).every(({ pos }) => pos === 'PRON' || pos === 'ADV');
  const isImperative = verb.relation === 'root' && verb.index === tree.sentences[verb.sentence]!.first;
  return cue.kind !== 'assertion' || isPronoun || isImperative;
}

/** Nobody has done it: "without naming him", "a plan to attack him", "the man accused of it". */
function isUndone(tree: ParagraphTree, verb: Node): boolean {
  if (verb.subtype === 'relcl') return false;
  if (verb.relation === 'acl') return !verb.lower.endsWith('ing');
  return (
    verb.relation === 'advcl' && childrenOf(tree, verb, 'mark').some(({ lower }) => /^(?:without|than)$/u.test(lower))
  );
}

/** A purpose, a manner or a reduced relative clause tells of no utterance: "met to discuss the plan", "without naming him". */
export function isIncidental(tree: ParagraphTree, verb: Node): boolean {
  // "pledged to publish it": what is pledged is reported already.
  if (verb.relation === 'xcomp' && verb.head >= 0) return cueOf(tree.nodes[verb.head]!) !== undefined;
  if (!['advcl', 'acl'].includes(verb.relation) || verb.subtype === 'relcl') return false;
  if (verb.relation === 'acl') return true;
  return childrenOf(tree, verb, 'mark', 'aux', 'case').some(({ lower }) =>
    /^(?:to|by|for|without|in|of|from|than|about|while|after|before|when)$/u.test(lower),
  );
}

/** Within what a clause reports, only who is named and quoted at length: `the union said that Okonkwo wrote that “…”`. */
function speaksWithin(
  tree: ParagraphTree,
  { link, contents: [reported] }: Draft,
  { verb, source, frame, content }: { verb: Node; source: Range; frame: Frame; content: Range },
): boolean {
  if (!hasOwnSpeaker(tree, verb)) return false;
  if (link.rule !== 'that') return true;
  const isNamed = nodesIn(tree, source).some(({ pos }) => pos === 'PROPN');
  return frame === 'that' && isNamed && overlaps(reported!, source) && longestPassage(tree, content) > TERM;
}

const hasOwnSpeaker = (tree: ParagraphTree, verb: Node) =>
  childrenOf(tree, verb, 'nsubj').some(({ lower }) => !/^(?:he|she|it|they|i|we|you)$/u.test(lower));

/** The content without the words of its own attribution: `Cruz, she said, has changed`. */
function around(tree: ParagraphTree, content: Range, source: Range | null, cue: Range, goesOn: boolean): Range[] {
  if (cue.first < content.first || cue.first > content.last) {
    if (source && overlaps(source, content) && source.first > content.first && source.last >= content.last) {
      return pieces(tree, [{ first: content.first, last: source.first - 1 }]);
    }
    return pieces(tree, [content]);
  }
  const first = source && overlaps(source, content) ? Math.min(source.first, cue.first) : cue.first;
  const last = source && overlaps(source, content) ? Math.max(source.last, cue.last) : cue.last;
  const before = { first: content.first, last: first - 1 };
  const after = { first: circumstanceEnd(tree, cue, last) + 1, last: content.last };
  // `The plan failed, he said on Monday`: what follows without a comma or a clause tells of the saying.
  const resumes =
    goesOn ||
    before.first > before.last ||
    isRelative(tree, before) ||
    isPause(tree.nodes[after.first]) ||
    hasClause(tree, after);
  return pieces(tree, resumes ? [before, after] : [before]);
}

/** `…, he said on Monday, …`: the last node of when and where it was said, which a comma follows; else that of the attribution. */
function circumstanceEnd(tree: ParagraphTree, cue: Range, attribution: number): number {
  let at = attribution;
  for (const { head, relation, index, text } of nodesIn(tree, { first: at + 1, last: at + LONGEST_CIRCUMSTANCE })) {
    if (text === ',' && index > at) break;
    if (head >= cue.first && head <= cue.last && ['obl', 'advmod'].includes(relation))
      at = Math.max(at, subtree(tree, index).last);
  }
  return isPause(tree.nodes[at + 1]) ? at : attribution;
}

/** Most nodes between a cue and the comma after when and where. */
const LONGEST_CIRCUMSTANCE = 8;

/** `which the police say is false` */
const isRelative = (tree: ParagraphTree, { first, last }: Range): boolean =>
  first === last && /^(?:which|who|that)$/u.test(tree.nodes[first]!.lower);

const hasClause = (tree: ParagraphTree, range: Range): boolean =>
  touchesQuoted(tree, range) || nodesIn(tree, range).some((node) => childrenOf(tree, node, 'nsubj').length > 0);

function pieces(tree: ParagraphTree, ranges: readonly Range[]): Range[] {
  return ranges.filter(({ first, last }) => first <= last).map((range) => keepPassagesWhole(tree, trim(tree, range)));
}

/** Nouns and adjectives that report: `the claim that …`, `is sure that …`. */
export function attributeNouns(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const node of tree.nodes) {
    if (tree.quotedAt[node.index]! >= 0 || drafts.cueAt(node.index)) continue;
    const found = reportedByNoun(tree, node) ?? reportedByAdjective(tree, node);
    if (!found) continue;
    const content = keepPassagesWhole(tree, found.content);
    const { source, cue } = found.link;
    if (!source && touchesQuoted(tree, content)) continue;
    if (drafts.isTaken(content) || (source && overlaps(source, content)) || (cue && overlaps(cue, content))) continue;
    drafts.add([content], found.link);
  }
}
