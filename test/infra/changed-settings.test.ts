import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { createTable, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { resolveStack } from '../../infra/local/stack.ts';
import { readTemplate } from '../../infra/local/template.ts';
import { permissions } from './read-policies.ts';
import { synthesiseAnew } from './synthesise.ts';

const { directory, resources } = synthesiseAnew({
  stackName: 'news-ingest-trial',
  removalProtection: 'false',
  logRetentionDays: '7',
  oldVersionDays: '3',
  splitConcurrency: '4',
  extractConcurrency: '3',
  bulkConcurrency: '6',
  splitMemory: '512',
  extractMemory: '3008',
  apiMemory: '256',
  minimumConfidence: '0.5',
  apiRequestsPerSecond: '7',
  customerKey: 'true',
  tableCapacity: 'provisioned',
  tableLeastUnits: '20',
  tableMostUnits: '600',
  alarmEmail: 'desk@example.org',
  tracing: 'true',
  gradualDeployment: 'true',
  redriveHours: '6',
  operators: 'arn:aws:iam::111122223333:role/desk',
  tags: 'costCentre=news',
  monthlyBudget: '100',
});

const ofType = (type: string) => Object.values(resources).filter((resource) => resource.Type === type);

test('a trial leaves nothing behind: its buckets are emptied, every version', () => {
  expect(ofType('Custom::S3AutoDeleteObjects')).toHaveLength(ofType('AWS::S3::Bucket').length);
  expect(ofType('AWS::DynamoDB::Table')).toMatchObject([
    { DeletionPolicy: 'Delete', Properties: { DeletionProtectionEnabled: false } },
  ]);
  expect(ofType('AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Delete', 'Delete', 'Delete']);
});

test('periods and bounds reach the template', () => {
  for (const { Properties } of ofType('AWS::Logs::LogGroup')) expect(Properties['RetentionInDays']).toBe(7);
  expect(ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties['ScalingConfig'])).toEqual([
    { MaximumConcurrency: 4 },
    { MaximumConcurrency: 3 },
  ]);
  expect(resources['InboxBucket1EDE8E4F']!.Properties['LifecycleConfiguration']).toMatchObject({
    Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 3 } }],
  });
  expect(ofType('AWS::ApiGatewayV2::Stage').map(({ Properties }) => Properties['DefaultRouteSettings'])).toEqual([
    { ThrottlingRateLimit: 7, ThrottlingBurstLimit: 7 },
  ]);
  const [machine] = ofType('AWS::StepFunctions::StateMachine');
  expect(JSON.stringify(machine!.Properties['DefinitionString'])).toContain('\\"MaxConcurrency\\":6');
});

test('each function has the memory and the bound of confidence that it is given', () => {
  const functions = Object.entries(resources).filter(
    ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.includes('Lambda'),
  );
  const memory = functions.map(([id, { Properties }]) => [id.replace(/Lambda.*/, ''), Properties['MemorySize']]);
  expect(Object.fromEntries(memory)).toMatchObject({ Split: 512, Extract: 3008, Answer: 256, Bulk: 3008 });
  const bounds = functions.flatMap(([, { Properties }]) => {
    const { Variables } = Properties['Environment'] as { Variables: Record<string, string> };
    return 'MINIMUM_CONFIDENCE' in Variables ? [Variables['MINIMUM_CONFIDENCE']] : [];
  });
  expect(bounds).toEqual(['0.5', '0.5']);
});

test('provisioned units scale with their use, of the table and of each index, and nag finds nothing', () => {
  const units = { ReadCapacityUnits: 20, WriteCapacityUnits: 20 };
  expect(ofType('AWS::DynamoDB::Table').map(({ Properties }) => Properties)).toMatchObject([
    {
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: units,
      GlobalSecondaryIndexes: [
        { IndexName: 'byTime', ProvisionedThroughput: units },
        { IndexName: 'byName', ProvisionedThroughput: units },
      ],
    },
  ]);
  const targets = Object.entries(resources).filter(([, { Type }]) => Type.endsWith('::ScalableTarget'));
  expect(targets.map(([, { Properties }]) => Properties['ScalableDimension'])).toEqual([
    'dynamodb:table:ReadCapacityUnits',
    'dynamodb:table:WriteCapacityUnits',
    ...['byTime', 'byName'].flatMap(() => ['dynamodb:index:ReadCapacityUnits', 'dynamodb:index:WriteCapacityUnits']),
  ]);
  for (const [, { Properties }] of targets) expect(Properties).toMatchObject({ MinCapacity: 20, MaxCapacity: 600 });
  const policies = ofType('AWS::ApplicationAutoScaling::ScalingPolicy').map(({ Properties }) => Properties);
  expect(policies.map(({ ScalingTargetId }) => ScalingTargetId)).toEqual(targets.map(([id]) => ({ Ref: id })));
  for (const policy of policies) {
    expect(policy).toMatchObject({
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 },
    });
  }
  expect(JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'))).toMatchObject({
    pluginReports: [],
  });
});

