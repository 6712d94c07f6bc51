import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestTree } from '../../../shared/language/3-parse/dependency-tree.ts';

/** scores[word][head + 1]: the root's column first. */
type Matrix = readonly (readonly number[])[];
const tree = (scores: Matrix): number[] => bestTree(scores.length, (word, head) => scores[word]![head + 1]!);
const square = (size: number, score: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(score, { minLength: size + 1, maxLength: size + 1 }), { minLength: size, maxLength: size });
const matrices = (most: number, score: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc.integer({ min: 1, max: most }).chain((size) => square(size, score));

const isTree = (heads: readonly number[]): boolean =>
  heads.filter((head) => head === -1).length === 1 &&
  heads.every((_, word) => {
    let node = word;
    for (let steps = 0; node !== -1 && steps <= heads.length; steps++) node = heads[node]!;
    return node === -1;
  });

function allTrees(size: number): number[][] {
  const heads = Array.from({ length: size + 1 }, (_, head) => head - 1);
  const choices = Array.from({ length: size }).reduce<number[][]>(
    (begun) => begun.flatMap((before) => heads.map((head) => [...before, head])),
    [[]],
  );
  return choices.filter(isTree);
}

const total = (scores: Matrix, heads: readonly number[]): number =>
  heads.reduce((sum, head, word) => sum + scores[word]![head + 1]!, 0);

test('any scores give a tree with one root', () => {
  const anything = fc.oneof(fc.double(), fc.float(), fc.constantFrom(-1e9, 0, NaN, Infinity, -Infinity));
  fc.assert(
    fc.property(matrices(30, anything), (scores) => {
      expect(isTree(tree(scores))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('no tree scores more', () => {
  const trees = [1, 2, 3, 4, 5].map(allTrees);
  fc.assert(
    fc.property(matrices(5, fc.integer({ min: -20, max: 20 })), (scores) => {
      const best = Math.max(...trees[scores.length - 1]!.map((heads) => total(scores, heads)));
      expect(total(scores, tree(scores))).toBe(best);
    }),
    { numRuns: 500 },
  );
});

test('no words have no heads', () => {
  expect(tree([])).toEqual([]);
});

test('a sentence as long as a window, every word in one cycle, is solved', () => {
  const size = 254;
  const heads = bestTree(size, (word, head) => (head === (word + 1) % size ? 10 : head === -1 ? -word : 0));
  expect(isTree(heads)).toBe(true);
  expect(heads[0]).toBe(-1);
});
