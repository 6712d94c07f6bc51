import type { Frame } from './cue-words.ts';
import { isTelling } from './cue-lexicon.ts';
import { cueOf, isSaying } from './cues.ts';
import { lastCharacter } from './punctuation.ts';
import {
  childrenOf,
  isBelow,
  nodesIn,
  subtree,
  touchesQuoted,
  type Node,
  type ParagraphTree,
  type Range,
} from './paragraph-tree.ts';

/** What a cue governs, and where its own words end. */
export interface Governed {
  readonly content: Range;
  readonly frame: Frame;
  /** Last node of the cue: a preposition or particle of its own. */
  readonly cueEnd: number;
}

/** Words that go on with what is said where its marks follow: "…, but the rest were “fine”". */
const JOINING = /^(?:but|and|because|even|though|although|or|so)$/u;

/** Up to the end of the clause that the cue heads, without what is coordinated with the cue. */
export function toClauseEnd(tree: ParagraphTree, content: Range, verb: Node): Range {
  if (content.first < verb.index || endsInMarks(tree, content)) return content;
  const { last } = subtree(
    tree,
    verb.index,
    (node) => node.head === verb.index && node.index > content.first && ['conj', 'parataxis'].includes(node.relation),
  );
  const next = childrenOf(tree, verb, 'conj', 'parataxis').find(({ index }) => index > content.first);
  const limit = Math.min(last, next ? subtree(tree, next.index).first - 1 : last);
  const coordinated = secondClause(tree, content.last, verb);
  if (coordinated > limit) return { first: content.first, last: coordinated };
  // What follows a comma is the reporter's comment more often than not.
  for (let at = content.last + 1; at <= limit; at++) {
    if (tree.nodes[at]!.text !== ',' || tree.quotedAt[at]! >= 0 || tree.nodes[at - 1]!.lower === 'that') continue;
    const goesOn = JOINING.test(tree.nodes[at + 1]?.lower ?? '') && touchesQuoted(tree, { first: at + 1, last: limit });
    if (!goesOn) return { first: content.first, last: at - 1 };
  }
  return { first: content.first, last: Math.max(content.last, limit) };
}

/** `shouted “love you” as he was led away`: words in marks that a circumstance of the saying follows. */
function endsInMarks(tree: ParagraphTree, { first, last }: Range): boolean {
  const passage = tree.quoted[tree.quotedAt[first] ?? -1];
  const next = tree.nodes[(passage?.last ?? last) + 1];
  return (
    passage?.first === first &&
    last <= passage.last &&
    next?.pos === 'SCONJ' &&
    /^(?:as|when|while|after|before)$/u.test(next.lower)
  );
}

/** `said it was “new” and that nobody knew`, `and would sell well`: the end of a second clause that parsers hang elsewhere, or -1. */
function secondClause(tree: ParagraphTree, last: number, verb: Node): number {
  const conjunction = last + (tree.nodes[last + 1]?.text === ',' ? 2 : 1);
  const [and, next] = [tree.nodes[conjunction], tree.nodes[conjunction + 1]];
  const clause = tree.nodes[next?.head ?? -1];
  if (and?.pos !== 'CCONJ' || !next || !clause) return -1;
  const isThat = next.lower === 'that' && next.pos === 'SCONJ';
  const goesOn = next.lower === 'would' && clause.head === verb.index && isTelling(cueOf(verb)!);
  return isThat || goesOn ? subtree(tree, clause.index).last : -1;
}

/** `argued that it works, saying …`: a participle of saying after a comma or "before" begins the next attribution. */
export function withoutNextCue(tree: ParagraphTree, { first, last }: Range, verb: Node): Range {
  for (let at = first + 2; at < last; at++) {
    const node = tree.nodes[at]!;
    if (tree.quotedAt[at]! >= 0) continue;
    if (at > first + 2 && node.lower === 'according' && tree.nodes[at + 1]?.lower === 'to')
      return { first, last: at - 1 };
    if (at > verb.index && isContrast(tree, node)) return { first, last: beforeConjunction(tree, at, first) };
    if (node.relation === 'conj' && isNextSaying(tree, node, verb))
      return { first, last: beforeConjunction(tree, at, first) };
    if (!/^(?:,|–|—|-|--|before|while)$/u.test(tree.nodes[at - 1]!.lower)) continue;
    const isParticiple = node.pos === 'VERB' && node.lower.endsWith('ing') && node.relation !== 'amod';
    if (node.index > verb.index && isParticiple && isSaying(node)) return { first, last: at - 2 };
  }
  return { first, last };
}

