import { expect, test } from '@jest/globals';
import { synthesiseAnew } from './synthesise.ts';

const { resources } = synthesiseAnew({ stackName: 'news-ingest', stateOnly: 'true', tableDeletionProtection: 'true' });

test('stateOnly leaves what `cdk import` adopts: inbox, access logs and table, each kept by its stack', () => {
  const kept = Object.entries(resources).filter(([, { Type }]) => !/Policy$|Metadata/.test(Type));
  expect(kept.map(([id, { DeletionPolicy }]) => [id, DeletionPolicy])).toEqual([
    ['InboxAccessLogsB866979D', 'RetainExceptOnCreate'],
    ['InboxBucket1EDE8E4F', 'RetainExceptOnCreate'],
    ['TableCD117FA1', 'RetainExceptOnCreate'],
  ]);
});

test('tableDeletionProtection has DynamoDB itself refuse', () => {
  expect(resources['TableCD117FA1']!.Properties['DeletionProtectionEnabled']).toBe(true);
});
