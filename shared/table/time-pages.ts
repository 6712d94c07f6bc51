import { InvalidQuery } from './invalid-query.ts';
import { currentRows } from './current-rows.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { type Instant, NAME_INDEX, TIME_INDEX } from './keys.ts';
import type { StartKey, Reader, KeyRange } from './reader.ts';
import type { Item } from './table.ts';
import { LAST_CHARACTER, type TimeRange } from './time-range.ts';

/** A part of an answer. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Undefined where there is no more. */
  readonly cursor?: Cursor;
}

export interface PageRequest {
  /** Most elements of a page. */
  readonly limit: number;
  readonly cursor?: Cursor | undefined;
}

/** A stretch of an index whose rows are in the order of time: sort keys are `<prefix><instant>#…`. */
export interface Timeline {
  readonly of: 'time' | 'names';
  readonly partition: string;
  readonly prefix: string;
}

const INDEXES = { time: TIME_INDEX, names: NAME_INDEX } as const;

/** A page of a timeline within a range, newest first: one Query, and one look at the articles. */
export async function timePage(
  reader: Reader,
  timeline: Timeline,
  range: TimeRange,
  { limit, cursor }: PageRequest,
): Promise<Page<Item>> {
  const question = [timeline.partition, timeline.prefix, range.from, range.to];
  const after = cursor === undefined ? undefined : placeOf(timeline, range, readCursor(question, cursor));
  const { items, next } = await reader.query(newestFirst(timeline, range), limit, after);
  const current = await currentRows(reader, items);
  return { items: current, ...(next && { cursor: writeCursor(question, positionOf(timeline, next)) }) };
}

/** Both ends of the range belong to it: an instant, and whatever follows it. */
export const newestFirst = ({ of, partition, prefix }: Timeline, { from, to }: TimeRange): KeyRange => ({
  of,
  partition,
  from: `${prefix}${from}`,
  to: `${prefix}${to}#${LAST_CHARACTER}`,
  newestFirst: true,
});

export function publishedAtOf({ of, prefix }: Timeline, row: Item): Instant {
  const sort = row[INDEXES[of].sort] as string;
  return sort.slice(prefix.length, sort.indexOf('#', prefix.length));
}

/** What a place says beside the partition, which is the question's. */
export const positionOf = ({ of }: Timeline, place: StartKey): string[] => [
  place[INDEXES[of].sort]!,
  place['pk']!,
  place['sk']!,
];

/** @throws InvalidQuery if the position is not that of an article's row in the range. */
export function placeOf(timeline: Timeline, range: TimeRange, position: readonly string[]): StartKey {
  const [sort = '', pk = '', sk = ''] = position;
  const { from, to } = newestFirst(timeline, range);
  const inRange = sort >= from && sort <= to;
  if (position.length !== 3 || !inRange || !pk.startsWith('ARTICLE#') || sk === '') throw InvalidQuery.cursor();
  const index = INDEXES[timeline.of];
  return { [index.partition]: timeline.partition, [index.sort]: sort, pk, sk };
}
