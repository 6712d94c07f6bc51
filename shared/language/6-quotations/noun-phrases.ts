import { subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X', 'SYM']);

/** Without the marks and conjunctions at its ends that do not belong to it. */
export function trim(tree: ParagraphTree, { first, last }: Range): Range {
  let [from, to] = [first, last];
  while (from < to && /^[,;:.—–-]$/u.test(tree.nodes[from]!.text)) from++;
  while (to > from && /^[,;:.—–-]$/u.test(tree.nodes[to]!.text)) to--;
  return { first: from, last: to };
}

/** The whole noun phrase of a head: its determiners, modifiers, appositions and relative clauses. */
export function nounPhrase(tree: ParagraphTree, head: Node, without: (node: Node) => boolean = () => false): Range {
  return closeAside(tree, withoutDay(tree, head, barePhrase(tree, head, without)));
}

/** `The Senate on Thursday rejected …`: when is no part of who. */
function withoutDay(tree: ParagraphTree, { index }: Node, { first, last }: Range): Range {
  const day = tree.nodes[last]!;
  const isDay = isWeekday(day) && day.head === index && tree.nodes[last - 1]?.lower === 'on';
  return { first, last: isDay && last - 2 >= first ? last - 2 : last };
}

export const isWeekday = ({ lower }: Node): boolean => /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u.test(lower);

const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'where', 'when']);

/** Ends a source before a participle that tells what the speaker does: `said Smith, waving a flag`. */
export function withoutComment(tree: ParagraphTree, { first, last }: Range): Range {
  for (let at = first + 1; at < last; at++) {
    const next = tree.nodes[at + 1]!;
    const participle = next.pos === 'VERB' && /(?:ing|ed|n)$/u.test(next.lower);
    if (tree.nodes[at]!.text === ',' && participle) return closeAside(tree, { first, last: at - 1 });
  }
  return { first, last };
}

/** `Smith, a carpenter` takes the comma that closes the apposition, and an open bracket its partner. */
export function closeAside(tree: ParagraphTree, { first, last }: Range): Range {
  const next = tree.nodes[last + 1];
  if (!next) return { first, last };
  const texts = tree.nodes.slice(first, last + 1).map(({ text }) => text);
  const bracket =
    next.text === ')' ? last + 1 : next.text === '.' && tree.nodes[last + 2]?.text === ')' ? last + 2 : -1;
  if (bracket > 0 && texts.lastIndexOf('(') > texts.lastIndexOf(')')) return closeAside(tree, { first, last: bracket });
  if (next.text === ',' && texts.includes(',') && isAside(tree, first + texts.indexOf(',')))
    return { first, last: last + 1 };
  return { first, last };
}

/** Whether a comma opens an apposition or relative clause rather than parts a list. */
function isAside(tree: ParagraphTree, comma: number): boolean {
  const next = tree.nodes[comma + 1]!;
  return (
    next.pos === 'DET' ||
    next.pos === 'NUM' ||
    RELATIVE.has(next.lower) ||
    next.pos === 'NOUN' ||
    next.pos === 'ADJ' ||
    next.pos === 'ADP' ||
    next.pos === 'PROPN'
  );
}

/** A noun phrase without a comma or bracket that closes it. */
export function barePhrase(tree: ParagraphTree, head: Node, without: (node: Node) => boolean): Range {
  const range = subtree(
    tree,
    head.index,
    (node) =>
      (node.head === head.index &&
        node.subtype !== 'preconj' &&
        [
          'case',
          'mark',
          'cc',
          'parataxis',
          'discourse',
          'nsubj',
          'cop',
          'aux',
          'advcl',
          'obl',
          'advmod',
          'conj',
        ].includes(node.relation) &&
        node.index < head.index) ||
      (node.head === head.index && ['parataxis', 'nsubj', 'cop', 'aux', 'punct'].includes(node.relation)) ||
      without(node),
  );
  return trim(tree, range);
}

/** What only a whole noun phrase is to its head. */
const ROLES: ReadonlySet<string> = new Set(['nsubj', 'obj', 'iobj', 'obl']);

/** The noun phrase that starts at a node, by the tree; at most until `limit`. */
export function nounPhraseFrom(tree: ParagraphTree, start: number, limit: number): Range | null {
  const from = tree.nodes[start];
  if (!from || start > limit) return null;
  let top = from;
  while (
    !ROLES.has(top.relation) &&
    top.head >= start &&
    top.head <= limit &&
    tree.nodes[top.head]!.pos !== 'VERB' &&
    tree.nodes[top.head]!.pos !== 'AUX'
  ) {
    top = tree.nodes[top.head]!;
  }
  if (!NOMINAL.has(top.pos)) return null;
  const range = nounPhrase(tree, top);
  return trim(tree, { first: start, last: Math.max(start, Math.min(range.last, limit)) });
}
