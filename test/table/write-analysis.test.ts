import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Analysis, Entity, Quotation } from '../../shared/language/analysis.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { writeArticle } from '../../shared/table/write-article.ts';
import { type LocalDynamo, startDynamo } from './local-table.ts';
import { toNobody } from './to-nobody.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const span = { paragraph: 0, start: 0, end: 3, text: 'Ada' };

const entity = (number: number): Entity => ({
  id: `PERSON#ada-${number}`,
  type: 'PERSON',
  name: `Ada ${number}`,
  aliases: [],
  roles: [],
  salience: 0,
  mentions: [{ ...span, kind: 'name' }],
});

const quotation = (ordinal: number): Quotation => ({
  ordinal,
  kind: 'direct',
  contents: [span],
  quoted: [span],
  cue: null,
  cueKind: null,
  source: null,
  speakers: [],
  speaker: null,
  rule: 'nobody',
  confidence: 0,
});

const many = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => make(number));

test.each<[string, Partial<Analysis>, RegExp]>([
  ['more rows than can be written in time', { entities: many(25_000, entity) }, /\brows, at most 40000/],
  ['more quotations than can be numbered', { quotations: many(10_001, quotation) }, /10001 quotations, at most 10000/],
])('what is too much to store is rejected before a row is written: %s', async (_, found, reason) => {
  const table = await dynamo.createTable();
  const version = { key: 'a.txt', revision: '1' };
  const article = { paragraphs: [{ ordinal: 0, text: 'Ada said so.' }], bylines: [] };
  await writeArticle(toNobody(table), { ...version, publishedAt: '2026-11-24T06:00:00.000Z', article });
  const extraction = await beginExtraction(toNobody(table), { ...version, extractorVersion: 1 });
  const analysis = { language: 'eng', entities: [], quotations: [], ...found };
  await expect(completeExtraction(toNobody(table), extraction!, analysis)).rejects.toMatchObject({
    name: 'ArticleRejected',
    code: 'RESULT_TOO_LARGE',
    message: expect.stringMatching(reason) as unknown,
  });
  expect((await dynamo.rows(table.name)).map(({ sk }) => sk)).toEqual(['ARTICLE', 'PARAGRAPH#0000']);
});
