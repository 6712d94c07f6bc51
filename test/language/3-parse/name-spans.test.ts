import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ENTITY_TYPES } from '../../../shared/language/document.ts';
import { bestNames, parseNameTags } from '../../../shared/language/3-parse/name-spans.ts';

const LABELS = ['O', ...ENTITY_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])];
const tags = parseNameTags(LABELS);
const names = (scores: readonly (readonly number[])[]) =>
  bestNames(scores.length, tags, (word, tag) => scores[word]![tag]!).map(({ type, first, end }) => ({
    type,
    first,
    end,
  }));
const scored = (best: Readonly<Record<string, number>>): number[] => LABELS.map((label) => best[label] ?? 0);

test('the beginning and the inside of a name make one, two beginnings two', () => {
  expect(
    names([
      scored({ 'B-PERSON': 9 }),
      scored({ 'I-PERSON': 9 }),
      scored({ O: 9 }),
      scored({ 'B-LOCATION': 9 }),
      scored({ 'B-LOCATION': 9 }),
    ]),
  ).toEqual([
    { type: 'PERSON', first: 0, end: 2 },
    { type: 'LOCATION', first: 3, end: 4 },
    { type: 'LOCATION', first: 4, end: 5 },
  ]);
});

test('an inside without its beginning is read as what fits best as a whole', () => {
  expect(names([scored({ O: 5, 'B-PERSON': 4 }), scored({ 'I-PERSON': 9 })])).toEqual([
    { type: 'PERSON', first: 0, end: 2 },
  ]);
  expect(names([scored({ 'B-PERSON': 5, 'B-ORGANIZATION': 4 }), scored({ 'I-ORGANIZATION': 9 })])).toEqual([
    { type: 'ORGANIZATION', first: 0, end: 2 },
  ]);
});

test('a name tells how far the other types are, a word on average, in tenths', () => {
  const rows = [scored({ 'B-PERSON': 5, 'B-LOCATION': 4 }), scored({ 'I-PERSON': 5, 'I-LOCATION': 1 })];
  const [name] = bestNames(2, tags, (word, tag) => rows[word]![tag]!);
  expect(name).toMatchObject({ type: 'PERSON', beliefs: { PERSON: 0, LOCATION: -2.5, GROUP: -5 } });
});

test('any scores give names inside the sentence, in order, without overlap', () => {
  const score = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e9));
  const row = fc.array(score, { minLength: LABELS.length, maxLength: LABELS.length });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (scores) => {
      let before = 0;
      for (const { first, end, type } of names(scores)) {
        expect(first).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(first);
        expect(end).toBeLessThanOrEqual(scores.length);
        expect(ENTITY_TYPES).toContain(type);
        before = end;
      }
    }),
  );
});

test('no valid tag sequence scores more', () => {
  const few = ['O', 'B-PERSON', 'I-PERSON', 'B-GROUP', 'I-GROUP'];
  const indices = few.map((label) => LABELS.indexOf(label));
  const follows = (label: string, before: string): boolean =>
    !label.startsWith('I') || (before !== 'O' && before.slice(2) === label.slice(2));
  const sequences = (length: number): string[][] =>
    length === 0
      ? [[]]
      : sequences(length - 1).flatMap((begun) =>
          few.filter((label) => follows(label, begun.at(-1) ?? 'O')).map((label) => [...begun, label]),
        );
  const spansOf = (labels: readonly string[]) =>
    labels.flatMap((label, first) => {
      if (!label.startsWith('B')) return [];
      const after = labels.findIndex((next, index) => index > first && !next.startsWith('I'));
      return [{ type: label.slice(2), first, end: after === -1 ? labels.length : after }];
    });
  const row = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: few.length, maxLength: few.length });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const score = (labels: readonly string[]) =>
        labels.reduce((sum, label, word) => sum + rows[word]![few.indexOf(label)]!, 0);
      const every = sequences(rows.length).map((labels) => ({ total: score(labels), names: spansOf(labels) }));
      const best = Math.max(...every.map(({ total }) => total));
      const found = names(
        rows.map((values) => LABELS.map((_, tag) => (indices.includes(tag) ? values[indices.indexOf(tag)]! : -1e5))),
      );
      expect(every.filter(({ total }) => total === best).map((one) => one.names)).toContainEqual(found);
    }),
    { numRuns: 200 },
  );
});

test('labels of other types are refused', () => {
  expect(() => parseNameTags(['O', 'B-PER', 'I-PER'])).toThrow('its entity labels are O B-PER I-PER');
});
