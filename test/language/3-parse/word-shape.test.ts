import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SHAPE_NAMES, sentenceShapes, shapeOf } from '../../../shared/language/3-parse/word-shape.ts';

test.each([
  ['said', 'lower'],
  ['Seoul', 'title'],
  ['Suk-yeol', 'title'],
  ['Asia-Pacific', 'title'],
  ['O’Brien', 'title'],
  ['APEC', 'upper'],
  ['McCarthy', 'mixed'],
  ['iPhone', 'mixed'],
  ['I', 'capital'],
  ['A-', 'capital'],
  ['J.', 'initial'],
  ['U.S.', 'abbreviation'],
  ['1,200', 'digits'],
  ['F-16', 'alphanumeric'],
  ['20th', 'alphanumeric'],
  ['“', 'punctuation'],
  ['...', 'punctuation'],
  ['$', 'symbol'],
  ['😀', 'symbol'],
  ['\ud800', 'symbol'],
  ['東京', 'lower'],
])('%s is %s', (word, shape) => {
  expect(shapeOf(word)).toBe(shape);
});

test('the first word of a sentence is marked, marks before it are not', () => {
  const ids = sentenceShapes(['“', 'Seoul', 'said', '.'].map(shapeOf));
  expect(ids.map((id) => SHAPE_NAMES[id])).toEqual(['punctuation', 'first:title', 'lower', 'punctuation']);
});

test('any word has a shape', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (word) => SHAPE_NAMES.includes(shapeOf(word))));
});
