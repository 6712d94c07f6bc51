import { nounCue, takesAddressee } from './cue-lexicon.ts';
import { cueOf, endsSentence, isQuoting, isVerb, verbGroup } from './cues.ts';
import type { Link } from './drafts.ts';
import { isWeekday, nounPhrase, trim } from './noun-phrases.ts';
import { sourceFor, sourceOf } from './sources.ts';
import { childrenOf, nodesIn, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { isDash, isPause, startsLower } from './punctuation.ts';
import { nameBeforeColon } from './signatures.ts';

/** Longest words between a cue and the comma before its passage: addressee, place and time. */
const ADDRESSEE = 25;

/** The nodes between the previous passage, or the start of the sentence, and a passage. */
export function gapBefore(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = index > 0 ? tree.quoted[index - 1]!.last + 1 : 0;
  let first = passage.first;
  while (first > limit && !endsSentence(tree, first - 1)) first--;
  return { first, last: passage.first - 1 };
}

/** `Sullivan said: "…"`, `Sullivan told reporters, "…"`, `Sullivan: "…"`. */
export function attributionBefore(tree: ParagraphTree, index: number): Link | null {
  const gap = gapBefore(tree, index);
  return gap.first > gap.last ? null : attributionEnding(tree, gap);
}

/** An attribution whose words end right before its content, with a comma or a colon. */
export function attributionEnding(tree: ParagraphTree, gap: Range): Link | null {
  const end = tree.nodes[gap.last]!;
  const colon = end.text === ':';
  if (!colon && !isPause(end)) return null;
  const words = nodesIn(tree, gap).filter(({ pos }) => pos !== 'PUNCT');
  const signed = colon ? signedBeforeColon(tree, gap, words) : null;
  if (signed) return signed;
  const inWords = colon ? null : inTheirWords(tree, words.at(-1), gap);
  if (inWords) return inWords;
  for (const verb of words.toReversed()) {
    if (!isQuoting(tree, verb) || verb.relation === 'amod' || isAside(tree, verb)) continue;
    if (!colon && gap.last - verb.index > ADDRESSEE) break;
    const source = sourceFor(tree, verb);
    if (!source && !colon) continue;
    // `said that they have a choice: "…"`: more than quoted words; the clause as a whole is the content.
    if (governsClause(tree, verb, gap.last - 1) || isReported(tree, verb, gap.first)) return null;
    if (!colon && (governsThing(tree, verb, gap.last) || governsSubject(tree, verb, gap.last))) return null;
    // `asked them to welcome the governor - "my friend"`: an aside within what was said.
    if (isDash(end) && nodesIn(tree, { first: verb.index + 1, last: gap.last }).some(isVerb)) return null;
    return { cue: verbGroup(tree, verb), cueKind: cueOf(verb)?.kind ?? 'assertion', source, rule: 'cue before' };
  }
  return colon ? beforeColon(tree, gap, words) : null;
}

/** `the deal he pushed for happened:` - a verb in a relative clause with a subject of its own introduces nothing. */
function isAside(tree: ParagraphTree, verb: Node): boolean {
  return (
    verb.subtype === 'relcl' &&
    childrenOf(tree, verb, 'nsubj').some(({ lower }) => !/^(?:who|which|that)$/u.test(lower))
  );
}

/** Whether a finite clause stands between a cue and the mark before the passage, rather than an addressee or a date. */
function governsClause(tree: ParagraphTree, verb: Node, last: number): boolean {
  const right = nodesIn(tree, { first: verb.index + 1, last });
  if (right[0]?.pos === 'SCONJ' && /^(?:when|while|as|after|before)$/u.test(right[0].lower)) return false;
  if (/^(?:although|though|if|because|unless|since)$/u.test(right[0]?.lower ?? '')) return true;
  if (right[0]?.pos === 'PUNCT') return false;
  return right.some(
    (node) =>
      (node.lower === 'that' && node.pos === 'SCONJ') || (node.relation === 'ccomp' && node.head === verb.index),
  );
}

/** `touted its record - "the longest ever"`: the marks are within what the verb is about. */
function governsThing(tree: ParagraphTree, verb: Node, last: number): boolean {
  const cue = cueOf(verb);
  if (!cue || takesAddressee(cue) || !(cue.frames.has('thing') || cue.frames.has('name'))) return false;
  return childrenOf(tree, verb, 'obj').some(({ index }) => index > verb.index && index < last);
}

/** `said his company, Harlan Fuels, "did what it could"`: the marks go on with a clause whose subject stands before them. */
function governsSubject(tree: ParagraphTree, verb: Node, last: number): boolean {
  const cue = cueOf(verb);
  const passage = tree.quoted[tree.quotedAt[last + 1] ?? -1];
  const next = tree.nodes[verb.index + 1]!;
  if (!cue || takesAddressee(cue) || !passage || !startsLower(tree, passage) || next.index >= last) return false;
  return ['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.pos) && !isWeekday(next);
}

/** `in Forbes' words, "…"` and `in the words of an adviser, "…"`. */
function inTheirWords(tree: ParagraphTree, end: Node | undefined, gap: Range): Link | null {
  const noun =
    end?.lower === 'words'
      ? end
      : end && tree.nodes.slice(gap.first, end.index).findLast(({ lower }) => lower === 'words');
  if (!noun || tree.nodes[noun.index - 1]?.lower === 'other') return null;
  const owner = childrenOf(tree, noun, 'nmod').find(({ subtype, index }) =>
    noun === end ? subtype === 'poss' : index > noun.index,
  );
  if (!owner) return null;
  const first = childrenOf(tree, noun, 'case').at(0)?.index ?? noun.index;
  const source = noun === end ? trim(tree, subtree(tree, owner.index)) : nounPhrase(tree, owner);
  if (first < source.first && noun === end)
    return { cue: { first: noun.index, last: noun.index }, cueKind: 'assertion', source, rule: 'in their words' };
  return noun === end
    ? null
    : { cue: { first, last: source.first - 1 }, cueKind: 'assertion', source, rule: 'in their words' };
}

/** Whether a cue stands in what another cue of the sentence reports: "prosecutors say that he told an agent, …". */
function isReported(tree: ParagraphTree, verb: Node, first: number): boolean {
  for (let node = verb; node.head >= first; node = tree.nodes[node.head]!) {
    if (node.relation === 'ccomp' && node.head < node.index && isQuoting(tree, tree.nodes[node.head]!)) return true;
    if (!['conj', 'xcomp', 'advcl', 'acl', 'ccomp', 'obj', 'obl', 'nmod'].includes(node.relation)) return false;
  }
  return false;
}

/** `Pollsters agree - Carl Bialik: "…"` */
function signedBeforeColon(tree: ParagraphTree, gap: Range, words: readonly Node[]): Link | null {
  const start = words.findLast(({ index }) => isDash(tree.nodes[index - 1]));
  const source =
    start && start.index > gap.first + 1 ? nameBeforeColon(tree, { first: start.index, last: gap.last }) : null;
  return source && { cue: { first: gap.last, last: gap.last }, cueKind: 'assertion', source, rule: 'colon' };
}

function beforeColon(tree: ParagraphTree, gap: Range, words: readonly Node[]): Link | null {
  const noun = words.findLast((node) => node.pos === 'NOUN' && nounCue(node.lower));
  if (noun) {
    const owner = childrenOf(tree, noun, 'nmod').find(({ subtype }) => subtype === 'poss');
    const verb = tree.nodes[noun.head];
    const governed = verb && isVerb(verb) && noun.relation !== 'nsubj' ? sourceOf(tree, verb) : null;
    const source = governed ?? (owner ? trim(tree, subtree(tree, owner.index)) : null);
    return { cue: { first: noun.index, last: gap.last }, cueKind: 'assertion', source, rule: 'noun before colon' };
  }
  const source = nameBeforeColon(tree, gap);
  if (source) return { cue: { first: gap.last, last: gap.last }, cueKind: 'assertion', source, rule: 'colon' };
  const verb = words.findLast(isVerb);
  // "Her brother was less sure:"
  const predicate = verb?.relation === 'cop' ? tree.nodes[verb.head]! : verb;
  const subject = predicate && sourceOf(tree, predicate);
  return verb && subject && !isReported(tree, verb, tree.sentences[verb.sentence]!.first)
    ? { cue: verbGroup(tree, verb), cueKind: 'assertion', source: subject, rule: 'verb before colon' }
    : null;
}
