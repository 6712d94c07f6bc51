import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { StopExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { CREDENTIALS } from '../../infra/local/clients.ts';
import { articleOfSource, revisionOfSource } from '../../shared/backfill/source-file.ts';
import { EXTRACTOR_VERSION } from '../../shared/language/extractor.ts';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import { articleKey } from '../../shared/table/keys.ts';
import { announce, newsIngest } from '../cli/running.ts';
import { inventArticle } from './invent-article.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

const ARCHIVE = 'news-archive';
const FILES = 49;
const EMPTY = 'wire/2019/03/09/empty.txt';
const keyOf = (index: number) => `wire/2019/03/0${1 + (index % 9)}/${index}.txt`;
/** Taken on by an extractor of the future, as while a deployment is rolled back: it fails until that one is gone. */
const POISONED = keyOf(3);

let pipeline: Pipeline;
let documents: DynamoDBDocumentClient;
let sfn: SFNClient;
let unannounce: () => void;

beforeAll(async () => {
  pipeline = await startPipeline({ retryWaiting: 0 });
  const { s3, endpoints, outputs, dynamodb } = pipeline.aws;
  documents = DynamoDBDocumentClient.from(dynamodb);
  sfn = new SFNClient({ region: 'us-east-1', credentials: CREDENTIALS, endpoint: endpoints.stepFunctions });
  unannounce = announce({ endpoints, outputs });
  await s3.send(new CreateBucketCommand({ Bucket: ARCHIVE }));
  const put = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: ARCHIVE, Key, Body, ContentLength: Buffer.byteLength(Body) }));
  await forEachConcurrently([...Array(FILES).keys()], (index) => put(keyOf(index), inventArticle(index).text));
  await put(EMPTY, '');
});

afterAll(async () => {
  unannounce();
  sfn.destroy();
  await pipeline.stop();
});

async function fileAt(key: string) {
  const { ETag, LastModified } = await pipeline.aws.s3.send(new HeadObjectCommand({ Bucket: ARCHIVE, Key: key }));
  // A listing tells whole seconds.
  const lastModified = new Date(Math.floor(LastModified!.getTime() / 1000) * 1000).toISOString();
  return { bucket: ARCHIVE, key, etag: ETag!, lastModified };
}

interface Report {
  readonly executionArn: string;
  readonly status: string;
  readonly ready: number;
  readonly rejected: number;
  readonly current: number;
  readonly skipped: number;
  readonly failed: number;
}

const backfill = async (...options: string[]) => {
  const { code, stdout, stderr } = await newsIngest('backfill', ...options, '--json');
  return { exit: code, stderr, report: JSON.parse(stdout || '{}') as Report };
};

const ARCHIVED = ['s3://news-archive/wire/', '--dates', '{yyyy}/{mm}/{dd}'];

test('a dry run counts the files and tells time and price', async () => {
  const { stdout } = await newsIngest('backfill', ARCHIVED[0]!, '--dry-run');
  expect(stdout).toContain(`${FILES + 1} files`);
  expect(stdout).toMatch(/about \d+ seconds with 10 at once\nabout \d+\.\d\d dollars/);
});

test('an archive of another bucket is read, dated by its keys; what fails is done again once it is mended', async () => {
  const file = await fileAt(POISONED);
  const poisoned = { ...articleKey(articleOfSource(file)), revision: revisionOfSource(file), status: 'PENDING' };
  const rest = { extractorVersion: EXTRACTOR_VERSION + 1, publishedAt: file.lastModified, paragraphCount: 1 };
  await documents.send(new PutCommand({ TableName: pipeline.aws.table, Item: { ...poisoned, ...rest } }));

  const first = await backfill(...ARCHIVED, '--tolerate', '50');
  expect(first).toMatchObject({ exit: 1, report: { status: 'SUCCEEDED', rejected: 1, failed: 10, skipped: 0 } });
  expect(first.report.ready).toBe(FILES + 1 - 10 - 1);

  const { pk, sk } = poisoned;
  await documents.send(new DeleteCommand({ TableName: pipeline.aws.table, Key: { pk, sk } }));
  const again = await backfill('--again', first.report.executionArn);
  // The nine beside it were read before their child failed.
  expect(again).toMatchObject({ exit: 0, report: { status: 'SUCCEEDED', ready: 1, current: 9, failed: 0 } });

  for (let index = 0; index < FILES; index++) {
    const stored = await pipeline.read(`s3:${ARCHIVE}/${keyOf(index)}`);
    expect(stored?.article).toMatchObject({
      status: 'READY',
      publishedAt: `2019-03-0${1 + (index % 9)}T00:00:00.000Z`,
    });
  }
  expect((await pipeline.read(`s3:${ARCHIVE}/${EMPTY}`))?.article).toMatchObject({ status: 'REJECTED', code: 'EMPTY' });
  expect((await newsIngest('backfill', '--again', again.report.executionArn)).stdout).toContain('No file failed');
});

test('a second run reads nothing again, also what was removed since, and dates narrow it', async () => {
  const removed = `s3:${ARCHIVE}/${keyOf(5)}`;
  expect(await newsIngest('remove', removed)).toMatchObject({ code: 0 });
  // The command ends where no question gives the article any more; its rows go after that.
  await pipeline.settled();
  expect((await pipeline.rows()).filter(({ pk }) => pk === `ARTICLE#${removed}`)).toMatchObject([
    { status: 'WITHDRAWN' },
  ]);
  expect(await backfill(...ARCHIVED)).toMatchObject({
    exit: 0,
    report: { ready: 0, rejected: 1, current: FILES, failed: 0 },
  });
  expect((await pipeline.read(removed))?.article.status).toBe('WITHDRAWN');
  const { report } = await backfill(...ARCHIVED, '--from', '2019-03-02', '--to', '2019-03-03');
  expect(report).toMatchObject({ current: 12, skipped: FILES + 1 - 12 });
});

test('a run that is stopped goes on, and live articles do not wait behind it', async () => {
  const { s3 } = pipeline.aws;
  const more = [...Array(200).keys()];
  await forEachConcurrently(more, (index) =>
    s3.send(new PutObjectCommand({ Bucket: ARCHIVE, Key: `more/${index}.txt`, Body: inventArticle(index).text })),
  );
  const started = await newsIngest('backfill', 's3://news-archive/more/', '--no-wait', '--json');
  const { executionArn } = JSON.parse(started.stdout) as Report;
  await pipeline.put('breaking.txt', inventArticle(1).text);
  await pipeline.settled();
  expect((await pipeline.read('breaking.txt'))?.article.status).toBe('READY');
  await sfn.send(new StopExecutionCommand({ executionArn }));
  const states = () => Promise.all(more.map((index) => pipeline.read(`s3:${ARCHIVE}/more/${index}.txt`)));
  const done = (await states()).filter((stored) => stored?.article.status === 'READY').length;
  expect(done).toBeLessThan(more.length);

  const resumed = await backfill('--resume', executionArn);
  expect(resumed).toMatchObject({ exit: 0, report: { status: 'SUCCEEDED', failed: 0 } });
  expect((await states()).every((stored) => stored?.article.status === 'READY')).toBe(true);
});

test('what is no place in S3, and nothing at all, is refused', async () => {
  expect(await newsIngest('backfill', '/archive')).toMatchObject({ code: 2 });
  expect(await newsIngest('backfill')).toMatchObject({ code: 2 });
  expect((await newsIngest('backfill', 's3://a/b', '--dates', '{mm}')).stderr).toContain('{yyyy}');
});
