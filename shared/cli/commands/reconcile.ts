import { HeadObjectCommand, NotFound, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Command } from '@commander-js/extra-typings';
import { asciiJson } from '../../aws/ascii-json.ts';
import { openExtractions } from '../../extractions/extractions.ts';
import { listArticles, listedArticle } from '../../table/list-articles.ts';
import { connectTo, type Connection, output as stackOutput } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput, type Output } from '../output.ts';
import { type Compared, type ListedObject, reconcileArticles, reconcileObjects, type Sides } from '../reconcile.ts';

/** Keys after which progress is told. */
const PROGRESS = 1_000;

export const reconcileCommand = new Command('reconcile')
  .description(
    'Compare the inbox with the table, both ways, and mend what differs: objects without an article or with an older one, ' +
      'articles without an object. May be repeated, and interrupted, at any time.',
  )
  .option('--dry-run', 'tell what differs, and change nothing', false)
  .option('--after <key>', 'go on with the inbox after this key, where an earlier run ended')
  .option('--table-after <key>', 'go on with the table after this key; the inbox is not compared then')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ dryRun, after, tableAfter, stack, json }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const sides = sidesOf(connection, dryRun);
    const counts = { compared: 0, missing: 0, stale: 0, unfinished: 0, orphaned: 0, untold: 0 };
    const compare = async (all: AsyncIterable<Compared>, resume: string) => {
      for await (const { key, difference } of all) {
        counts.compared++;
        if (difference) {
          counts[difference]++;
          output.show({ key, difference }, () => `${key}: ${difference}`);
        }
        if (counts.compared % PROGRESS === 0) output.note(`${counts.compared} compared; go on with ${resume} "${key}"`);
      }
    };
    if (tableAfter === undefined) await compare(reconcileObjects(objectsOf(connection, after), sides), '--after');
    await compare(
      reconcileArticles(listArticles(connection.tableName, connection.client, tableAfter), sides),
      '--table-after',
    );
    tellCounts(output, counts, dryRun);
  });

function tellCounts(
  output: Output,
  counts: Record<NonNullable<Compared['difference']> | 'compared', number>,
  dryRun: boolean,
): void {
  const { missing, stale, unfinished, orphaned, untold } = counts;
  const differ = missing + stale + unfinished + orphaned + untold;
  const then = differ === 0 ? 'bucket and table agree' : dryRun ? 'nothing was changed' : 'each is being read anew';
  output.show(
    counts,
    () =>
      `${missing} missing, ${stale} stale, ${unfinished} unfinished, ${orphaned} orphaned, ${untold} untold: ${then}.`,
  );
}

function sidesOf({ s3, bucket, table, outputs }: Connection, dryRun: boolean): Sides {
  const sqs = new SQSClient({});
  const arrivals = stackOutput(outputs, 'ArrivalsQueueUrl');
  const extractions = openExtractions(stackOutput(outputs, 'ExtractionsQueueUrl'), sqs);
  return {
    bucket,
    now: new Date(),
    dryRun,
    articleOf: (key) => listedArticle(table, key),
    hasObject: (key) => hasObject(s3, bucket, key),
    lookAgain: async (reconcile) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: arrivals, MessageBody: asciiJson({ reconcile }) }));
    },
    requestExtraction: (request) => extractions.request(request),
  };
}

async function hasObject(s3: S3Client, Bucket: string, Key: string): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket, Key }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function* objectsOf({ s3: client, bucket }: Connection, StartAfter?: string): AsyncGenerator<ListedObject> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, StartAfter })) {
    for (const { Key, ETag, LastModified } of Contents) yield { key: Key!, etag: ETag!, lastModified: LastModified! };
  }
}
