import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Report } from '../../infra/local/execution-environment.ts';
import { startLocalAws } from '../../infra/local/local-aws.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import { articleKey, articleOfPartition, articlePartition } from '../../shared/table/keys.ts';
import { openTable, type Item } from '../../shared/table/table.ts';
import { fillArchive } from '../bench/archive.ts';
import { inventArticle } from '../../test/end-to-end/invent-article.ts';

const USAGE = `npm run measure -- load [--articles 5000] [--archive 0] [--under-way N]

Drops articles into the local AWS, asks for each over HTTP, and tells how long it took and what the functions needed.
  --articles   how many
  --archive    so many others stand in the table already, written directly
  --under-way  at most so many between drop and READY, to see latency without a queue; else as fast as they are taken`;

/** Drops under way at once, as of a busy newsroom's feeds. */
const DROPS_AT_ONCE = 8;
/** BatchGetItem takes a hundred keys. */
const LOOKS_AT_ONCE = 100;
const LOOK_EVERY_MS = 50;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    archive: { type: 'string', default: '0' },
    'under-way': { type: 'string', default: '1000000' },
  },
});
const [count, archived, most] = [values.articles, values.archive, values['under-way']].map(Number) as [
  number,
  number,
  number,
];
if (![count, archived, most].every(Number.isInteger) || count < 1 || archived < 0 || most < 1) {
  console.error(USAGE);
  process.exit(2);
}

const failures: string[] = [];
const reports: Report[] = [];
const aws = await startLocalAws({
  assembly: await synthesise(),
  logFile: '.cache/load.log',
  onReport: (report) => reports.push(report),
  onFailure: (name, error) => failures.push(`${name}: ${String(error)}`),
});
const client = DynamoDBDocumentClient.from(aws.dynamodb);
await fillArchive(client, aws.table, 0, archived);

const keys = Array.from({ length: count }, (_, number) => `load/${String(number).padStart(6, '0')}.txt`);
const underWay = new Map<string, number>();
const latencies: number[] = [];
const statuses: Record<string, number> = {};
let peak = 0;
const began = Date.now();

const feed = keys.entries();
const dropAll = async () => {
  for (const [number, Key] of feed) {
    while (underWay.size >= most) await sleep(LOOK_EVERY_MS);
    underWay.set(Key, Date.now());
    await aws.s3.send(new PutObjectCommand({ Bucket: aws.bucket, Key, Body: inventArticle(number).text }));
  }
};
const drops = Promise.all(Array.from({ length: Math.min(DROPS_AT_ONCE, most) }, dropAll));

/** Articles come out about in the order in which they went in: the oldest are looked for. */
while (latencies.length < count) {
  await sleep(LOOK_EVERY_MS);
  peak = Math.max(peak, process.memoryUsage().rss);
  const Keys = [...underWay.keys()].slice(0, LOOKS_AT_ONCE).map(articleKey);
  if (Keys.length === 0) continue;
  const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { [aws.table]: { Keys } } }));
  for (const { pk, status } of (Responses?.[aws.table] ?? []) as (Item & { status: string })[]) {
    if (status === 'PENDING') continue;
    const key = articleOfPartition(pk);
    latencies.push(Date.now() - underWay.get(key)!);
    underWay.delete(key);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${latencies.length} of ${count}`);
}
const seconds = (Date.now() - began) / 1_000;
await drops;
await aws.idle();

const table = openTable(aws.table, client);
let rows = 0;
await forEachConcurrently(keys, async (key) => {
  const { length } = await table.partition(articlePartition(key));
  rows += length;
});
const answered: number[] = [];
await forEachConcurrently(keys.slice(0, 1_000), async (key) => {
  const asked = Date.now();
  const { status } = await fetch(`${aws.api!}/articles/${key}/quotations`);
  if (status === 200) answered.push(Date.now() - asked);
  else failures.push(`${key}: HTTP ${status}`);
});
const depths = [...(await aws.depths()).values()].reduce((sum, depth) => sum + depth, 0);
await aws.stop();

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
function percentiles(times: number[]): string {
  times.sort((one, other) => one - other);
  const at = (share: number) => `${((times[Math.floor((times.length - 1) * share)] ?? 0) / 1_000).toFixed(2)} s`;
  return `median ${at(0.5)}, 99th percentile ${at(0.99)}`;
}

console.log(`\n${count} articles in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(1)} a second`);
console.log(`from drop to READY, waiting in the queue included: ${percentiles(latencies)}`);
console.log(`its quotations over HTTP, ${answered.length} times, sixteen at once: ${percentiles(answered)}`);
console.log(
  `in the table: ${JSON.stringify(statuses)}, ${rows} rows; left in queues: ${depths}; failed tries: ${failures.length}`,
);
console.log(`peak memory: emulators, with all that they hold, ${megabytes(peak)} MB; a process of each function:`);
console.table(
  Object.fromEntries(
    ['Split', 'Extract', 'Answer'].map((name) => {
      const own = reports.filter(({ functionName }) => functionName === aws.outputs[`${name}Function`]);
      const cpuSeconds = own.reduce((sum, report) => sum + report.cpuSeconds, 0);
      const peakOfOwn = own.reduce((most, { peakBytes }) => Math.max(most, peakBytes), 0);
      return [
        name,
        {
          invocations: own.length,
          'CPU ms each': ((cpuSeconds * 1_000) / own.length).toFixed(1),
          'peak MB': megabytes(peakOfOwn),
        },
      ];
    }),
  ),
);
if (statuses['READY'] !== count || depths > 0 || failures.length > 0) process.exitCode = 1;
process.exit();
