import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { synthesise } from './synthesise.ts';

const changed = {
  stackName: 'news-ingest-trial',
  removalProtection: 'false',
  logRetentionDays: '7',
  oldVersionDays: '3',
  extractConcurrency: '2',
};

test('two runs write the same template, assets included, and nag finds nothing', () => {
  const [first, second] = [synthesise(), synthesise()];
  expect(second.text).toBe(first.text);
  const report = join(first.directory, 'validation-report.json');
  expect(existsSync(report)).toBe(true);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ pluginReports: [] });
});

test('settings reach the template', () => {
  const { resources } = synthesise(changed);
  const ofType = (type: string) => Object.values(resources).filter((resource) => resource.Type === type);
  expect(ofType('AWS::DynamoDB::Table')).toMatchObject([
    { DeletionPolicy: 'Delete', Properties: { DeletionProtectionEnabled: false } },
  ]);
  expect(ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties['RetentionInDays'])).toEqual([7, 7]);
  expect(ofType('AWS::S3::Bucket').map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Delete', 'Delete']);
  expect(ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties['ScalingConfig'])).toEqual([
    { MaximumConcurrency: 10 },
    { MaximumConcurrency: 2 },
  ]);
});
