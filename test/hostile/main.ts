import { parseArgs } from 'node:util';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Upload } from '@aws-sdk/lib-storage';
import type { Report } from '../../infra/local/execution-environment.ts';
import { startLocalAws } from '../../infra/local/local-aws.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { MAX_ARTICLE_BYTES } from '../../shared/article/limits.ts';
import { articlePartition } from '../../shared/table/keys.ts';
import { openTable, type Item } from '../../shared/table/table.ts';
import { hostileFiles, type HostileFile } from './hostile-files.ts';

const USAGE = `npm run verify -- hostile [--size BYTES] [NAME…]

Drops each hostile file into a local AWS of its own, whose functions have the time and the memory of the deployed ones, and
tells what became of it, the processor's time and the peak of memory.
  --size  of those that are processed; else a little less than an article may have
  NAME    of files, else all`;

/** For a file to be decided upon: the time-outs of both functions, and a slow start. */
const LIMIT_MS = 10 * 60_000;
const LOOK_EVERY_MS = 200;
const KEY = 'hostile';

/** At full size a file may be more than can be read or stored, and is told so. */
const TOO_MUCH = ['TOO_MANY_WORDS', 'RESULT_TOO_LARGE'];

const { values, positionals } = parseArgs({
  options: { size: { type: 'string', default: String(MAX_ARTICLE_BYTES - 1_000) } },
  allowPositionals: true,
});
const size = Number(values.size);
const files = hostileFiles(size).filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (!Number.isInteger(size) || size < 1_000 || size >= MAX_ARTICLE_BYTES || files.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

const assembly = await synthesise();
console.log('| file | bytes | outcome | rows | CPU seconds | peak MB: split | extract |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const file of files) console.log(`| ${(await measure(file)).join(' | ')} |`);
process.exit();

async function measure(file: HostileFile): Promise<string[]> {
  const bytes = file.bytes();
  const reports: Report[] = [];
  const failures: string[] = [];
  const aws = await startLocalAws({
    assembly,
    logFile: '.cache/hostile.log',
    onReport: (report) => reports.push(report),
    onFailure: (_, error) => failures.push(String(error)),
  });
  try {
    await aws.idle();
    await new Upload({ client: aws.s3, params: { Bucket: aws.bucket, Key: KEY, Body: bytes } }).done();
    const table = openTable(aws.table, DynamoDBDocumentClient.from(aws.dynamodb));
    const outcome = await decided(() => table.partition(articlePartition(KEY)), failures);
    if (failures.length === 0) await aws.idle();
    const rows = await table.partition(articlePartition(KEY));
    if (outcome !== file.outcome && !(file.outcome === 'READY' && TOO_MUCH.includes(outcome))) process.exitCode = 1;
    const cpu = reports.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
    const peakOf = (name: unknown): string =>
      peak(reports.filter(({ functionName }) => functionName === name).map(({ peakBytes }) => peakBytes));
    const { SplitFunction, ExtractFunction } = aws.outputs;
    return [
      file.name,
      bytes.length.toLocaleString('en'),
      outcome,
      rows.length.toLocaleString('en'),
      cpu.toFixed(1),
      peakOf(SplitFunction),
      peakOf(ExtractFunction),
    ];
  } finally {
    await aws.stop();
  }
}

/** READY, the code of the rejection, or what went wrong. */
async function decided(rows: () => Promise<Item[]>, failures: readonly string[]): Promise<string> {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const article = (await rows()).find(({ sk }) => sk === 'ARTICLE');
    if (article && article['status'] !== 'PENDING') return String(article['code'] ?? article['status']);
    if (failures.length > 0) return `FAILED: ${failures[0]!}`;
  }
  return 'FAILED: undecided';
}

function peak(bytes: readonly number[]): string {
  return bytes.length === 0 ? '' : String(Math.round(Math.max(...bytes) / 2 ** 20));
}
