import { expect, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { readSettings } from '../../infra/settings.ts';

const read = (context: Record<string, unknown>) => readSettings(new App({ context }).node);

test('every setting has a default', () => {
  expect(read({})).toEqual({
    stackName: 'news-ingest',
    removalProtection: true,
    customerKey: false,
    archiveBuckets: [],
    bulkEvents: true,
    oldVersionDays: 30,
    logRetentionDays: 30,
    tableDeletionProtection: false,
    stateOnly: false,
    splitConcurrency: 2,
    extractConcurrency: 5,
    splitMemory: 1024,
    extractMemory: 1769,
    minimumConfidence: 0.3,
    apiMemory: 512,
    apiRequestsPerSecond: 50,
    tableCapacity: 'onDemand',
    tableLeastUnits: 5,
    tableMostUnits: 1000,
    tracing: false,
    gradualDeployment: false,
    redriveHours: 0,
    tags: {},
    monthlyBudget: 0,
  });
});

test('settings are taken as text from the command line and as values from cdk.json', () => {
  expect(read({ removalProtection: 'false', oldVersionDays: '7', logRetentionDays: 90 })).toMatchObject({
    removalProtection: false,
    oldVersionDays: 7,
    logRetentionDays: 90,
  });
});

test('context of the CDK itself is left alone', () => {
  expect(() => read({ '@aws-cdk/core:checkSecretUsage': true, 'cli-telemetry': false })).not.toThrow();
});

test.each([
  ['a name that does not exist', { logRetentoinDays: 7 }, /logRetentoinDays/],
  ['a flag that is neither', { removalProtection: 'no' }, /removalProtection/],
  ['less concurrency than SQS takes', { splitConcurrency: 1 }, /splitConcurrency: .*2/],
  ['a part of a day', { oldVersionDays: '1.5' }, /oldVersionDays/],
  ['text for a number', { extractMemory: 'much' }, /extractMemory/],
  ['a period that CloudWatch does not know', { logRetentionDays: 8 }, /logRetentionDays: .*\|7\|14\|/],
  ['a stack name that makes no bucket name', { stackName: 'News_Ingest' }, /stackName: takes 2 to 29/],
  ['a stack name too long for its bucket', { stackName: 'n'.repeat(30) }, /stackName: takes 2 to 29/],
  ['a capacity that DynamoDB does not know', { tableCapacity: 'plenty' }, /tableCapacity/],
  ['a least above its most', { tableLeastUnits: 50, tableMostUnits: 20 }, /tableLeastUnits: is above tableMostUnits/],
  ['an address that is none', { alarmEmail: 'desk' }, /alarmEmail/],
  ['a topic that is none', { alarmTopicArn: 'desk' }, /alarmTopicArn/],
  ['operators that are none', { operators: 'desk' }, /operators/],
  ['a tag without a value', { tags: 'news' }, /tags/],
  ['a budget that nobody is told of', { monthlyBudget: 100 }, /monthlyBudget: needs an alarmEmail/],
])('%s is refused, and where settings are described is said', (_, context, message) => {
  expect(() => read(context)).toThrow(message);
  expect(() => read(context)).toThrow(/infra\/settings\.ts/);
});
