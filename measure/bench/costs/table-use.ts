import type { Article } from '../../../shared/article/article.ts';
import type { Events } from '../../../shared/events/events.ts';
import { attributesOf, type ResultEvent } from '../../../shared/events/result-event.ts';
import type { Analysis } from '../../../shared/language/analysis.ts';
import { entitiesOfArticle, paragraphsOf, quotationsOfArticle } from '../../../shared/table/article-parts.ts';
import { namedEntities } from '../../../shared/table/directory.ts';
import { sizeOfItem } from '../../../shared/table/item-size.ts';
import { latestArticles } from '../../../shared/table/latest-articles.ts';
import { meetingArticles, mentioningArticles } from '../../../shared/table/mentions.ts';
import { readArticle, readStatus } from '../../../shared/table/read-article.ts';
import { openReader } from '../../../shared/table/reader.ts';
import { quotationsBySpeaker } from '../../../shared/table/quotations-by-speaker.ts';
import { type Item, openTable } from '../../../shared/table/table.ts';
import { beginExtraction, completeExtraction } from '../../../shared/table/write-analysis.ts';
import { withdrawArticle, writeArticle } from '../../../shared/table/write-article.ts';
import { startDynamo } from '../../../test/table/local-table.ts';
import { indexRowsOf, writeUnits } from './index-rows.ts';

/** What an article takes of the table. Units of rows and reads are those that the engine returns with each call. */
export interface TableUse {
  readonly writes: readonly RowsOfAKind[];
  /** Of the steps themselves, which read back what they go on with. */
  readonly readUnits: number;
  /** Units to read, by question. */
  readonly questions: Readonly<Record<string, number>>;
  /** Of all rows, their keys included. */
  readonly bytes: number;
  readonly indexBytes: number;
  readonly indexRows: number;
  /** Writes and reads together. */
  readonly droppedAgain: number;
  readonly removed: number;
  /** Of the article's result event, attributes included. */
  readonly eventBytes: number;
}

interface RowsOfAKind {
  readonly kind: string;
  readonly rows: number;
  readonly units: number;
  /** The engine returns none for index rows: worked out from their size. */
  readonly unitsOfIndexes: number;
}

interface Consumed {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number } | { readonly CapacityUnits?: number }[];
}

const KEY = 'article.txt';
const revisionOf = (number: number) => String(number).padStart(32, '0');
const kindOf = (sk: string) => sk.split('#')[0]!;

const READS = 'reads';

export async function measureTableUse(article: Article, analysis: Analysis): Promise<TableUse> {
  const dynamo = await startDynamo();
  const { name } = await dynamo.createTable();
  let spent = new Map<string, number>();
  dynamo.client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { ConsumedCapacity = [] } = result.output as Consumed;
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      const { Item, Key } = args.input as { Item?: Item; Key?: Item };
      const written = Item ?? ('UpdateExpression' in args.input ? Key : undefined);
      const kind = written ? kindOf(written.sk) : READS;
      spent.set(kind, (spent.get(kind) ?? 0) + units);
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  /** Units of the calls since the last look, by kind of row. */
  const takeSpent = () => {
    const taken = spent;
    spent = new Map();
    return taken;
  };
  const total = () => [...takeSpent().values()].reduce((sum, value) => sum + value, 0);

  const table = openTable(name, dynamo.client);
  const published: ResultEvent[] = [];
  const events: Events = {
    quiet: false,
    publish: (event) => Promise.resolve(void published.push(event)),
    withSignal: () => events,
  };
  const told = { table, events };
  const ingest = async (revision: string) => {
    await writeArticle(told, { key: KEY, revision, publishedAt: '2026-11-24T00:00:00.000Z', article });
    const extraction = await beginExtraction(told, { key: KEY, revision, extractorVersion: 1 });
    await completeExtraction(told, extraction!, analysis);
  };

  await ingest(revisionOf(1));
  const { [READS]: readUnits = 0, ...unitsOfKinds } = Object.fromEntries(takeSpent());
  const rows = await dynamo.rows(name);
  const indexed = rows.flatMap(indexRowsOf);
  takeSpent();

  const questions: Record<string, number> = {};
  for (const [question, ask] of Object.entries(asked(analysis))) {
    await ask({ table, reader: openReader(name, dynamo.client) });
    questions[question] = total();
  }
  await ingest(revisionOf(2));
  const droppedAgain = total();
  await withdrawArticle(told, { key: KEY, revision: revisionOf(3) });
  const removed = total();
  await dynamo.stop();

  return {
    writes: Object.entries(unitsOfKinds).map(([kind, units]) => {
      const ofKind = rows.filter(({ sk }) => kindOf(sk) === kind);
      const unitsOfIndexes = ofKind.flatMap(indexRowsOf).reduce((sum, { bytes }) => sum + writeUnits(bytes), 0);
      return { kind, rows: ofKind.length, units, unitsOfIndexes };
    }),
    readUnits,
    questions,
    bytes: rows.reduce((sum, row) => sum + sizeOfItem(row), 0),
    indexBytes: indexed.reduce((sum, { bytes }) => sum + bytes, 0),
    indexRows: indexed.length,
    droppedAgain,
    removed,
    eventBytes: Buffer.byteLength(JSON.stringify([published[0], attributesOf(published[0]!)])),
  };
}

interface Sources {
  readonly table: Parameters<typeof readArticle>[0];
  readonly reader: Parameters<typeof mentioningArticles>[0];
}

function asked({ entities, quotations }: Analysis): Record<string, (sources: Sources) => Promise<unknown>> {
  const version = { key: KEY, revision: revisionOf(1) };
  const [one, other] = entities;
  const { speaker } = quotations.find((quotation) => quotation.speaker !== null) ?? {};
  return {
    'an article with everything in it': ({ table }) => readArticle(table, KEY),
    'its status': ({ table }) => readStatus(table, KEY),
    'its paragraphs': ({ reader }) => paragraphsOf(reader, version, { limit: 100 }),
    'its entities': ({ reader }) => entitiesOfArticle(reader, version, { limit: 100 }),
    'its quotations': ({ reader }) => quotationsOfArticle(reader, version, { limit: 100 }),
    'latest articles': ({ reader }) =>
      latestArticles(reader, { limit: 20, from: '2026-11-01', to: '2026-11-30', now: new Date() }),
    ...(one && {
      'articles that mention an entity': ({ reader }) => mentioningArticles(reader, one.id, { limit: 20 }),
      'entities by a name': ({ reader }) => namedEntities(reader, { name: one.name, limit: 20 }),
    }),
    ...(one &&
      other && {
        'articles in which two meet': ({ reader }) => meetingArticles(reader, [one.id, other.id], { limit: 20 }),
      }),
    ...(speaker && {
      'quotations by a speaker': ({ reader }) => quotationsBySpeaker(reader, speaker, { limit: 20 }),
    }),
  };
}
