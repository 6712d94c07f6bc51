import { BadQuestion } from './bad-question.ts';
import { currentRows } from './current-rows.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { articleOfPartition, latestPartition, monthOf } from './keys.ts';
import type { Reader } from './reader.ts';
import { type ArticleSummary, articleSummaryOf } from './rows/article.ts';
import type { Item } from './table.ts';
import { type Asked, newestFirst, type Page, placeOf, positionOf, publishedAtOf, type Timeline } from './time-pages.ts';
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
export async function latestArticles(
  reader: Reader,
  asked: AskedRange & Asked & AskedPlace,
): Promise<Page<ArticleSummary>> {
  const range = latestRange(asked);
  const question = ['latest', asked.from ?? '', asked.to ?? '', asked.prefix ?? ''];
  let [month, place] = startOf(range, asked.cursor === undefined ? [] : readCursor(question, asked.cursor));

  const items: ArticleSummary[] = [];
  for (let months = 0; months < MONTHS_A_PAGE && items.length < asked.limit; months++) {
    const timeline = timelineOf(month);
    const rows = await reader.rows(newestFirst(timeline, range), asked.limit - items.length, place);
    const current = await currentRows(reader, rows.items);
    const summaries = current.map((row) => summaryOf(timeline, row));
    items.push(...summaries.filter(({ key }) => key.startsWith(asked.prefix ?? '')));
    if (rows.next) return { items, cursor: writeCursor(question, [month, ...positionOf(timeline, rows.next)]) };
    if (month <= monthOf(range.from)) return { items };
    month = monthBefore(month);
    place = undefined;
  }
  return { items, cursor: writeCursor(question, [month]) };
}

const timelineOf = (month: string): Timeline => ({ of: 'time', partition: latestPartition(month), prefix: '' });

function latestRange({ from, to, now }: AskedRange & { readonly now: Date }): TimeRange {
  const thisMonth = monthOf(now.toISOString());
  const end = to === undefined ? `${lastDay(thisMonth)}T23:59:59.999Z` : timeRange({ to }).to;
  const aYearBefore = `${String(Math.max(Number(end.slice(0, 4)) - 1, 0)).padStart(4, '0')}${monthOf(end).slice(4)}-01`;
  return timeRange({ from: from ?? aYearBefore, to: end });
}

function startOf(range: TimeRange, position: readonly string[]) {
  const [month = monthOf(range.to), ...place] = position;
  if (month > monthOf(range.to) || month < monthOf(range.from) || !/^\d{4}-\d{2}$/.test(month))
    throw BadQuestion.cursor();
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

const summaryOf = (timeline: Timeline, row: Item): ArticleSummary =>
  articleSummaryOf(row, { key: articleOfPartition(row.pk), publishedAt: publishedAtOf(timeline, row) });
