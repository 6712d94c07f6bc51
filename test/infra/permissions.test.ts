import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { permissions, resourcePolicies } from './read-policies.ts';
import { synthesised } from './synthesise.ts';

const { resources } = await synthesised();

const STATES = 'arn:AWS::Partition:states:AWS::Region:AWS::AccountId';
/** Executions of the back-fill and their map runs. */
const EXECUTIONS = `${STATES}:execution:news-ingest-backfill/*:*`;

test('each role may do this and no more', () => {
  expect(permissions(resources)).toEqual({
    SplitRole: [
      'dynamodb:DeleteItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:PutItem Table',
      'dynamodb:Query Table',
      'dynamodb:UpdateItem Table',
      'logs:CreateLogStream SplitLogs',
      'logs:PutLogEvents SplitLogs',
      's3:GetObject InboxBucket/*',
      's3:ListBucket InboxBucket',
      'sns:Publish EventsTopic',
      'sqs:ChangeMessageVisibility ArrivalsMessages',
      'sqs:DeleteMessage ArrivalsMessages',
      'sqs:GetQueueAttributes ArrivalsMessages',
      'sqs:ReceiveMessage ArrivalsMessages',
      'sqs:SendMessage ArrivalsMessages',
      'sqs:SendMessage ExtractionsMessages',
    ],
    ExtractRole: [
      'dynamodb:DeleteItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:PutItem Table',
      'dynamodb:Query Table',
      'dynamodb:UpdateItem Table',
      'logs:CreateLogStream ExtractLogs',
      'logs:PutLogEvents ExtractLogs',
      'sns:Publish EventsTopic',
      'sqs:ChangeMessageVisibility ExtractionsMessages',
      'sqs:DeleteMessage ExtractionsMessages',
      'sqs:GetQueueAttributes ExtractionsMessages',
      'sqs:ReceiveMessage ExtractionsMessages',
    ],
    AnswerRole: [
      'dynamodb:BatchGetItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:Query Table',
      'dynamodb:Query Table/index/byName',
      'dynamodb:Query Table/index/byTime',
      'logs:CreateLogStream AnswerLogs',
      'logs:PutLogEvents AnswerLogs',
    ],
    BulkRole: [
      'dynamodb:DeleteItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:PutItem Table',
      'dynamodb:Query Table',
      'dynamodb:UpdateItem Table',
      'logs:CreateLogStream BulkLogs',
      'logs:PutLogEvents BulkLogs',
      'sns:Publish EventsTopic',
    ],
    BackfillRole: [
      'lambda:InvokeFunction BulkLambda',
      's3:AbortMultipartUpload BackfillReports/*',
      's3:GetObject BackfillReports/*',
      's3:ListBucket InboxBucket',
      's3:ListMultipartUploadParts BackfillReports/*',
      's3:PutObject BackfillReports/*',
      `states:DescribeExecution ${EXECUTIONS}`,
      `states:RedriveExecution ${EXECUTIONS}`,
      `states:StartExecution ${STATES}:stateMachine:news-ingest-backfill`,
      `states:StopExecution ${EXECUTIONS}`,
    ],
  });
});

test('roles are taken by functions, each by its own, and one by the back-fill', () => {
  const takers = Object.entries(resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Role' && !id.startsWith('BackfillRole'))
    .map(([, { Properties }]) => Properties['AssumeRolePolicyDocument']);
  for (const taker of takers) {
    expect(taker).toMatchObject({ Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] });
  }
  const used = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  expect(new Set(used.map(({ Properties }) => JSON.stringify(Properties['Role']))).size).toBe(takers.length);
});

const TLS_ONLY = (actions: string) => `Deny * ${actions} if Bool aws:SecureTransport false`;
const NEW_TLS_ONLY = 'Deny * s3:* if NumericLessThan s3:TlsVersion 1.2';
const OWN_ACCOUNT_ONLY = (actions: string) =>
  `Deny * ${actions} if StringNotEquals aws:PrincipalAccount AWS::AccountId and BoolIfExists aws:PrincipalIsAWSService false`;
const INBOX_ARN = 'arn:AWS::Partition:s3:::news-ingest-inbox-AWS::AccountId-AWS::Region';

test('buckets, queues and the topic refuse plain HTTP and other accounts, and take from the named sources alone', () => {
  const bucket = [TLS_ONLY('s3:*'), NEW_TLS_ONLY, OWN_ACCOUNT_ONLY('s3:*')].sort();
  const queue = [TLS_ONLY('sqs:*'), OWN_ACCOUNT_ONLY('sqs:*')].sort();
  expect(resourcePolicies(resources)).toEqual({
    InboxBucket: bucket,
    InboxAccessLogs: [
      ...bucket,
      ...['InboxBucket', 'BackfillReports'].map(
        (source) =>
          `Allow logging.s3.amazonaws.com s3:PutObject if ArnLike aws:SourceArn ${source} and StringEquals aws:SourceAccount AWS::AccountId`,
      ),
    ].sort(),
    ArrivalsMessages: [
      ...queue,
      `Allow s3.amazonaws.com sqs:SendMessage if ArnEquals aws:SourceArn ${INBOX_ARN} and StringEquals aws:SourceAccount AWS::AccountId`,
    ].sort(),
    ArrivalsDeadLetters: queue,
    ExtractionsMessages: queue,
    ExtractionsDeadLetters: queue,
    BackfillReports: bucket,
    EventsTopic: [TLS_ONLY('sns:Publish')],
  });
});

/** The calls of a bundle: which methods of the table, and which commands elsewhere, as what IAM calls them. */
function callsOf(entry: string): string[] {
  const { metafile } = buildSync({
    entryPoints: [entry],
    external: ['onnxruntime-node'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    metafile: true,
    write: false,
  });
  const [output] = Object.values(metafile.outputs);
  const calls = Object.entries(output!.inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && !file.includes('node_modules/'))
    .flatMap(([file]) => {
      const code = readFileSync(file, 'utf8');
      // table.ts offers more than each function calls.
      const commands = file === 'shared/table/table.ts' ? [] : [...code.matchAll(/new (\w+)Command\(/g)];
      return [...commands, ...code.matchAll(/\btable\.(\w+)\(/g)].map((match) => match[1]!);
    });
  return [...new Set(calls.flatMap((call) => IAM_ACTIONS[call] ?? []))].sort();
}

const IAM_ACTIONS: Record<string, string> = {
  get: 'dynamodb:GetItem',
  partition: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  Query: 'dynamodb:Query',
  BatchGet: 'dynamodb:BatchGetItem',
  GetObject: 's3:GetObject',
  SendMessage: 'sqs:SendMessage',
  Publish: 'sns:Publish',
  ChangeMessageVisibilityBatch: 'sqs:ChangeMessageVisibility',
};

/** Lambda's own needs: to log, to take messages; and the right that makes S3 answer 404. */
const BESIDE_CALLS = /^(?:logs:|sqs:(?:DeleteMessage|GetQueueAttributes|ReceiveMessage)|s3:ListBucket)/;

test.each([
  ['SplitRole', 'lambdas/split.ts'],
  ['ExtractRole', 'lambdas/extract.ts'],
  ['AnswerRole', 'lambdas/api.ts'],
])('%s has a right for each call that %s makes, and a call for each right', (role, entry) => {
  const rights = permissions(resources)[role]!.filter((line) => !BESIDE_CALLS.test(line));
  const actions = new Set(rights.map((right) => right.replace(/ .*/, '')));
  expect(callsOf(entry)).toEqual([...actions].sort());
});
