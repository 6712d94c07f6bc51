import type { EntityId } from '../language/analysis.ts';
import type { EntityType } from '../language/document.ts';
import { BadQuestion } from './bad-question.ts';
import { readCursor, writeCursor } from './cursor.ts';
import {
  type ArticleKey,
  articleOfPartition,
  entityKey,
  type Instant,
  instantOfSortKey,
  mentionedPartition,
} from './keys.ts';
import type { Place, Reader, Rows } from './reader.ts';
import type { Item } from './table.ts';
import { type Asked, type Page, placeOf, positionOf, timePage } from './time-pages.ts';
import { type AskedRange, sortKeysOf, timeRange } from './time-range.ts';

/** An article that mentions an entity, and what it calls it. */
export interface MentioningArticle {
  readonly key: ArticleKey;
  readonly publishedAt: Instant;
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly countryCode?: string;
  /** How central the entity is to the article, 0..1. */
  readonly salience: number;
}

/** Articles that mention an entity, newest first: one Query. */
export async function mentioningArticles(
  reader: Reader,
  id: EntityId,
  asked: AskedRange & Asked,
): Promise<Page<MentioningArticle>> {
  const page = await timePage(reader, { partition: mentionedPartition(id), range: timeRange(asked) }, asked);
  return { ...page, items: page.items.map((row) => mentioningArticle(id, row)) };
}

/** Rows of an entity that are read at once, and the most that one BatchGetItem answers. */
const ROWS_AT_ONCE = 100;

/** Calls that one page makes: entities that are everywhere, and never together, end it with few articles or none. */
const ROUNDS_A_PAGE = 10;

/**
 * Articles in which two entities meet, newest first. The rarer entity's articles are read from the index (one Query for a
 * hundred), and one BatchGetItem says which of them have a row of the other: so that the price depends on the rarer one.
 * A page may hold fewer than asked; its cursor leads on.
 */
export async function meetingArticles(
  reader: Reader,
  [one, other]: readonly [EntityId, EntityId],
  asked: AskedRange & Asked,
): Promise<Page<MentioningArticle>> {
  const range = timeRange(asked);
  const question = ['meet', one, other, range.from, range.to];
  const rowsOf = (id: EntityId, after?: Place): Promise<Rows> => {
    const stretch = { of: 'time', partition: mentionedPartition(id), ...sortKeysOf(range), newestFirst: true } as const;
    return reader.rows(stretch, ROWS_AT_ONCE, after);
  };
  let rarer: EntityId;
  let rows: Rows;
  if (asked.cursor === undefined) {
    const [ofOne, ofOther] = await Promise.all([rowsOf(one), rowsOf(other)]);
    [rarer, rows] = isRarer(ofOther, ofOne) ? [other, ofOther] : [one, ofOne];
  } else {
    const [which, ...position] = readCursor(question, asked.cursor);
    if (which !== '0' && which !== '1') throw BadQuestion.cursor();
    rarer = which === '0' ? one : other;
    rows = await rowsOf(rarer, placeOf(mentionedPartition(rarer), range, position));
  }
  const cursorAt = (place: Place) => writeCursor(question, [rarer === one ? '0' : '1', ...positionOf(place)]);
  const companion = rarer === one ? other : one;

  const items: MentioningArticle[] = [];
  for (let rounds = 1; ; rounds++) {
    const theirs = await articlesWith(reader, companion, rows.items);
    const met = rows.items.filter(({ pk }) => theirs.has(pk));
    const room = asked.limit - items.length;
    items.push(...met.slice(0, room).map((row) => mentioningArticle(rarer, row)));
    if (met.length > room) return { items, cursor: cursorAt(met[room - 1] as unknown as Place) };
    if (!rows.next) return { items };
    if (met.length === room || rounds === ROUNDS_A_PAGE) return { items, cursor: cursorAt(rows.next) };
    rows = await rowsOf(rarer, rows.next);
  }
}

/** Whoever's first rows are all there are, or reach further back. */
const isRarer = (some: Rows, others: Rows): boolean => reach(some) < reach(others);

const reach = ({ items, next }: Rows): string => (next ? String(items.at(-1)!['timeSk']) : '');

/** Partitions of those articles that have a row of the entity. */
async function articlesWith(reader: Reader, id: EntityId, rows: readonly Item[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const keys = [...new Set(rows.map(({ pk }) => pk))].map((pk) => entityKey(articleOfPartition(pk), id));
  return new Set((await reader.which(keys)).map(({ pk }) => pk));
}

export function mentioningArticle(id: EntityId, row: Item): MentioningArticle {
  const { type, name, countryCode, salience } = row as unknown as MentioningArticle;
  const aliases = (row['aliases'] ?? []) as string[];
  return {
    key: articleOfPartition(row.pk),
    publishedAt: instantOfSortKey(row['timeSk'] as string),
    id,
    type,
    name,
    aliases,
    ...(countryCode !== undefined && { countryCode }),
    salience,
  };
}

/** An entity under all names that its newest articles give it. */
export interface KnownEntity extends Pick<MentioningArticle, 'id' | 'type' | 'name' | 'aliases' | 'countryCode'> {
  readonly latest: Pick<MentioningArticle, 'key' | 'publishedAt'>;
}

/** Articles whose wordings are gathered: variants show up early, and a Query of so many rows costs one read unit. */
const ARTICLES_FOR_NAMES = 20;

/** @returns undefined where no article mentions it: one Query. */
export async function knownEntity(reader: Reader, id: EntityId): Promise<KnownEntity | undefined> {
  const { items } = await mentioningArticles(reader, id, { limit: ARTICLES_FOR_NAMES });
  const [newest] = items;
  if (!newest) return undefined;
  const { type, name, countryCode, key, publishedAt } = newest;
  const aliases = [...new Set(items.flatMap((article) => [article.name, ...article.aliases]))].filter(
    (alias) => alias !== name,
  );
  return { id, type, name, aliases, ...(countryCode !== undefined && { countryCode }), latest: { key, publishedAt } };
}
