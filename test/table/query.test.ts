import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Entity, Quotation } from '../../shared/language/analysis.ts';
import { articleRow } from '../../shared/table/rows/article.ts';
import { entitiesOfArticle, paragraphsOf, quotationsOfArticle } from '../../shared/table/article-parts.ts';
import { namedEntities } from '../../shared/table/directory.ts';
import { entitiesOf } from '../../shared/table/rows/entity.ts';
import { letters } from '../../shared/table/keys.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { knownEntity, meetingArticles, mentioningArticles } from '../../shared/table/mentions.ts';
import { quotationsOf } from '../../shared/table/rows/quotation.ts';
import { readArticle, readStatus } from '../../shared/table/read-article.ts';
import { openReader, type Reader } from '../../shared/table/reader.ts';
import type { ReadyArticle } from '../../shared/table/rows/article.ts';
import { quotationsBySpeaker } from '../../shared/table/quotations-by-speaker.ts';
import { openTable, type Item, type Table } from '../../shared/table/table.ts';
import type { Page } from '../../shared/table/time-pages.ts';
import { MemoryTable } from '../invariant/memory-table.ts';
import { type LocalDynamo, putAll, startDynamo } from './local-table.ts';
import { ingest, reject, remove, type Told, tell } from './query-world.ts';

const ARTICLES = 320;
const revisionOf = (number: number) => String(number).padStart(32, '0');
const keyOf = (number: number) => ['', 'desk/', 'Ünïcode ', 'a+b%20"', '#?~'][number % 5]! + `${number}.txt`;

/** An article that stands in the table, read off a scan. */
interface Standing {
  readonly key: string;
  readonly publishedAt: string;
  readonly row: ReadyArticle;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
}

let dynamo: LocalDynamo;
let table: Table & { readonly name: string };
let reader: Reader;
let standing: Standing[];

beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
  reader = openReader(table.name, dynamo.client);
  await putAll(dynamo.client, table.name, await rowsOfTheirPast());
  standing = await scan();
}, 300_000);

/** Written by the calls of the functions, into memory: that takes a tenth of the time of ten thousand requests. */
async function rowsOfTheirPast(): Promise<Item[]> {
  const memory = new MemoryTable();
  const client = { send: async (command: object) => Promise.resolve(memory.answer(command)) };
  const past = openTable('past', client as unknown as DynamoDBDocumentClient);
  const numbers = Array.from({ length: ARTICLES }, (_, number) => number);
  for (const number of numbers) {
    const told = (seed: number): Told => tell(keyOf(number), seed);
    await ingest(past, told(number), revisionOf(1));
    if (number % 4 === 1) await ingest(past, told(number + 10_000), revisionOf(2));
    if (number % 9 === 2) await remove(past, keyOf(number), revisionOf(3));
    if (number % 31 === 3) await reject(past, keyOf(number), revisionOf(4));
  }
  return memory.rows();
}

afterAll(() => dynamo.stop());

/** The oracle: all rows, and filters. */
async function scan(): Promise<Standing[]> {
  const rows = await dynamo.rows(table.name);
  const byArticle = new Map<string, Item[]>();
  for (const row of rows) byArticle.set(row.pk, [...(byArticle.get(row.pk) ?? []), row]);
  return [...byArticle.values()].flatMap((items) => {
    const row = articleRow(items.find(({ sk }) => sk === 'ARTICLE')!);
    if (row.status !== 'READY') return [];
    const beginning = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
    return {
      key: row.key,
      publishedAt: row.publishedAt,
      row,
      entities: entitiesOf(beginning('ENTITY#')),
      quotations: quotationsOf(beginning('QUOTATION#')),
    };
  });
}

const newestFirst = (one: { publishedAt: string; key: string }, other: { publishedAt: string; key: string }): number =>
  Buffer.compare(Buffer.from(`${other.publishedAt}#${other.key}`), Buffer.from(`${one.publishedAt}#${one.key}`));

