import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from '@jest/globals';
import type { Report } from '../../../infra/local/execution-environment.ts';
import { startLocalAws, type LocalAws } from '../../../infra/local/local-aws.ts';
import { writeTrialAssembly } from './assembly.ts';

const running: LocalAws[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((aws) => aws.stop()));
});

type Trial = Parameters<typeof writeTrialAssembly>[0];

async function start(trial: Trial) {
  const notifications: S3Event[] = [];
  const failures: string[] = [];
  const reports: Report[] = [];
  const logFile = join(mkdtempSync(join(tmpdir(), 'log-')), 'local-aws.log');
  const aws = await startLocalAws({
    assembly: writeTrialAssembly(trial),
    logFile,
    onNotification: (body) => notifications.push((JSON.parse(body) as { Records: [S3Event] }).Records[0]),
    onFailure: (_, error) => failures.push(String(error)),
    onReport: (report) => reports.push(report),
  });
  running.push(aws);
  await aws.idle();
  failures.length = 0;
  reports.length = 0;
  return { aws, notifications, failures, reports, log: () => readFileSync(logFile, 'utf8') };
}

interface S3Event {
  eventName: string;
  s3: { object: { key: string; size?: number; eTag?: string; sequencer: string } };
}

const SUCCEEDS = 'export const handler = async () => undefined;';

/** Answers whatever `fail` throws on; the test event of S3 always succeeds. */
const handles = (onBody: string) => `
  export const handler = async (event, context) => {
    const batchItemFailures = [];
    for (const { body, messageId, attributes } of event.Records) {
      if (body.includes('s3:TestEvent')) continue;
      ${onBody}
    }
    return { batchItemFailures };
  };`;

async function deadLetters(aws: LocalAws): Promise<string[]> {
  const { Messages = [] } = await aws.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: aws.queues.get('Dead')!, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body }) => Body!).sort();
}

test('a bucket tells of every kind of write in the format of S3', async () => {
  const { aws, notifications } = await start({ handler: SUCCEEDS });
  const Bucket = aws.bucket;
  await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'a b+c%20d/é "q".txt', Body: 'four' }));
  await aws.s3.send(
    new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: encodeURI(`${Bucket}/a b+c%20d/é "q".txt`) }),
  );
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }));
  const { ETag } = await aws.s3.send(
    new UploadPartCommand({ Bucket, Key: 'parts', UploadId, PartNumber: 1, Body: 'a part' }),
  );
  await aws.s3.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key: 'parts',
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  );
  await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }));
  await aws.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'parts' }, { Key: 'a & b' }] } }));
  await aws.idle();

  expect(notifications.map(({ eventName, s3: { object } }) => [eventName, object.key, object.size])).toEqual([
    ['ObjectCreated:Put', 'a+b%2Bc%2520d/%C3%A9+%22q%22.txt', 4],
    ['ObjectCreated:Copy', 'copy', undefined],
    ['ObjectCreated:CompleteMultipartUpload', 'parts', undefined],
    ['ObjectRemoved:Delete', 'copy', undefined],
    ['ObjectRemoved:Delete', 'parts', undefined],
    ['ObjectRemoved:Delete', 'a+%26+b', undefined],
  ]);
  expect(notifications[0]!.s3.object.eTag).toBe('8cbad96aced40b3838dd9f07f6ef5772');
  expect(notifications[1]!.s3.object.eTag).toBe('8cbad96aced40b3838dd9f07f6ef5772');
  const sequencers = notifications.map(({ s3 }) => s3.object.sequencer.padEnd(32, '0'));
  expect(sequencers).toEqual([...new Set(sequencers)].sort());
});

test('a versioned bucket tells of a marker where an object is removed', async () => {
  const { aws, notifications } = await start({
    handler: SUCCEEDS,
    bucket: { VersioningConfiguration: { Status: 'Enabled' } },
  });
  await aws.s3.send(new DeleteObjectCommand({ Bucket: aws.bucket, Key: 'a' }));
  await aws.idle();
  expect(notifications.map(({ eventName }) => eventName)).toEqual(['ObjectRemoved:DeleteMarkerCreated']);
});

