import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { ARTICLE_ROW, articleKey, articleOfPartition } from './keys.ts';
import { type ArticleHead, headOf } from './rows/article.ts';
import type { Item, Table } from './table.ts';

/** An article's row, as far as it is compared with its object. */
export type ListedArticle = ArticleHead & { readonly key: string };

export const listedRow = (item: Item): ListedArticle => ({ ...headOf(item), key: articleOfPartition(item.pk) });

export async function listedArticle(table: Table, key: string): Promise<ListedArticle | undefined> {
  const item = await table.get(articleKey(key));
  return item && listedRow(item);
}

/**
 * Every article's row, in no order that means anything. No index has them all, so that the whole table is read: half a read
 * unit for four kilobytes, some two dollars for a million articles. To go on after a key, name it.
 */
export async function* listArticles(
  TableName: string,
  client: DynamoDBDocumentClient,
  after?: string,
): AsyncGenerator<ListedArticle> {
  const scan = paginateScan(
    { client, ...(after !== undefined && { startingToken: articleKey(after) }) },
    {
      TableName,
      FilterExpression: 'sk = :article',
      ProjectionExpression: 'pk, sk, revision, etag, #status, extractorVersion, eventDue',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':article': ARTICLE_ROW },
    },
  );
  for await (const { Items = [] } of scan) yield* (Items as Item[]).map(listedRow);
}
