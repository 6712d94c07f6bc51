import { articleRow } from './article-items.ts';
import { articlePartition } from './keys.ts';
import { inParallel } from './in-parallel.ts';
import type { ArticleRow, RejectedArticle, WithdrawnArticle } from './rows.ts';
import type { Expression, Item, Table } from './table.ts';

/**
 * Deletes what an article's row has made obsolete. Whoever finds itself stale sweeps, and whoever dies before that is tried
 * again: so whatever a late function has written is gone in the end.
 * @returns the article's row, if any.
 */
export async function sweep(table: Table, key: string): Promise<ArticleRow | undefined> {
  const [article, ...children] = await table.partition(articlePartition(key));
  if (!article) return undefined;
  const row = articleRow(article);
  await sweepRows(table, row, children);
  return row;
}

/** The same for children that have been read already, after the article's row was written. */
export async function sweepRows(table: Table, article: ArticleRow, children: readonly Item[]): Promise<void> {
  const obsolete = children.filter((child) => isObsolete(child, article));
  await inParallel(obsolete, ({ pk, sk }) => table.delete({ pk, sk }, stillObsolete(article)));
}

function isObsolete(child: Item, article: ArticleRow): boolean {
  const revision = child['revision'] as string;
  if (isGone(article)) return revision <= article.revision;
  const extractor = child['extractor'] as number | undefined;
  return (
    revision < article.revision ||
    (revision === article.revision && extractor !== undefined && extractor < (article.extractor ?? 0))
  );
}

/** As above, decided by DynamoDB: meanwhile a newer revision may have put a row of its own there. */
const stillObsolete = (article: ArticleRow): Expression =>
  isGone(article)
    ? { expression: 'revision <= :revision', values: { ':revision': article.revision } }
    : {
        expression: 'revision < :revision OR (revision = :revision AND extractor < :extractor)',
        values: { ':revision': article.revision, ':extractor': article.extractor ?? 0 },
      };

/** Such an article has no children, of its own revision neither. */
const isGone = (article: ArticleRow): article is RejectedArticle | WithdrawnArticle =>
  article.status === 'REJECTED' || article.status === 'WITHDRAWN';
