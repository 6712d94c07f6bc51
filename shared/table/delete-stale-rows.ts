import { articlePartition } from './keys.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { type ArticleHead, headOf } from './rows/article.ts';
import { readRow, rowHead } from './rows/row.ts';
import type { Expression, Item, Table } from './table.ts';

/**
 * Deletes what an article's row has made obsolete. A function that finds itself stale deletes, and one that dies before it
 * did is tried again: so all that a late function has written is gone in the end.
 * @returns the article's row, if any.
 */
export async function deleteStaleRows(table: Table, key: string): Promise<ArticleHead | undefined> {
  const [article, ...children] = await table.partition(articlePartition(key));
  if (!article) return undefined;
  const row = headOf(article);
  await deleteStaleChildren(table, row, children);
  return row;
}

/** The same for children that have been read already, after the article's row was written. */
export async function deleteStaleChildren(
  table: Table,
  article: ArticleHead,
  children: readonly Item[],
): Promise<void> {
  const obsolete = children.filter((child) => isStale(child, article));
  await forEachConcurrently(obsolete, ({ pk, sk }) => table.delete({ pk, sk }, isStillStale(article)));
}

function isStale(child: Item, article: ArticleHead): boolean {
  const { revision, extractorVersion } = readRow(rowHead, child);
  if (hasNoChildren(article)) return revision <= article.revision;
  return (
    revision < article.revision ||
    (revision === article.revision &&
      extractorVersion !== undefined &&
      extractorVersion < (article.extractorVersion ?? 0))
  );
}

/** As above, decided by DynamoDB: meanwhile a newer revision may have put a row of its own there. */
const isStillStale = (article: ArticleHead): Expression =>
  hasNoChildren(article)
    ? { expression: 'revision <= :revision', values: { ':revision': article.revision } }
    : {
        expression: 'revision < :revision OR (revision = :revision AND extractorVersion < :extractorVersion)',
        values: { ':revision': article.revision, ':extractorVersion': article.extractorVersion ?? 0 },
      };

/** Such an article has no children, of its own revision neither. */
const hasNoChildren = ({ status }: ArticleHead): boolean =>
  status === 'REJECTED' || status === 'WITHDRAWN' || status === 'EMBARGOED';
