import type { PartOfSpeech, TaggedName } from '../document.ts';
import { bestTree } from './dependency-tree.ts';
import type { Scores } from './encoder.ts';
import type { Labels } from './labels.ts';
import { bestNames } from './name-spans.ts';

/** What the scores say of a sentence, or of a part of one; indices and heads within it, -1 for the root. */
export interface Decoded {
  readonly pos: readonly PartOfSpeech[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly names: readonly TaggedName[];
}

/** The words [offset, offset + size) of a window of `windowSize` words, which are one sentence or a part of one. */
export function decode(scores: Scores, offset: number, size: number, windowSize: number, labels: Labels): Decoded {
  const words = Array.from({ length: size }, (_, index) => offset + index);
  const heads = bestTree(size, (word, head) => {
    const column = head === -1 ? 0 : 1 + offset + head;
    return scores.arcs[(offset + word) * (windowSize + 1) + column]!;
  });
  const tags = labels.names.length;
  const pos = words.map((word) => labels.pos[bestColumn(scores.pos, word, labels.pos.length)]!);
  const relationOf = (word: number, index: number): string => {
    const head = heads[index]!;
    if (head === -1) return labels.relations[labels.root]!;
    const relation = labels.relations[bestColumn(scores.relations, word, labels.relations.length, labels.root)]!;
    const isScored = bestColumn(scores.arcs, word, windowSize + 1) === 1 + offset + head;
    return isScored ? relation : relationToAnother(relation, index, head, pos);
  };
  return {
    pos,
    heads,
    relations: words.map(relationOf),
    names: bestNames(size, labels.names, (word, tag) => scores.entities[(offset + word) * tags + tag]!),
  };
}

const INSIDE_NOUN_PHRASES = /^(?:flat|compound|nmod|amod|appos|det|nummod)\b/;

/**
 * Relations are scored for each word's best head; where the tree gave it another, which is a verb, no part of a name or of
 * a noun phrase can hang there: it is the subject, or behind the verb the object.
 */
function relationToAnother(relation: string, index: number, head: number, pos: readonly PartOfSpeech[]): string {
  const isMisplaced = pos[head] === 'VERB' && INSIDE_NOUN_PHRASES.test(relation) && NOMINAL.has(pos[index]!);
  if (!isMisplaced) return relation;
  return index < head ? 'nsubj' : 'obj';
}

const NOMINAL: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

/**
 * The parts of a sentence that was too long for one window, as one tree: the roots of later parts hang on the first's
 * as clauses side by side.
 */
export function join(parts: readonly Decoded[]): Decoded {
  if (parts.length === 1) return parts[0]!;
  const root = parts[0]?.heads.indexOf(-1) ?? -1;
  const shifted: Decoded[] = [];
  let offset = 0;
  for (const { pos, heads, relations, names } of parts) {
    const shift = offset;
    const isFirst = shift === 0;
    shifted.push({
      pos,
      heads: heads.map((head) => (head === -1 ? (isFirst ? -1 : root) : head + shift)),
      relations: relations.map((relation, index) => (heads[index] === -1 && !isFirst ? 'parataxis' : relation)),
      names: names.map(({ type, first, end }) => ({ type, first: first + shift, end: end + shift })),
    });
    offset += pos.length;
  }
  return {
    pos: shifted.flatMap(({ pos }) => pos),
    heads: shifted.flatMap(({ heads }) => heads),
    relations: shifted.flatMap(({ relations }) => relations),
    names: shifted.flatMap(({ names }) => names),
  };
}

function bestColumn(scores: Float32Array, row: number, width: number, except?: number): number {
  let best = except === 0 ? 1 : 0;
  for (let column = best + 1; column < width; column++) {
    if (column !== except && scores[row * width + column]! > scores[row * width + best]!) best = column;
  }
  return best;
}
