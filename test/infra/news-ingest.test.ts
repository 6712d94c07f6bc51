import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../../shared/table/rows/projections.ts';
import { readable } from './read-policies.ts';
import { synthesised, synthesiseAnew } from './synthesise.ts';

const { directory, text, resources, outputs } = await synthesised();
const again = synthesiseAnew({ stackName: 'news-ingest' });

test('a second run writes the same template, assets included, and nag finds nothing', () => {
  expect(again.text).toBe(text);
  expect(JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'))).toMatchObject({
    pluginReports: [],
  });
});

const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);
const properties = (id: string) => resources[id]!.Properties;

/** Their content is lost when CloudFormation thinks them new: the ids are fixed here for good. */
const STATEFUL = {
  inbox: 'InboxBucket1EDE8E4F',
  accessLogs: 'InboxAccessLogsB866979D',
  table: 'TableCD117FA1',
  arrivals: 'ArrivalsMessages03CF8061',
  arrivalsDead: 'ArrivalsDeadLettersA8145CD2',
  extractions: 'ExtractionsMessages5987E533',
  extractionsDead: 'ExtractionsDeadLetters500D7652',
  backfillReports: 'BackfillReportsD60E8204',
};

test('what holds state keeps its logical id', () => {
  const stateful = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue'].flatMap(ofType).map(([id]) => id);
  expect(stateful.sort()).toEqual(Object.values(STATEFUL).sort());
});

test('articles and rows outlive the stack', () => {
  for (const id of [STATEFUL.inbox, STATEFUL.accessLogs, STATEFUL.table]) {
    expect(resources[id]).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  }
  // A first deployment that fails is rolled back, which a protected table would refuse.
  expect(properties(STATEFUL.table)['DeletionProtectionEnabled']).toBe(false);
});

test('the inbox is private, encrypted, versioned, logged, and forgets old versions', () => {
  expect(properties(STATEFUL.inbox)).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    VersioningConfiguration: { Status: 'Enabled' },
    LoggingConfiguration: { DestinationBucketName: { Ref: STATEFUL.accessLogs } },
    LifecycleConfiguration: {
      Rules: [
        { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 }, ExpiredObjectDeleteMarker: true },
      ],
    },
  });
});

test('the inbox tells the arrivals queue itself, of every creation, removal and expiration, once it may', () => {
  expect(properties(STATEFUL.inbox)['NotificationConfiguration']).toEqual({
    QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'].map((Event) => ({
      Event,
      Queue: { 'Fn::GetAtt': [STATEFUL.arrivals, 'Arn'] },
    })),
  });
  const policies = (resources[STATEFUL.inbox]!.DependsOn ?? []).map((id) => resources[id]!);
  expect(policies).toEqual([
    expect.objectContaining({
      Type: 'AWS::SQS::QueuePolicy',
      Properties: expect.objectContaining({ Queues: [{ Ref: STATEFUL.arrivals }] }) as unknown,
    }),
  ]);
});

const DAY = 86_400;

test.each([
  ['arrivals', STATEFUL.arrivals, STATEFUL.arrivalsDead],
  ['extractions', STATEFUL.extractions, STATEFUL.extractionsDead],
])('%s: encrypted; what fails ten times moves to dead letters of its own, which are kept longer', (_, queue, dead) => {
  expect(properties(queue)).toMatchObject({
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 7 * DAY,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] }, maxReceiveCount: 10 },
  });
  expect(properties(dead)).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * DAY });
  expect(properties(dead)).not.toHaveProperty('RedrivePolicy');
});

test('each function takes from its queue: bounded, partial failures, visible again after two time-outs', () => {
  const mappings = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
    const lambda = properties((Properties['FunctionName'] as { Ref: string }).Ref);
    const [queue] = (Properties['EventSourceArn'] as { 'Fn::GetAtt': string[] })['Fn::GetAtt'];
    expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    expect(properties(queue!)['VisibilityTimeout']).toBe(2 * (lambda['Timeout'] as number));
    const { BatchSize, ScalingConfig, Enabled } = Properties;
    return [
      readable(Properties['EventSourceArn']),
      readable(Properties['FunctionName']),
      BatchSize,
      ScalingConfig,
      Enabled,
    ];
  });
  expect(mappings).toEqual([
    ['ArrivalsMessages', 'SplitLambda', 5, { MaximumConcurrency: 2 }, undefined],
    ['ExtractionsMessages', 'ExtractLambda', 1, { MaximumConcurrency: 5 }, undefined],
  ]);
});

