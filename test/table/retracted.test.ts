import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Article } from '../../shared/article/article.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import { namedEntities } from '../../shared/table/directory.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { knownEntity, meetingArticles, mentioningArticles } from '../../shared/table/mentions.ts';
import { readArticle } from '../../shared/table/read-article.ts';
import { openReader, type Reader } from '../../shared/table/reader.ts';
import { articleItem } from '../../shared/table/rows/article.ts';
import { quotationsBySpeaker } from '../../shared/table/quotations-by-speaker.ts';
import type { Table } from '../../shared/table/table.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';
import { type LocalDynamo, startDynamo } from './local-table.ts';
import { toNobody } from './to-nobody.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const ANN = 'PERSON#ann-arkwright';
const PORT = 'ORGANIZATION#port-authority';
const publishedAt = '2026-11-24T06:00:00.000Z';
const [FIRST, SECOND] = ['1'.padEnd(32, '0'), '2'.padEnd(32, '0')];

const article = (text: string): Article => ({ paragraphs: [{ ordinal: 0, text }], bylines: [] });
const span = (text: string) => ({ paragraph: 0, start: 0, end: text.length, text });

/** Ann Arkwright and the Port Authority, and one statement of hers. */
const analysis = (words: string): Analysis => ({
  language: 'eng',
  entities: [
    { id: ANN, type: 'PERSON' as const, name: 'Ann Arkwright' },
    { id: PORT, type: 'ORGANIZATION' as const, name: 'Port Authority' },
  ].map((named) => ({ ...named, aliases: [], roles: [], salience: 1, mentions: [{ ...span(words), kind: 'name' }] })),
  quotations: [
    {
      ordinal: 0,
      kind: 'direct',
      contents: [span(words)],
      quoted: [span(words)],
      cue: null,
      cueKind: null,
      source: null,
      speakers: [{ id: ANN, name: 'Ann' }],
      speaker: ANN,
      speakerName: 'Ann',
      rule: 'test',
      confidence: 1,
    },
  ],
});

async function ingest(table: Table, key: string, revision: string, words: string): Promise<void> {
  await writeArticle(toNobody(table), { key, revision, publishedAt, article: article(words) });
  const extraction = await beginExtraction(toNobody(table), { key, revision, extractorVersion: 1 });
  await completeExtraction(toNobody(table), extraction!, analysis(words));
}

/** All that can be asked, as one text. */
async function everyAnswer(table: Table, reader: Reader): Promise<string> {
  const page = { limit: 10 };
  const answers = [
    await readArticle(table, 'a.txt'),
    await latestArticles(reader, { ...page, now: new Date('2026-11-30') }),
    await namedEntities(reader, { ...page, name: 'arkwright' }),
    await namedEntities(reader, { ...page, name: 'port' }),
    await mentioningArticles(reader, ANN, page),
    await meetingArticles(reader, [ANN, PORT], page),
    await knownEntity(reader, ANN),
    await quotationsBySpeaker(reader, ANN, page),
  ];
  return JSON.stringify(answers);
}

/** What becomes of the first revision, and stops there. */
const STEPS: Record<string, (table: Table) => Promise<unknown>> = {
  'a correction is known, and its function died at once': (table) =>
    table.put(
      articleItem({
        key: 'a.txt',
        revision: SECOND,
        status: 'PENDING',
        publishedAt,
        paragraphCount: 1,
        bylines: [],
      }),
      { expression: 'attribute_exists(pk)' },
    ),
  'a correction waits for its extraction': (table) =>
    writeArticle(toNobody(table), { key: 'a.txt', revision: SECOND, publishedAt, article: article('We do not know.') }),
  'a correction is done': (table) => ingest(table, 'a.txt', SECOND, 'We do not know.'),
  'the article is withdrawn': (table) => withdrawArticle(toNobody(table), { key: 'a.txt', revision: SECOND }),
};

test.each(Object.entries(STEPS))('no question gives retracted words: %s', async (_, step) => {
  const table = await dynamo.createTable();
  const reader = openReader(table.name, dynamo.client);
  await ingest(table, 'a.txt', FIRST, 'The bridge is safe.');
  await ingest(table, 'b.txt', FIRST, 'The bridge is closed.');
  expect(await everyAnswer(table, reader)).toContain('The bridge is safe.');

  await step(table);
  const answers = await everyAnswer(table, reader);
  expect(answers).not.toContain('The bridge is safe.');
  expect(answers).toContain('The bridge is closed.');
});

test('a correction that waits has taken the old words out of the table itself', async () => {
  const table = await dynamo.createTable();
  await ingest(table, 'a.txt', FIRST, 'The bridge is safe.');
  await writeArticle(toNobody(table), {
    key: 'a.txt',
    revision: SECOND,
    publishedAt,
    article: article('We do not know.'),
  });
  expect((await dynamo.rows(table.name)).map(({ sk }) => sk)).toEqual(['ARTICLE', 'PARAGRAPH#0000']);
});

test('while a later extractor reads the same words anew, they are told on', async () => {
  const table = await dynamo.createTable();
  const reader = openReader(table.name, dynamo.client);
  await ingest(table, 'a.txt', FIRST, 'The bridge is safe.');
  await beginExtraction(toNobody(table), { key: 'a.txt', revision: FIRST, extractorVersion: 2 });
  expect((await quotationsBySpeaker(reader, ANN, { limit: 10 })).items).toHaveLength(1);
});
