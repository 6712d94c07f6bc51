import * as z from 'zod/mini';
import { BadQuestion } from './bad-question.ts';
import type { Instant } from './keys.ts';

/** Both ends belong to it. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** As asked: "2026-11-24" or "2026-11-24T03:18:51+09:00"; a day as `to` is meant with all its hours, in UTC. */
export interface AskedRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

const BEGINNING: Instant = '0000-01-01T00:00:00.000Z';
const END: Instant = '9999-12-31T23:59:59.999Z';

/** @throws BadQuestion where a date does not exist, or the range is empty. */
export function timeRange({ from, to }: AskedRange): TimeRange {
  const range = {
    from: from === undefined ? BEGINNING : instantOf('from', from, 'T00:00:00.000Z'),
    to: to === undefined ? END : instantOf('to', to, 'T23:59:59.999Z'),
  };
  if (range.from > range.to) {
    throw new BadQuestion('from', `Nothing lies between ${range.from} and ${range.to}`, 'let "from" be before "to"');
  }
  return range;
}

function instantOf(parameter: string, asked: string, timeOfDay: string): Instant {
  const text = day.safeParse(asked).success ? asked + timeOfDay : asked;
  const iso = instant.safeParse(text).success ? new Date(text).toISOString() : '';
  // Years beyond four digits, which an offset can reach, do not sort.
  if (iso.length === BEGINNING.length) return iso;
  throw new BadQuestion(
    parameter,
    `"${asked}" is no date`,
    'write a day that exists, as 2026-11-24, or an instant, as 2026-11-24T09:30:00Z',
  );
}

/** Sorts after all others as UTF-8. */
export const LAST_CHARACTER = '\u{10FFFF}';
