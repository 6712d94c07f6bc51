import type { Paragraph } from '../article/article.ts';
import type { Entity, Quotation } from '../language/analysis.ts';
import { paragraphOf } from './rows/paragraph.ts';
import { InvalidQuery } from './invalid-query.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { entitiesOf } from './rows/entity.ts';
import {
  articlePartition,
  ENTITY_PREFIX,
  MAX_ORDINAL,
  PARAGRAPH_PREFIX,
  paragraphKey,
  QUOTATION_PREFIX,
  quotationKey,
} from './keys.ts';
import { quotationsOf } from './rows/quotation.ts';
import type { StartKey, Reader } from './reader.ts';
import type { ArticleRow } from './rows/article.ts';
import type { Item } from './table.ts';
import { LAST_CHARACTER } from './time-range.ts';
import type { PageRequest, Page } from './time-pages.ts';

/** Which article, in which revision: rows of an earlier one stand beside it while it is PENDING. */
export type ArticleVersion = Pick<ArticleRow, 'key' | 'revision'>;

/** An article's paragraphs in reading order: one Query. */
export const paragraphsOf = (reader: Reader, article: ArticleVersion, asked: PageRequest): Promise<Page<Paragraph>> =>
  partsOf(reader, article, asked, {
    prefix: PARAGRAPH_PREFIX,
    keyOf: (ordinal) => paragraphKey(article.key, ordinal).sk,
    read: (items) => items.map(paragraphOf),
  });

/** An article's quotations in reading order: one Query. */
export const quotationsOfArticle = (
  reader: Reader,
  article: ArticleVersion,
  asked: PageRequest,
): Promise<Page<Quotation>> =>
  partsOf(reader, article, asked, {
    prefix: QUOTATION_PREFIX,
    keyOf: (ordinal) => quotationKey(article.key, ordinal).sk,
    read: quotationsOf,
  });

interface Kind<T> {
  readonly prefix: string;
  readonly keyOf: (ordinal: number) => string;
  readonly read: (items: readonly Item[]) => T[];
}

/**
 * By ordinal. A part of more than 300 KB is kept in several rows: the last of a page is read to its end, and so is one more,
 * which tells whether there is more.
 */
async function partsOf<T extends { readonly ordinal: number }>(
  reader: Reader,
  article: ArticleVersion,
  { limit, cursor }: PageRequest,
  { prefix, keyOf, read }: Kind<T>,
): Promise<Page<T>> {
  const question = [article.key, article.revision, prefix];
  const first = cursor === undefined ? 0 : numberIn(readCursor(question, cursor), MAX_ORDINAL);
  const stretch = { partition: articlePartition(article.key), from: keyOf(first), to: `${prefix}${LAST_CHARACTER}` };
  const items: Item[] = [];
  for (let after: StartKey | undefined, ordinals = 0; ordinals <= limit;) {
    const rows = await reader.query({ of: 'table', ...stretch }, limit + 1, after);
    items.push(...rows.items.filter((item) => item['revision'] === article.revision));
    ordinals = new Set(items.map((item) => item['ordinal'])).size;
    if (!rows.next) break;
    after = rows.next;
  }
  const parts = read(items);
  const more = parts[limit];
  return { items: parts.slice(0, limit), ...(more && { cursor: writeCursor(question, [String(more.ordinal)]) }) };
}

function numberIn([position = '']: readonly string[], most: number): number {
  const number = /^\d+$/.test(position) ? Number(position) : Infinity;
  if (number > most) throw InvalidQuery.cursor();
  return number;
}

/**
 * An article's entities in the order of their first mentions, which no key has: all are read, by one Query for each megabyte,
 * and a page of them given.
 */
export async function entitiesOfArticle(
  reader: Reader,
  article: ArticleVersion,
  { limit, cursor }: PageRequest,
): Promise<Page<Entity>> {
  const question = [article.key, article.revision, ENTITY_PREFIX];
  const first = cursor === undefined ? 0 : numberIn(readCursor(question, cursor), Number.MAX_SAFE_INTEGER);
  const entities = entitiesOf(await allRows(reader, article, ENTITY_PREFIX));
  const next = first + limit;
  return {
    items: entities.slice(first, next),
    ...(next < entities.length && { cursor: writeCursor(question, [String(next)]) }),
  };
}

/** More than a megabyte holds: DynamoDB ends a page before. */
const ALL = 10_000;

async function allRows(reader: Reader, { key, revision }: ArticleVersion, prefix: string): Promise<Item[]> {
  const stretch = {
    of: 'table',
    partition: articlePartition(key),
    from: prefix,
    to: `${prefix}${LAST_CHARACTER}`,
  } as const;
  const items: Item[] = [];
  let after: StartKey | undefined;
  do {
    const rows = await reader.query(stretch, ALL, after);
    items.push(...rows.items.filter((item) => item['revision'] === revision));
    after = rows.next;
  } while (after);
  return items;
}
