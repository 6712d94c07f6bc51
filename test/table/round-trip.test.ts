import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import type { Analysis, Entity, Quotation } from '../../shared/language/analysis.ts';
import { openTable } from '../../shared/table/table.ts';
import { readArticle, readStatus } from '../../shared/table/read-article.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { writeArticle } from '../../shared/table/write-article.ts';
import { article, entities, quotations } from './arbitrary.ts';
import { type LocalDynamo, startDynamo } from './local-table.ts';
import { toNobody } from './to-nobody.ts';

let dynamo: LocalDynamo;
let table: Awaited<ReturnType<LocalDynamo['createTable']>>;

beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
});
afterAll(() => dynamo.stop());

const revision = '0055AED6DCD90281E500000000000000';
const publishedAt = '2026-11-24T03:18:51.000Z';
const paragraphs = [{ ordinal: 0, text: 'A text.' }];

const store = async (key: string, analysis: Analysis, ofArticle: Parameters<typeof writeArticle>[1]['article']) => {
  await writeArticle(toNobody(table), { key, revision, publishedAt, article: ofArticle });
  const extraction = await beginExtraction(toNobody(table), { key, revision, extractorVersion: 1 });
  return completeExtraction(toNobody(table), extraction!, analysis);
};

test('what is written is read: article, paragraphs, entities and quotations', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(article, entities, quotations, async (article, entities, quotations) => {
      const key = `round trip/${serial++}`;
      expect(await store(key, { language: 'eng', entities, quotations }, article)).toBe(true);
      const stored = await readArticle(table, key);
      const { paragraphs, ...front } = article;
      expect(stored!.article).toEqual({
        key,
        revision,
        status: 'READY',
        extractorVersion: 1,
        publishedAt,
        paragraphCount: paragraphs.length,
        ...front,
        language: 'eng',
        entityCount: entities.length,
        quotationCount: quotations.length,
      });
      expect(stored!.paragraphs).toEqual(paragraphs);
      expect(sorted(stored!.entities)).toEqual(sorted(entities));
      expect(stored!.quotations).toEqual(quotations);
      expect(await readStatus(table, key)).toEqual(stored!.article);
    }),
    { numRuns: 25 },
  );
});

const sorted = (entities: readonly Entity[]) => [...entities].sort((one, other) => (one.id < other.id ? -1 : 1));

const entity = (id: string, count: number): Entity => ({
  id,
  type: id.split('#')[0] as Entity['type'],
  name: 'Jane Roe',
  aliases: ['Roe'],
  roles: [],
  salience: 0.5,
  mentions: Array.from({ length: count }, (_, start) => ({
    paragraph: 0,
    start,
    end: start + 3,
    text: 'Roe',
    kind: 'name',
  })),
});

const quotation = (contents: string[]): Quotation => ({
  ordinal: 0,
  kind: 'direct',
  contents: contents.map((text, paragraph) => ({ paragraph, start: 0, end: text.length, text })),
  quoted: contents.map((text, paragraph) => ({ paragraph, start: 0, end: text.length, text })),
  cue: null,
  cueKind: null,
  source: null,
  speakers: [{ id: 'PERSON#jane-roe', name: 'Jane Roe' }],
  speaker: 'PERSON#jane-roe',
  speakerName: 'Jane Roe',
  rule: 'test',
  confidence: 1,
});

