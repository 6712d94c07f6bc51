import { isDeepStrictEqual } from 'node:util';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { type ArticleRow, articleRow, type ReadyArticle } from '../../shared/table/rows/article.ts';
import { entityItems } from '../../shared/table/rows/entity.ts';
import { directoryItems } from '../../shared/table/rows/name.ts';
import { paragraphItem } from '../../shared/table/rows/paragraph.ts';
import { furtherSpeakerItems, quotationItems } from '../../shared/table/rows/quotation.ts';
import type { Item } from '../../shared/table/table.ts';
import { analyseAs } from './analysis.ts';
import type { StoredObject } from './services.ts';

const NONE: ReadonlySet<string> = new Set();

/** The inbox and the table, at rest. */
export interface Rest {
  readonly objects: readonly StoredObject[];
  readonly rows: readonly Item[];
}

/**
 * What must hold once the queues are empty, said of the bucket and the rows alone, and found without running a handler:
 * an object has a READY article of its bytes with exactly the rows that the article's extractor finds in them, or a REJECTED
 * one without any; no object, no row but a tombstone; children carry their article's revision and extractor.
 * @param ignored keys of which an event was lost.
 * @param undated keys of which a change of the date alone may have been lost: bytes are compared, and not what stands beside.
 * @returns what does not hold, in words.
 */
export async function violations(
  { objects, rows }: Rest,
  { ignored = NONE, undated = NONE }: { ignored?: ReadonlySet<string>; undated?: ReadonlySet<string> } = {},
): Promise<string[]> {
  const byArticle = new Map<string, Item[]>();
  for (const row of rows) byArticle.set(row.pk, [...(byArticle.get(row.pk) ?? []), row]);
  const found: string[] = [];
  for (const object of objects) {
    if (!ignored.has(object.key))
      found.push(...(await ofObject(object, byArticle.get(`ARTICLE#${object.key}`) ?? [], !undated.has(object.key))));
    byArticle.delete(`ARTICLE#${object.key}`);
  }
  for (const [pk, left] of byArticle) {
    const isTombstone = left.length === 1 && left[0]!['status'] === 'WITHDRAWN';
    if (!isTombstone && !ignored.has(pk.slice('ARTICLE#'.length))) found.push(`${pk} has no object, and ${told(left)}`);
  }
  return found;
}

async function ofObject(
  { key, etag, bytes, published }: StoredObject,
  items: readonly Item[],
  dated: boolean,
): Promise<string[]> {
  const [first, ...children] = items;
  if (first?.sk !== 'ARTICLE') return [`${key} has an object and no article: ${told(items)}`];
  const row = articleRow(first);
  if (row.status === 'PENDING' || row.status === 'WITHDRAWN') return [`${key} has an object and is ${row.status}`];
  const wrong = row.etag === etag ? [] : [`${key} is of other bytes: ${row.etag ?? 'none'}, not ${etag}`];
  if (dated && row.status === 'READY' && row.publishedAt !== published)
    wrong.push(`${key} is dated ${row.publishedAt}`);
  const expected = await childrenOf(row, bytes);
  if (typeof expected === 'string') return [...wrong, `${key}: ${expected}`];
  return [...wrong, ...notIn(children, expected, `${key} has too much`), ...notIn(expected, children, `${key} lacks`)];
}

/** The rows that an article of these bytes has beside its own; or why its status is wrong. */
async function childrenOf(row: ArticleRow, bytes: Uint8Array): Promise<readonly Item[] | string> {
  try {
    const article = await parseArticle(bytes, { key: row.key });
    const extractorVersion = 'extractorVersion' in row ? row.extractorVersion! : undefined;
    if (row.status === 'REJECTED') {
      // The extractor that refused it is not told: one of both must have had a reason.
      const refused = await Promise.allSettled([1, 2].map((version) => analyseAs(version)(article)));
      return refused.some(({ status }) => status === 'rejected') ? [] : 'is REJECTED, though it can be read';
    }
    const { entities, quotations } = await analyseAs(extractorVersion!)(article);
    const ready = row as ReadyArticle;
    return [
      ...article.paragraphs.map((paragraph) => paragraphItem(row.key, row.revision, paragraph)),
      ...entityItems(ready, entities),
      ...directoryItems(ready, entities),
      ...quotationItems(ready, quotations),
      ...furtherSpeakerItems(ready, quotations),
    ];
  } catch (error) {
    if (!(error instanceof ArticleRejected)) throw error;
    return row.status === 'REJECTED' ? [] : `is ${row.status}, though it is refused as ${error.code}`;
  }
}

const notIn = (some: readonly Item[], others: readonly Item[], how: string): string[] =>
  some
    .map((item) => JSON.parse(JSON.stringify(item)) as Item)
    .filter((item) => !others.some((other) => isDeepStrictEqual(item, JSON.parse(JSON.stringify(other)))))
    .map((item) => `${how} ${JSON.stringify(item)}`);

const told = (items: readonly Item[]): string => `${items.length} rows, as ${JSON.stringify(items[0] ?? {})}`;
