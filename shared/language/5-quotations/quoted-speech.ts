import type { CueKind } from './cue-lexicon.ts';
import { nounCue } from './cue-lexicon.ts';
import { cueOf, endsSentence, isVerb, verbGroup } from './cues.ts';
import { nounPhraseFrom, sourceOf, trim } from './noun-phrases.ts';
import { childrenOf, subtree, type Node, type ParagraphTree, type QuotedRange, type Range } from './paragraph-tree.ts';

/** Cue and source of a passage, found in the words around it. */
export interface Link {
  readonly cue: Range | null;
  readonly cueKind: CueKind | null;
  readonly source: Range | null;
  /** The gap that the attribution takes. */
  readonly decidedBy: string;
  /** Where the words of the attribution are: nodes that belong to no content. */
  readonly clause: Range;
}

/** How many nodes after the closing mark a source and its cue are looked for: beyond, it is another clause. */
const REACH = 40;

const lastWord = (tree: ParagraphTree, { passage }: QuotedRange): string =>
  tree.paragraph.text.slice(passage.innerStart, passage.innerEnd).trimEnd().at(-1) ?? '';

/** The nodes between a passage and the next, or the end of the sentence. */
export function gapAfter(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = (tree.quoted[index + 1]?.first ?? tree.nodes.length) - 1;
  let last = passage.last;
  while (last < limit && last - passage.last < 4 * REACH) {
    const next = tree.nodes[last + 1]!;
    if (endsSentence(next) && last > passage.last) break;
    last++;
    if (endsSentence(next)) break;
  }
  return { first: passage.last + 1, last };
}

/** The nodes between the previous passage, or the start of the sentence, and a passage. */
export function gapBefore(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = index > 0 ? tree.quoted[index - 1]!.last + 1 : 0;
  let first = passage.first;
  while (first > limit && !/^[.!?]+$/u.test(tree.nodes[first - 1]!.text)) first--;
  return { first, last: passage.first - 1 };
}

function nodesIn(tree: ParagraphTree, { first, last }: Range): readonly Node[] {
  return tree.nodes.slice(first, last + 1);
}

/** `"…," said Sullivan` and `"…," Sullivan said`. */
export function attributionAfter(tree: ParagraphTree, index: number): Link | null {
  const passage = tree.quoted[index]!;
  let { first, last } = gapAfter(tree, index);
  const inside = lastWord(tree, passage);
  const comma = /^[,–—-]$/u.test(tree.nodes[first]?.text ?? '');
  if (comma) first++;
  const start = tree.nodes[first];
  if (!start || first > last) return null;
  if (!comma && !/[,?!…—–-]/u.test(inside)) {
    // A full stop within the marks: only a clause in lower case can go on with "said …".
    if (inside !== '.' && !passage.passage.closed) return null;
    if (!(/^\p{Ll}/u.test(start.text) && (cueOf(start) ?? start.pos === 'PRON'))) return null;
  }
  last = Math.min(last, first + REACH);
  return (
    accordingTo(tree, { first, last }, 'according to') ??
    verbThenSource(tree, { first, last }) ??
    sourceThenVerb(tree, { first, last })
  );
}

function accordingTo(tree: ParagraphTree, { first, last }: Range, decidedBy: string): Link | null {
  if (tree.nodes[first]?.lower !== 'according' || tree.nodes[first + 1]?.lower !== 'to') return null;
  const source = nounPhraseFrom(tree, first + 2, last);
  return source && { cue: { first, last: first + 1 }, cueKind: 'saying', source, decidedBy, clause: { first, last } };
}

function verbThenSource(tree: ParagraphTree, { first, last }: Range): Link | null {
  let at = first;
  while (at < last && tree.nodes[at]!.pos === 'ADV') at++;
  const verb = tree.nodes[at]!;
  if (!isVerb(verb) || verb.lower.endsWith('ing')) return null;
  const next = tree.nodes[at + 1];
  if (!next || at + 1 > last || next.pos === 'ADP' || next.pos === 'PUNCT') return null;
  const subject = childrenOf(tree, verb, 'nsubj').find((node) => node.index > verb.index && node.index <= last);
  const source = subject && subtree(tree, subject.index).first > verb.index ? sourceOf(tree, verb) : nounPhraseFrom(tree, at + 1, last);
  if (!source || (!subject && !cueOf(verb))) return null;
  return {
    cue: { first: at, last: at },
    cueKind: cueOf(verb)?.kind ?? 'saying',
    source: trim(tree, { first: Math.max(source.first, at + 1), last: Math.min(source.last, last) }),
    decidedBy: 'verb then source after',
    clause: { first, last },
  };
}