test('an entity of 7,000 mentions, and a quotation of 600 KB, take several rows and are read whole', async () => {
  const analysis = {
    language: 'eng',
    entities: [entity('PERSON#jane-roe', 7_000), entity('DATE#monday', 7_000)],
    quotations: [quotation(['a', 'b'].map((letter) => letter.repeat(300_000)))],
  };
  expect(await store('long', analysis, { paragraphs, bylines: [] })).toBe(true);
  const stored = await readArticle(table, 'long');
  expect(sorted(stored!.entities)).toEqual(sorted(analysis.entities));
  expect(stored!.quotations).toEqual(analysis.quotations);

  const found = (await dynamo.rows(table.name)).filter(
    ({ pk, timePk, namePk }) => pk === 'ARTICLE#long' && (timePk ?? namePk) !== undefined,
  );
  expect(found.map(({ sk, timePk }) => [sk, timePk])).toEqual([
    ['ARTICLE', 'ARTICLES#2026-11'],
    ['ENTITY#PERSON#jane-roe', undefined],
    ['NAME#roe#PERSON#jane-roe', undefined],
    ['QUOTATION#0000', 'SPEAKER#PERSON#jane-roe'],
  ]);
  expect(found.filter(({ namePk }) => namePk !== undefined).map(({ nameSk }) => nameSk)).toEqual([
    'jane#PERSON#jane-roe#2026-11-24T03:18:51.000Z#long',
    'roe#PERSON#jane-roe',
  ]);
});

test('what fits no row is rejected with the remedy, before anything is written', async () => {
  const vast = { ...entity('PERSON#jane-roe', 1), name: 'x'.repeat(500_000) };
  await expect(
    store('vast', { language: 'eng', entities: [vast], quotations: [] }, { paragraphs, bylines: [] }),
  ).rejects.toThrow(/needs a row of 5\d+ bytes \(ENTITY\), a row has at most 409600: drop the article in parts/);
  const many = Array.from({ length: 10_001 }, (_, ordinal) => ({ ...quotation(['a']), ordinal }));
  await expect(
    store('many', { language: 'eng', entities: [], quotations: many }, { paragraphs, bylines: [] }),
  ).rejects.toThrow('10001 quotations, at most 10000 are stored: drop it in parts');
});

test('dates and amounts share a row without an index; names have one each', async () => {
  const found = ['DATE#monday', 'MONEY#5-dollars', 'QUANTITY#two', 'PERSON#a', 'GROUP#b'].map((id) => entity(id, 1));
  await store('packed', { language: 'eng', entities: found, quotations: [] }, { paragraphs, bylines: [] });
  const rows = (await dynamo.rows(table.name)).filter(
    ({ pk, sk }) => pk === 'ARTICLE#packed' && !sk.startsWith('NAME#'),
  );
  expect(rows.map(({ sk, timePk, namePk }) => [sk, timePk ?? namePk])).toEqual([
    ['ARTICLE', 'ARTICLES#2026-11'],
    ['ENTITY#GROUP#b', 'NAMES#b'],
    ['ENTITY#PERSON#a', 'NAMES#a'],
    ['ENTITY#VALUES', undefined],
    ['PARAGRAPH#0000', undefined],
  ]);
});

test('an article whose rows take more than the megabyte of one page is read whole', async () => {
  const many = Array.from({ length: 40 }, (_, ordinal) => ({ ordinal, text: String(ordinal).padEnd(30_000, '.') }));
  await writeArticle(toNobody(table), {
    key: 'pages',
    revision,
    publishedAt,
    article: { paragraphs: many, bylines: [] },
  });
  expect((await readArticle(table, 'pages'))!.paragraphs).toEqual(many);
});

test('throttles are waited out, for as long as the signal says', async () => {
  let refusals = 8;
  const busy = DynamoDBDocumentClient.from(new DynamoDBClient({ ...dynamo.settings, maxAttempts: 1 }));
  busy.middlewareStack.add(
    (next) => (sent) => {
      if (refusals-- > 0)
        throw Object.assign(new Error('Slow down'), { name: 'ProvisionedThroughputExceededException' });
      return next(sent);
    },
    { step: 'initialize' },
  );
  const row = { pk: 'a', sk: 'a' };
  expect(await openTable(table.name, busy).put(row, { expression: 'attribute_not_exists(pk)' })).toBe(true);

  refusals = Number.POSITIVE_INFINITY;
  const impatient = openTable(table.name, busy).withSignal(AbortSignal.timeout(50));
  await expect(impatient.get(row)).rejects.toThrow('Slow down');
  busy.destroy();
});
