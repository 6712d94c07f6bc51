import { articleRow } from './rows/article.ts';
import { paragraphOf } from './rows/paragraph.ts';
import { entitiesOf } from './rows/entity.ts';
import { articleKey, articlePartition, ENTITY_PREFIX, PARAGRAPH_PREFIX, QUOTATION_PREFIX } from './keys.ts';
import { quotationsOf } from './rows/quotation.ts';
import type { ArticleRow, StoredArticle } from './rows/article.ts';
import type { Item, Table } from './table.ts';

/** An article's status, and why it was rejected; undefined where nothing was ever dropped under the key. */
export async function readStatus(table: Table, key: string): Promise<ArticleRow | undefined> {
  const item = await table.get(articleKey(key));
  return item && articleRow(item);
}

/** An article with everything in it. Of a PENDING one only what its own revision has so far. */
export async function readArticle(table: Table, key: string): Promise<StoredArticle | undefined> {
  const [first, ...rest] = await table.partition(articlePartition(key));
  if (!first) return undefined;
  const article = articleRow(first);
  const children = rest.filter((child) => child['revision'] === article.revision);
  const beginningWith = (prefix: string): Item[] => children.filter(({ sk }) => sk.startsWith(prefix));
  return {
    article,
    paragraphs: beginningWith(PARAGRAPH_PREFIX).map(paragraphOf),
    entities: entitiesOf(beginningWith(ENTITY_PREFIX)),
    quotations: quotationsOf(beginningWith(QUOTATION_PREFIX)),
  };
}
