import type { Paragraph } from '../../article/article.ts';
import type { Document, PartOfSpeech, Sentence, TaggedName } from '../document.ts';
import { findPassages, type Passage } from '../4-quoted/quotation-marks.ts';

/** A token of a paragraph; indices count from the start of the paragraph, so that quotations may span sentences. */
export interface Node {
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly pos: PartOfSpeech;
  /** -1 for the root of a sentence. */
  readonly head: number;
  /** Without the language-specific subtype: "nsubj". */
  readonly relation: string;
  readonly subtype: string;
  readonly sentence: number;
  readonly children: number[];
}

/** Nodes [first, last], both inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A passage in quotation marks with the nodes that it covers, marks included. */
export interface QuotedRange extends Range {
  readonly passage: Passage;
}

/** The trees of a paragraph's sentences, laid end to end. */
export interface ParagraphTree {
  readonly paragraph: Paragraph;
  readonly nodes: readonly Node[];
  readonly sentences: readonly Range[];
  /** Names of people, organisations and the like, in order. */
  readonly names: readonly (Range & { readonly type: TaggedName['type'] })[];
  /** Outermost passages in quotation marks, in order. */
  readonly quoted: readonly QuotedRange[];
  /** Passages in marks that are names, titles and the like, by their last node. */
  readonly titles: ReadonlyMap<number, QuotedRange>;
  /** For each node the index in `quoted` of the passage around it, or -1. */
  readonly quotedAt: readonly number[];
}

/** Lays the sentences of each paragraph end to end. */
export function toParagraphTrees({ paragraphs, sentences }: Document): ParagraphTree[] {
  const byParagraph = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const known = byParagraph.get(sentence.paragraph);
    if (known) known.push(sentence);
    else byParagraph.set(sentence.paragraph, [sentence]);
  }
  let isOpen = false;
  return paragraphs.map((paragraph) => {
    const nodes: Node[] = [];
    const ranges: Range[] = [];
    const names: (Range & { type: TaggedName['type'] })[] = [];
    for (const { tokens, names: tagged } of byParagraph.get(paragraph.ordinal) ?? []) {
      const offset = nodes.length;
      for (const [index, { text, start, end, pos, head, relation }] of tokens.entries()) {
        const [universal = '', subtype = ''] = relation.split(':');
        nodes.push({
          index: offset + index,
          text,
          lower: text.toLowerCase().replaceAll('’', "'"),
          start,
          end,
          pos,
          head: head < 0 ? -1 : offset + head,
          relation: universal,
          subtype,
          sentence: ranges.length,
          children: [],
        });
      }
      names.push(...tagged.map(({ type, first, end }) => ({ type, first: offset + first, last: offset + end - 1 })));
      if (tokens.length > 0) ranges.push({ first: offset, last: nodes.length - 1 });
    }
    for (const { index, head } of nodes) nodes[head]?.children.push(index);
    const tree = { paragraph, nodes, sentences: ranges, names, titles: new Map() };
    const passages = findPassages(paragraph.text, isOpen);
    isOpen = passages.some(({ closed, depth }) => !closed && depth === 0);
    return withQuoted(tree, quotedRanges(nodes, passages));
  });
}

/** The tree with these passages taken for somebody's words. */
export function withQuoted(
  tree: Omit<ParagraphTree, 'quoted' | 'quotedAt'>,
  quoted: readonly QuotedRange[],
): ParagraphTree {
  const quotedAt = new Array<number>(tree.nodes.length).fill(-1);
  for (const [index, { first, last }] of quoted.entries()) quotedAt.fill(index, first, last + 1);
  return { ...tree, quoted, quotedAt };
}

function quotedRanges(nodes: readonly Node[], passages: readonly Passage[]): QuotedRange[] {
  const ranges: QuotedRange[] = [];
  let at = 0;
  for (const passage of passages) {
    if (passage.depth > 0) continue;
    while (at < nodes.length && nodes[at]!.end <= passage.start) at++;
    const first = at;
    while (at < nodes.length && nodes[at]!.start < passage.end) at++;
    if (at > first) ranges.push({ first, last: at - 1, passage });
  }
  return ranges;
}

/** The nodes below a node and itself, without the branches that `without` names. */
export function subtree(tree: ParagraphTree, top: number, without: (node: Node) => boolean = () => false): Range {
  let first = top;
  let last = top;
  const stack = [top];
  while (stack.length > 0) {
    const index = stack.pop()!;
    first = Math.min(first, index);
    last = Math.max(last, index);
    for (const child of tree.nodes[index]!.children) if (!without(tree.nodes[child]!)) stack.push(child);
  }
  return { first, last };
}

export function childrenOf(tree: ParagraphTree, node: Node, ...relations: readonly string[]): Node[] {
  return node.children.map((child) => tree.nodes[child]!).filter(({ relation }) => relations.includes(relation));
}

export function isBelow(tree: ParagraphTree, node: Node, top: number): boolean {
  for (let at = node.index; at >= 0; at = tree.nodes[at]!.head) if (at === top) return true;
  return false;
}

export function nodesIn(tree: ParagraphTree, { first, last }: Range): readonly Node[] {
  return tree.nodes.slice(first, last + 1);
}

/** Whether a range touches a passage in quotation marks. */
export function touchesQuoted(tree: ParagraphTree, { first, last }: Range): boolean {
  for (let at = first; at <= last; at++) if (tree.quotedAt[at]! >= 0) return true;
  return false;
}

/** Widens a range so that it cuts no passage in quotation marks. */
export function keepPassagesWhole(tree: ParagraphTree, range: Range): Range {
  const before = tree.quoted[tree.quotedAt[range.first]!];
  const after = tree.quoted[tree.quotedAt[range.last]!];
  return {
    first: Math.min(range.first, before?.first ?? range.first),
    last: Math.max(range.last, after?.last ?? range.last),
  };
}
