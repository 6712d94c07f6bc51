import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient, QueryCommand as RawQueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Table } from '../../shared/table/table.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';
import { ingest, reject, tell } from '../table/query-world.ts';
import { announce, newsIngest } from './running.ts';

const COOKBOOK = readFileSync('docs/query-cookbook.md', 'utf8');

/** Headings with their three blocks of code. */
const QUESTIONS = COOKBOOK.split(/\n## /)
  .slice(1)
  .map((section): [string, string, string, string] => {
    const blocks = [...section.matchAll(/```(?:sh|js)\n([\s\S]*?)```/g)].map(([, code]) => code!);
    return [section.split('\n')[0]!, ...(blocks as [string, string, string])];
  });

let dynamo: LocalDynamo;
let table: Table & { readonly name: string };
let unannounce: () => void;

beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
  const revision = '0'.repeat(32);
  for (let number = 0; number < 40; number++) await ingest(table, tell(`desk/${number}.txt`, number), revision);
  await reject(table, 'desk/empty.txt', revision);
  const { endpoint } = dynamo.settings;
  const endpoints = { s3: endpoint, sqs: endpoint, dynamodb: endpoint };
  unannounce = announce({ endpoints, outputs: { TableName: table.name, InboxBucket: 'inbox' } });
}, 120_000);

afterAll(async () => {
  unannounce();
  await dynamo.stop();
});

/** The command as a shell reads it. */
function argumentsOf(line: string, program: string): string[] {
  const script = `${program}() { printf '%s\\0' "$@"; }\n${line}`;
  const said = execFileSync('bash', ['-c', script], { env: { ...process.env, TABLE: table.name }, encoding: 'utf8' });
  return said.split('\0').slice(0, -1);
}

/** What the command line prints with --json, one value a line. */
async function runCli(line: string): Promise<Record<string, unknown>[]> {
  const args = [...argumentsOf(line, 'news-ingest').filter((argument) => argument !== '--text'), '--json'];
  const { stdout } = await newsIngest(...args);
  return stdout
    .trim()
    .split('\n')
    .map((json) => JSON.parse(json) as Record<string, unknown>);
}

/** The options of `aws dynamodb query` that the cookbook uses, as the AWS command line takes them. */
const AWS_OPTIONS: Record<string, (value: string) => Partial<QueryCommandInput>> = {
  '--table-name': (TableName) => ({ TableName }),
  '--index-name': (IndexName) => ({ IndexName }),
  '--key-condition-expression': (KeyConditionExpression) => ({ KeyConditionExpression }),
  '--filter-expression': (FilterExpression) => ({ FilterExpression }),
  '--expression-attribute-values': (values) => ({
    ExpressionAttributeValues: JSON.parse(values) as NonNullable<QueryCommandInput['ExpressionAttributeValues']>,
  }),
};

async function runAws(line: string): Promise<Record<string, unknown>[]> {
  const [service, operation, ...options] = argumentsOf(line, 'aws');
  expect([service, operation]).toEqual(['dynamodb', 'query']);
  let input: Partial<QueryCommandInput> = {};
  for (let next = options.shift(); next !== undefined; next = options.shift()) {
    if (next === '--no-scan-index-forward') input = { ...input, ScanIndexForward: false };
    else input = { ...input, ...AWS_OPTIONS[next]!(options.shift()!) };
  }
  const client = new DynamoDBClient(dynamo.settings);
  const { Items = [] } = await client.send(new RawQueryCommand(input as QueryCommandInput));
  client.destroy();
  return Items.map((item) => unmarshall(item));
}

async function runSdk(code: string): Promise<Record<string, unknown>[]> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the cookbook's own code is what is tested
  const run = new Function('client', 'QueryCommand', 'TABLE', `return ${code}`) as (
    ...parts: unknown[]
  ) => Promise<QueryCommandOutput>;
  return (await run(dynamo.client, QueryCommand, table.name)).Items ?? [];
}

/** What an answer is about: entities where names are asked for, else articles. */
function subjectsOf(heading: string, rows: readonly Record<string, unknown>[]): string[] {
  const subjects = rows.map((row) => {
    if (heading.startsWith('Who has a name')) return row['id'] as string;
    const { key } = (row['article'] ?? row) as { key?: string };
    return key ?? (row['pk'] as string).replace('ARTICLE#', '');
  });
  return [...new Set(subjects)].sort();
}

test('every question of the issue is in the cookbook', () => {
  expect(QUESTIONS).toHaveLength(8);
});

test.each(QUESTIONS)('%s', async (heading, cliLine, awsLine, sdkCall) => {
  const [cli, aws, sdk] = await Promise.all([runCli(cliLine), runAws(awsLine), runSdk(sdkCall)]);
  expect(aws.length).toBeGreaterThan(0);
  expect(aws).toEqual(sdk);
  const asked = subjectsOf(heading, cli);
  if (!heading.startsWith('In which articles do two meet')) {
    expect(asked).toEqual(subjectsOf(heading, aws));
    return;
  }
  expect(asked.length).toBeGreaterThan(0);
  expect(subjectsOf(heading, aws)).toEqual(expect.arrayContaining(asked));
});
