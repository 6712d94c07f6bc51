import * as z from 'zod/mini';
import { InvalidQuery } from './invalid-query.ts';
import type { Instant } from './keys.ts';

/** Both ends belong to it. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** As asked: "2026", "2026-11", "2026-11-24" or "2026-11-24T03:18:51+09:00"; as `to` with all its hours, in UTC. */
export interface AskedRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

const BEGINNING: Instant = '0000-01-01T00:00:00.000Z';
const END: Instant = '9999-12-31T23:59:59.999Z';

/** @throws InvalidQuery where a date does not exist, or the range is empty. */
export function timeRange({ from, to }: AskedRange): TimeRange {
  const range = {
    from: from === undefined ? BEGINNING : instantOf('from', from, beginningOf),
    to: to === undefined ? END : instantOf('to', to, endOf),
  };
  if (range.from > range.to) {
    throw new InvalidQuery('from', `Nothing lies between ${range.from} and ${range.to}`, 'let "from" be before "to"');
  }
  return range;
}

/** @throws InvalidQuery where the day, month, year or instant does not exist; of the former, its beginning. */
export const instantAsked = (parameter: string, asked: string): Instant => instantOf(parameter, asked, beginningOf);

function instantOf(parameter: string, asked: string, endOfPeriod: (period: string) => string): Instant {
  const text = endOfPeriod(asked);
  const iso = instant.safeParse(text).success ? new Date(text).toISOString() : '';
  // Years beyond four digits, which an offset can reach, do not sort.
  if (iso.length === BEGINNING.length) return iso;
  throw new InvalidQuery(
    parameter,
    `"${asked}" is no date`,
    'write a day that exists, as 2026-11-24, a month, as 2026-11, a year, as 2026, or an instant, as 2026-11-24T09:30:00Z',
  );
}

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

const isDay = (text: string): boolean => day.safeParse(text).success;

function beginningOf(asked: string): string {
  if (YEAR.test(asked)) return beginningOf(`${asked}-01`);
  if (MONTH.test(asked)) return beginningOf(`${asked}-01`);
  return isDay(asked) ? `${asked}T00:00:00.000Z` : asked;
}

function endOf(asked: string): string {
  if (YEAR.test(asked)) return endOf(`${asked}-12`);
  if (MONTH.test(asked)) return endOf(`${asked}-${lastDayOf(asked)}`);
  return isDay(asked) ? `${asked}T23:59:59.999Z` : asked;
}

/** "2026-02" has "28". */
function lastDayOf(yearAndMonth: string): string {
  const [year, month] = yearAndMonth.split('-').map(Number) as [number, number];
  // Years before 100 are taken for those of the last century.
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0));
  return String(last.getUTCDate());
}

/** Sorts after all others as UTF-8. */
export const LAST_CHARACTER = '\u{10FFFF}';
