/**
 * What an article costs to take in and a question to answer: `npm run measure -- costs FILE`. Units of the table are those that
 * the engine returns; time, messages and logs those of the deployed bundles, run by the local AWS.
 */
import { readFileSync } from 'node:fs';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { METRICS } from '../../shared/lambda/metric-names.ts';
import { type FunctionUse, measureFunctionsUse } from './costs/functions-use.ts';
import { CLOUDWATCH, DYNAMODB, LAMBDA, PROVISIONED, S3, SNS, SQS, UTILIZATION } from './costs/prices.ts';
import { measureTableUse } from './costs/table-use.ts';

const MILLION = 1_000_000;
const GIGABYTE = 2 ** 30;
const dollars = (amount: number) => amount.toFixed(2);
const aMillion = (price: number) => (price * MILLION).toFixed(3);

const file = process.argv[2] ?? 'test/articles/harbour-bridge.txt';
const bytes = readFileSync(file);
const article = await parseArticle(bytes);
const analysis = await analyse(article, await loadTagger());
const { length: paragraphs } = article.paragraphs;
const words = article.paragraphs.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
console.log(
  `${file}: ${paragraphs} paragraphs, ${words} words, ${analysis.entities.length} entities, ${analysis.quotations.length} quotations`,
);

const table = await measureTableUse(article, analysis);
console.table(table.writes.map((row) => ({ ...row, together: row.units + row.unitsOfIndexes })));
const writeUnits = table.writes.reduce((sum, { units, unitsOfIndexes }) => sum + units + unitsOfIndexes, 0);
const floor = Math.ceil(table.bytes / 1024);
console.log(`Written: ${writeUnits} units. The floor, its ${table.bytes} bytes once as if in one row: ${floor} units.`);
console.log(`Dropped again unchanged: ${table.droppedAgain} units. Removed: ${table.removed}. Both with their reads.`);
console.table(
  Object.fromEntries(
    Object.entries(table.questions).map(([question, units]) => [
      question,
      { 'read units': units, 'dollars a million': (units * DYNAMODB.readUnit * MILLION).toFixed(3) },
    ]),
  ),
);

/** Where Lambda gives one virtual CPU; less memory, less of it. */
const MEGABYTES_A_CPU = 1_769;

/**
 * Waiting is billed like work: `split` makes some five calls one after the other, `extract` some ten (sixteen rows are
 * written at once), and DynamoDB answers within some five milliseconds.
 */
const WAITING_SECONDS = { split: 0.03, extract: 0.05 };

function gigabyteSeconds({ name, memoryMegabytes, invocations, cpuSeconds }: FunctionUse): number {
  const seconds = cpuSeconds / Math.min(1, memoryMegabytes / MEGABYTES_A_CPU) + WAITING_SECONDS[name] * invocations;
  return (seconds * memoryMegabytes) / 1024;
}

const use = await measureFunctionsUse(bytes);
console.table(
  use.functions.map((each) => ({
    ...each,
    cpuSeconds: each.cpuSeconds.toFixed(3),
    gigabyteSeconds: gigabyteSeconds(each).toFixed(3),
  })),
);

const lambdaTime = use.functions.reduce((sum, each) => sum + gigabyteSeconds(each), 0);
const invocations = use.functions.reduce((sum, each) => sum + each.invocations, 0);

/** For a million articles: what of it, and dollars. */
type Line = readonly [what: string, onDemand: number, provisioned?: number];
const bill: readonly Line[] = [
  [`DynamoDB, ${writeUnits} write units`, writeUnits * DYNAMODB.writeUnit, writeUnits * PROVISIONED.writeUnit],
  [
    `DynamoDB, ${table.readUnits} read units`,
    table.readUnits * DYNAMODB.readUnit,
    table.readUnits * PROVISIONED.readUnit,
  ],
  [`Lambda, ${lambdaTime.toFixed(2)} GB-seconds`, lambdaTime * LAMBDA.gigabyteSecond],
  [`Lambda, ${invocations.toFixed(2)} requests`, invocations * LAMBDA.request],
  [`SQS, ${use.sqsRequests.toFixed(2)} requests`, use.sqsRequests * SQS.request],
  [
    `SNS, an event of ${table.eventBytes} bytes, one subscriber`,
    SNS.published + SNS.delivered + (table.eventBytes / GIGABYTE) * (SNS.publishedGigabyte + SNS.deliveredGigabyte),
  ],
  ['S3, 1 PUT, by the sender', S3.put],
  ['S3, 1 GET', S3.get],
  [`CloudWatch, ${Math.round(use.logBytes)} bytes of logs`, (use.logBytes / GIGABYTE) * CLOUDWATCH.loggedGigabyte],
];
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const all: Line = [
  'all',
  sum(bill.map(([, onDemand]) => onDemand)),
  sum(bill.map(([, onDemand, provisioned = onDemand]) => provisioned)),
];
console.log(
  `Dollars for a million such articles; provisioned: at ${UTILIZATION * 100} % use, ${aMillion(PROVISIONED.writeUnit)} ` +
    `a million write units against ${aMillion(DYNAMODB.writeUnit)} on demand.`,
);
console.table(
  Object.fromEntries(
    [...bill, all].map(([what, onDemand, provisioned = onDemand]) => [
      what,
      { 'on demand': dollars(onDemand * MILLION), provisioned: dollars(provisioned * MILLION) },
    ]),
  ),
);

/** DynamoDB counts so much more for each row. */
const BYTES_A_ROW = 100;
const rows = table.writes.reduce((total, { rows }) => total + rows, 0);
const tableBytes = table.bytes + rows * BYTES_A_ROW;
const stored = (tableBytes + table.indexBytes + table.indexRows * BYTES_A_ROW) / GIGABYTE;
const keeping =
  stored * DYNAMODB.storedGigabyteMonth +
  (tableBytes / GIGABYTE) * DYNAMODB.restorableGigabyteMonth +
  (bytes.length / GIGABYTE) * S3.storedGigabyteMonth;
console.log(
  `Kept for a month, a million: ${dollars(keeping * MILLION)} dollars (${(stored * MILLION).toFixed(0)} GB of rows and index rows).`,
);

/** Each mapping polls with five connections, twenty seconds at a time, where nothing comes. */
const EMPTY_RECEIVES_A_MONTH = 5 * 3 * 60 * 24 * 30.4;
const idle =
  use.alarms * CLOUDWATCH.alarmMonth +
  use.dashboards * CLOUDWATCH.dashboardMonth +
  Object.keys(METRICS).length * CLOUDWATCH.metricMonth +
  use.mappings * EMPTY_RECEIVES_A_MONTH * SQS.request;
console.log(
  `A month in which nothing comes: ${dollars(idle)} dollars (${use.alarms} alarms, a dashboard, ${Object.keys(METRICS).length} metrics, empty receives).`,
);
