import { attributionAfter } from './attribution-after.ts';
import { attributionEnding, gapBefore } from './attribution-before.ts';
import { cueOf, endsSentence, isQuoting, isVerb } from './cues.ts';
import type { Link, ParagraphDrafts } from './drafts.ts';
import { trim } from './noun-phrases.ts';
import { childrenOf, nodesIn, type ParagraphTree, type QuotedRange, type Range } from './paragraph-tree.ts';
import { isDash, isPause, lastCharacter, startsLower, stopsBefore } from './punctuation.ts';

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
  // `They laughed - "Go on," he said`: a dash sets a new speech off.
  if (first === passage.first || (isDash(tree.nodes[passage.first - 1]) && !startsLower(tree, passage))) return passage;
  // "With talks under way, the plan is …": the circumstance is the reporter's.
  const comma = nodesIn(tree, { first, last: passage.first }).find(({ text }) => text === ',');
  if (
    tree.nodes[first]!.lower === 'with' &&
    comma &&
    !(comma.index === passage.first - 1 && startsLower(tree, passage))
  )
    first = comma.index + 1;
  return trim(tree, { first, last: passage.last });
}

/** `"You see" - she paused - "that nobody came," Ade said`: the passage before what a reporter tells between dashes, or nothing. */
export function beforeAside(tree: ParagraphTree, index: number): QuotedRange | undefined {
  const [before, passage] = [tree.quoted[index - 1], tree.quoted[index]!];
  if (!before || !startsLower(tree, passage)) return undefined;
  const gap = nodesIn(tree, { first: before.last + 1, last: passage.first - 1 });
  const isAside = gap.length > 2 && gap.length <= LONGEST_ASIDE && isDash(gap[0]) && isDash(gap.at(-1));
  return isAside && !gap.some((node) => cueOf(node)) ? before : undefined;
}

/** Most nodes between two passages of one sentence, dashes and all. */
const LONGEST_ASIDE = 14;

/** `Cruz, Blackwell wrote, "has …"`: the words before the source belong to the content where the passage goes on with them. */
export function leadBefore(drafts: ParagraphDrafts, index: number, link: Link): Range | null {
  const { tree } = drafts;
  const gap = gapBefore(tree, index);
  const start = Math.min(link.source?.first ?? gap.last, link.cue?.first ?? gap.last);
  if (start <= gap.first + 1 || tree.nodes[start - 1]!.text !== ',') return null;
  const opening = tree.quoted[index - 1];
  const isSplit = opening?.last === gap.first - 1 && !drafts.isTaken(opening);
  const resumes = startsLower(tree, tree.quoted[index]!);
  if (isSplit && resumes) return trim(tree, { first: opening.first, last: start - 1 });
  const colon = nodesIn(tree, { first: gap.first, last: start - 1 }).findLast(({ text }) => text === ':');
  const lead = trim(tree, { first: colon ? colon.index + 1 : gap.first, last: start - 1 });
  if (tree.nodes[gap.last]!.text !== ':') return isSpoken(tree, lead, resumes) ? lead : null;
  const isParenthesis =
    link.source?.first === start &&
    link.cue?.last === gap.last - 1 &&
    !/^(?:who|which|that)$/u.test(tree.nodes[start]!.lower);
  return isAside(tree, lead) || (isParenthesis && isClause(tree, lead)) ? lead : null;
}

/** Whether what stands before the source is the speaker's: "At the same time, she added, …" is the reporter's. */
function isSpoken(tree: ParagraphTree, lead: Range, resumes: boolean): boolean {
  const words = nodesIn(tree, lead);
  const { lower, pos } = words[0]!;
  if (isAside(tree, lead)) return true;
  // A subject or a condition is the speaker's.
  if (resumes) return !['ADP', 'ADV', 'CCONJ'].includes(pos) || /^(?:when|once|after|before|as|since|if)$/u.test(lower);
  return /^(?:if|because|unless)$/u.test(lower);
}

const isAside = (tree: ParagraphTree, lead: Range): boolean =>
  ASIDES.test(
    nodesIn(tree, lead)
      .map(({ lower }) => lower)
      .join(' '),
  );

