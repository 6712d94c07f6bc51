import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  articleKey,
  articleOfPartition,
  directoryEntry,
  directoryKey,
  entityKey,
  latestKey,
  MAX_ORDINAL,
  mentionedKey,
  paragraphKey,
  quotationKey,
  spokenKey,
  valuesKey,
} from '../../shared/table/keys.ts';

const AT = '2026-11-24T03:18:51.000Z';

/** What S3 takes for a key: 1 to 1,024 bytes of UTF-8. */
const s3Key = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
  .filter((key) => Buffer.byteLength(key) <= 1024);
const longKey = fc.constantFrom('k'.repeat(1024), '記'.repeat(341), '🗞'.repeat(256), 'é'.repeat(512), '#'.repeat(1024));
const key = fc.oneof(s3Key, longKey);
const entityId = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('x'.repeat(5_000), '記'.repeat(3_000)))
  .map((slug) => `PERSON#${slug}`);
const ordinal = fc.integer({ min: 0, max: MAX_ORDINAL });

test('an article is found under the key that was dropped, whatever its characters', () => {
  fc.assert(fc.property(key, (key) => articleOfPartition(articleKey(key).pk) === key));
});

test('keys stay within what DynamoDB takes: 2,048 bytes a partition key, 1,024 a sort key', () => {
  fc.assert(
    fc.property(key, entityId, ordinal, (key, id, ordinal) => {
      const keys = [
        articleKey(key),
        paragraphKey(key, ordinal),
        entityKey(key, id, ordinal),
        quotationKey(key, ordinal, ordinal),
      ];
      const timeKeys = [latestKey(key, AT), spokenKey(key, ordinal, id, AT)];
      const nameKeys = [mentionedKey(key, 'word', id, AT), directoryKey('word', id)];
      for (const { pk, sk } of [
        ...keys,
        ...timeKeys.map(({ timePk, timeSk }) => ({ pk: timePk, sk: timeSk })),
        ...nameKeys.map(({ namePk, nameSk }) => ({ pk: namePk, sk: nameSk })),
      ]) {
        expect(Buffer.byteLength(pk)).toBeLessThanOrEqual(2048);
        expect(Buffer.byteLength(sk)).toBeLessThanOrEqual(1024);
        expect(pk.isWellFormed() && sk.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('different rows have different keys', () => {
  fc.assert(
    fc.property(key, entityId, entityId, ordinal, ordinal, (key, id, otherId, ordinal, other) => {
      fc.pre(id !== otherId && ordinal !== other);
      const sorts = [
        articleKey(key),
        entityKey(key, id),
        entityKey(key, otherId),
        paragraphKey(key, ordinal),
        paragraphKey(key, other),
        quotationKey(key, ordinal),
        quotationKey(key, other),
        valuesKey(key, 0),
        valuesKey(key, 1),
      ].map(({ sk }) => sk);
      expect(new Set(sorts).size).toBe(sorts.length);
    }),
  );
});

test('names that differ after their first thousand bytes stay apart', () => {
  const [one, other] = ['a', 'b'].map((end) => entityKey('k', `PERSON#${'x'.repeat(2_000)}${end}`).sk);
  expect(one).not.toBe(other);
});

test('mentions of an entity sort by time, behind its entry and before other entities', () => {
  fc.assert(
    fc.property(key, key, entityId, (key, other, id) => {
      const entry = directoryEntry('word', id);
      const [earlier, later] = [
        mentionedKey(key, 'word', id, '2026-11-24T03:18:51.000Z').nameSk,
        mentionedKey(other, 'word', id, '2026-11-24T03:18:51.001Z').nameSk,
      ];
      const keys = [entry, earlier, later, directoryEntry('word', `${id.slice(0, 200)}-x`)];
      expect([earlier, later].every((sort) => sort.startsWith(`${entry}#2026-11-24T03:18:51.00`))).toBe(true);
      if (id.length < 200) expect(keys.toSorted(bytewise)).toEqual(keys);
    }),
  );
});

const bytewise = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

test('paragraphs sort in reading order', () => {
  const keys = [0, 1, 9, 10, 99, 100, 1_000, 9_999].map((ordinal) => paragraphKey('k', ordinal).sk);
  expect([...keys].sort()).toEqual(keys);
});

test('the article sorts before all its children', () => {
  const children = [entityKey('k', 'PERSON#a'), valuesKey('k', 0), paragraphKey('k', 0), quotationKey('k', 0)];
  expect(children.every(({ sk }) => articleKey('k').sk < sk)).toBe(true);
});

test('an ordinal that four digits cannot hold is refused', () => {
  for (const ordinal of [-1, 0.5, Number.NaN, MAX_ORDINAL + 1]) {
    expect(() => paragraphKey('k', ordinal)).toThrow('from 0 to 9999');
  }
});
