import type { Article } from '../article/article.ts';
import { ArticleRejected } from '../article/article-rejected.ts';
import { asciiJson } from '../aws/ascii-json.ts';
import { changesBetween, digestOf } from '../events/changes.ts';
import { MAX_CHANGES_BYTES } from '../events/result-event.ts';
import type { Analysis, Entity, Quotation } from '../language/analysis.ts';
import { announce, settle, type ToldTable } from './announce.ts';
import { articleItem, articleOf, articleRow, headOf, takenOn } from './rows/article.ts';
import { paragraphOf } from './rows/paragraph.ts';
import { awaits, isNoNewerAnalysis, isReadyBy, isTakenOnBy } from './conditions.ts';
import { directoryItems } from './rows/name.ts';
import { entityItems, isListed } from './rows/entity.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { checkSizes } from './item-size.ts';
import { articleKey, articlePartition, MAX_ORDINAL, PARAGRAPH_PREFIX } from './keys.ts';
import { furtherSpeakerItems, quotationItems } from './rows/quotation.ts';
import type { PendingArticle } from './rows/article.ts';
import type { ExtractorVersion, Revision } from './rows/row.ts';
import { type Before, beforeOf, change } from './replace-article.ts';
import { deleteStaleChildren } from './delete-stale-rows.ts';
import type { Item } from './table.ts';

/** A revision that an extractor has taken on. */
export interface Extraction {
  readonly row: PendingArticle & { readonly extractorVersion: ExtractorVersion };
  /** What subscribers were told of before. */
  readonly before: Before;
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
  told: ToldTable,
  { key, revision, extractorVersion }: { key: string; revision: Revision; extractorVersion: ExtractorVersion },
): Promise<Extraction | undefined> {
  const { table } = told;
  const claim = {
    expression: 'SET extractorVersion = :extractorVersion, #status = :pending',
    values: { ':extractorVersion': extractorVersion },
  };
  const claimed =
    (await table.update(articleKey(key), claim, awaits(revision, extractorVersion))) ||
    (await takeOnAgain(told, { key, revision, extractorVersion }));
  if (!claimed) {
    const row = await settle(told, key);
    if (row?.revision === revision && row.status === 'PENDING') {
      // While a deployment is rolled out, or back, this may be the very message that the newer one died with.
      throw new Error(
        `Extractor ${row.extractorVersion ?? 'of another version'} has taken the revision on, and this one is ${extractorVersion}: tried again ` +
          'until that one is done; after a rollback, deploy the older rules under a higher EXTRACTOR and redrive.',
      );
    }
    return undefined;
  }
  const [first, ...children] = await table.partition(articlePartition(key));
  const row = articleRow(first!);
  if (row.revision !== revision || row.status !== 'PENDING' || row.extractorVersion !== extractorVersion) {
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
  const before = beforeOf(first!, children);
  return { row: takenOn(row, extractorVersion), before, article: articleOf(row, paragraphs), children };
}

/**
 * Takes on what an older extractor has made READY, keeping what that one said to compare it with what will be found.
 * @returns false where that does not stand there.
 */
async function takeOnAgain(
  told: ToldTable,
  { key, revision, extractorVersion }: { key: string; revision: Revision; extractorVersion: ExtractorVersion },
): Promise<boolean> {
  const [article, ...children] = await told.table.partition(articlePartition(key));
  if (!article) return false;
  const head = headOf(article);
  if (head.revision !== revision || head.status !== 'READY') return false;
  await announce(told, [article, ...children]);
  const claim = {
    expression: 'SET extractorVersion = :extractorVersion, #status = :pending, previous = :previous',
    values: {
      ':extractorVersion': extractorVersion,
      ':pending': 'PENDING',
      ':previous': beforeOf(article, children).previous,
    },
  };
  return told.table.update(articleKey(key), claim, isReadyBy(revision, head.extractorVersion, extractorVersion));
}

/**
 * Writes what was found, deletes what it replaces, and makes the article READY.
 * @returns false where a newer revision or extractor has come meanwhile; its own rows are gone again.
 * @throws ArticleRejected where a row cannot be stored.
 */
export async function completeExtraction(
  told: ToldTable,
  { row, before, children }: Extraction,
  { entities, quotations, ...found }: Analysis,
): Promise<boolean> {
  const { table } = told;
  const { key, revision, extractorVersion } = row;
  checkCount(quotations);
  const rows = [
    ...entityItems(row, entities),
    ...directoryItems(row, entities),
    ...quotationItems(row, quotations),
    ...furtherSpeakerItems(row, quotations),
  ];
  checkRows(rows);
  checkSizes(rows);

  await forEachConcurrently(rows, (item) => table.put(item, isNoNewerAnalysis(revision, extractorVersion)));
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
    ...change(before, told),
    ...changesSince(before, entities, quotations),
  });
  const current = await table.put(ready, isTakenOnBy(revision, extractorVersion));
  if (current) await announce(told, [ready, ...rows]);
  else await settle(told, key);
  return current;
}

/** How what was found differs from what subscribers know; where it is too long they read the article. */
function changesSince({ previous }: Before, entities: readonly Entity[], quotations: readonly Quotation[]) {
  if (!previous?.digest) return {};
  const changes = changesBetween(previous.digest, digestOf(entities.filter(isListed), quotations));
  return Buffer.byteLength(asciiJson(changes)) > MAX_CHANGES_BYTES ? {} : { changes };
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