test('the table: the keys of keys.ts, on demand, encrypted, restorable', () => {
  expect(properties(STATEFUL.table)).toMatchObject({
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byTime',
        KeySchema: [
          { AttributeName: 'timePk', KeyType: 'HASH' },
          { AttributeName: 'timeSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...TIME_INDEX_CARRIES] },
      },
      {
        IndexName: 'byName',
        KeySchema: [
          { AttributeName: 'namePk', KeyType: 'HASH' },
          { AttributeName: 'nameSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...NAME_INDEX_CARRIES] },
      },
    ],
  });
});

test('each index carries what is asked of it and the revision, and neither mentions nor extractors', () => {
  for (const carries of [TIME_INDEX_CARRIES, NAME_INDEX_CARRIES]) {
    expect(carries.length).toBeLessThanOrEqual(20);
    expect(carries).toContain('revision');
    for (const name of ['mentions', 'extractorVersion']) expect(carries).not.toContain(name);
  }
});

test('functions: arm64, Node 24, a log of their own that ends', () => {
  const functions = ofType('AWS::Lambda::Function');
  expect(functions.map(([id]) => id.slice(0, -8))).toEqual([
    'SplitLambda',
    'ExtractLambda',
    'AnswerLambda',
    'BulkLambda',
  ]);
  const logs = functions.map(([, { Properties }]) => {
    expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    return (Properties['LoggingConfig'] as { LogGroup: { Ref: string } }).LogGroup.Ref;
  });
  expect(new Set(logs).size).toBe(functions.length);
  for (const log of logs) expect(properties(log)).toEqual({ RetentionInDays: 30 });
});

test('a function is told the names that it has rights to', () => {
  const environments = ofType('AWS::Lambda::Function').map(([, { Properties }]) => {
    const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };
    const own = Object.entries(Variables).filter(([name]) => !name.startsWith('POWERTOOLS_'));
    return Object.fromEntries(own.map(([name, value]) => [name, readable(value)]));
  });
  expect(environments).toEqual([
    {
      MESSAGES_QUEUE_URL: 'ArrivalsMessages',
      TABLE_NAME: 'Table',
      EVENTS_TOPIC_ARN: 'EventsTopic',
      EXTRACTIONS_QUEUE_URL: 'ExtractionsMessages',
    },
    {
      MESSAGES_QUEUE_URL: 'ExtractionsMessages',
      EVENTS_TOPIC_ARN: 'EventsTopic',
      TABLE_NAME: 'Table',
      MODEL_DIRECTORY: './model/',
      KNOWLEDGE_DIRECTORY: './knowledge/',
      MINIMUM_CONFIDENCE: '0.3',
    },
    { TABLE_NAME: 'Table' },
    {
      BULK_EVENTS: 'true',
      EVENTS_TOPIC_ARN: 'EventsTopic',
      TABLE_NAME: 'Table',
      MODEL_DIRECTORY: './model/',
      KNOWLEDGE_DIRECTORY: './knowledge/',
      MINIMUM_CONFIDENCE: '0.3',
    },
  ]);
});

const assetOf = (lambda: string) => {
  const [, { Properties }] = ofType('AWS::Lambda::Function').find(([id]) => id.startsWith(lambda))!;
  return join(directory, `asset.${(Properties['Code'] as { S3Key: string }).S3Key.replace('.zip', '')}`);
};

test.each([
  // It carries the readers of all formats.
  ['SplitLambda', 1_700],
  ['ExtractLambda', 1_000],
  ['AnswerLambda', 800],
  // What both steps need; nobody waits for its start.
  ['BulkLambda', 2_200],
])('%s: the bundle stays under %d KB', (lambda, kilobytes) => {
  expect(statSync(join(assetOf(lambda), 'index.mjs')).size).toBeLessThan(kilobytes * 1000);
});

test('outputs name bucket, table, functions, and queues with their dead letters', () => {
  expect(Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, readable(Value)]))).toEqual({
    InboxBucket: 'InboxBucket',
    TableName: 'Table',
    SplitFunction: 'SplitLambda',
    ExtractFunction: 'ExtractLambda',
    AnswerFunction: 'AnswerLambda',
    BulkFunction: 'BulkLambda',
    EventsTopicArn: 'EventsTopic',
    BackfillStateMachineArn: 'arn:AWS::Partition:states:AWS::Region:AWS::AccountId:stateMachine:news-ingest-backfill',
    BackfillReportBucket: 'BackfillReports',
    BackfillConcurrency: '10',
    ApiUrl: 'https://QuestionsApi.execute-api.AWS::Region.AWS::URLSuffix/',
    ArrivalsQueueName: 'ArrivalsMessages',
    ArrivalsQueueUrl: 'ArrivalsMessages',
    ArrivalsDeadLetterQueueName: 'ArrivalsDeadLetters',
    ArrivalsDeadLetterQueueUrl: 'ArrivalsDeadLetters',
    ExtractionsQueueName: 'ExtractionsMessages',
    ExtractionsQueueUrl: 'ExtractionsMessages',
    ExtractionsDeadLetterQueueName: 'ExtractionsDeadLetters',
    ExtractionsDeadLetterQueueUrl: 'ExtractionsDeadLetters',
  });
});

test('the HTTP API: every request signed, logged and throttled, answered by one function', () => {
  const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
  expect(routes).toEqual([expect.objectContaining({ RouteKey: '$default', AuthorizationType: 'AWS_IAM' })]);
  const [[, integration]] = ofType('AWS::ApiGatewayV2::Integration') as [[string, (typeof resources)[string]]];
  expect(integration.Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  expect(readable(integration.Properties['IntegrationUri'])).toBe('AnswerLambda');
  const [[, stage]] = ofType('AWS::ApiGatewayV2::Stage') as [[string, (typeof resources)[string]]];
  expect(stage.Properties).toMatchObject({
    StageName: '$default',
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 50 },
    AccessLogSettings: { Format: expect.stringContaining('$context.identity.caller') as unknown },
  });
});
