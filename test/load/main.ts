import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { BatchGetCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { startLocalAws } from '../../infra/local/local-aws.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { articleKey, articleOfPartition } from '../../shared/table/keys.ts';
import type { Item } from '../../shared/table/table.ts';
import { inventArticle } from '../end-to-end/invent-article.ts';

const USAGE = `npm run load -- [--articles 5000]

Drops articles into the local AWS as fast as it takes them, and tells how long each took to be READY.`;

/** Drops under way at once, as of a busy newsroom's feeds. */
const DROPS_AT_ONCE = 8;
/** BatchGetItem takes a hundred keys. */
const LOOKS_AT_ONCE = 100;
const LOOK_EVERY_MS = 250;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '5000' } } });
const count = Number(values.articles);
if (!Number.isInteger(count) || count < 1) {
  console.error(USAGE);
  process.exit(2);
}

const failures: string[] = [];
const aws = await startLocalAws({
  assembly: await synthesise(),
  logFile: '.cache/load.log',
  onFailure: (name, error) => failures.push(`${name}: ${String(error)}`),
});
const client = DynamoDBDocumentClient.from(aws.dynamodb);
const dropped = new Map<string, number>();
const latencies: number[] = [];
let peak = 0;
const began = Date.now();

const keys = Array.from({ length: count }, (_, number) => `load/${String(number).padStart(6, '0')}.txt`);
const feed = keys.entries();
const dropAll = async () => {
  for (const [number, Key] of feed) {
    await aws.s3.send(new PutObjectCommand({ Bucket: aws.bucket, Key, Body: inventArticle(number).text }));
    dropped.set(Key, Date.now());
  }
};
const drops = Promise.all(Array.from({ length: DROPS_AT_ONCE }, dropAll));

/** Articles come out about in the order in which they went in: the oldest are looked for. */
while (latencies.length < count) {
  await sleep(LOOK_EVERY_MS);
  peak = Math.max(peak, process.memoryUsage().rss);
  const asked = [...dropped.keys()].slice(0, LOOKS_AT_ONCE * 3);
  for (let first = 0; first < asked.length; first += LOOKS_AT_ONCE) {
    const Keys = asked.slice(first, first + LOOKS_AT_ONCE).map(articleKey);
    const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { [aws.table]: { Keys } } }));
    for (const { pk, status } of (Responses?.[aws.table] ?? []) as Item[]) {
      if (status === 'PENDING') continue;
      const key = articleOfPartition(pk);
      latencies.push(Date.now() - dropped.get(key)!);
      dropped.delete(key);
    }
  }
  process.stderr.write(`\r${latencies.length} of ${count}`);
}
const seconds = (Date.now() - began) / 1_000;
await drops;
await aws.idle();

const statuses: Record<string, number> = {};
let rows = 0;
for await (const { Items = [] } of paginateScan({ client }, { TableName: aws.table })) {
  rows += Items.length;
  for (const { sk, status } of Items as Item[]) {
    if (sk === 'ARTICLE') statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
  }
}
const depths = [...(await aws.depths()).values()].reduce((sum, depth) => sum + depth, 0);
await aws.stop();

latencies.sort((one, other) => one - other);
const at = (share: number) => `${((latencies[Math.floor((latencies.length - 1) * share)] ?? 0) / 1_000).toFixed(1)} s`;
console.log(`\n${count} articles in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(1)} a second`);
console.log(`from drop to READY, waiting in the queue included: median ${at(0.5)}, 99th percentile ${at(0.99)}`);
console.log(
  `in the table: ${JSON.stringify(statuses)}, ${rows} rows; left in queues: ${depths}; failed tries: ${failures.length}`,
);
console.log(`peak memory of all functions and emulators together: ${Math.round(peak / 2 ** 20)} MB`);
if (statuses['READY'] !== count || depths > 0) process.exitCode = 1;
process.exit();