test('a notification keeps to its filter', async () => {
  const Rules = [
    { Name: 'prefix', Value: 'in/' },
    { Name: 'suffix', Value: '.txt' },
  ];
  const { aws, notifications } = await start({ handler: SUCCEEDS, filter: { Filter: { S3Key: { Rules } } } });
  for (const Key of ['in/a.txt', 'in/a.jpg', 'out/a.txt']) {
    await aws.s3.send(new PutObjectCommand({ Bucket: aws.bucket, Key, Body: 'x' }));
  }
  await aws.idle();
  expect(notifications.map(({ s3 }) => s3.object.key)).toEqual(['in/a.txt']);
});

test('only what the function reports as failed is tried again, and ends as a dead letter', async () => {
  const { aws, log } = await start({
    handler: handles(
      `console.log('handled', body, attributes.ApproximateReceiveCount);
       if (body.startsWith('bad')) batchItemFailures.push({ itemIdentifier: messageId });`,
    ),
  });
  await send(aws, 'good 1', 'bad 1', 'good 2', 'bad 2');
  await aws.idle();
  expect(await deadLetters(aws)).toEqual(['bad 1', 'bad 2']);
  const handled = log().match(/handled .*/g)!;
  expect(handled.filter((line) => line.startsWith('handled bad'))).toHaveLength(4);
  expect(handled.filter((line) => line.startsWith('handled good'))).toHaveLength(2);
});

const FAULTS = {
  throws: { code: `throw new Error('no luck');`, reason: /failed: Error: no luck/ },
  'names an unknown message': {
    code: `batchItemFailures.push({ itemIdentifier: 'unknown' });`,
    reason: /1 of 1 messages/,
  },
  'is too slow': {
    code: `await new Promise((resolve) => setTimeout(resolve, 60_000));`,
    reason: /timed out after 2 s/,
  },
  'never yields': { code: `for (;;);`, reason: /timed out after 2 s/ },
  'takes all memory': {
    code: `const all = []; for (;;) all.push(new Array(1e5).fill(all.length + 0.5));`,
    reason: /ended by itself with signal SIG[^]*memory/,
  },
  'ends its process': { code: `process.exit(3);`, reason: /ended by itself with code 3/ },
  'leaves a rejection': {
    code: `void Promise.reject(new Error('left')); await new Promise((resolve) => setTimeout(resolve, 60_000));`,
    reason: /ended by itself with code 1[^]*Error: left/,
  },
};

test('whatever a function dies of, its batch is tried again in a new one, then a dead letter, and its neighbours are served', async () => {
  const cases = Object.entries(FAULTS).map(([name, { code }]) => `case '${name}': { ${code} break; }`);
  const { aws, failures, log } = await start({
    handler: handles(`switch (body) { ${cases.join('\n')} default: console.log('served', body); }`),
    function: { Timeout: 2, MemorySize: 64 },
    mapping: { BatchSize: 1 },
    queue: { VisibilityTimeout: 4 },
  });
  await send(aws, ...Object.keys(FAULTS).flatMap((name, i) => (i < 3 ? [name, `good ${i}`] : [name])));
  await aws.idle();
  expect(await deadLetters(aws)).toEqual(Object.keys(FAULTS).sort());
  expect(
    log()
      .match(/served .*/g)!
      .sort(),
  ).toEqual(['served good 0', 'served good 1', 'served good 2']);
  const reasons = Object.values(FAULTS).map(({ reason }) => reason);
  expect(reasons.filter((reason) => !failures.some((failure) => reason.test(failure)))).toEqual([]);
  expect(failures).toHaveLength(2 * reasons.length);
});

test('time and memory of an invocation are reported, whether it ended well or not', async () => {
  const { aws, reports } = await start({
    handler: handles(
      `const end = Date.now() + 300; while (Date.now() < end); globalThis.kept = Buffer.alloc(100 * 2 ** 20, 1);
       if (body === 'bad') throw new Error('no luck');`,
    ),
    mapping: { BatchSize: 1 },
  });
  await send(aws, 'good', 'bad');
  await aws.idle();
  // One that ends well and two that do not; a slow machine lets a message be seen again before it is deleted.
  expect(reports.length).toBeGreaterThanOrEqual(3);
  for (const { seconds, cpuSeconds, peakBytes } of reports) {
    expect(seconds).toBeGreaterThanOrEqual(0.3);
    expect(cpuSeconds).toBeGreaterThan(0);
    expect(peakBytes).toBeGreaterThan(100 * 2 ** 20);
  }
});

