import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, PutBucketTaggingCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readArticle } from '../../shared/table/read-article.ts';
import type { StoredArticle } from '../../shared/table/rows/article.ts';
import { openTable } from '../../shared/table/table.ts';
import { cacheFolder, projectRoot } from '../local/project.ts';
import { bucketTags, changeRetention, fitToEmulator } from './assembly.ts';
import { ACCOUNT, installEmulator, REGION, startEmulator } from './emulator.ts';

/** A real bootstrap, deploy, drop, update and destroy by the CDK, against an emulator that takes CloudFormation. */
const STACK = 'news-ingest';
const ARTICLE = 'test/articles/harbour-bridge.txt';
const KEY = 'rehearsal/harbour bridge.txt';
const ARTICLE_LIMIT_MS = 180_000;

/** What is asked of the deployed stack on the command line, and what the answer must hold. */
const QUESTIONS: readonly (readonly [string[], string])[] = [
  [['status', KEY], 'READY'],
  [['article', KEY], 'Giulia Ferrando'],
  [['quotes', '--by', 'giulia ferrando'], 'Our drawings were'],
  [['latest'], KEY],
  [['redrive'], 'Extractions: 0 messages sent back'],
];

const command = installEmulator();
if (!command) {
  console.log('Skipped: the rehearsal needs python3 with venv, and PyPI, for the emulator.');
  process.exit(0);
}
const folder = await mkdtemp(join(cacheFolder, 'rehearsal', 'run-'));
const emulator = await startEmulator(command);
Object.assign(process.env, emulator.environment);
try {
  await rehearse(join(folder, 'cdk.out'));
} finally {
  emulator.stop();
  await rm(folder, { recursive: true, force: true });
}

async function rehearse(assembly: string): Promise<void> {
  cdk('synth', '--quiet', '--output', assembly, '-c', 'removalProtection=false');
  const left = fitToEmulator(assembly);
  const app = ['--app', assembly, '--require-approval', 'never', '--progress', 'events'];

  cdk('bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', assembly);
  cdk('deploy', STACK, ...app);
  const resources = await resourcesOf();
  tell(`deployed: ${resources.size} resources`);

  const outputs = await outputsOf();
  const bucket = outputs['InboxBucket']!;
  const s3 = new S3Client({ forcePathStyle: true });
  const table = openTable(outputs['TableName']!, DynamoDBDocumentClient.from(new DynamoDBClient({})));
  const text = readFileSync(join(projectRoot, ARTICLE));
  const read = () => readArticle(table, KEY);
  const until = async (is: (stored: StoredArticle | undefined) => boolean): Promise<StoredArticle> => {
    const deadline = Date.now() + ARTICLE_LIMIT_MS;
    for (let stored = await read(); ; stored = await read()) {
      if (stored && is(stored)) return stored;
      if (Date.now() > deadline) throw new Error(`Waited in vain; the table holds ${JSON.stringify(stored?.article)}.`);
      await sleep(500);
    }
  };

  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: KEY, Body: text }));
  const first = await until((stored) => stored?.article.status === 'READY');
  tell(
    `dropped and READY: ${first.paragraphs.length} paragraphs, ${first.entities.length} entities, ${first.quotations.length} quotations`,
  );

  for (const [question, answer] of QUESTIONS) ask(question, answer);
  tell(`asked by news-ingest --stack ${STACK}: ${QUESTIONS.map(([[name]]) => name!).join(', ')}`);

  changeRetention(assembly, 60);
  cdk('deploy', STACK, ...app);
  const after = await resourcesOf();
  for (const [id, physical] of resources) {
    if (after.get(id) !== physical) throw new Error(`The update replaced ${id}.`);
  }
  if (JSON.stringify(await read()) !== JSON.stringify(first)) throw new Error('The update changed the article.');
  tell('updated: each resource is the same, and so is the article');

  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: KEY }));
  const gone = await until((stored) => stored?.article.status === 'WITHDRAWN');
  if (gone.paragraphs.length > 0) throw new Error('The removal left paragraphs.');
  tell('removed: nothing but the tombstone is left');

  // The emulator forgets them, and a bucket is emptied only where its tag says so.
  for (const [id, TagSet] of bucketTags(assembly))
    await s3.send(new PutBucketTaggingCommand({ Bucket: resources.get(id), Tagging: { TagSet } }));
  cdk('destroy', STACK, '--app', assembly, '--force');
  const stacks = await new CloudFormationClient({}).send(new DescribeStacksCommand({})).catch(() => undefined);
  const standing = (stacks?.Stacks ?? []).filter(
    ({ StackName, StackStatus }) => StackName === STACK && StackStatus !== 'DELETE_COMPLETE',
  );
  if (standing.length > 0) throw new Error(`The stack is ${standing[0]!.StackStatus!}.`);
  tell('destroyed');
  for (const what of left) console.log(`  not rehearsed: ${what}`);
  console.log('  not rehearsed: roles and policies are created, and not enforced');
}

function ask(question: readonly string[], answer: string): void {
  const args = ['shared/cli/news-ingest.js', ...question, '--stack', STACK];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  if (status !== 0 || !stdout.includes(answer)) {
    throw new Error(`news-ingest ${question.join(' ')} --stack ${STACK}: not "${answer}" but\n${stdout + stderr}`);
  }
}

function cdk(...given: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/aws-cdk/bin/cdk', ...given], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: process.env,
  });
  if (status !== 0) throw new Error(`cdk ${given[0]!} failed:\n${(stdout + stderr).slice(-6_000)}`);
  tell(`cdk ${given[0]!}`);
}

async function resourcesOf(): Promise<Map<string, string>> {
  const { StackResources = [] } = await new CloudFormationClient({}).send(
    new DescribeStackResourcesCommand({ StackName: STACK }),
  );
  return new Map(
    StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId!, PhysicalResourceId!]),
  );
}

async function outputsOf(): Promise<Record<string, string>> {
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: STACK }));
  return Object.fromEntries(
    (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]),
  );
}

function tell(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);
}
