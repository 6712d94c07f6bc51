import type { Sentence, Token } from '../document.ts';

/** A sentence with the children of each token, in order. */
export interface Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
}

export function toTree(sentence: Sentence): Tree {
  const children: number[][] = sentence.tokens.map(() => []);
  for (const [index, { head }] of sentence.tokens.entries()) children[head]?.push(index);
  return { sentence, tokens: sentence.tokens, children };
}

/** The relation without its subtype: "nsubj" of "nsubj:pass". */
export const relationOf = (token: Token | undefined): string => token?.relation.split(':')[0] ?? '';

/** The token of [first, end) whose head lies outside. */
export function headOf(tokens: readonly Token[], first: number, end: number): number {
  for (let index = first; index < end; index++) {
    const { head } = tokens[index]!;
    if (head < first || head >= end) return index;
  }
  return first;
}

/** Whether `index` hangs, at any depth, under `ancestor` (or is it). */
export function isUnder(tokens: readonly Token[], index: number, ancestor: number): boolean {
  for (let at = index; at >= 0; at = tokens[at]!.head) if (at === ancestor) return true;
  return false;
}

/** First and last token (exclusive) of what hangs under `index`, without the subtrees that `skip` names. */
export function extentOf(tree: Tree, index: number, skip: (child: number) => boolean = () => false): [number, number] {
  let first = index;
  let end = index + 1;
  const open = [index];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    first = Math.min(first, node);
    end = Math.max(end, node + 1);
    open.push(...tree.children[node]!.filter((child) => !skip(child)));
  }
  return [first, end];
}

export const childWith = (tree: Tree, index: number, relation: string): number | undefined =>
  tree.children[index]!.find((child) => relationOf(tree.tokens[child]) === relation);
