import { expect, test } from '@jest/globals';
import { decode } from '../../../shared/language/3-parse/decode.ts';
import type { Labels } from '../../../shared/language/3-parse/labels.ts';

const labels: Labels = {
  pos: ['NOUN', 'PROPN', 'VERB', 'ADV'],
  relations: ['root', 'nsubj', 'flat', 'advmod', 'obl'],
  root: 0,
  names: [{ place: 'O', shift: 0 }],
};

/** One-hot rows: for each word its part of speech and its relation; arcs as they are, the root first. */
const scoresOf = (pos: readonly string[], relations: readonly string[], arcs: readonly (readonly number[])[]) => ({
  pos: new Float32Array(pos.flatMap((one) => labels.pos.map((other) => Number(one === other)))),
  relations: new Float32Array(relations.flatMap((one) => labels.relations.map((other) => Number(one === other)))),
  arcs: new Float32Array(arcs.flat()),
  entities: new Float32Array(pos.length),
});

/** "editor" and "Bello" each take the other for their head: one of them must hang on "spoke". */
const cycle = (second: string, relation: string, third: string) =>
  decode(
    scoresOf(
      ['NOUN', second, third],
      ['obl', relation, 'root'],
      [
        [0, 0, 9, 1],
        [0, 8, 0, 7],
        [9, 0, 0, 0],
      ],
    ),
    0,
    3,
    3,
    labels,
  );

test('a part of a name that the tree hangs on a verb is its subject', () => {
  const { heads, relations } = cycle('PROPN', 'flat', 'VERB');
  expect(heads).toEqual([1, 2, -1]);
  expect(relations).toEqual(['obl', 'nsubj', 'root']);
});

test('behind the verb it is the object', () => {
  const { heads, relations } = decode(
    scoresOf(
      ['VERB', 'PROPN', 'NOUN'],
      ['root', 'flat', 'obl'],
      [
        [9, 0, 0, 0],
        [0, 7, 0, 8],
        [0, 1, 9, 0],
      ],
    ),
    0,
    3,
    3,
    labels,
  );
  expect(heads).toEqual([-1, 0, 1]);
  expect(relations).toEqual(['root', 'obj', 'obl']);
});

test.each([
  ['another relation', 'PROPN', 'advmod', 'VERB', 'advmod'],
  ['another head than a verb', 'PROPN', 'flat', 'NOUN', 'flat'],
  ['an adverb', 'ADV', 'flat', 'VERB', 'flat'],
])('%s stays as it was scored', (_, second, relation, third, expected) => {
  expect(cycle(second, relation, third).relations[1]).toBe(expected);
});

test('what hangs where it was scored stays', () => {
  const { relations } = decode(
    scoresOf(
      ['PROPN', 'VERB'],
      ['flat', 'root'],
      [
        [0, 0, 9],
        [9, 0, 0],
      ],
    ),
    0,
    2,
    2,
    labels,
  );
  expect(relations).toEqual(['flat', 'root']);
});
