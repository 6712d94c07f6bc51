import { describe, expect, test } from '@jest/globals';
import { backfillDefinition, CHILD_SECONDS, FILES_A_CHILD } from '../../infra/constructs/backfill-definition.ts';
import { permissions, readable } from './read-policies.ts';
import { synthesiseAnew } from './synthesise.ts';

const definition = backfillDefinition({
  partition: 'aws',
  functionArn: 'FUNCTION',
  reportBucket: 'REPORTS',
  maxConcurrency: 7,
});

describe('the definition', () => {
  const maps = ['Objects', 'Inventory', 'Lines'] as const;

  test.each(maps)('%s: express children of one function, in batches, bounded, with a report', (name) => {
    const map = definition.States[name];
    expect(map.ItemProcessor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' });
    expect(map.ItemBatcher.MaxItemsPerBatch).toBe(FILES_A_CHILD);
    expect(map.MaxConcurrency).toBe(7);
    expect(map.ToleratedFailurePercentagePath).toBe('$.toleratedFailurePercentage');
    expect(map.ResultWriter.Parameters).toEqual({ Bucket: 'REPORTS', 'Prefix.$': '$.report' });
    expect(map.ItemProcessor.States.Ingest.Parameters.FunctionName).toBe('FUNCTION');
  });

  test('a child ends before the five minutes of an Express execution, each of its tries', () => {
    expect(CHILD_SECONDS).toBeLessThan(300);
    expect(definition.States.Objects.ItemProcessor.States.Ingest.TimeoutSeconds).toBe(CHILD_SECONDS);
  });
});

const { resources } = synthesiseAnew({
  stackName: 'archives',
  archiveBuckets: 'news-archive,old.wires',
  tableCapacity: 'provisioned',
  tableMostUnits: '7200',
  bulkEvents: 'false',
  alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:desk',
});

describe('with archives and a provisioned table', () => {
  test('the function reads the archives, and the state machine lists them', () => {
    const may = permissions(resources);
    for (const bucket of ['news-archive', 'old.wires']) {
      const arn = `arn:AWS::Partition:s3:::${bucket}`;
      expect(may['BulkRole']).toEqual(expect.arrayContaining([`s3:GetObject ${arn}/*`, `s3:ListBucket ${arn}`]));
      expect(may['BackfillRole']).toEqual(expect.arrayContaining([`s3:GetObject ${arn}/*`, `s3:ListBucket ${arn}`]));
    }
  });

  test('leaves live articles half of the units that the table may have', () => {
    const [machine] = Object.values(resources).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
    const { States } = JSON.parse(readable(machine!.Properties['DefinitionString'])) as typeof definition;
    expect(States.Objects.MaxConcurrency).toBe(5);
  });

  test('the bulk lane is quiet where that is set', () => {
    const quiet = Object.values(resources).flatMap(({ Properties }) => {
      const { Variables = {} } = (Properties['Environment'] ?? {}) as { Variables?: Record<string, string> };
      return Variables['BULK_EVENTS'] ?? [];
    });
    expect(quiet).toEqual(['false']);
  });

  test('every alarm goes to the topic that is given, and none is made', () => {
    const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(20);
    for (const { Properties } of alarms)
      expect(Properties['AlarmActions']).toEqual(['arn:aws:sns:eu-central-1:111122223333:desk']);
    expect(Object.keys(resources).filter((id) => /^Alarms.*Topic/.test(id))).toEqual([]);
  });
});
