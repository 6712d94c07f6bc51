import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { readStatus } from '../../shared/table/read-article.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

let dynamo: LocalDynamo;
let storage: Awaited<ReturnType<typeof startS3AndSqs>>;
let table: Awaited<ReturnType<LocalDynamo['createTable']>>;
let s3: S3Client;
let sqs: SQSClient;
let queue: string;
let arrivals: string;
let handler: Handler;
const logged: string[] = [];

/** The handler as Lambda loads it: it finds its services by the environment. */
beforeAll(async () => {
  [dynamo, storage] = await Promise.all([startDynamo(), startS3AndSqs()]);
  table = await dynamo.createTable();
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_S3: storage.endpoint,
    AWS_ENDPOINT_URL_SQS: storage.endpoint,
    AWS_ENDPOINT_URL_SNS: storage.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.settings.endpoint,
    TABLE_NAME: table.name,
    POWERTOOLS_SERVICE_NAME: 'news-ingest',
    POWERTOOLS_METRICS_NAMESPACE: 'news-ingest',
  });
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((said) => logged.push(String(said)) > 0);
  }
  s3 = new S3Client({ forcePathStyle: true });
  sqs = new SQSClient({});
  await s3.send(new CreateBucketCommand({ Bucket: 'inbox' }));
  queue = (await sqs.send(new CreateQueueCommand({ QueueName: 'extractions' }))).QueueUrl!;
  arrivals = (await sqs.send(new CreateQueueCommand({ QueueName: 'arrivals' }))).QueueUrl!;
  const topic = await new SNSClient({}).send(new CreateTopicCommand({ Name: 'events.fifo' }));
  process.env['EVENTS_TOPIC_ARN'] = topic.TopicArn!;
  process.env['EXTRACTIONS_QUEUE_URL'] = queue;
  process.env['MESSAGES_QUEUE_URL'] = arrivals;
  ({ handler } = await import('../../lambdas/split.ts'));
});
afterAll(async () => {
  jest.restoreAllMocks();
  s3.destroy();
  sqs.destroy();
  await Promise.all([dynamo.stop(), storage.stop()]);
});

let sequencer = 0x1000;
const eventOf = (eventName: string, key: string, eTag?: string): string =>
  JSON.stringify({
    Records: [
      {
        eventName,
        s3: {
          bucket: { name: 'inbox' },
          object: { key: encodeURIComponent(key), eTag, sequencer: (++sequencer).toString(16) },
        },
      },
    ],
  });

const drop = async (key: string, body: string | Uint8Array): Promise<string> => {
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket: 'inbox', Key: key, Body: body }));
  return eventOf('ObjectCreated:Put', key, ETag!.replaceAll('"', ''));
};

const handle = (...bodies: string[]): Promise<SQSBatchResponse> => {
  const records = bodies.map((body, index) => ({
    messageId: `message ${index}`,
    body,
    eventSource: 'aws:sqs',
    receiptHandle: `receipt ${index}`,
    attributes: { ApproximateReceiveCount: '1' },
  }));
  const context = { functionName: 'split', awsRequestId: 'request', getRemainingTimeInMillis: () => 30_000 };
  return handler({ Records: records } as SQSEvent, context as Context);
};

const requests = async () => {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body }) => JSON.parse(Body!) as unknown);
};

test('a batch of good, bad and foreign messages: the foreign one alone comes back', async () => {
  const good = await drop('good/a b+c.txt', 'Zanzibar first.\n\nZanzibar second.');
  const bad = await drop('bad.txt', Uint8Array.of(0x5a, 0xff, 0xc3));
  const huge = await drop('huge.txt', 'Zanzibar '.repeat(200_000));
  expect(await handle(good, 'Zanzibar is no notification', bad, huge)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message 1' }],
  });
  expect(await readStatus(table, 'good/a b+c.txt')).toMatchObject({ status: 'PENDING', paragraphCount: 2 });
  expect(await readStatus(table, 'bad.txt')).toMatchObject({ status: 'REJECTED', code: 'INVALID_UTF8' });
  expect(await readStatus(table, 'huge.txt')).toMatchObject({ status: 'REJECTED', code: 'ARTICLE_TOO_LARGE' });
  expect(await requests()).toEqual([{ key: 'good/a b+c.txt', revision: '1001'.padEnd(32, '0') }]);
});

