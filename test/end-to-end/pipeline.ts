import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { startLocalAws, type LocalAws, type LocalAwsOptions } from '../../infra/local/local-aws.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { readArticle } from '../../shared/table/read-article.ts';
import type { StoredArticle } from '../../shared/table/rows/article.ts';
import { openTable, type Item } from '../../shared/table/table.ts';

/** For a test that waits for real functions, on a machine that does other things besides: not a measure of speed. */
export const TIME_LIMIT_MS = 300_000;

/** The same for each file: without it an article is published when it is dropped, and no two runs write the same rows. */
const PUBLISHED = '2026-11-24T06:00:00.000Z';

export interface Pipeline {
  /** The synthesised stack that it runs. */
  readonly assembly: string;
  readonly aws: LocalAws;
  /** S3 events as they were sent, oldest first. */
  readonly events: readonly string[];
  /** What the functions log. */
  readonly logFile: string;
  /** Failed invocations. */
  readonly failures: readonly string[];
  put(key: string, body: string | Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
  /** Puts a body on a queue, named as in the stack's outputs. */
  send(queue: 'Arrivals' | 'Extractions', body: string): Promise<void>;
  settled(): Promise<void>;
  read(key: string): Promise<StoredArticle | undefined>;
  rows(): Promise<Item[]>;
  /** Messages in all dead-letter queues. */
  deadLetters(): Promise<number>;
  stop(): Promise<void>;
}

interface PipelineOptions extends Pick<LocalAwsOptions, 'retryWaiting' | 'reroute' | 'onReport'> {
  readonly assembly?: string;
}

/** The stack of this project on the local AWS; with `retryWaiting`, what fails waits that share of its time for the next try. */
export async function startPipeline({ assembly, ...options }: PipelineOptions = {}): Promise<Pipeline> {
  const events: string[] = [];
  const failures: string[] = [];
  assembly ??= await synthesise();
  const logFile = join(mkdtempSync(join(tmpdir(), 'end-to-end-')), 'local-aws.log');
  const aws = await startLocalAws({
    assembly,
    logFile,
    ...options,
    onNotification: (body) => events.push(body),
    onFailure: (_, error) => failures.push(String(error)),
  });
  const { bucket: Bucket, s3, sqs, table: TableName } = aws;
  const documents = DynamoDBDocumentClient.from(aws.dynamodb);
  const table = openTable(TableName, documents);
  return {
    assembly,
    aws,
    logFile,
    events,
    failures,
    async put(Key, Body) {
      await s3.send(
        new PutObjectCommand({
          Bucket,
          Key,
          Body,
          ContentLength: Buffer.byteLength(Body),
          Metadata: { published: PUBLISHED },
        }),
      );
    },
    async remove(Key) {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async send(queue, MessageBody) {
      await sqs.send(new SendMessageCommand({ QueueUrl: String(aws.outputs[`${queue}QueueUrl`]), MessageBody }));
    },
    settled: () => aws.idle(),
    read: (key) => readArticle(table, key),
    async rows() {
      const rows: Item[] = [];
      for await (const page of paginateScan({ client: documents }, { TableName, ConsistentRead: true })) {
        rows.push(...((page.Items ?? []) as Item[]));
      }
      return rows;
    },
    async deadLetters() {
      const depths = await aws.depths();
      return [...depths].reduce((sum, [name, depth]) => (name.includes('DeadLetter') ? sum + depth : sum), 0);
    },
    stop: () => aws.stop(),
  };
}

/**
 * Rows as a run over another bucket would have to write them: in order, without the revisions that its S3 events gave, and
 * without tombstones and what a row says of the versions before it: of a past that the other bucket may not have.
 */
export function comparable(rows: readonly Item[]): Item[] {
  return rows
    .filter((row) => row['status'] !== 'WITHDRAWN')
    .map((row): Item => ({ ...withoutPast(row), revision: 'any' }))
    .sort((a, b) => compare(a.pk, b.pk) || compare(a.sk, b.sk));
}

/** Without what an article's row says of the versions before it. */
export const withoutPast = ({ changeNumber: _, replaces: __, changes: ___, ...row }: Item): Item => row;

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The rows of a pipeline that saw nothing but what now stands in the bucket, each file once. */
export async function rowsOfCleanRun({ assembly, aws }: Pipeline): Promise<Item[]> {
  const clean = await startPipeline({ assembly });
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: aws.s3 }, { Bucket: aws.bucket })) {
      for (const { Key } of Contents) {
        const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: aws.bucket, Key }));
        await clean.put(Key!, await Body!.transformToByteArray());
      }
    }
    await clean.settled();
    return await clean.rows();
  } finally {
    await clean.stop();
  }
}
