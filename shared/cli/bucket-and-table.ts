import { HeadObjectCommand, NotFound, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openExtractions } from '../extractions/extractions.ts';
import { sendReconciliation } from '../inbox/arrive-again.ts';
import { listArticles, listedArticle } from '../table/list-articles.ts';
import type { Table } from '../table/table.ts';
import { type Compared, type ListedObject, reconcileArticles, reconcileObjects, type Sides } from './reconcile.ts';

interface Stack {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly client: DynamoDBDocumentClient;
  readonly table: Table;
  readonly tableName: string;
  readonly bucket: string;
  readonly arrivalsQueueUrl: string;
  readonly extractionsQueueUrl: string;
}

/** A stack's bucket and table, to be compared from either side, after a key where one is given. */
export function bucketAndTable(stack: Stack, how: Pick<Sides, 'dryRun' | 'queuesLost'>) {
  const { s3, sqs, client, table, tableName, bucket, arrivalsQueueUrl, extractionsQueueUrl } = stack;
  const extractions = openExtractions(extractionsQueueUrl, sqs);
  const sides: Sides = {
    ...how,
    bucket,
    now: new Date(),
    articleOf: (key) => listedArticle(table, key),
    hasObject: (key) => hasObject(s3, bucket, key),
    lookAgain: (reconcile) => sendReconciliation({ client: sqs, queueUrl: arrivalsQueueUrl }, { reconcile }),
    requestExtraction: (request) => extractions.request(request),
  };
  return {
    fromBucket: (after?: string): AsyncGenerator<Compared> => reconcileObjects(objectsOf(s3, bucket, after), sides),
    fromTable: (after?: string): AsyncGenerator<Compared> =>
      reconcileArticles(listArticles(tableName, client, after), sides),
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

async function* objectsOf(client: S3Client, Bucket: string, StartAfter?: string): AsyncGenerator<ListedObject> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, StartAfter })) {
    for (const { Key, ETag, LastModified } of Contents) yield { key: Key!, etag: ETag!, lastModified: LastModified! };
  }
}