/** `said it was “a lie,” while the union accused him of …`: somebody else's words. */
function isContrast(tree: ParagraphTree, node: Node): boolean {
  if (!/^(?:while|whereas)$/u.test(node.lower)) return false;
  const verb = tree.nodes[node.head];
  const quoted = tree.quoted[tree.quotedAt[node.index - 1] ?? -1];
  const isPaused = quoted ? lastCharacter(tree, quoted) === ',' : tree.nodes[node.index - 1]?.text === ',';
  return (
    isPaused &&
    verb !== undefined &&
    cueOf(verb)?.kind === 'assertion' &&
    childrenOf(tree, verb, 'nsubj').some(({ pos, index }) => pos !== 'PRON' && index < verb.index)
  );
}

/** `said that it works and called it cheap`: a verb of saying in the same form, without a subject, is coordinated with the cue. */
function isNextSaying(tree: ParagraphTree, node: Node, verb: Node): boolean {
  if (node.pos !== 'VERB' || node.index < verb.index || cueOf(node)?.kind !== 'assertion') return false;
  if (childrenOf(tree, node, 'nsubj', 'aux', 'mark').length > 0) return false;
  const isPresent = (word: string) => word.endsWith('s');
  return isPresent(node.lower) === isPresent(verb.lower) && !node.lower.endsWith('ing') && !verb.lower.endsWith('ing');
}

/** The node before "and also called". */
function beforeConjunction(tree: ParagraphTree, at: number, first: number): number {
  let last = at - 1;
  while (last > first && (['ADV', 'CCONJ'].includes(tree.nodes[last]!.pos) || tree.nodes[last]!.text === ',')) last--;
  return last;
}

/** `called it “reckless,” which nobody disputed`: a comma within the marks ends what was said before the reporter's comment. */
export function withoutComment(tree: ParagraphTree, { first, last }: Range, isClause: boolean): Range {
  for (let at = first; at < last; at++) {
    const passage = tree.quoted[tree.quotedAt[at]!];
    if (!passage) continue;
    at = passage.last;
    const next = tree.nodes[at + 1];
    if (!next || at >= last || lastCharacter(tree, passage) !== ',') continue;
    const participle = next.pos === 'VERB' && next.lower.endsWith('ing');
    const isComment = next.lower === 'which' || (participle && (!isClause || isSaying(next)));
    if (isComment) return { first, last: at };
  }
  return { first, last };
}

/** `said it would fail on Monday's "Today" show`: a broadcast or a paper at the end is where it was said. */
export function withoutPlace(tree: ParagraphTree, { first, last }: Range): Range {
  const title = tree.titles.get(last) ?? tree.titles.get(last - 1);
  if (!title || title.first <= first) return { first, last };
  for (let at = title.first - 1; at > first && at > title.first - LONGEST_PLACE; at--) {
    if (/^(?:on|in|during)$/u.test(tree.nodes[at]!.lower)) return { first, last: at - 1 };
    if (['VERB', 'AUX', 'SCONJ', 'PUNCT'].includes(tree.nodes[at]!.pos)) break;
  }
  return { first, last };
}

/** Most nodes of "on Wednesday's broadcast of CNN's". */
const LONGEST_PLACE = 9;

/** `Asked whether it was safe, Okonkwo, a lawyer, left`: a participle that opens the sentence ends with its first comma. */
export function withinOpening(tree: ParagraphTree, { first, last }: Range, verb: Node): Range {
  const opening = tree.nodes[tree.sentences[verb.sentence]!.first]!;
  if (opening.pos !== 'VERB' || opening.relation !== 'advcl' || !isBelow(tree, verb, opening.index))
    return { first, last };
  const comma = nodesIn(tree, { first, last }).find(({ text, index }) => text === ',' && tree.quotedAt[index]! < 0);
  return { first, last: comma && comma.index > first ? comma.index - 1 : last };
}