test('the local AWS makes the same table', async () => {
  const server = await startDynamoDb();
  const client = new DynamoDBClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { endpoint } = server;
  const stack = resolveStack(readTemplate(directory), {
    s3: endpoint,
    sqs: endpoint,
    sns: endpoint,
    dynamodb: endpoint,
  });
  const [table] = stack.all('AWS::DynamoDB::Table');
  await createTable(client, table!);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table!.name }));
  expect(Table!.GlobalSecondaryIndexes!.map(({ IndexName }) => IndexName).sort()).toEqual(['byName', 'byTime']);
  client.destroy();
  await server.stop();
});

const KEY = { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] };

test("a customer's key, rotated, encrypts articles, messages and rows", () => {
  expect(resources['Key961B73FD']).toMatchObject({ Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } });
  expect(resources['InboxBucket1EDE8E4F']!.Properties['BucketEncryption']).toEqual({
    ServerSideEncryptionConfiguration: [
      { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } },
    ],
  });
  expect(ofType('AWS::SQS::Queue').map(({ Properties }) => Properties['KmsMasterKeyId'])).toEqual([KEY, KEY, KEY, KEY]);
  expect(ofType('AWS::DynamoDB::Table').map(({ Properties }) => Properties['SSESpecification'])).toEqual([
    { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: KEY },
  ]);
});

test('each role may use the key for what it does, S3 for its notifications', () => {
  const ofKey = Object.entries(permissions(resources)).map(([role, lines]) => [
    role,
    lines.filter((line) => line.startsWith('kms:')),
  ]);
  const uses = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'];
  const lines = uses.map((use) => `kms:${use} Key`);
  expect(Object.fromEntries(ofKey)).toMatchObject({
    SplitRole: lines,
    ExtractRole: lines,
    AnswerRole: ['kms:Decrypt Key', 'kms:DescribeKey Key'],
    BulkRole: lines,
    BackfillRole: ['kms:Decrypt Key', 'kms:GenerateDataKey Key'],
  });
  expect(resources['Key961B73FD']!.Properties['KeyPolicy']).toMatchObject({
    Statement: [
      { Principal: { AWS: expect.anything() as unknown } },
      {
        Principal: { Service: 's3.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ],
  });
});

test('every alarm is mailed, by a topic that takes TLS only, from CloudWatch of this account', () => {
  const [topic] = Object.entries(resources).find(
    ([id, { Type }]) => Type === 'AWS::SNS::Topic' && id.startsWith('Alarms'),
  )!;
  const alarms = ofType('AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(0);
  for (const { Properties } of alarms) expect(Properties['AlarmActions']).toEqual([{ Ref: topic }]);
  expect(ofType('AWS::SNS::Subscription')).toMatchObject([
    { Properties: { Protocol: 'email', Endpoint: 'desk@example.org', TopicArn: { Ref: topic } } },
  ]);
  const ofTopic = ofType('AWS::SNS::TopicPolicy').filter(({ Properties }) =>
    JSON.stringify(Properties['Topics']).includes(topic),
  );
  expect(ofTopic).toMatchObject([
    {
      Properties: {
        PolicyDocument: {
          Statement: [
            { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
            {
              Effect: 'Allow',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            },
          ],
        },
      },
    },
  ]);
});

test('traces, gradual deployments with a way back, redrives, tags and a budget are switched on by their settings', () => {
  const functions = ofType('AWS::Lambda::Function').filter(({ Properties }) => 'TracingConfig' in Properties);
  expect(functions.map(({ Properties }) => Properties['TracingConfig'])).toEqual(
    functions.map(() => ({ Mode: 'Active' })),
  );
  expect(functions).toHaveLength(4);
  const groups = ofType('AWS::CodeDeploy::DeploymentGroup');
  expect(groups).toHaveLength(3);
  for (const { Properties } of groups) {
    expect(Properties).toMatchObject({
      AlarmConfiguration: { Enabled: true },
      AutoRollbackConfiguration: { Enabled: true },
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
    });
  }
  for (const { Properties } of ofType('AWS::Lambda::EventSourceMapping')) {
    expect(JSON.stringify(Properties['FunctionName'])).toContain('Live');
  }
  expect(ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties['ScheduleExpression'])).toEqual([
    'rate(6 hours)',
    'rate(6 hours)',
  ]);
  const subscribers = [{ SubscriptionType: 'EMAIL', Address: 'desk@example.org' }];
  const told = (NotificationType: string, Threshold: number) => ({
    Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' },
    Subscribers: subscribers,
  });
  expect(ofType('AWS::Budgets::Budget').map(({ Properties }) => Properties)).toEqual([
    {
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 100, Unit: 'USD' } },
      NotificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
      ResourceTags: [{ Key: 'costCentre', Value: 'news' }],
    },
  ]);
  expect(ofType('AWS::DynamoDB::Table')[0]!.Properties['Tags']).toEqual([{ Key: 'costCentre', Value: 'news' }]);
});

test('but S3 and the operators nobody sends to the arrivals', () => {
  const statements = ofType('AWS::SQS::QueuePolicy').flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: object[] }).Statement,
  );
  expect(statements).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Action: 'sqs:SendMessage',
      Condition: {
        ArnNotLike: {
          'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/desk', { 'Fn::GetAtt': ['SplitRoleCBD97741', 'Arn'] }],
        },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  );
});
