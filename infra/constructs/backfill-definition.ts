/**
 * The back-fill as Amazon States Language: which list names the files is a choice of the input, what is done with them is the
 * same. Written out rather than built by constructs, so that the local AWS reads what is deployed, field by field.
 */

/** Files a child works on: an Express child ends after five minutes, and a file of the longest takes one of them. */
export const FILES_A_CHILD = 10;

/** Time-out of the function, below the five minutes that a child may take. */
export const CHILD_SECONDS = 270;

/** What an execution is given; `shared/backfill/request.ts` writes it. */
interface DefinitionProps {
  readonly partition: string;
  /** Qualified or not, the function that splits and extracts. */
  readonly functionArn: string;
  /** Bucket of the account's own region that takes the reports. */
  readonly reportBucket: string;
  /** Children at once, each one invocation. */
  readonly maxConcurrency: number;
}

export function backfillDefinition({ partition, functionArn, reportBucket, maxConcurrency }: DefinitionProps) {
  const service = (action: string) => `arn:${partition}:states:::${action}`;
  const ingest = {
    Type: 'Task',
    Resource: service('lambda:invoke'),
    Parameters: { FunctionName: functionArn, 'Payload.$': '$' },
    OutputPath: '$.Payload',
    TimeoutSeconds: CHILD_SECONDS,
    // A second try finds what the first has done and goes on behind it.
    Retry: [
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' },
    ],
    End: true,
  };
  const eachFile = (label: string, itemReader: object) => ({
    Type: 'Map',
    Label: label,
    ItemReader: itemReader,
    ItemBatcher: { MaxItemsPerBatch: FILES_A_CHILD, BatchInput: { 'source.$': '$.source' } },
    MaxConcurrency: maxConcurrency,
    ToleratedFailurePercentagePath: '$.toleratedFailurePercentage',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      StartAt: 'Ingest',
      States: { Ingest: ingest },
    },
    ResultWriter: {
      Resource: service('s3:putObject'),
      Parameters: { Bucket: reportBucket, 'Prefix.$': '$.report' },
    },
    End: true,
  });
  const fromObject = (inputType: string) => ({
    ReaderConfig: { InputType: inputType },
    Resource: service('s3:getObject'),
    Parameters: { 'Bucket.$': '$.list.bucket', 'Key.$': '$.list.key' },
  });
  const when = (list: string, next: string) => ({ Variable: '$.list.kind', StringEquals: list, Next: next });
  return {
    StartAt: 'List',
    States: {
      List: {
        Type: 'Choice',
        Choices: [when('objects', 'Objects'), when('inventory', 'Inventory'), when('lines', 'Lines')],
        Default: 'UnknownList',
      },
      Objects: eachFile('Objects', {
        Resource: service('s3:listObjectsV2'),
        Parameters: { 'Bucket.$': '$.list.bucket', 'Prefix.$': '$.list.prefix' },
      }),
      Inventory: eachFile('Inventory', fromObject('MANIFEST')),
      Lines: eachFile('Lines', fromObject('JSONL')),
      UnknownList: { Type: 'Fail', Error: 'UnknownList', Cause: 'list.kind must be objects, inventory or lines.' },
    },
  };
}
