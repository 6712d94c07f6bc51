/**
 * How long each question takes in a table of a thousand articles and in one of a hundred thousand: `npm run measure -- questions`
 * (`-- 1000 100000`). Rows are written directly; the engine is the local one, or that of CONFORMANCE_ENDPOINT.
 */
import { entitiesOfArticle, quotationsOfArticle } from '../../shared/table/article-parts.ts';
import { namedEntities } from '../../shared/table/directory.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { meetingArticles, mentioningArticles } from '../../shared/table/mentions.ts';
import { readArticle } from '../../shared/table/read-article.ts';
import { openReader } from '../../shared/table/reader.ts';
import { quotationsBySpeaker } from '../../shared/table/quotations-by-speaker.ts';
import { openTable } from '../../shared/table/table.ts';
import { startDynamo } from '../../test/table/local-table.ts';
import { archivedKey, fillArchive, REVISION } from './archive.ts';

const ROUNDS = 60;
/** The compiler has seen it all by then, in the small table as in the large one. */
const WARM_UP = 150;

const dynamo = await startDynamo();
const { name } = await dynamo.createTable();
const table = openTable(name, dynamo.client);
const reader = openReader(name, dynamo.client);
const row = { key: archivedKey(7), revision: REVISION };
const now = new Date('2026-04-30');

const questions: Record<string, () => Promise<unknown>> = {
  'an article with everything in it': () => readArticle(table, archivedKey(7)),
  'its entities': () => entitiesOfArticle(reader, row, { limit: 20 }),
  'its quotations': () => quotationsOfArticle(reader, row, { limit: 20 }),
  'latest articles': () => latestArticles(reader, { limit: 20, now }),
  'articles that mention an entity': () => mentioningArticles(reader, 'PERSON#jake-sullivan', { limit: 20 }),
  'the same within dates': () =>
    mentioningArticles(reader, 'PERSON#jake-sullivan', { limit: 20, from: '2026-02-01', to: '2026-02-20' }),
  'quotations by a speaker': () => quotationsBySpeaker(reader, 'PERSON#jake-sullivan', { limit: 20 }),
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
  await fillArchive(dynamo.client, name, written, size);
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
