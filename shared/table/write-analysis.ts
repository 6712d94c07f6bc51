import type { Article } from '../article/article.ts';
import { ArticleRejected } from '../article/article-rejected.ts';
import type { Analysis, Quotation } from '../language/analysis.ts';
import { articleItem, articleOf, articleRow, takenOn } from './rows/article.ts';
import { paragraphOf } from './rows/paragraph.ts';
import { awaits, isNoNewerAnalysis, isTakenOnBy } from './conditions.ts';
import { directoryItems } from './rows/name.ts';
import { entityItems } from './rows/entity.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { checkSizes } from './item-size.ts';
import { articleKey, articlePartition, MAX_ORDINAL, PARAGRAPH_PREFIX } from './keys.ts';
import { furtherSpeakerItems, quotationItems } from './rows/quotation.ts';
import type { PendingArticle } from './rows/article.ts';
import type { Extractor, Revision } from './rows/row.ts';
import { deleteStaleRows, deleteStaleChildren } from './delete-stale-rows.ts';
import type { Item, Table } from './table.ts';

/** A revision that an extractor has taken on. */
export interface Extraction {
  readonly row: PendingArticle & { readonly extractor: Extractor };
  /** What was read: the article to analyse … */
  readonly article: Article;
  /** … and rows that may be obsolete. */
  readonly children: readonly Item[];
}

/**
 * Takes a revision on: from here any older extractor finds itself stale, and whatever older functions wrote before is among
 * the children read after.
 * @returns undefined where the revision does not await this extractor: it is stale, or done.
 * @throws Error where paragraphs are missing, or a newer extractor has begun: to be tried again.
 */
export async function beginExtraction(
  table: Table,
  { key, revision, extractor }: { key: string; revision: Revision; extractor: Extractor },
): Promise<Extraction | undefined> {
  const claim = {
    expression: 'SET extractor = :extractor, #status = :pending',
    values: { ':extractor': extractor },
  };
  if (!(await table.update(articleKey(key), claim, awaits(revision, extractor)))) {
    const row = await deleteStaleRows(table, key);
    if (row?.revision === revision && row.status === 'PENDING') {
      // While a deployment is rolled out, or back, this may be the very message that the newer one died with.
      throw new Error(
        `Extractor ${row.extractor ?? 'of another version'} has taken the revision on, and this one is ${extractor}: tried again ` +
          'until that one is done; after a rollback, deploy the older rules under a higher EXTRACTOR and redrive.',
      );
    }
    return undefined;
  }
  const [first, ...children] = await table.partition(articlePartition(key));
  const row = articleRow(first!);
  if (row.revision !== revision || row.status !== 'PENDING' || row.extractor !== extractor) {
    await deleteStaleChildren(table, row, children);
    return undefined;
  }
  const paragraphs = children
    .filter(({ sk, ...child }) => sk.startsWith(PARAGRAPH_PREFIX) && child['revision'] === revision)
    .map(paragraphOf);
  if (paragraphs.length !== row.paragraphCount) {
    throw new Error(
      `${paragraphs.length} of ${row.paragraphCount} paragraphs are there: this mends itself on the next try, once a newer ` +
        'revision has begun; if it stays, drop the article again.',
    );
  }
  return { row: takenOn(row, extractor), article: articleOf(row, paragraphs), children };
}

/**
 * Writes what was found, deletes what it replaces, and makes the article READY.
 * @returns false where a newer revision or extractor has come meanwhile; its own rows are gone again.
 * @throws ArticleRejected where a row cannot be stored.
 */
export async function completeExtraction(
  table: Table,
  { row, children }: Extraction,
  { entities, quotations, ...found }: Analysis,
): Promise<boolean> {
  const { key, revision, extractor } = row;
  checkCount(quotations);
  const rows = [
    ...entityItems(row, entities),
    ...directoryItems(row, entities),
    ...quotationItems(row, quotations),
    ...furtherSpeakerItems(row, quotations),
  ];
  checkRows(rows);
  checkSizes(rows);

  await forEachConcurrently(rows, (item) => table.put(item, isNoNewerAnalysis(revision, extractor)));
  const replaced = new Set(rows.map(({ sk }) => sk));
  await deleteStaleChildren(
    table,
    row,
    children.filter(({ sk }) => !replaced.has(sk)),
  );

  const ready = articleItem({
    ...row,
    status: 'READY',
    ...found,
    entityCount: entities.length,
    quotationCount: quotations.length,
  });
  const current = await table.put(ready, isTakenOnBy(revision, extractor));
  if (!current) await deleteStaleRows(table, key);
  return current;
}

/**
 * DynamoDB writes 1,000 rows a second in the partition that an article is: with those that they replace, so many take a third
 * of the function's time. A million bytes of news have some 13,000.
 */
const MAX_ROWS = 40_000;

function checkRows(rows: readonly Item[]): void {
  if (rows.length <= MAX_ROWS) return;
  throw new ArticleRejected(
    'RESULT_TOO_LARGE',
    `What was found in the article takes ${rows.length} rows, at most ${MAX_ROWS} can be written in time: drop it in parts.`,
  );
}

function checkCount(quotations: readonly Quotation[]): void {
  if (quotations.length <= MAX_ORDINAL + 1) return;
  throw new ArticleRejected(
    'RESULT_TOO_LARGE',
    `The article has ${quotations.length} quotations, at most ${MAX_ORDINAL + 1} are stored: drop it in parts.`,
  );
}