test('a creation that has been replaced or removed meanwhile is acknowledged; the removal is not', async () => {
  const first = await drop('fast.txt', 'One.');
  const second = await drop('fast.txt', 'Two.');
  expect(await handle(first)).toEqual({ batchItemFailures: [] });
  expect(await readStatus(table, 'fast.txt')).toBeUndefined();
  await s3.send(new DeleteObjectCommand({ Bucket: 'inbox', Key: 'fast.txt' }));
  expect(await handle(second)).toEqual({ batchItemFailures: [] });
  expect(await readStatus(table, 'fast.txt')).toBeUndefined();
  expect(await handle(eventOf('ObjectRemoved:Delete', 'fast.txt'))).toEqual({ batchItemFailures: [] });
  expect(await readStatus(table, 'fast.txt')).toMatchObject({ status: 'WITHDRAWN' });
  expect(await requests()).toEqual([]);
});

const ninjs = (fields: object) =>
  JSON.stringify({ type: 'text', headline: 'Quokka', body_text: 'Quokka said so.', ...fields });

test('what its source cancels or withholds is withdrawn with the reason, and a usable version brings it back', async () => {
  await handle(await drop('item.json', ninjs({ versioncreated: '2026-03-03T10:00:00Z' })));
  expect(await readStatus(table, 'item.json')).toMatchObject({
    status: 'PENDING',
    format: 'ninjs',
    publishedAt: '2026-03-03T10:00:00.000Z',
  });
  await handle(await drop('item.json', ninjs({ pubstatus: 'canceled', version: '3' })));
  expect(await table.partition('ARTICLE#item.json')).toHaveLength(1);
  expect(await readStatus(table, 'item.json')).toMatchObject({
    status: 'WITHDRAWN',
    reason: expect.stringContaining('canceled the item (version 3)') as unknown as string,
  });
  await handle(await drop('item.json', ninjs({ pubstatus: 'withheld' })));
  expect(await readStatus(table, 'item.json')).toMatchObject({ status: 'WITHDRAWN' });
  await handle(await drop('item.json', ninjs({ pubstatus: 'usable' })));
  expect(await readStatus(table, 'item.json')).toMatchObject({ status: 'PENDING', publicationStatus: 'usable' });
  await requests();
});

test('of an article under embargo no word is in the table until its time has come, and then it is read', async () => {
  const embargoedUntil = new Date(Date.now() + 1_500).toISOString();
  await handle(await drop('held.json', ninjs({ embargoedUntil })));
  expect(await table.partition('ARTICLE#held.json')).toEqual([
    expect.objectContaining({ status: 'EMBARGOED', embargoedUntil }),
  ]);
  expect(await requests()).toEqual([]);
  const again = async () => {
    const command = new ReceiveMessageCommand({ QueueUrl: arrivals, WaitTimeSeconds: 5 });
    return (await sqs.send(command)).Messages?.[0]?.Body;
  };
  let body = await again();
  expect(JSON.parse(body!)).toMatchObject({ reconcile: { key: 'held.json' } });
  while (Date.now() < Date.parse(embargoedUntil)) {
    // The queue gave it back too soon: it waits on.
    await handle(body!);
    expect(await readStatus(table, 'held.json')).toMatchObject({ status: 'EMBARGOED' });
    body = await again();
  }
  await handle(body!);
  expect(await readStatus(table, 'held.json')).toMatchObject({ status: 'PENDING', embargoedUntil });
  expect(await requests()).toEqual([expect.objectContaining({ key: 'held.json' })]);
  await handle(await drop('far.json', ninjs({ embargoed: '2999-01-01T00:00:00Z' })));
  expect(await readStatus(table, 'far.json')).toMatchObject({ status: 'REJECTED', code: 'EMBARGO_TOO_LONG' });
});

test('the log tells what became of each message and the metrics count it, without a word of any article', () => {
  const log = logged.join('\n');
  expect(log).toContain('"split":1');
  expect(log).toContain('INVALID_UTF8');
  expect(log).toContain('not a notification of Amazon S3');
  expect(log).toContain('"ArticlesRejected"');
  expect(log).not.toContain('Zanzibar');
  expect(log).not.toContain('Quokka');
});