/** `The ice was thin, she said: "…"`: a main clause of its own is reported speech. */
function isClause(tree: ParagraphTree, { first, last }: Range): boolean {
  const start = tree.nodes[first]!;
  if (!['DET', 'PRON', 'NOUN', 'PROPN'].includes(start.pos)) return false;
  return nodesIn(tree, { first, last }).some(
    (node) =>
      ['root', 'ccomp', 'parataxis'].includes(node.relation) &&
      childrenOf(tree, node, 'nsubj').some(({ index }) => index >= first && index < node.index),
  );
}

/** What speakers begin with, and reporters seldom do. */
const ASIDES = /^(?:after all|of course|in other words|instead)$/u;

/** `said, "I have not heard that concern" from officials.`: where marks end in mid-sentence the content runs on to its end. */
export function toClauseEnd(tree: ParagraphTree, index: number): Range {
  const { first, last } = tree.quoted[index]!;
  let end = index;
  let to = last;
  while (runsOn(tree, end, to)) {
    to++;
    const next = tree.quotedAt[to]!;
    if (next < 0) continue;
    end = next;
    to = tree.quoted[next]!.last;
  }
  return to === tree.quoted[end]!.last ? { first, last: to } : trim(tree, { first, last: to });
}

/** Whether the clause of a passage goes on after a node that its content has reached. */
function runsOn(tree: ParagraphTree, index: number, at: number): boolean {
  const passage = tree.quoted[index]!;
  const next = tree.nodes[at + 1];
  if (!next || endsSentence(tree, at + 1) || isPause(next)) return false;
  if (at > passage.last) return true;
  if (/\p{P}/u.test(lastCharacter(tree, passage))) return leadsToNext(tree, index);
  return next.pos !== 'PUNCT' && next.pos !== 'CCONJ';
}

/** `"Rather than help," Lopez "went sailing."`: a few words without a verb join two passages of one sentence. */
function leadsToNext(tree: ParagraphTree, index: number): boolean {
  const passage = tree.quoted[index]!;
  const next = tree.quoted[index + 1];
  if (lastCharacter(tree, passage) !== ',' || !next || !startsLower(tree, next)) return false;
  const between = nodesIn(tree, { first: passage.last + 1, last: next.first - 1 });
  return (
    between.length > 0 &&
    between.length <= LONGEST_JOINT &&
    !between.some((node) => isVerb(node) || isPause(node) || endsSentence(tree, node.index))
  );
}

/** Most nodes between two passages that one sentence joins. */
const LONGEST_JOINT = 6;

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

/** `"The mayor," she said, would never sell the port`: a clause without marks goes on where its subject or verb has them. */
export function resumedBare(tree: ParagraphTree, index: number, { cue, source }: Link): Range | null {
  const from = Math.max(cue?.last ?? -1, source?.last ?? -1) + 1;
  const passage = tree.quoted[index]!;
  const next = tree.nodes[from + 1];
  if (from <= passage.last || tree.nodes[from]?.text !== ',' || lastCharacter(tree, passage) !== ',' || !next)
    return null;
  const goesOn =
    (next.lower === 'that' && next.pos === 'SCONJ') ||
    next.pos === 'AUX' ||
    (next.pos === 'VERB' && !/(?:ing|ed|n)$/u.test(next.lower) && !isQuoting(tree, next)) ||
    leadsToPassage(tree, next.index);
  if (!goesOn || tree.quotedAt[next.index]! >= 0) return null;
  let last = next.index;
  while (last + 1 < tree.nodes.length && !endsSentence(tree, last)) last++;
  return trim(tree, { first: next.index, last: Math.max(last, tree.quoted[tree.quotedAt[last]!]?.last ?? last) });
}

/** Whether a small word or two stand before a passage that goes on in mid-sentence: `, he said, from "the blow"`. */
function leadsToPassage(tree: ParagraphTree, at: number): boolean {
  let first = at;
  while (first < at + 2 && SMALL.has(tree.nodes[first]?.pos ?? '')) first++;
  const passage = tree.quoted[tree.quotedAt[first] ?? -1];
  return first > at && passage?.first === first && startsLower(tree, passage);
}

const SMALL: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'SCONJ', 'ADV', 'DET']);

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
