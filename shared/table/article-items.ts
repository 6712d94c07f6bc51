import type { Article, Paragraph } from '../article/article.ts';
import { articleKey, articleOfPartition, latestKey, paragraphKey, TABLE_KEY, TIME_INDEX } from './keys.ts';
import type { ArticleRow, Revision } from './rows.ts';
import type { Item } from './table.ts';

/** A READY article alone is among the latest: before that its rows are incomplete, after it there is nothing to read. */
export function articleItem({ key, ...attributes }: ArticleRow): Item {
  return {
    ...articleKey(key),
    ...(attributes.status === 'READY' && latestKey(key, attributes.publishedAt)),
    ...attributes,
  };
}

export function articleRow(item: Item): ArticleRow {
  return { key: articleOfPartition(item.pk), ...attributesOf(item) } as unknown as ArticleRow;
}

export const paragraphItem = (key: string, revision: Revision, { ordinal, text }: Paragraph): Item => ({
  ...paragraphKey(key, ordinal),
  revision,
  ordinal,
  text,
});

export const paragraphOf = (item: Item): Paragraph => ({
  ordinal: item['ordinal'] as number,
  text: item['text'] as string,
});

/** The domain's article, as parsed, from its rows. */
export function articleOf(row: Omit<Article, 'paragraphs'>, paragraphs: readonly Paragraph[]): Article {
  const { headline, bylines, dateline } = row;
  return { paragraphs, ...(headline && { headline }), bylines, ...(dateline && { dateline }) };
}

const KEY_ATTRIBUTES = new Set<string>([TABLE_KEY.partition, TABLE_KEY.sort, TIME_INDEX.partition, TIME_INDEX.sort]);

/** What an item says beside where it stands. */
export const attributesOf = (item: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !KEY_ATTRIBUTES.has(name)));
