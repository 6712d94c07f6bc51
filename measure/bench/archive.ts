import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articleItem } from '../../shared/table/rows/article.ts';
import { paragraphItem } from '../../shared/table/rows/paragraph.ts';
import { directoryItems } from '../../shared/table/rows/name.ts';
import { entityItems } from '../../shared/table/rows/entity.ts';
import { quotationItems } from '../../shared/table/rows/quotation.ts';
import type { ReadyArticle } from '../../shared/table/rows/article.ts';
import type { Item } from '../../shared/table/table.ts';
import { tell } from '../../test/table/query-world.ts';

/** Made-up articles of months past, for benches that want a large table; all of one revision. */
export const REVISION = '0'.repeat(32);

export const archivedKey = (number: number) => `archive/${number}.txt`;

/** Fewer entities an article than the suites have, lest a hundred thousand take an hour to write. */
function rowsOf(number: number): Item[] {
  const { key, publishedAt, article, analysis } = tell(archivedKey(number), number);
  const entities = analysis.entities.slice(0, 2);
  const quotations = analysis.quotations.slice(0, 1);
  const row: ReadyArticle = {
    key,
    revision: REVISION,
    status: 'READY',
    publishedAt,
    paragraphCount: 1,
    bylines: [],
    extractorVersion: 1,
    language: 'eng',
    entityCount: entities.length,
    quotationCount: quotations.length,
  };
  return [
    articleItem(row),
    paragraphItem(key, REVISION, article.paragraphs[0]!),
    ...entityItems(row, entities),
    ...directoryItems(row, entities),
    ...quotationItems(row, quotations),
  ];
}

/** Writes the rows of articles `from` to `to` directly, 25 a call. */
export async function fillArchive(
  client: DynamoDBDocumentClient,
  table: string,
  from: number,
  to: number,
): Promise<void> {
  let batch: Item[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    batch = [];
  };
  for (let number = from; number < to; number++) {
    for (const row of rowsOf(number)) {
      batch.push(row);
      if (batch.length === 25) await flush();
    }
    if (number % 10_000 === 0) console.error(`${number} of ${to}`);
  }
  await flush();
}
