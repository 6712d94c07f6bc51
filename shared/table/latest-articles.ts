import { InvalidQuery } from './invalid-query.ts';
import { currentRows } from './current-rows.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { articleOfPartition, latestPartition, monthOf, refusedPartition } from './keys.ts';
import type { Reader } from './reader.ts';
import { type ArticleSummary, articleSummaryOf, type Refusal, refusalOf } from './rows/article.ts';
import type { Item } from './table.ts';
import {
  type PageRequest,
  newestFirst,
  type Page,
  placeOf,
  positionOf,
  publishedAtOf,
  type Timeline,
} from './time-pages.ts';
import { type AskedRange, type TimeRange, timeRange } from './time-range.ts';

/** A month is one Query: a page looks through as many, and its cursor leads on. Also how far back "latest" reaches unasked. */
const MONTHS_A_PAGE = 12;

interface AskedPlace {
  readonly now: Date;
  /** Keys begin so: what does not is passed over, so that a page may hold fewer than asked. */
  readonly prefix?: string | undefined;
}

/**
 * READY articles, newest first: one Query for each month that the page touches. Unasked, from a year ago to the end of the
 * present month.
 */
export const latestArticles = (reader: Reader, asked: AskedMonths): Promise<Page<ArticleSummary>> =>
  monthly(reader, asked, {
    name: 'latest',
    partitionOf: latestPartition,
    read: async (rows) => (await currentRows(reader, rows)).map((row) => articleSummaryOf(row, placeIn(row))),
  });

/** Files that are no articles, newest first, as above. */
export const refusedArticles = (reader: Reader, asked: AskedMonths): Promise<Page<Refusal>> =>
  monthly(reader, asked, {
    name: 'refused',
    partitionOf: refusedPartition,
    read: (rows) => Promise.resolve(rows.map((row) => refusalOf(row, placeIn(row)))),
  });

type AskedMonths = AskedRange & PageRequest & AskedPlace;

interface Months<T> {
  readonly name: string;
  readonly partitionOf: (month: string) => string;
  readonly read: (rows: readonly Item[]) => Promise<readonly T[]>;
}

async function monthly<T extends { readonly key: string }>(
  reader: Reader,
  asked: AskedMonths,
  { name, partitionOf, read }: Months<T>,
): Promise<Page<T>> {
  const range = latestRange(asked);
  const question = [name, asked.from ?? '', asked.to ?? '', asked.prefix ?? ''];
  const timelineOf = (month: string): Timeline => ({ of: 'time', partition: partitionOf(month), prefix: '' });
  let [month, place] = startOf(timelineOf, range, asked.cursor === undefined ? [] : readCursor(question, asked.cursor));

  const items: T[] = [];
  for (let months = 0; months < MONTHS_A_PAGE && items.length < asked.limit; months++) {
    const timeline = timelineOf(month);
    const rows = await reader.query(newestFirst(timeline, range), asked.limit - items.length, place);
    items.push(...(await read(rows.items)).filter(({ key }) => key.startsWith(asked.prefix ?? '')));
    if (rows.next) return { items, cursor: writeCursor(question, [month, ...positionOf(timeline, rows.next)]) };
    if (month <= monthOf(range.from)) return { items };
    month = monthBefore(month);
    place = undefined;
  }
  return { items, cursor: writeCursor(question, [month]) };
}

const placeIn = (row: Item) => ({
  key: articleOfPartition(row.pk),
  publishedAt: publishedAtOf({ of: 'time', partition: '', prefix: '' }, row),
});

function latestRange({ from, to, now }: AskedRange & { readonly now: Date }): TimeRange {
  const thisMonth = monthOf(now.toISOString());
  const end = to === undefined ? `${lastDay(thisMonth)}T23:59:59.999Z` : timeRange({ to }).to;
  const aYearBefore = `${String(Math.max(Number(end.slice(0, 4)) - 1, 0)).padStart(4, '0')}${monthOf(end).slice(4)}-01`;
  return timeRange({ from: from ?? aYearBefore, to: end });
}

function startOf(timelineOf: (month: string) => Timeline, range: TimeRange, position: readonly string[]) {
  const [month = monthOf(range.to), ...place] = position;
  if (month > monthOf(range.to) || month < monthOf(range.from) || !/^\d{4}-\d{2}$/.test(month))
    throw InvalidQuery.cursor();
  return [month, place.length > 0 ? placeOf(timelineOf(month), range, place) : undefined] as const;
}

const lastDay = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

const monthBefore = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1
    ? `${String(year - 1).padStart(4, '0')}-12`
    : `${month.slice(0, 4)}-${String(number - 1).padStart(2, '0')}`;
};
