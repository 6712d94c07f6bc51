/**
 * How the cost of taking an article in grows: with its length (`npm run measure -- growth`, `-- 5 50 500` kilobytes), and with the
 * articles that the table holds already (`-- --archive 100000`). Units are those that the engine returns, which counts no
 * indexes; time and memory those of the deployed bundles, a new process each.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Report } from '../../infra/local/execution-environment.ts';
import { startLocalAws } from '../../infra/local/local-aws.ts';
import { synthesise } from '../../infra/local/synthesise.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { openTable } from '../../shared/table/table.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { writeArticle } from '../../shared/table/write-article.ts';
import { inventArticle } from '../../test/end-to-end/invent-article.ts';
import { type LocalDynamo, startDynamo } from '../../test/table/local-table.ts';
import { fillArchive } from './archive.ts';
import { toNobody } from '../../test/table/to-nobody.ts';

const KILOBYTE = 1_000;

const { values, positionals } = parseArgs({
  options: { archive: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const archived = Number(values.archive);
if (archived > 0) await growthWithTable();
else await growthWithLength(positionals.length > 0 ? positionals.map(Number) : [5, 50, 500]);
process.exit();

/** A digest of short news, no two alike. */
function textOf(kilobytes: number): string {
  let text = '';
  for (let number = 0; text.length < kilobytes * KILOBYTE; number++) text += `${inventArticle(number).text}\n`;
  return text;
}

async function growthWithLength(sizes: readonly number[]): Promise<void> {
  const assembly = await synthesise();
  const measured: Record<string, object> = {};
  for (const size of sizes) {
    const text = textOf(size);
    const reports: Report[] = [];
    const aws = await startLocalAws({
      assembly,
      logFile: '.cache/growth.log',
      onReport: (report) => reports.push(report),
    });
    await aws.idle();
    reports.length = 0;
    await aws.s3.send(new PutObjectCommand({ Bucket: aws.bucket, Key: 'growth.txt', Body: text }));
    await aws.idle();
    await aws.stop();
    const of = (output: string) => reports.find(({ functionName }) => functionName === aws.outputs[output])!;
    const [split, extract] = [of('SplitFunction'), of('ExtractFunction')];
    const dynamo = await startDynamo();
    measured[`${size} KB`] = {
      'split CPU s': split.cpuSeconds.toFixed(2),
      'peak MB': megabytes(split),
      'extract CPU s': extract.cpuSeconds.toFixed(2),
      'peak MB ': megabytes(extract),
      ...(await unitsOf(text, dynamo, (await dynamo.createTable()).name)),
    };
    await dynamo.stop();
    console.table(measured);
  }
}

function megabytes({ peakBytes }: Report): number {
  return Math.round(peakBytes / 2 ** 20);
}

/** In the words of DynamoDB, the same article into a table that is empty, and into a large one. */
async function growthWithTable(): Promise<void> {
  const dynamo = await startDynamo();
  const { name } = await dynamo.createTable();
  const measured: Record<string, object> = {};
  for (const [from, to] of [
    [0, 0],
    [0, archived],
  ] as const) {
    await fillArchive(dynamo.client, name, from, to);
    measured[`${to} articles`] = await unitsOf(inventArticle(to).text, dynamo, name);
  }
  console.table(measured);
  await dynamo.stop();
}

interface Consumed {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}

async function unitsOf(text: string, { settings }: LocalDynamo, name: string): Promise<Record<string, number>> {
  const article = await parseArticle(Buffer.from(text));
  const analysis = await analyse(article, await loadTagger());
  const units = { written: 0, read: 0 };
  let calls = 0;
  const counting = DynamoDBDocumentClient.from(new DynamoDBClient(settings), {
    marshallOptions: { removeUndefinedValues: true },
  });
  counting.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const { CapacityUnits = 0 } = (result.output as Consumed).ConsumedCapacity ?? {};
      units['ConsistentRead' in args.input ? 'read' : 'written'] += CapacityUnits;
      calls += 1;
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  const table = openTable(name, counting);
  const version = { key: `growth/${randomUUID()}.txt`, revision: '1'.padStart(32, '0') };
  await writeArticle(toNobody(table), { ...version, publishedAt: '2026-11-24T00:00:00.000Z', article });
  const extraction = await beginExtraction(toNobody(table), { ...version, extractorVersion: 1 });
  await completeExtraction(toNobody(table), extraction!, analysis);
  return {
    paragraphs: article.paragraphs.length,
    entities: analysis.entities.length,
    quotations: analysis.quotations.length,
    calls,
    'units written': units.written,
    'units read': units.read,
  };
}
