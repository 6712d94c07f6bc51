import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS } from '../../infra/local/clients.ts';
import { stateOf } from '../../shared/backfill/runs.ts';
import { articleOfSource, revisionOfSource } from '../../shared/backfill/source-file.ts';
import { EXTRACTOR_VERSION } from '../../shared/language/extractor.ts';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import { articleKey } from '../../shared/table/keys.ts';
import { announce, newsIngest } from '../cli/running.ts';
import { inventArticle } from '../end-to-end/invent-article.ts';
import { startPipeline } from '../end-to-end/pipeline.ts';
import { subscribe } from '../events/subscribers.ts';

const USAGE = `npm run verify -- archive [--files 10000]

Reads an archive of another bucket through the local AWS, one file of a hundred poisoned: a live article is dropped while it
waits, the run is stopped in between and resumed, the failures are mended and done again.`;

const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, help: { type: 'boolean', default: false } },
});
const files = Number(values.files);
if (values.help || !Number.isInteger(files) || files < 100) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const ARCHIVE = 'news-archive';
const ONE_POISONED_OF = 100;
/** The bulk lane has no queue: files that are listed and not begun are what waits. */
const LIVE_LIMIT_SECONDS = 5;
const CHILD = 10;
const began = Date.now();

const day = (index: number) => new Date(Date.UTC(2018, 0, 1 + (index % 365))).toISOString().slice(0, 10);
const keyOf = (index: number) => `wire/${day(index).replaceAll('-', '/')}/${index}.txt`;
const articleOf = (index: number) => `s3:${ARCHIVE}/${keyOf(index)}`;

const pipeline = await startPipeline({ retryWaiting: 0 });
const { s3, endpoints, outputs, dynamodb } = pipeline.aws;
const documents = DynamoDBDocumentClient.from(dynamodb);
const sfn = new SFNClient({ region: 'us-east-1', credentials: CREDENTIALS, endpoint: endpoints.stepFunctions });
const unannounce = announce({ endpoints, outputs });
const take = await subscribe(pipeline.aws, { arn: String(outputs['EventsTopicArn']), name: 'subscriber' });
const runs = {
  s3,
  sfn,
  stateMachineArn: String(outputs['BackfillStateMachineArn']),
  reportBucket: String(outputs['BackfillReportBucket']),
};

await s3.send(new CreateBucketCommand({ Bucket: ARCHIVE }));
const all = Array.from({ length: files }, (_, index) => index);
await forEachConcurrently(all, (index) =>
  s3.send(new PutObjectCommand({ Bucket: ARCHIVE, Key: keyOf(index), Body: inventArticle(index).text })),
);
const poisoned = all.filter((index) => index % ONE_POISONED_OF === 3);
// Taken on by an extractor of the future, as while a deployment is rolled back: each fails until that is mended.
await forEachConcurrently(poisoned, async (index) => {
  const { ETag, LastModified } = await s3.send(new HeadObjectCommand({ Bucket: ARCHIVE, Key: keyOf(index) }));
  const lastModified = new Date(Math.floor(LastModified!.getTime() / 1000) * 1000).toISOString();
  const file = { bucket: ARCHIVE, key: keyOf(index), etag: ETag!, lastModified };
  const row = { ...articleKey(articleOfSource(file)), revision: revisionOfSource(file), status: 'PENDING' };
  const rest = { extractorVersion: EXTRACTOR_VERSION + 1, publishedAt: lastModified, paragraphCount: 1 };
  await documents.send(new PutCommand({ TableName: pipeline.aws.table, Item: { ...row, ...rest } }));
});
tell(true, `${files} files in another bucket, ${poisoned.length} of them poisoned`);

interface Report {
  readonly executionArn: string;
  readonly status: string;
  readonly ready: number;
  readonly current: number;
  readonly failed: number;
}
const backfill = async (...options: string[]): Promise<Report> => {
  const { stdout, stderr } = await newsIngest('backfill', ...options, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
};

const place = [`s3://${ARCHIVE}/wire/`, '--dates', '{yyyy}/{mm}/{dd}', '--tolerate', '50'];
const { executionArn } = await backfill(...place, '--no-wait');
const done = async () => {
  const { items } = await stateOf(runs, executionArn);
  return items.succeeded + items.failed;
};
while ((await done()) < 5 * CHILD) await sleep(20);

const waiting = files - (await done());
const dropped = Date.now();
await pipeline.put('breaking.txt', inventArticle(1).text);
while ((await pipeline.read('breaking.txt'))?.article.status !== 'READY') await sleep(20);
const liveSeconds = (Date.now() - dropped) / 1_000;
tell(
  liveSeconds < LIVE_LIMIT_SECONDS,
  `${waiting} files wait, an article is dropped: READY after ${liveSeconds.toFixed(2)} s, at most ${LIVE_LIMIT_SECONDS}`,
);

while ((await done()) < files / 2) await sleep(100);
await sfn.send(new StopExecutionCommand({ executionArn }));
const stopped = await done();
tell(stopped < files, `stopped after ${stopped} files`);

const first = await backfill('--resume', executionArn);
const failedChildren = new Set(poisonedBatches()).size;
tell(
  first.status === 'SUCCEEDED' &&
    first.failed === failedChildren * CHILD &&
    first.ready + first.current + first.failed === files,
  `resumed: ${first.ready} read, ${first.current} up to date before, ${first.failed} in the ${failedChildren} children that failed`,
);

await forEachConcurrently(poisoned, (index) =>
  documents.send(new DeleteCommand({ TableName: pipeline.aws.table, Key: articleKey(articleOf(index)) })),
);
const again = await backfill('--again', executionArn);
tell(
  again.failed === 0 && again.ready === poisoned.length && again.current === first.failed - poisoned.length,
  `mended and done again: ${again.ready} read, ${again.current} up to date before, ${again.failed} failed`,
);

let dated = 0;
await forEachConcurrently(all, async (index) => {
  const article = (await pipeline.read(articleOf(index)))?.article;
  if (article?.status === 'READY' && article.publishedAt === `${day(index)}T00:00:00.000Z`) dated++;
});
tell(dated === files, `${dated} of ${files} articles are READY, dated by their keys`);
const rows = (await pipeline.rows()).filter(({ sk }) => sk === 'ARTICLE');
tell(rows.length === files + 1, `${rows.length} articles in the table: one a file, and the one that was dropped`);
const told = new Map<string, number>();
for (const { key, status } of await take()) if (status === 'READY') told.set(key, (told.get(key) ?? 0) + 1);
const twice = [...told.values()].filter((times) => times > 1).length;
tell(told.size === files + 1 && twice === 0, `subscribers were told of ${told.size} articles, of ${twice} twice`);
tell(true, `${((Date.now() - began) / 1_000).toFixed(0)} s in all`);

unannounce();
sfn.destroy();
await pipeline.stop();
process.exit();

/** A listing is in the order of the keys: which children have a poisoned file. */
function poisonedBatches(): number[] {
  const keys = all.map(keyOf).sort();
  const place = new Map(keys.map((key, index) => [key, index]));
  return poisoned.map((index) => Math.floor(place.get(keyOf(index))! / CHILD));
}

function tell(holds: boolean, what: string): void {
  console.log(`${holds ? 'holds        ' : 'DOES NOT HOLD'}  ${what}`);
  if (!holds) process.exitCode = 1;
}
