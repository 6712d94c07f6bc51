import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { countFound } from '../../shared/cli/output.ts';
import { readArticle } from '../../shared/table/read-article.ts';
import type { StoredArticle } from '../../shared/table/rows/article.ts';
import { openTable } from '../../shared/table/table.ts';
import { projectRoot } from '../local/project.ts';

const ARTICLE_LIMIT_MS = 180_000;

/** Runs the CDK's own command. @throws Error with its output where it fails. */
export function cdk(...given: string[]): void {
  const { status, output } = runCdk(given);
  if (status !== 0) throw new Error(`cdk ${given[0]!} failed:\n${output.slice(-6_000)}`);
  tell(`cdk ${given[0]!}`);
}

/** Runs what must fail. @throws Error where it does not, or for another reason. */
export function cdkRefused(reason: RegExp, ...given: string[]): void {
  const { status, output } = runCdk(given);
  if (status === 0 || !reason.test(output))
    throw new Error(`cdk ${given[0]!} was not refused because of ${String(reason)}:\n${output.slice(-6_000)}`);
  tell(`cdk ${given[0]!} is refused, as it should be: ${reason.exec(output)![0]}`);
}

function runCdk(given: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/aws-cdk/bin/cdk', ...given], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: process.env,
  });
  return { status, output: stdout + stderr };
}

/** Asks on the command line. @throws Error where neither the answer nor what is said beside it holds these words. */
export function ask(stack: string, question: readonly string[], answer: string): void {
  const args = ['shared/cli/news-ingest.js', ...question, '--stack', stack];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  const found = (stdout + stderr).split('\n').find((line) => line.includes(answer));
  if (found === undefined)
    throw new Error(`news-ingest ${question.join(' ')} --stack ${stack}: not "${answer}" but\n${stdout + stderr}`);
  tell(`news-ingest ${question.join(' ')}: ${found.trim().slice(0, 110)}`);
}

/** Physical ids by logical ones. */
export async function resourcesOf(StackName: string): Promise<Map<string, string>> {
  const { StackResources = [] } = await new CloudFormationClient({}).send(
    new DescribeStackResourcesCommand({ StackName }),
  );
  return new Map(
    StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId!, PhysicalResourceId!]),
  );
}

/** Undefined where there is no such stack. */
export async function describeStack(StackName: string) {
  const { Stacks = [] } = await new CloudFormationClient({}).send(new DescribeStacksCommand({}));
  return Stacks.find((stack) => stack.StackName === StackName && stack.StackStatus !== 'DELETE_COMPLETE');
}

async function outputsOf(stack: string): Promise<Record<string, string>> {
  const { Outputs = [] } = (await describeStack(stack)) ?? {};
  return Object.fromEntries(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]));
}

/** The inbox and the table, whatever stack they belong to, or none. */
export interface State {
  /** Drops one of the example articles. */
  drop(key: string, article: string): Promise<void>;
  remove(key: string): Promise<void>;
  read(key: string): Promise<StoredArticle | undefined>;
  /** Waits. @throws Error where it waits in vain. */
  until(key: string, is: (stored: StoredArticle) => boolean): Promise<StoredArticle>;
}

export function openState({ bucket: Bucket, table: name }: { bucket: string; table: string }): State {
  const s3 = new S3Client({ forcePathStyle: true });
  const table = openTable(name, DynamoDBDocumentClient.from(new DynamoDBClient({})));
  const read = (key: string) => readArticle(table, key);
  return {
    read,
    async drop(Key, article) {
      const Body = readFileSync(join(projectRoot, 'test', 'articles', article));
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async remove(Key) {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async until(key, is) {
      const deadline = Date.now() + ARTICLE_LIMIT_MS;
      for (let stored = await read(key); ; stored = await read(key)) {
        if (stored && is(stored)) return stored;
        if (Date.now() > deadline)
          throw new Error(`Waited in vain for ${key}; the table holds ${JSON.stringify(stored?.article)}.`);
        await sleep(500);
      }
    },
  };
}

/** Of the stack as it is deployed. */
export async function stateOf(stack: string): Promise<State> {
  const outputs = await outputsOf(stack);
  return openState({ bucket: outputs['InboxBucket']!, table: outputs['TableName']! });
}

export const isReady = ({ article }: StoredArticle): boolean => article.status === 'READY';
export const isWithdrawn = ({ article }: StoredArticle): boolean => article.status === 'WITHDRAWN';

export function counted({ paragraphs, entities, quotations }: StoredArticle): string {
  return countFound({
    paragraphs: paragraphs.length,
    entities: entities.length,
    quotations: quotations.length,
  });
}

export function tell(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);
}
