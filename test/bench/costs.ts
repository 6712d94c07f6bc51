/**
 * What an article costs to write and a question to read: `npm run bench:costs -- FILE`. Units of rows and reads are those that
 * the engine returns with each call; it returns none for index rows, whose units are worked out from their size.
 */
import { readFileSync } from 'node:fs';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-tags/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { entitiesOfArticle, paragraphsOf, quotationsOfArticle } from '../../shared/table/article-parts.ts';
import { namedEntities } from '../../shared/table/directory.ts';
import { NAME_INDEX, NAME_INDEX_CARRIES, TIME_INDEX, TIME_INDEX_CARRIES } from '../../shared/table/keys.ts';
import { sizeOfItem } from '../../shared/table/item-size.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { meetingArticles, mentioningArticles } from '../../shared/table/mentions.ts';
import { readArticle, readStatus } from '../../shared/table/read-article.ts';
import { openReader } from '../../shared/table/reader.ts';
import { spokenQuotations } from '../../shared/table/spoken.ts';
import { type Item, openTable } from '../../shared/table/table.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';
import { startDynamo } from '../table/local-table.ts';

/** Dollars for a million units on demand, us-east-1, November 2026. */
const DOLLARS_A_MILLION = { write: 0.625, read: 0.125 };

const file = process.argv[2] ?? 'test/articles/harbour-bridge.txt';
const article = parseArticle(readFileSync(file));
const analysis = await analyse(article, await loadTagger());

const dynamo = await startDynamo();
const { name } = await dynamo.createTable();

/** Units of the calls since the last look, by kind of row. */
let spent = new Map<string, number>();
interface Consumed {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number } | { readonly CapacityUnits?: number }[];
}
dynamo.client.middlewareStack.add(
  (next) => async (args) => {
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
    const result = await next(args);
    const { ConsumedCapacity = [] } = result.output as Consumed;
    const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    const { Item, Key } = args.input as { Item?: { sk: string }; Key?: { sk: string } };
    const kind = (Item?.sk ?? Key?.sk ?? 'QUESTION').split('#')[0]!;
    spent.set(kind, (spent.get(kind) ?? 0) + units);
    return result;
  },
  { step: 'initialize', priority: 'high' },
);
const takeSpent = () => {
  const taken = spent;
  spent = new Map();
  return taken;
};
const total = (units: ReadonlyMap<string, number>) => [...units.values()].reduce((sum, value) => sum + value, 0);

const table = openTable(name, dynamo.client);
const reader = openReader(name, dynamo.client);
const key = 'article.txt';
const revisionOf = (number: number) => String(number).padStart(32, '0');

async function ingest(revision: string): Promise<ReadonlyMap<string, number>> {
  await writeArticle(table, { key, revision, publishedAt: '2026-11-24T00:00:00.000Z', article });
  const extraction = await beginExtraction(table, { key, revision, extractor: 1 });
  await completeExtraction(table, extraction!, analysis);
  return takeSpent();
}

const created = await ingest(revisionOf(1));
const rows = await dynamo.rows(name);
takeSpent();
const bytes = rows.reduce((sum, row) => sum + sizeOfItem(row), 0);
const rowsOf = (kind: string) => rows.filter(({ sk }) => sk.split('#')[0] === kind);

/** A write unit for each KB of what an index carries of a row: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html */
function indexUnits(row: Item): number {
  const indexes = [
    { ...TIME_INDEX, carries: TIME_INDEX_CARRIES },
    { ...NAME_INDEX, carries: NAME_INDEX_CARRIES },
  ];
  return indexes.reduce((sum, { partition, sort, carries }) => {
    if (!(partition in row)) return sum;
    const names = new Set<string>(['pk', 'sk', partition, sort, ...carries]);
    const carried = Object.fromEntries(Object.entries(row).filter(([attribute]) => names.has(attribute))) as Item;
    return sum + Math.ceil(sizeOfItem(carried) / 1024);
  }, 0);
}

const { length: paragraphs } = article.paragraphs;
const { entities, quotations } = analysis;
console.log(`${file}: ${paragraphs} paragraphs, ${entities.length} entities, ${quotations.length} quotations`);
const kinds = [...created].filter(([kind]) => kind !== 'QUESTION');
const writes = kinds.map(([kind, units]) => {
  const ofIndexes = rowsOf(kind).reduce((sum, row) => sum + indexUnits(row), 0);
  return { kind, rows: rowsOf(kind).length, units, 'units of indexes': ofIndexes, total: units + ofIndexes };
});
console.table(writes);
const writeUnits = writes.reduce((sum, row) => sum + row.total, 0);
const dollars = (units: number) => `${(units * DOLLARS_A_MILLION.write).toFixed(0)} dollars a million articles`;
const floor = Math.ceil(bytes / 1024);
console.log(`Created: ${writeUnits} write units, ${dollars(writeUnits)}.`);
console.log(`The floor, its ${bytes} bytes written once as if in one row: ${floor} units, ${dollars(floor)}.`);

const questions: Record<string, () => Promise<unknown>> = {
  'an article with everything in it': () => readArticle(table, key),
  'its status': () => readStatus(table, key),
  'its paragraphs': () => paragraphsOf(reader, { key, revision: revisionOf(1) }, { limit: 100 }),
  'its entities': () => entitiesOfArticle(reader, { key, revision: revisionOf(1) }, { limit: 100 }),
  'its quotations': () => quotationsOfArticle(reader, { key, revision: revisionOf(1) }, { limit: 100 }),
  'latest articles': () => latestArticles(reader, { limit: 20, from: '2026-11-01', to: '2026-11-30', now: new Date() }),
  'articles that mention an entity': () => mentioningArticles(reader, analysis.entities[0]!.id, { limit: 20 }),
  'quotations by a speaker': () =>
    spokenQuotations(reader, analysis.quotations.find(({ speaker }) => speaker)!.speaker!, { limit: 20 }),
  'entities by a name': () => namedEntities(reader, { name: analysis.entities[0]!.name, limit: 20 }),
  'articles in which two meet': () =>
    meetingArticles(reader, [analysis.entities[0]!.id, analysis.entities[1]!.id], { limit: 20 }),
};
const reads: Record<string, object> = {};
for (const [question, ask] of Object.entries(questions)) {
  await ask();
  const units = total(takeSpent());
  reads[question] = { 'read units': units, 'dollars a million': (units * DOLLARS_A_MILLION.read).toFixed(3) };
}
console.table(reads);

const again = total(await ingest(revisionOf(2)));
await withdrawArticle(table, { key, revision: revisionOf(3) });
console.log(
  `Dropped again unchanged: ${again} units. Removed: ${total(takeSpent())} units. Both with the reads of their clean-up.`,
);
await dynamo.stop();