function sourceThenVerb(tree: ParagraphTree, range: Range): Link | null {
  let { first } = range;
  if (['as', 'and', 'but', 'or'].includes(tree.nodes[first]!.lower) && first < range.last) first++;
  for (const verb of nodesIn(tree, range)) {
    if (!isVerb(verb) || verb.index === first) continue;
    if (verb.pos === 'AUX' && verb.relation === 'aux') continue;
    const subject = childrenOf(tree, verb, 'nsubj').at(0);
    const known = cueOf(verb);
    if (!subject || subject.index < first || subject.index > verb.index) {
      // The tree fails: the words from the start to a known cue are the source.
      if (known?.frames.has('that') && known.kind === 'saying' && verb.index - first <= 12 && !verb.lower.endsWith('ing')) {
        const source = nounPhraseFrom(tree, first, verb.index - 1);
        if (source) return link(tree, verb, source, range);
      }
      continue;
    }
    if (subject.lower === 'who' || subject.lower === 'which' || subject.lower === 'that') continue;
    const source = sourceOf(tree, verb);
    if (!source || source.first > first + 3) return null;
    if (!known && verb.pos === 'AUX') return null;
    return link(tree, verb, { first: Math.max(source.first, first), last: Math.min(source.last, verb.index - 1) }, range);
  }
  return null;
}

function link(tree: ParagraphTree, verb: Node, source: Range, clause: Range): Link {
  return {
    cue: verbGroup(tree, verb),
    cueKind: cueOf(verb)?.kind ?? 'saying',
    source: trim(tree, source),
    decidedBy: 'source then verb after',
    clause,
  };
}

/** `Sullivan said: "…"`, `Sullivan told reporters, "…"`, `Sullivan: "…"`. */
export function attributionBefore(tree: ParagraphTree, index: number): Link | null {
  const gap = gapBefore(tree, index);
  if (gap.first > gap.last) return null;
  return attributionEnding(tree, gap);
}

export function attributionEnding(tree: ParagraphTree, gap: Range): Link | null {
  const end = tree.nodes[gap.last]!;
  const colon = end.text === ':';
  const comma = /^[,–—-]$/u.test(end.text);
  const words = nodesIn(tree, gap).filter(({ pos }) => pos !== 'PUNCT');
  const verbs = words.filter((node) => (cueOf(node)?.frames.has('that') || cueOf(node)?.frames.has('thing')) && node.relation !== 'amod');
  for (const verb of verbs.toReversed()) {
    const distance = gap.last - verb.index - (colon || comma ? 1 : 0);
    if (!colon && distance > (comma ? 25 : 0)) break;
    const source = sourceOf(tree, verb);
    if (!source && !colon) continue;
    return { cue: verbGroup(tree, verb), cueKind: cueOf(verb)!.kind, source, decidedBy: 'cue before', clause: gap };
  }
  if (colon) {
    const noun = words.findLast((node) => node.pos === 'NOUN' && nounCue(node.lower));
    if (noun) {
      const owner = childrenOf(tree, noun, 'nmod').find(({ subtype }) => subtype === 'poss');
      const source = owner ? trim(tree, subtree(tree, owner.index, ({ relation }) => relation === 'case')) : null;
      return { cue: { first: noun.index, last: gap.last }, cueKind: 'saying', source, decidedBy: 'noun before', clause: gap };
    }
    if (words.length > 0 && words.length <= 12 && !words.some(isVerb)) {
      return { cue: { first: gap.last, last: gap.last }, cueKind: 'saying', source: trim(tree, { first: gap.first, last: gap.last - 1 }), decidedBy: 'colon', clause: gap };
    }
    const verb = words.findLast(isVerb);
    const source = verb && sourceOf(tree, verb);
    if (verb && source) return { cue: verbGroup(tree, verb), cueKind: 'saying', source, decidedBy: 'verb before colon', clause: gap };
  }
  return null;
}
