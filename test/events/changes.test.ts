import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween, digestOf } from '../../shared/events/changes.ts';
import { attributesOf, listedSpeakers, MAX_CHANGES_BYTES, type ResultEvent } from '../../shared/events/result-event.ts';
import type { Entity, Quotation } from '../../shared/language/analysis.ts';

interface Said {
  readonly words: string;
  readonly by?: string;
}

const quotations = (said: readonly Said[]) =>
  said.map(({ words, by }, ordinal) => ({
    ordinal,
    kind: 'direct',
    contents: [{ paragraph: ordinal, start: 0, end: words.length, text: words }],
    speakers: by === undefined ? [] : [{ id: `PERSON#${by}`, name: by }],
  })) as unknown as Quotation[];
const entities = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([id, name]) => ({ id, name, aliases: [] }) as unknown as Entity);
const changes = (before: readonly Said[], after: readonly Said[]) =>
  changesBetween(digestOf([], quotations(before)), digestOf([], quotations(after))).statements;

test('a statement that stands elsewhere is the same; one of another speaker, or of other words, is altered', () => {
  const held = { words: 'It will hold.', by: 'quill' };
  const waited = { words: 'We waited.', by: 'brandt' };
  const before = [held, waited, { words: 'I saw nothing.', by: 'brandt' }, { words: 'No.' }];
  expect(changes(before, [waited, held, { words: 'I saw nothing.', by: 'quill' }])).toEqual({
    added: [],
    altered: [{ ordinal: 2, was: 2, speakers: ['PERSON#quill'] }],
    removed: [{ ordinal: 3, speakers: [] }],
  });
  expect(changes([held], [{ ...held, words: 'It may hold.' }, waited])).toEqual({
    added: [{ ordinal: 1, speakers: ['PERSON#brandt'] }],
    altered: [{ ordinal: 0, was: 0, speakers: ['PERSON#quill'] }],
    removed: [],
  });
});

test('names come, go, and are written otherwise', () => {
  const before = digestOf(entities({ 'PERSON#quill': 'Quill', 'LOCATION#tarn': 'Tarn' }), []);
  const after = digestOf(entities({ 'PERSON#quill': 'Mara Quill', 'PERSON#brandt': 'Brandt' }), []);
  expect(changesBetween(before, after).names).toEqual({
    added: ['PERSON#brandt'],
    altered: ['PERSON#quill'],
    removed: ['LOCATION#tarn'],
  });
});

const said = fc.array(
  fc.record({ words: fc.constantFrom('a', 'b', 'c', 'd'), by: fc.constantFrom('x', 'y', undefined) }),
  { maxLength: 8 },
) as fc.Arbitrary<Said[]>;

test('each statement of both versions is the same, altered, added or removed, once', () => {
  fc.assert(
    fc.property(said, said, (before, after) => {
      const { added, altered, removed } = changes(before, after);
      const same = before.length - removed.length - altered.length;
      expect(same + altered.length + added.length).toBe(after.length);
      const touched = [...added, ...altered].map(({ ordinal }) => ordinal);
      expect(new Set(touched).size).toBe(touched.length);
      expect(changes(after, after)).toEqual({ added: [], altered: [], removed: [] });
    }),
  );
});

test('the largest event is below what SNS takes, in whatever script', () => {
  const text = '\u8a18'.repeat(500);
  const ids = Array.from({ length: 9_000 }, (_, index) => `PERSON#記者-${index}`);
  const speakers = listedSpeakers(ids);
  expect(speakers.at(-1)).toBe('*');
  const event = {
    key: '\u8a18'.repeat(341),
    source: text,
    reason: text,
    speakers,
    filler: 'x'.repeat(MAX_CHANGES_BYTES),
  } as unknown as ResultEvent;
  const body = JSON.stringify(event).replace(/[\u007F-\uFFFF]/g, '\\uFFFF');
  expect(body.length + Buffer.byteLength(JSON.stringify(attributesOf(event)))).toBeLessThan(256 * 1024);
});

test('what SNS refuses in an attribute is replaced, what is empty left out', () => {
  const event = { status: 'READY', key: 'a\u0001b\uD800', source: '', speakers: [] } as unknown as ResultEvent;
  expect(attributesOf(event)).toEqual({ status: 'READY', key: 'a\uFFFDb\uFFFD' });
});