test('a function whose module cannot be loaded fails, and says so in the log', async () => {
  const { aws, failures, log } = await start({ handler: `throw new Error('no model');` });
  await send(aws, 'any');
  await aws.idle();
  expect(failures.join()).toMatch(/no model/);
  expect(log()).toMatch(/no model/);
});

test('a function sees its own environment and none of this process', async () => {
  process.env['SECRET_OF_MINE'] = 'secret';
  const { aws, log } = await start({
    handler: handles(
      `console.log('environment', JSON.stringify(process.env), context.getRemainingTimeInMillis() > 0);`,
    ),
    function: { MemorySize: 256 },
  });
  await send(aws, 'any');
  await aws.idle();
  const [, seen] = /environment (.*) true/.exec(log())!;
  expect(JSON.parse(seen!)).toMatchObject({
    TABLE_NAME: 'Table',
    QUEUE_URL: aws.queues.get('Arrivals'),
    AWS_ENDPOINT_URL_DYNAMODB: aws.endpoints.dynamodb,
    AWS_LAMBDA_FUNCTION_NAME: 'Handler',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
  });
  expect(seen).not.toContain('secret');
});

test('invocations run side by side up to the maximum concurrency, batches hold up to their size', async () => {
  const { aws, log } = await start({
    handler: `
      export const handler = async ({ Records }) => {
        const began = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 300));
        console.log('ran', Records.filter(({ body }) => body.startsWith('message')).length, began, Date.now());
      };`,
    mapping: { BatchSize: 2, ScalingConfig: { MaximumConcurrency: 2 } },
  });
  await send(aws, ...Array.from({ length: 8 }, (_, i) => `message ${i}`));
  await aws.idle();
  const runs = [...log().matchAll(/ran 2 (\d+) (\d+)/g)].map(([, began, ended]) => ({
    began: +began!,
    ended: +ended!,
  }));
  const beside = runs.map(({ began }) => runs.filter((other) => other.began <= began && began < other.ended).length);
  expect(runs).toHaveLength(4);
  expect(Math.max(...beside)).toBe(2);
});

test('the HTTP API hands requests to its function in payload format 2.0', async () => {
  const { aws } = await start({
    handler: `
      export const handler = async (event) => {
        if (event.Records) return;
        if (event.rawPath === '/fails') throw new Error('secret');
        const { rawPath, rawQueryString, queryStringParameters, headers, body, isBase64Encoded } = event;
        const seen = { rawPath, rawQueryString, queryStringParameters, accept: headers.accept, method: event.requestContext.http.method };
        const text = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString();
        return { statusCode: 418, headers: { 'x-seen': 'yes' }, body: JSON.stringify({ ...seen, text }) };
      };`,
  });
  const response = await fetch(`${aws.api!}/articles/a%20b%252F?from=a%20b&from=c`, {
    method: 'POST',
    headers: { Accept: 'text/plain' },
    body: 'é',
  });
  expect(response.status).toBe(418);
  expect(response.headers.get('x-seen')).toBe('yes');
  expect(await response.json()).toEqual({
    rawPath: '/articles/a b%2F',
    rawQueryString: 'from=a%20b&from=c',
    queryStringParameters: { from: 'a b,c' },
    accept: 'text/plain',
    method: 'POST',
    text: 'é',
  });
  const failed = await fetch(`${aws.api!}/fails`);
  expect([failed.status, await failed.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test('everything listens on 127.0.0.1 and nothing is left after the end', async () => {
  const { aws } = await start({ handler: SUCCEEDS });
  const { s3, sqs, dynamodb } = aws.endpoints;
  const urls = [s3, sqs, dynamodb, aws.api!, ...aws.queues.values()];
  expect(urls.map((url) => new URL(url).hostname)).toEqual(urls.map(() => '127.0.0.1'));
  const [stopped] = running.splice(0);
  await stopped!.stop();
  await expect(fetch(aws.endpoints.s3)).rejects.toThrow();
  await expect(fetch(aws.endpoints.dynamodb)).rejects.toThrow();
});

async function send(aws: LocalAws, ...bodies: string[]) {
  const QueueUrl = aws.queues.get('Arrivals')!;
  if (bodies.length === 1) {
    await aws.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: bodies[0]! }));
  } else {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await aws.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
}
