/** Casing and make of a word, which its uncased pieces do not tell; training/pieces.py does the same. */

const SHAPES = [
  'lower',
  'title',
  'upper',
  'mixed',
  'capital',
  'initial',
  'abbreviation',
  'digits',
  'alphanumeric',
  'punctuation',
  'symbol',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Names of the shape classes, their index the class' id: 0 for the marks around a window; "first:" opens a sentence. */
export const SHAPE_NAMES: readonly string[] = ['special', ...SHAPES, ...SHAPES.map((shape) => `first:${shape}`)];
export const SPECIAL_SHAPE = 0;

/** A longer word is judged by its beginning (UTF-16 characters), so that a hostile one costs no more. */
const MAX_READ_CHARACTERS = 1_000;

export function shapeOf(wholeWord: string): Shape {
  const word = wholeWord.slice(0, MAX_READ_CHARACTERS);
  const letters = count(word, /\p{L}/gu);
  const digits = /\p{Nd}/u.test(word);
  if (letters === 0) return digits ? 'digits' : /^\p{P}*$/u.test(word) ? 'punctuation' : 'symbol';
  if (digits) return 'alphanumeric';
  const capitals = count(word, /[\p{Lu}\p{Lt}]/gu);
  if (capitals === 0) return 'lower';
  if (letters === 1) return /^\p{L}\.$/u.test(word) ? 'initial' : 'capital';
  if (!/\p{Ll}/u.test(word)) return word.includes('.') ? 'abbreviation' : 'upper';
  const capitalStarts = count(word, /(?<!\p{L})[\p{Lu}\p{Lt}]/gu);
  return capitals === capitalStarts && /^\P{L}*[\p{Lu}\p{Lt}]/u.test(word) ? 'title' : 'mixed';
}

/** Class ids of a sentence's words; its first word with a letter or digit is marked. */
export function sentenceShapes(shapes: readonly Shape[]): number[] {
  const first = shapes.findIndex((shape) => shape !== 'punctuation' && shape !== 'symbol');
  return shapes.map((shape, index) => 1 + SHAPES.indexOf(shape) + (index === first ? SHAPES.length : 0));
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
