import { isFromArchive } from '../backfill/source-file.ts';
import type { ExtractionRequest } from '../extractions/extraction-request.ts';
import type { Reconciliation } from '../inbox/arrivals.ts';
import { nextRevision } from '../inbox/revision.ts';
import type { ListedArticle } from '../table/list-articles.ts';

/** An object of the inbox, as it is listed. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly lastModified: Date;
}

/** Bucket and table, and the ways to mend a difference between them. */
export interface Sides {
  /** Strongly consistent. */
  articleOf(key: string): Promise<ListedArticle | undefined>;
  hasObject(key: string): Promise<boolean>;
  /** Has `split` look at the bucket again. */
  lookAgain(request: Reconciliation['reconcile']): Promise<void>;
  requestExtraction(request: ExtractionRequest): Promise<void>;
  readonly bucket: string;
  readonly now: Date;
  /** Differences are told, and left. */
  readonly dryRun: boolean;
  /** No message is on its way any more: whatever is unfinished waits for nothing. */
  readonly queuesLost?: boolean;
}

/** A key that was compared. */
export interface Compared {
  readonly key: string;
  /** Undefined where both sides agree. */
  readonly difference?: Difference;
}

/**
 * How an object and a row differ. missing: the object has no article. stale: the article is of other bytes. unfinished: it is
 * of these bytes, and has been PENDING for too long, or its embargo is over. orphaned: the article's object is gone. untold: subscribers do not know
 * what became of it, as the message of the function that died has been lost.
 */
export type Difference = 'missing' | 'stale' | 'unfinished' | 'orphaned' | 'untold';

/** Longer than a retried message takes to become a dead letter: what is PENDING still, waits for nothing. */
const UNFINISHED_AFTER_MS = 60 * 60 * 1000;

/** Looked up at once. */
const AT_ONCE = 32;

/** From the bucket's side: each object has an article of its bytes. In the order of the objects: to go on, begin after the last. */
export const reconcileObjects = (objects: AsyncIterable<ListedObject>, sides: Sides): AsyncGenerator<Compared> =>
  inBatches(objects, async (object) => {
    const { key, etag } = object;
    const article = await sides.articleOf(key);
    const difference = differenceOf(object, article, sides);
    if (difference && !sides.dryRun) {
      const isSplit = article?.status === 'PENDING' && !sides.queuesLost;
      if (difference === 'unfinished' && isSplit) await sides.requestExtraction({ key, revision: article.revision });
      else await sides.lookAgain(request(sides, { key, etag }, article));
    }
    return { key, ...(difference && { difference }) };
  });

/** From the table's side: no object, no article but a tombstone. */
export const reconcileArticles = (articles: AsyncIterable<ListedArticle>, sides: Sides): AsyncGenerator<Compared> =>
  inBatches(articles, async (article) => {
    const { key, status } = article;
    // What a back-fill has read stands in no inbox.
    if (isFromArchive(key) || (await sides.hasObject(key))) return { key };
    const difference = status !== 'WITHDRAWN' ? 'orphaned' : article.eventDue ? 'untold' : undefined;
    if (difference && !sides.dryRun) await sides.lookAgain(request(sides, { key }, article));
    return { key, ...(difference && { difference }) };
  });

function differenceOf(
  { etag, lastModified }: ListedObject,
  article: ListedArticle | undefined,
  { now, queuesLost = false }: Sides,
): Difference | undefined {
  // A file that itself takes its article back is in step with its tombstone.
  if (!article || (article.status === 'WITHDRAWN' && article.etag === undefined)) return 'missing';
  if (article.etag !== etag) return 'stale';
  const isOverdue = (since: number) => queuesLost || now.getTime() - since > UNFINISHED_AFTER_MS;
  const waits =
    (article.status === 'PENDING' && isOverdue(lastModified.getTime())) ||
    (article.status === 'EMBARGOED' && isOverdue(Date.parse(article.embargoedUntil ?? '')));
  if (waits) return 'unfinished';
  return article.eventDue ? 'untold' : undefined;
}

/**
 * `split` looks at the bucket anew, under a revision that follows the row's and comes before any later event of S3: nothing is
 * decided here, and what happens meanwhile wins.
 */
const request = (
  { bucket }: Sides,
  object: { readonly key: string; readonly etag?: string },
  article: ListedArticle | undefined,
): Reconciliation['reconcile'] => ({ bucket, ...object, revision: nextRevision(article?.revision) });

async function* inBatches<T>(
  elements: AsyncIterable<T>,
  compare: (element: T) => Promise<Compared>,
): AsyncGenerator<Compared> {
  let batch: T[] = [];
  for await (const element of elements) {
    batch.push(element);
    if (batch.length < AT_ONCE) continue;
    yield* await Promise.all(batch.map(compare));
    batch = [];
  }
  yield* await Promise.all(batch.map(compare));
}
