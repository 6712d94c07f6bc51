import { introducesSpeech, nounCue } from './cue-lexicon.ts';
import { cueOf, endsSentence, isQuoting, isVerb, verbGroup } from './cues.ts';
import type { Link } from './drafts.ts';
import { nounPhraseFrom, sourceFor, sourceOf, trim, withoutComment } from './noun-phrases.ts';
import { childrenOf, isBelow, nodesIn, subtree, type Node, type ParagraphTree, type QuotedRange, type Range } from './paragraph-tree.ts';

/** How many nodes after the closing mark a source and its cue are looked for: beyond, it is another clause. */
const REACH = 40;
/** Longest words between a cue and the comma before its passage: addressee, place and time. */
const ADDRESSEE = 25;
/** Most nodes of "the prime minister said.". */
const SHORTEST_ATTRIBUTION = 5;
/** Longest source before a colon: longer stretches are clauses. */
const LONGEST_SOURCE = 14;

const lastCharacter = (tree: ParagraphTree, { passage }: QuotedRange): string =>
  tree.paragraph.text.slice(passage.innerStart, passage.innerEnd).replace(/[\s'"’”]+$/u, '').at(-1) ?? '';

const isComma = (node: Node | undefined): boolean => /^[,–—-]+$/u.test(node?.text ?? '');

/** The nodes between a passage and the next, or the end of the sentence. */
export function gapAfter(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = (tree.quoted[index + 1]?.first ?? tree.nodes.length) - 1;
  let last = passage.last;
  while (last < limit && last - passage.last < 4 * REACH) {
    last++;
    if (endsSentence(tree, last)) break;
  }
  return { first: passage.last + 1, last };
}

/** The nodes between the previous passage, or the start of the sentence, and a passage. */
export function gapBefore(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = index > 0 ? tree.quoted[index - 1]!.last + 1 : 0;
  let first = passage.first;
  while (first > limit && !endsSentence(tree, first - 1)) first--;
  return { first, last: passage.first - 1 };
}

/** `"…," said Sullivan`, `"…," Sullivan said` and `"…," according to Sullivan`. */
export function attributionAfter(tree: ParagraphTree, index: number): Link | null {
  const passage = tree.quoted[index]!;
  let { first, last } = gapAfter(tree, index);
  const inside = lastCharacter(tree, passage);
  const comma = isComma(tree.nodes[first]);
  if (comma) first++;
  const start = tree.nodes[first];
  if (!start || first > last) return null;
  const paused = comma || /[,?!…–—-]/u.test(inside);
  if (!paused && inside === '.' && !/^\p{Ll}/u.test(start.text) && !isShortAttribution(tree, { first, last })) return null;
  last = Math.min(last, first + REACH);
  const opensSentence = passage.first === 0 || endsSentence(tree, passage.first - 1) || tree.quotedAt[passage.first - 1]! >= 0;
  const range = { first, last };
  return accordingTo(tree, range) ?? verbThenSource(tree, range, paused && opensSentence) ?? sourceThenVerb(tree, range, opensSentence, paused);
}

/** `"We won." Trump said.`: nothing but a source and its verb up to the end of the sentence. */
function isShortAttribution(tree: ParagraphTree, { first, last }: Range): boolean {
  const end = tree.nodes[last]!;
  const verb = tree.nodes[endsSentence(tree, end.index) ? last - 1 : last]!;
  return last - first <= SHORTEST_ATTRIBUTION && isQuoting(verb);
}

function accordingTo(tree: ParagraphTree, { first, last }: Range): Link | null {
  if (tree.nodes[first]?.lower !== 'according' || tree.nodes[first + 1]?.lower !== 'to') return null;
  const source = nounPhraseFrom(tree, first + 2, last);
  return source && { cue: { first, last: first + 1 }, cueKind: 'saying', source, decidedBy: 'according to after' };
}

function verbThenSource(tree: ParagraphTree, { first, last }: Range, anyVerb: boolean): Link | null {
  let at = first;
  while (at < last && tree.nodes[at]!.pos === 'ADV') at++;
  const verb = tree.nodes[at]!;
  if (!isVerb(verb) || verb.lower.endsWith('ing') || !(isQuoting(verb) || anyVerb)) return null;
  const next = tree.nodes[at + 1];
  if (!next || at + 1 > last || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'SCONJ') return null;
  const subjects = childrenOf(tree, verb, 'nsubj');
  if (subjects.some((node) => node.index < verb.index && tree.quotedAt[node.index]! < 0)) return null;
  const subject = subjects.find((node) => node.index <= last);
  const source = subject && subtree(tree, subject.index).first > verb.index ? sourceOf(tree, verb) : nounPhraseFrom(tree, at + 1, last);
  if (!source || (!subject && !cueOf(verb))) return null;
  const range = withoutComment(tree, { first: Math.max(source.first, at + 1), last: Math.min(source.last, last) });
  // `"…," said the candidate could …`: what follows is not the source but a clause of its own.
  const beyond = tree.nodes[range.last + 1];
  if (beyond && beyond.pos === 'AUX' && beyond.index <= last) return null;
  return { cue: { first: at, last: at }, cueKind: cueOf(verb)?.kind ?? 'saying', source: range, decidedBy: 'verb then source' };
}

function sourceThenVerb(tree: ParagraphTree, range: Range, opensSentence: boolean, paused: boolean): Link | null {
  return byTree(tree, range, opensSentence, paused) ?? (opensSentence && paused ? byPlace(tree, range) : null);
}

/** Where the tree fails: a noun phrase right after the passage, then a verb that may introduce speech. */
function byPlace(tree: ParagraphTree, { first, last }: Range): Link | null {
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM'].includes(tree.nodes[first]!.pos)) return null;
  for (let at = first + 1; at <= Math.min(last, first + LONGEST_SOURCE); at++) {
    const { lower, pos } = tree.nodes[at]!;
    if (pos === 'ADP' && tree.nodes[at - 1]!.pos === 'VERB') return null;
    if (lower.endsWith('ing') || !introducesSpeech(lower) || pos === 'PROPN' || (pos !== 'VERB' && !/(?:ed|s|said|told|wrote)$/u.test(lower))) continue;
    if (tree.nodes[at - 1]!.pos === 'DET' || tree.nodes[at - 1]!.pos === 'ADP') return null;
    const source = { first, last: at - 1 };
    return { cue: { first: at, last: at }, cueKind: 'saying', source, decidedBy: 'source then verb' };
  }
  return null;
}

function byTree(tree: ParagraphTree, range: Range, opensSentence: boolean, paused: boolean): Link | null {
  let { first } = range;
  if (tree.nodes[first]!.lower === 'as' && first < range.last) first++;
  for (const verb of nodesIn(tree, range)) {
    if (!isVerb(verb) || verb.index === first || verb.relation === 'aux' || verb.relation === 'amod') continue;
    const subject = childrenOf(tree, verb, 'nsubj').find(({ index }) => index >= first && index < verb.index);
    const known = cueOf(verb);
    if (!subject) {
      // The tree fails: the words from the start to a known cue are the source.
      if (paused && isQuoting(verb) && verb.index - first <= LONGEST_SOURCE && !verb.lower.endsWith('ing')) {
        const source = nounPhraseFrom(tree, first, verb.index - 1);
        if (source && source.last >= verb.index - 3) return { cue: verbGroup(tree, verb), cueKind: known?.kind ?? 'saying', source, decidedBy: 'source then verb' };
      }
      continue;
    }
    if (/^(?:who|which|that)$/u.test(subject.lower)) continue;
    const source = sourceOf(tree, verb);
    if (!source || !nodesIn(tree, { first, last: source.first - 1 }).every(({ pos }) => pos === 'ADV')) return null;
    if (!isQuoting(verb) && (verb.pos === 'AUX' || !opensSentence || !paused || (!known && childrenOf(tree, verb, 'obj').length > 0))) return null;
    // `"…," Scalia said: "…"`: the cue points forward.
    if (tree.nodes[verb.index + 1]?.text === ':' || (!opensSentence && tree.nodes[range.last]?.text === ',' && startsUpper(tree, range.last + 1))) return null;
    // `…, he said the plan …`: the clause after the verb is its content, not the passage.
    const own = childrenOf(tree, verb, 'ccomp').find(({ index }) => index > verb.index);
    if (!opensSentence && own && tree.quotedAt[own.index]! < 0 && own.index <= range.last) return null;
    return {
      cue: verbGroup(tree, verb),
      cueKind: known?.kind ?? 'saying',
      source: { first: Math.max(source.first, first), last: Math.min(source.last, verb.index - 1) },
      decidedBy: 'source then verb',
    };
  }
  return null;
}

/** Whether a passage starts at this node, with a capital. */
function startsUpper(tree: ParagraphTree, at: number): boolean {
  const next = tree.quoted[tree.quotedAt[at] ?? -1];
  return next !== undefined && /^\p{Lu}/u.test(tree.paragraph.text.slice(next.passage.innerStart));
}

const DASH = /^(?:–|—|―|-|--)$/u;

/** `"…" — Prime Minister Ishiba`: a dash and a name up to the end of the line. */
export function attributionInTail(tree: ParagraphTree, index: number): Link | null {
  const passage = tree.quoted[index]!;
  const dash = passage.last + 1;
  if (!DASH.test(tree.nodes[dash]?.text ?? '') || (passage.first > 0 && index === 0)) return null;
  return signature(tree, dash);
}

/** A dash with a name, a role or both after it, and nothing else up to the end of the paragraph. */
export function signature(tree: ParagraphTree, dash: number): Link | null {
  if (!DASH.test(tree.nodes[dash]?.text ?? '')) return null;
  const source = trim(tree, { first: dash + 1, last: tree.nodes.length - 1 });
  const nodes = nodesIn(tree, source);
  if (nodes.length === 0 || nodes.length > LONGEST_SOURCE || !/^\p{Lu}/u.test(nodes[0]!.text) || nodes.some(({ pos }) => pos === 'VERB')) return null;
  return { cue: { first: dash, last: dash }, cueKind: 'saying', source, decidedBy: 'signature' };
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
  if (!colon && !isComma(end)) return null;
  const words = nodesIn(tree, gap).filter(({ pos }) => pos !== 'PUNCT');
  const signed = colon ? signedBeforeColon(tree, gap, words) : null;
  if (signed) return signed;
  for (const verb of words.toReversed()) {
    if (!isQuoting(verb) || verb.relation === 'amod') continue;
    if (!colon && gap.last - verb.index > ADDRESSEE) break;
    const source = sourceFor(tree, verb);
    if (!source && !colon) continue;
    // `said that they have a choice: "…"`: more than quoted words; the clause as a whole is the content.
    if (governsClause(tree, verb, gap.last - 1) || isReported(tree, verb, gap.first)) return null;
    return { cue: verbGroup(tree, verb), cueKind: cueOf(verb)?.kind ?? 'saying', source, decidedBy: 'cue before' };
  }
  return colon ? beforeColon(tree, gap, words) : null;
}

/** Whether a finite clause stands between a cue and the mark before the passage, rather than an addressee or a date. */
function governsClause(tree: ParagraphTree, verb: Node, last: number): boolean {
  const right = nodesIn(tree, { first: verb.index + 1, last });
  if (right[0]?.pos === 'SCONJ' && /^(?:when|while|as|after|before)$/u.test(right[0].lower)) return false;
  if (right[0]?.pos === 'PUNCT') return false;
  return right.some((node) => (node.lower === 'that' && node.pos === 'SCONJ') || (node.relation === 'ccomp' && node.head === verb.index));
}

/** Whether a cue stands in what another cue of the sentence reports: "prosecutors say that he told an agent, …". */
function isReported(tree: ParagraphTree, verb: Node, first: number): boolean {
  for (let node = verb; node.head >= first; node = tree.nodes[node.head]!) {
    if (node.relation === 'ccomp' && node.head < node.index && isQuoting(tree.nodes[node.head]!)) return true;
    if (!['conj', 'xcomp', 'advcl', 'acl', 'ccomp', 'obj', 'obl', 'nmod'].includes(node.relation)) return false;
  }
  return false;
}

/** `Pollsters agree - Carl Bialik: "…"` */
function signedBeforeColon(tree: ParagraphTree, gap: Range, words: readonly Node[]): Link | null {
  const start = words.findLast(({ index }) => DASH.test(tree.nodes[index - 1]?.text ?? ''));
  const source = start && start.index > gap.first + 1 ? nameBeforeColon(tree, { first: start.index, last: gap.last }) : null;
  return source && { cue: { first: gap.last, last: gap.last }, cueKind: 'saying', source, decidedBy: 'colon' };
}

function beforeColon(tree: ParagraphTree, gap: Range, words: readonly Node[]): Link | null {
  const noun = words.findLast((node) => node.pos === 'NOUN' && nounCue(node.lower));
  if (noun) {
    const owner = childrenOf(tree, noun, 'nmod').find(({ subtype }) => subtype === 'poss');
    const verb = tree.nodes[noun.head];
    const governed = verb && isVerb(verb) && noun.relation !== 'nsubj' ? sourceOf(tree, verb) : null;
    const source = governed ?? (owner ? trim(tree, subtree(tree, owner.index)) : null);
    return { cue: { first: noun.index, last: gap.last }, cueKind: 'saying', source, decidedBy: 'noun before colon' };
  }
  const source = nameBeforeColon(tree, gap);
  if (source) return { cue: { first: gap.last, last: gap.last }, cueKind: 'saying', source, decidedBy: 'colon' };
  const verb = words.findLast(isVerb);
  const subject = verb && sourceOf(tree, verb);
  return verb && subject ? { cue: verbGroup(tree, verb), cueKind: 'saying', source: subject, decidedBy: 'verb before colon' } : null;
}

/** Labels that end with a colon and name nobody. */
const LABEL = /^(?:the latest|exclusive|breaking|watch|video|photos?|opinion|editorial|live|update|related|more|read more|listen|gallery|review|analysis|note|p\.?s|a|q)$/iu;

/** `Sullivan:` at the start of a line or sentence: a name, a role, a publication; not a label, not a clause. */
export function nameBeforeColon(tree: ParagraphTree, { first, last }: Range): Range | null {
  const source = trim(tree, { first, last: last - 1 });
  const nodes = nodesIn(tree, source);
  if (nodes.length > LONGEST_SOURCE || nodes.length === 0 || nodes.some((node) => isVerb(node) && !/^\p{Lu}/u.test(node.text))) return null;
  const text = tree.paragraph.text.slice(nodes[0]!.start, nodes.at(-1)!.end);
  if (LABEL.test(text) || !nodes.some(({ text: word }) => /^\p{Lu}/u.test(word))) return null;
  return source;
}