/** All pages, as a reader turns them; a page never holds more than was asked. */
async function everyPage<T>(
  limit: number,
  ask: (asked: { limit: number; cursor?: string | undefined }) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

/** Pages of every size, in turn: each entity, beginning or pair is read in one of them. */
const SIZES = [1, 2, 3, 7, 20, 100];
const sizeFor = (turn: number): number => SIZES[turn % SIZES.length]!;

/** A busy machine takes its time; nothing here is about speed. */
const LONG = 300_000;

const ids = () => [...new Set(standing.flatMap(({ entities }) => entities.map(({ id }) => id)))].sort();
const mentioning = (id: string) =>
  standing.filter(({ entities }) => entities.some((entity) => entity.id === id)).sort(newestFirst);

test('the suite asks of at least 300 articles, some replaced, removed and rejected', async () => {
  expect(standing.length).toBeGreaterThan(250);
  expect(ids().length).toBeGreaterThan(12);
  expect(await readStatus(table, keyOf(2))).toMatchObject({ status: 'WITHDRAWN', key: keyOf(2) });
  expect(await readStatus(table, keyOf(3))).toMatchObject({ status: 'REJECTED', code: 'EMPTY' });
  expect(await readStatus(table, 'never dropped')).toBeUndefined();
});

test(
  'articles that mention an entity, newest first',
  async () => {
    for (const [turn, id] of ids().entries()) {
      const found = await everyPage(sizeFor(turn), (asked) => mentioningArticles(reader, id, asked));
      expect(found.map(({ key }) => key)).toEqual(mentioning(id).map(({ key }) => key));
    }
  },
  LONG,
);

test('what an article calls an entity', async () => {
  const { items } = await mentioningArticles(reader, 'LOCATION#north-korea', { limit: 100 });
  for (const { key, name, aliases, salience, countryCode } of items) {
    const entity = standing
      .find((article) => article.key === key)!
      .entities.find(({ id }) => id === 'LOCATION#north-korea')!;
    expect({ name, aliases, salience, countryCode }).toEqual({
      name: entity.name,
      aliases: entity.aliases,
      salience: entity.salience,
      countryCode: 'KP',
    });
  }
  expect(await knownEntity(reader, 'LOCATION#north-korea')).toMatchObject({
    name: 'North Korea',
    latest: { key: items[0]!.key },
  });
  expect(await knownEntity(reader, 'PERSON#nobody')).toBeUndefined();
});

/** Edges: an article's own instant, a millisecond around it, days as people write them. */
const RANGES: readonly [from: string | undefined, to: string | undefined, first: string, last: string][] = [
  ['2026-02-01', undefined, '2026-02-01T00:00:00.000Z', '9999'],
  [undefined, '2026-01-31', '0000', '2026-01-31T23:59:59.999Z'],
  ['2026-03-15T09:30:00Z', '2026-03-15T09:30:00Z', '2026-03-15T09:30:00.000Z', '2026-03-15T09:30:00.000Z'],
  ['2026-03-15T18:30:00.001+09:00', '2026-03-31', '2026-03-15T09:30:00.001Z', '2026-03-31T23:59:59.999Z'],
  ['2026-02-28', '2026-03-01', '2026-02-28T00:00:00.000Z', '2026-03-01T23:59:59.999Z'],
  ['2024-02-29', '2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
];

test.each(RANGES)(
  'within dates: %s to %s',
  async (from, to, first, last) => {
    const within = ({ publishedAt }: { publishedAt: string }) => publishedAt >= first && publishedAt <= last;
    for (const id of ids().filter((_, index) => index % 3 === 0)) {
      const articles = await everyPage(3, (asked) => mentioningArticles(reader, id, { from, to, ...asked }));
      expect(articles.map(({ key }) => key)).toEqual(
        mentioning(id)
          .filter(within)
          .map(({ key }) => key),
      );
      const spoken = await everyPage(3, (asked) => quotationsBySpeaker(reader, id, { from, to, ...asked }));
      expect(spoken.map(placeOf)).toEqual(spokenBy(id).filter(within).map(placeOf));
    }
    if (first === '0000') return;
    const latest = await everyPage(5, (asked) =>
      latestArticles(reader, { from, to: to ?? '2026-12-31', now: new Date(), ...asked }),
    );
    expect(latest.map(({ key }) => key)).toEqual(
      standing
        .filter(within)
        .sort(newestFirst)
        .map(({ key }) => key),
    );
  },
  LONG,
);

const placeOf = ({ key, ordinal }: { key: string; ordinal: number }) => `${key} ${ordinal}`;
const spokenBy = (id: string) =>
  standing
    .toSorted(newestFirst)
    .flatMap(({ key, publishedAt, quotations }) =>
      quotations.map((quotation) => ({ key, publishedAt, ...quotation })).reverse(),
    )
    .flatMap((quotation) =>
      quotation.speakers
        .filter((speaker) => speaker.id === id)
        .map(({ name }) => ({ ...quotation, speaker: id, speakerName: name })),
    );

test(
  'quotations by a speaker, newest first',
  async () => {
    for (const [turn, id] of ids().entries()) {
      const found = await everyPage(sizeFor(turn), (asked) => quotationsBySpeaker(reader, id, asked));
      expect(found).toEqual(spokenBy(id).map(({ quoted, ...quotation }) => quotation));
    }
  },
  LONG,
);

test.each([3, 20, 100])('latest articles through the months, %i a page', async (limit) => {
  const expected = standing.toSorted(newestFirst);
  const all = await everyPage(limit, (asked) =>
    latestArticles(reader, { from: '2024-01-01', to: '2026-12-31', now: new Date(), ...asked }),
  );
  expect(all.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
  const unasked = await everyPage(limit, (asked) => latestArticles(reader, { now: new Date('2026-04-10'), ...asked }));
  expect(unasked.map(({ key }) => key)).toEqual(
    expected.filter(({ publishedAt }) => publishedAt >= '2025-04').map(({ key }) => key),
  );
  expect(all[0]).toMatchObject({ language: 'eng', paragraphCount: expected[0]!.row.paragraphCount });
});

/** Lower case without accents, as people type it; of letters and digits. */
const typed = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !['the', 'of'].includes(word));

test(
  'entities by the beginning of any word of a name',
  async () => {
    const known = new Map<string, Set<string>>();
    for (const { id, name, aliases } of standing.flatMap(({ entities }) => entities)) {
      const words = known.get(id) ?? new Set(typed(id.replace(/^.*#~?/, '')));
      for (const word of [name, ...aliases].flatMap(typed)) words.add(word);
      known.set(id, words);
    }
    const beginnings = new Set(
      [...known.values()]
        .flatMap((words) => [...words])
        .flatMap((word) =>
          letters(word).map((_, end) =>
            letters(word)
              .slice(0, end + 1)
              .join(''),
          ),
        ),
    );
    for (const [turn, beginning] of [...beginnings].entries()) {
      const limit = sizeFor(turn);
      if (letters(beginning).length < 2) continue;
      const expected = [...known]
        .filter(([, words]) => [...words].some((word) => word.startsWith(beginning)))
        .map(([id]) => id);
      const found = await everyPage(limit, (asked) => namedEntities(reader, { name: beginning, ...asked }));
      expect([beginning, found.map(({ id }) => id).sort()]).toEqual([beginning, expected.sort()]);
      const people = await everyPage(limit, (asked) =>
        namedEntities(reader, { name: beginning, type: 'PERSON', ...asked }),
      );
      expect(people.map(({ id }) => id).sort()).toEqual(expected.filter((id) => id.startsWith('PERSON#')));
    }
  },
  LONG,
);

test('several words, little words, marks and capitals in the question', async () => {
  const idsOf = async (name: string) => (await namedEntities(reader, { name, limit: 100 })).items.map(({ id }) => id);
  expect(await idsOf('Jake SULL')).toEqual(['PERSON#jake-sullivan']);
  expect(await idsOf('J. Sull')).toEqual(['PERSON#jake-sullivan']);
  expect(await idsOf('sull')).toEqual(expect.arrayContaining(['PERSON#jake-sullivan', 'PERSON#arthur-sullivan']));
  expect(await idsOf('South Koreans')).toEqual(['GROUP#south-korean']);
  expect(await idsOf('states')).toEqual(['LOCATION#united-states']);
  expect(await idsOf('the bank of korea')).toEqual(['ORGANIZATION#bank-of-korea']);
  expect(await idsOf("maire o'brien")).toEqual(['PERSON#maire-obrien']);
  expect(await idsOf('Zeljko')).toEqual(['PERSON#zeljko-ivanovic']);
  await expect(namedEntities(reader, { name: 's', limit: 10 })).rejects.toThrow('at least 2 letters');
  await expect(namedEntities(reader, { name: '?!', limit: 10 })).rejects.toThrow('at least 2 letters');
});

test(
  'articles in which two entities meet',
  async () => {
    // A third of the pairs, each entity in several.
    const pairs = ids()
      .flatMap((one, row) =>
        ids().flatMap((other, column) => ((row + column) % 3 === 0 ? [[one, other] as const] : [])),
      )
      .filter(([one, other]) => one < other);
    expect(new Set(pairs.flat())).toEqual(new Set(ids()));
    for (const [turn, [one, other]] of pairs.entries()) {
      const expected = mentioning(one).filter(({ entities }) => entities.some(({ id }) => id === other));
      const limit = turn % 20 === 0 ? 1 : SIZES[2 + (turn % 4)]!;
      const pair = turn % 2 === 0 ? ([one, other] as const) : ([other, one] as const);
      const found = await everyPage(limit, (asked) => meetingArticles(reader, pair, asked));
      expect(found.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    }
  },
  LONG,
);

test.each([1, 2, 100])('the parts of an article, %i a page', async (limit) => {
  for (const { key, row } of standing.slice(0, 25)) {
    const stored = (await readArticle(table, key))!;
    expect(await everyPage(limit, (asked) => paragraphsOf(reader, row, asked))).toEqual(stored.paragraphs);
    expect(await everyPage(limit, (asked) => entitiesOfArticle(reader, row, asked))).toEqual(stored.entities);
    expect(await everyPage(limit, (asked) => quotationsOfArticle(reader, row, asked))).toEqual(stored.quotations);
  }
});

test('a cursor belongs to its question', async () => {
  const { cursor } = await mentioningArticles(reader, 'LOCATION#seoul', { limit: 1 });
  const others = [
    () => mentioningArticles(reader, 'PERSON#~kim', { limit: 1, cursor }),
    () => mentioningArticles(reader, 'LOCATION#seoul', { limit: 1, cursor, from: '2020-01-01' }),
    () => quotationsBySpeaker(reader, 'LOCATION#seoul', { limit: 1, cursor }),
    () => latestArticles(reader, { limit: 1, cursor, now: new Date() }),
    () => namedEntities(reader, { name: 'seoul', limit: 1, cursor }),
    () => meetingArticles(reader, ['LOCATION#seoul', 'PERSON#~kim'], { limit: 1, cursor }),
    () => mentioningArticles(reader, 'LOCATION#seoul', { limit: 1, cursor: `${cursor!}AAAA` }),
    () => mentioningArticles(reader, 'LOCATION#seoul', { limit: 1, cursor: 'nonsense' }),
  ];
  for (const ask of others) await expect(ask()).rejects.toThrow('The cursor does not belong to this question');
  const again = await mentioningArticles(reader, 'LOCATION#seoul', { limit: 1, cursor });
  expect(again.items[0]!.key).toBe(mentioning('LOCATION#seoul')[1]!.key);
});

test('a forged cursor reads nothing but its own partition', async () => {
  const { cursor } = await mentioningArticles(reader, 'LOCATION#seoul', { limit: 1 });
  const [digest] = JSON.parse(Buffer.from(cursor!, 'base64url').toString()) as string[];
  const forge = (...position: string[]) => Buffer.from(JSON.stringify([digest, ...position])).toString('base64url');
  const stolen = forge('2026-03-01T00:00:00.000Z#x', 'ARTICLE#x', 'ENTITY#PERSON#~kim');
  const { items } = await mentioningArticles(reader, 'LOCATION#seoul', { limit: 100, cursor: stolen }).catch(() => ({
    items: [],
  }));
  const own = new Set(mentioning('LOCATION#seoul').map(({ key }) => key));
  expect(items.every(({ key }) => own.has(key))).toBe(true);
  for (const position of [[], ['x'], ['9999', 'QUEUE#x', 'y'], ['2026-03-01T00:00:00.000Z#x', 'ARTICLE#x', '']]) {
    const ask = mentioningArticles(reader, 'LOCATION#seoul', { limit: 1, cursor: forge(...position) });
    await expect(ask).rejects.toThrow('The cursor does not belong to this question');
  }
});

test.each([
  { from: '2026-02-30' },
  { to: '2026-13-01' },
  { from: 'yesterday' },
  { from: '2026-03-02', to: '2026-03-01' },
  { to: '2026-03-01T25:00:00Z' },
])('dates that make no range are refused: %j', async (range) => {
  await expect(mentioningArticles(reader, 'LOCATION#seoul', { ...range, limit: 1 })).rejects.toThrow(
    /is no date|Nothing lies between/,
  );
});
