import type { EntityId } from '../language/analysis.ts';
import { InvalidQuery } from './invalid-query.ts';
import { currentRows } from './current-rows.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { firstWordOfId } from './directory-words.ts';
import { articleOfPartition, directoryEntry, directoryPartition, entityKey } from './keys.ts';
import { type KnownEntity, type MentioningArticle, mentioningArticleOf } from './rows/entity.ts';
import type { StartKey, Reader, Rows } from './reader.ts';
import type { Item } from './table.ts';
import {
  type PageRequest,
  newestFirst,
  type Page,
  placeOf,
  positionOf,
  publishedAtOf,
  timePage,
  type Timeline,
} from './time-pages.ts';
import { type AskedRange, timeRange } from './time-range.ts';

/** Articles that mention an entity, newest first: one Query. */
export async function mentioningArticles(
  reader: Reader,
  id: EntityId,
  asked: AskedRange & PageRequest,
): Promise<Page<MentioningArticle>> {
  const page = await timePage(reader, timelineOf(id), timeRange(asked), asked);
  return { ...page, items: page.items.map((row) => mentioningArticle(id, row)) };
}

function timelineOf(id: EntityId): Timeline {
  const word = firstWordOfId(id);
  return { of: 'names', partition: directoryPartition(word), prefix: `${directoryEntry(word, id)}#` };
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
  asked: AskedRange & PageRequest,
): Promise<Page<MentioningArticle>> {
  const range = timeRange(asked);
  const question = ['meet', one, other, range.from, range.to];
  const rowsOf = (id: EntityId, after?: StartKey): Promise<Rows> =>
    reader.query(newestFirst(timelineOf(id), range), ROWS_AT_ONCE, after);
  let rarer: EntityId;
  let rows: Rows;
  if (asked.cursor === undefined) {
    const [ofOne, ofOther] = await Promise.all([rowsOf(one), rowsOf(other)]);
    [rarer, rows] = oldestTimestamp(other, ofOther) < oldestTimestamp(one, ofOne) ? [other, ofOther] : [one, ofOne];
  } else {
    const [which, ...position] = readCursor(question, asked.cursor);
    if (which !== '0' && which !== '1') throw InvalidQuery.cursor();
    rarer = which === '0' ? one : other;
    rows = await rowsOf(rarer, placeOf(timelineOf(rarer), range, position));
  }
  const cursorAt = (place: StartKey) =>
    writeCursor(question, [rarer === one ? '0' : '1', ...positionOf(timelineOf(rarer), place)]);
  const companion = rarer === one ? other : one;

  const items: MentioningArticle[] = [];
  for (let rounds = 1; ; rounds++) {
    const theirs = await articlesWith(reader, companion, rows.items);
    const met = await currentRows(
      reader,
      rows.items.filter((row) => theirs.get(row.pk) === row['revision']),
    );
    const room = asked.limit - items.length;
    items.push(...met.slice(0, room).map((row) => mentioningArticle(rarer, row)));
    if (met.length > room) return { items, cursor: cursorAt(met[room - 1] as unknown as StartKey) };
    if (!rows.next) return { items };
    if (met.length === room || rounds === ROUNDS_A_PAGE) return { items, cursor: cursorAt(rows.next) };
    rows = await rowsOf(rarer, rows.next);
  }
}

/** How far back an entity's first rows go: the rarer one's are all there are, or reach further. */
const oldestTimestamp = (id: EntityId, { items, next }: Rows): string =>
  next ? publishedAtOf(timelineOf(id), items.at(-1)!) : '';

/** Partitions of those articles that have a row of the entity, with the revision that it is of. */
async function articlesWith(reader: Reader, id: EntityId, rows: readonly Item[]): Promise<Map<string, unknown>> {
  const keys = [...new Set(rows.map(({ pk }) => pk))].map((pk) => entityKey(articleOfPartition(pk), id));
  return new Map((await reader.batchGet(keys)).map(({ pk, ...row }) => [pk, row['revision']]));
}

const mentioningArticle = (id: EntityId, row: Item): MentioningArticle =>
  mentioningArticleOf(row, { key: articleOfPartition(row.pk), publishedAt: publishedAtOf(timelineOf(id), row) });

/** Articles whose wordings are gathered: variants show up early, and a Query of so many rows costs one read unit. */
const ARTICLES_FOR_NAMES = 20;

/** Pages that are looked through for one article: more only where so many are being replaced at once. */
const PAGES_FOR_NAMES = 10;

/** @returns undefined where no article mentions it: one Query. */
export async function knownEntity(reader: Reader, id: EntityId): Promise<KnownEntity | undefined> {
  let page = await mentioningArticles(reader, id, { limit: ARTICLES_FOR_NAMES });
  for (let pages = 1; page.items.length === 0 && page.cursor !== undefined && pages < PAGES_FOR_NAMES; pages++) {
    page = await mentioningArticles(reader, id, { limit: ARTICLES_FOR_NAMES, cursor: page.cursor });
  }
  const [newest] = page.items;
  if (!newest) return undefined;
  const { key, publishedAt, headline, salience, ...named } = newest;
  const aliases = [...new Set(page.items.flatMap((article) => [article.name, ...article.aliases]))].filter(
    (alias) => alias !== named.name,
  );
  return { ...named, aliases, latest: { key, publishedAt, ...(headline && { headline }) } };
}
