import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { windowsOf, type EncodedWord } from '../../../shared/language/3-parse/windows.ts';

const LIMITS = { packPieces: 10, maxPieces: 20, start: 101, end: 102 };
const word = (...pieces: number[]): EncodedWord => ({ pieces, shape: 'lower' });
const sentences = fc.array(
  fc.array(
    fc.array(fc.integer({ min: 200, max: 300 }), { minLength: 1, maxLength: 12 }).map((pieces) => word(...pieces)),
    {
      maxLength: 12,
    },
  ),
  { maxLength: 12 },
);

test('sentences are packed whole while they fit', () => {
  const three = [[word(1, 2), word(3)], [word(4)], [word(5, 6, 7, 8, 9, 10, 11)]];
  expect([...windowsOf(three, LIMITS)]).toEqual([
    {
      parts: [
        { sentence: 0, first: 0, end: 2 },
        { sentence: 1, first: 0, end: 1 },
      ],
      pieces: [101, 1, 2, 3, 4, 102],
      shapes: [0, 12, 12, 1, 12, 0],
      words: [1, 3, 4],
      sentences: [0, 0, 1],
    },
    {
      parts: [{ sentence: 2, first: 0, end: 1 }],
      pieces: [101, 5, 6, 7, 8, 9, 10, 11, 102],
      shapes: [0, 12, 12, 12, 12, 12, 12, 12, 0],
      words: [1],
      sentences: [0],
    },
  ]);
});

test('every word stands in one window, in order, whole, and no window is too long', () => {
  fc.assert(
    fc.property(sentences, (article) => {
      const windows = [...windowsOf(article, LIMITS)];
      const read = windows.flatMap(({ parts }) =>
        parts.flatMap(({ sentence, first, end }) => article[sentence]!.slice(first, end)),
      );
      expect(read).toEqual(article.flat());
      for (const { parts, pieces, shapes, words, sentences: numbers } of windows) {
        const inside = parts.flatMap(({ sentence, first, end }) => article[sentence]!.slice(first, end));
        expect(pieces).toEqual([LIMITS.start, ...inside.flatMap((one) => one.pieces), LIMITS.end]);
        expect(shapes).toHaveLength(pieces.length);
        expect(words.map((index) => pieces[index])).toEqual(inside.map((one) => one.pieces[0]));
        expect(numbers).toEqual(
          parts.flatMap(({ first, end }, number) => Array.from({ length: end - first }, () => number)),
        );
        expect(pieces.length - 2).toBeLessThanOrEqual(parts.length > 1 ? LIMITS.packPieces : LIMITS.maxPieces);
      }
    }),
  );
});

test('only sentences that are longer than a window are cut', () => {
  fc.assert(
    fc.property(sentences, (article) => {
      const parts = [...windowsOf(article, LIMITS)].flatMap((window) => window.parts);
      for (const [number, words] of article.entries()) {
        const size = words.reduce((sum, { pieces }) => sum + pieces.length, 0);
        const own = parts.filter(({ sentence }) => sentence === number);
        expect(own.length > 1).toBe(size > LIMITS.maxPieces);
      }
    }),
  );
});

test('windows are laid out one at a time', () => {
  function* endless(): Generator<EncodedWord[], never> {
    for (;;) yield [word(1, 2, 3, 4, 5, 6)];
  }
  for (const { parts } of windowsOf(endless(), LIMITS)) {
    expect(parts).toHaveLength(1);
    break;
  }
});
