import { articleKey, articleOfPartition } from './keys.ts';
import type { Reader } from './reader.ts';
import { type ArticleHead, headlineOf, headOf } from './rows/article.ts';
import { readRow, rowHead } from './rows/row.ts';
import type { Item } from './table.ts';

/**
 * Of the rows that an index gave, those whose article still stands in the same revision. An index lags behind the table, and
 * old rows are deleted one after the other: from the moment a newer revision is known, this keeps the words of the older one
 * out of every answer. One consistent BatchGetItem of the articles' own rows, after the index has been read; it tells their
 * headlines, too.
 */
export async function currentRows<T extends Item>(reader: Reader, rows: readonly T[]): Promise<T[]> {
  const keys = [...new Set(rows.map(({ pk }) => pk))].map((pk) => articleKey(articleOfPartition(pk)));
  const articles = new Map((await reader.articles(keys)).map((item) => [item.pk, item]));
  return rows.flatMap((row) => {
    const article = articles.get(row.pk);
    return article !== undefined && isCurrent(row, headOf(article)) ? [{ ...row, ...headlineOf(article) }] : [];
  });
}

/** While a later extractor reads a revision anew it is PENDING, and its words are the same. */
const isCurrent = (row: Item, article: ArticleHead): boolean =>
  (article.status === 'READY' || article.status === 'PENDING') && readRow(rowHead, row).revision === article.revision;
