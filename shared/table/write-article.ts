import type { Article } from '../article/article.ts';
import type { ArticleRejected } from '../article/article-rejected.ts';
import { articleItem, headOf } from './rows/article.ts';
import { paragraphItem } from './rows/paragraph.ts';
import { isNewRevision, isNoNewerRevision, isUndecided } from './conditions.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { checkSizes } from './item-size.ts';
import { settle, type ToldTable } from './announce.ts';
import { articleKey, type Instant } from './keys.ts';
import { type Before, change, replaceArticle, untold } from './replace-article.ts';
import type { Revision } from './rows/row.ts';
import { deleteStaleRows } from './delete-stale-rows.ts';
import type { Item, Table } from './table.ts';

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
  told: ToldTable,
  { publishedAt, article, ...version }: Version & { publishedAt: Instant; article: Article },
): Promise<boolean> {
  const { key, revision } = version;
  const { paragraphs, ...front } = article;
  const { table } = told;
  const row = { ...version, status: 'PENDING' as const, ...front, publishedAt, paragraphCount: paragraphs.length };
  const children = paragraphs.map((paragraph) => paragraphItem(key, revision, paragraph));
  checkSizes([articleItem(row), ...children]);

  const begun = await replaceArticle(
    told,
    key,
    (before) => articleItem({ ...row, ...untold(before) }),
    isNewRevision(revision),
  );
  if (!begun && !(await isPending(table, version))) {
    await settle(told, key);
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
  told: ToldTable,
  version: Version,
  { code, message }: ArticleRejected,
  droppedAt?: Instant,
): Promise<boolean> {
  const row = {
    ...version,
    status: 'REJECTED' as const,
    code,
    message,
    ...(droppedAt !== undefined && { droppedAt }),
  };
  return decide(told, version, (before) => articleItem({ ...row, ...change(before, told) }));
}

/** Leaves the tombstone alone, with the reason where the file itself gives one. @returns as above. */
export async function withdrawArticle(told: ToldTable, version: Version, reason?: string): Promise<boolean> {
  const row = { ...version, status: 'WITHDRAWN' as const, ...(reason !== undefined && { reason }) };
  return decide(told, version, (before) => articleItem({ ...row, ...change(before, told) }));
}

/**
 * Says that the article is not to be shown before `embargoedUntil`, and no more of it; whatever an older revision has told is
 * deleted, and subscribers who know that one are told that it is gone.
 * @returns whether the revision waits; false where a newer one stands there, or it has been decided upon.
 */
export async function holdArticle(told: ToldTable, version: Version, embargoedUntil: Instant): Promise<boolean> {
  const row = { ...version, status: 'EMBARGOED' as const, embargoedUntil };
  return decide(told, version, (before) =>
    articleItem({ ...row, ...(before.previous?.status === 'READY' ? change(before, told) : untold(before)) }),
  );
}

async function decide(
  told: ToldTable,
  { key, revision }: Version,
  rowAfter: (before: Before) => Item,
): Promise<boolean> {
  const decided = await replaceArticle(told, key, rowAfter, isUndecided(revision));
  await settle(told, key);
  return decided;
}
