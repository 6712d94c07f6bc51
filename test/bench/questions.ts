/**
 * How long each question takes in a table of a thousand articles and in one of a hundred thousand: `npm run bench:questions`
 * (`-- 1000 100000`). Rows are written directly; the engine is the local one, or that of CONFORMANCE_ENDPOINT.
 */
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articleItem, paragraphItem } from '../../shared/table/article-items.ts';
import { entitiesOfArticle, quotationsOfArticle } from '../../shared/table/article-parts.ts';
import { directoryItems } from '../../shared/table/directory-items.ts';
import { namedEntities } from '../../shared/table/directory.ts';
import { entityItems } from '../../shared/table/entity-items.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { meetingArticles, mentioningArticles } from '../../shared/table/mentions.ts';
import { quotationItems } from '../../shared/table/quotation-items.ts';
import { readArticle } from '../../shared/table/read-article.ts';
import { openReader } from '../../shared/table/reader.ts';
import type { ReadyArticle } from '../../shared/table/rows.ts';
import { spokenQuotations } from '../../shared/table/spoken.ts';
import { type Item, openTable } from '../../shared/table/table.ts';
import { startDynamo } from '../table/local-table.ts';
import { tell } from '../table/query-world.ts';

const REVISION = '0'.repeat(32);
const ROUNDS = 60;
/** The compiler has seen it all by then, in the small table as in the large one. */
const WARM_UP = 150;

const keyOf = (number: number) => `archive/${number}.txt`;

/** Fewer entities an article than the suites have, lest a hundred thousand take an hour to write. */
function rowsOf(number: number): Item[] {
  const { key, publishedAt, article, analysis } = tell(keyOf(number), number);
  const entities = analysis.entities.slice(0, 2);
  const quotations = analysis.quotations.slice(0, 1);
  const row: ReadyArticle = {
    key,
    revision: REVISION,
    status: 'READY',
    publishedAt,
    paragraphCount: 1,
    bylines: [],
    extractor: 1,
    language: 'eng',
    entityCount: entities.length,
    quotationCount: quotations.length,
  };
  return [
    articleItem(row),
    paragraphItem(key, REVISION, article.paragraphs[0]!),
    ...entityItems(row, entities),
    ...directoryItems(row, entities),
    ...quotationItems(row, quotations),
  ];
}

async function fill(client: DynamoDBDocumentClient, table: string, from: number, to: number): Promise<void> {
  let batch: Item[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    batch = [];
  };
  for (let number = from; number < to; number++) {
    for (const row of rowsOf(number)) {
      batch.push(row);
      if (batch.length === 25) await flush();
    }
    if (number % 10_000 === 0) console.error(`${number} of ${to}`);
  }
  await flush();
}

const dynamo = await startDynamo();
const { name } = await dynamo.createTable();
const table = openTable(name, dynamo.client);
const reader = openReader(name, dynamo.client);
const row = { key: keyOf(7), revision: REVISION };
const now = new Date('2026-04-30');

const questions: Record<string, () => Promise<unknown>> = {
  'an article with everything in it': () => readArticle(table, keyOf(7)),
  'its entities': () => entitiesOfArticle(reader, row, { limit: 20 }),
  'its quotations': () => quotationsOfArticle(reader, row, { limit: 20 }),
  'latest articles': () => latestArticles(reader, { limit: 20, now }),
  'articles that mention an entity': () => mentioningArticles(reader, 'PERSON#jake-sullivan', { limit: 20 }),
  'the same within dates': () =>
    mentioningArticles(reader, 'PERSON#jake-sullivan', { limit: 20, from: '2026-02-01', to: '2026-02-20' }),
  'quotations by a speaker': () => spokenQuotations(reader, 'PERSON#jake-sullivan', { limit: 20 }),
  'entities by the beginning of a name': () => namedEntities(reader, { name: 'sul', limit: 20 }),
  'articles in which two entities meet': () =>
    meetingArticles(reader, ['PERSON#jake-sullivan', 'PERSON#arthur-sullivan'], { limit: 5 }),
};

/** Milliseconds of the fastest tenth: what the question takes, not what else the machine does. */
async function time(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const began = performance.now();
    await ask();
    if (round >= WARM_UP) times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[ROUNDS / 10]!;
}

const sizes = process.argv.slice(2).map(Number);
const measured: Record<string, Record<string, string>> = {};
let written = 0;
const first: Record<string, number> = {};
for (const size of sizes.length > 0 ? sizes : [1_000, 100_000]) {
  await fill(dynamo.client, name, written, size);
  written = size;
  for (const [question, ask] of Object.entries(questions)) {
    const fastest = await time(ask);
    first[question] ??= fastest;
    measured[question] = {
      ...measured[question],
      [`${size} articles`]: `${fastest.toFixed(1)} ms`,
      ratio: (fastest / first[question]).toFixed(2),
    };
  }
  console.table(measured);
}
await dynamo.stop();
