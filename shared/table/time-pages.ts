import { BadQuestion } from './bad-question.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { Place, Reader } from './reader.ts';
import type { Item } from './table.ts';
import { sortKeysOf, type TimeRange } from './time-range.ts';

/** A part of an answer. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Undefined where there is no more. */
  readonly cursor?: Cursor;
}

export interface Asked {
  /** Most elements of a page. */
  readonly limit: number;
  readonly cursor?: Cursor | undefined;
}

/** A page of one partition of index 1 within a range of time, newest first: one Query. */
export async function timePage(
  reader: Reader,
  { partition, range }: { partition: string; range: TimeRange },
  { limit, cursor }: Asked,
): Promise<Page<Item>> {
  const question = [partition, range.from, range.to];
  const after = cursor === undefined ? undefined : placeOf(partition, range, readCursor(question, cursor));
  const stretch = { of: 'time', partition, ...sortKeysOf(range), newestFirst: true } as const;
  const { items, next } = await reader.rows(stretch, limit, after);
  return { items, ...(next && { cursor: writeCursor(question, positionOf(next)) }) };
}

/** What a place says beside the partition, which is the question's. */
export const positionOf = ({ timeSk, pk, sk }: Place): string[] => [timeSk!, pk!, sk!];

/** @throws BadQuestion where the position is none of an article's row in the range. */
export function placeOf(timePk: string, range: TimeRange, position: readonly string[]): Place {
  const [timeSk = '', pk = '', sk = ''] = position;
  const { from, to } = sortKeysOf(range);
  const inRange = timeSk >= from && timeSk <= to;
  if (position.length !== 3 || !inRange || !pk.startsWith('ARTICLE#') || sk === '') throw BadQuestion.cursor();
  return { timePk, timeSk, pk, sk };
}
