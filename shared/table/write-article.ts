import type { Article } from '../article/article.ts';
import type { ArticleRejected } from '../article/article-rejected.ts';
import { articleItem, headOf } from './rows/article.ts';
import { paragraphItem } from './rows/paragraph.ts';
import { isNewRevision, isNoNewerRevision, isUndecided } from './conditions.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { checkSizes } from './item-size.ts';
import { articleKey, type Instant } from './keys.ts';
import type { Revision } from './rows/row.ts';
import { deleteStaleRows } from './delete-stale-rows.ts';
import type { Table } from './table.ts';

interface Version {
  readonly key: string;
  readonly revision: Revision;
  /** Of the object that was read. */
  readonly etag?: string | undefined;
  readonly versionId?: string | undefined;
}

/**
 * Begins a revision: its article row, PENDING, then its paragraphs. Rows of older revisions are deleted in between:
 * what a correction retracts is not told on while the correction waits.
 * @returns false where the revision is not awaited: a newer one stands there, or this one has been decided upon.
 * @throws ArticleRejected where a row cannot be stored.
 */
export async function writeArticle(
  table: Table,
  { publishedAt, article, ...version }: Version & { publishedAt: Instant; article: Article },
): Promise<boolean> {
  const { key, revision } = version;
  const { paragraphs, ...front } = article;
  const row = articleItem({
    ...version,
    status: 'PENDING',
    ...front,
    publishedAt,
    paragraphCount: paragraphs.length,
  });
  const children = paragraphs.map((paragraph) => paragraphItem(key, revision, paragraph));
  checkSizes([row, ...children]);

  if (!(await table.put(row, isNewRevision(revision))) && !(await isPending(table, version))) {
    await deleteStaleRows(table, key);
    return false;
  }
  // A retracted statement leaves the indexes before the correction is read, and not when it is done.
  await deleteStaleRows(table, key);
  await forEachConcurrently(children, (child) => table.put(child, isNoNewerRevision(revision)));
  return true;
}

/** A second try of the same revision goes on with the paragraphs; of another object it would mix two texts. */
async function isPending(table: Table, { key, revision, etag }: Version): Promise<boolean> {
  const item = await table.get(articleKey(key));
  const row = item && headOf(item);
  return row?.revision === revision && row.status === 'PENDING' && row.etag === etag;
}

/**
 * Keeps on the article's row why the file is no article, and deletes the rows of what it replaced.
 * @returns whether this call decided so; false where it has been before, or the revision is stale.
 */
export async function rejectArticle(
  table: Table,
  version: Version,
  { code, message }: ArticleRejected,
  droppedAt?: Instant,
): Promise<boolean> {
  const row = articleItem({
    ...version,
    status: 'REJECTED',
    code,
    message,
    ...(droppedAt !== undefined && { droppedAt }),
  });
  const rejected = await table.put(row, isUndecided(version.revision));
  await deleteStaleRows(table, version.key);
  return rejected;
}

/** Leaves the tombstone alone, with the reason where the file itself gives one. @returns as above. */
export async function withdrawArticle(table: Table, version: Version, reason?: string): Promise<boolean> {
  const row = articleItem({ ...version, status: 'WITHDRAWN', ...(reason !== undefined && { reason }) });
  const withdrawn = await table.put(row, isUndecided(version.revision));
  await deleteStaleRows(table, version.key);
  return withdrawn;
}

/**
 * Says that the article is not to be shown before `embargoedUntil`, and no more of it; whatever an older revision has told is
 * deleted.
 * @returns whether the revision waits; false where a newer one stands there, or it has been decided upon.
 */
export async function holdArticle(table: Table, version: Version, embargoedUntil: Instant): Promise<boolean> {
  const row = articleItem({ ...version, status: 'EMBARGOED', embargoedUntil });
  const held = await table.put(row, isUndecided(version.revision));
  await deleteStaleRows(table, version.key);
  return held;
}
