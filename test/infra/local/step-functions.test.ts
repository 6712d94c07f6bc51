import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { backfillDefinition } from '../../../infra/constructs/backfill-definition.ts';
import { createClients, CREDENTIALS } from '../../../infra/local/clients.ts';
import type { Server } from '../../../infra/local/loopback.ts';
import { startS3AndSqs } from '../../../infra/local/s3-and-sqs.ts';
import { readDefinition } from '../../../infra/local/states/definition.ts';
import { startStepFunctions } from '../../../infra/local/states/step-functions.ts';

const MACHINE = 'arn:aws:states:us-east-1:000000000000:stateMachine:Backfill';
const FILES = 47;

interface ChildInput {
  readonly Items: readonly { readonly Key: string }[];
}

/** Keys that the children got, in the order of their calls; what `fail` names throws. */
const seen: string[] = [];
let fail: (key: string) => boolean = () => false;
let hold: Promise<void> | undefined;

const invoke = async (_arn: string, event: unknown) => {
  await hold;
  const keys = (event as ChildInput).Items.map(({ Key }) => Key);
  seen.push(...keys);
  if (keys.some((key) => fail(key))) throw new Error(`failed with ${keys.join()}`);
  return { done: keys.length };
};

let storage: Server;
let states: Server;
let s3: S3Client;
let sfn: SFNClient;

beforeAll(async () => {
  storage = await startS3AndSqs();
  s3 = createClients({
    s3: storage.endpoint,
    sqs: storage.endpoint,
    sns: storage.endpoint,
    dynamodb: storage.endpoint,
  }).s3;
  for (const Bucket of ['archive', 'reports']) await s3.send(new CreateBucketCommand({ Bucket }));
  for (let i = 0; i < FILES; i++) {
    const Key = `2019/${String(i).padStart(3, '0')}.txt`;
    await s3.send(new PutObjectCommand({ Bucket: 'archive', Key, Body: 'text' }));
  }
  const definition = backfillDefinition({
    partition: 'aws',
    functionArn: 'fn',
    reportBucket: 'reports',
    maxConcurrency: 3,
  });
  states = await startStepFunctions({
    stateMachines: new Map([[MACHINE, readDefinition('Backfill', JSON.stringify(definition))]]),
    s3,
    invoke,
    waiting: 0,
  });
  sfn = new SFNClient({ region: 'us-east-1', credentials: CREDENTIALS, endpoint: states.endpoint });
});

afterAll(async () => {
  sfn.destroy();
  s3.destroy();
  await states.stop();
  await storage.stop();
});

const start = async (list: object, tolerated = 5) => {
  seen.length = 0;
  const input = JSON.stringify({ list, source: { any: 1 }, toleratedFailurePercentage: tolerated, report: 'runs/a' });
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn: MACHINE, input }));
  return executionArn!;
};

const ended = async (executionArn: string) => {
  for (;;) {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const countsOf = async (executionArn: string) => {
  const { mapRuns } = await sfn.send(new ListMapRunsCommand({ executionArn }));
  return (await sfn.send(new DescribeMapRunCommand({ mapRunArn: mapRuns![0]!.mapRunArn }))).itemCounts!;
};

const jsonAt = async (Key: string): Promise<unknown> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'reports', Key }));
  return JSON.parse(await Body!.transformToString());
};

const objects = { kind: 'objects', bucket: 'archive', prefix: '2019/' };

describe('the distributed map of the local AWS', () => {
  test('gives each object of a listing to one child, and writes the report', async () => {
    fail = () => false;
    const arn = await start(objects);
    const { status, output } = await ended(arn);
    expect(status).toBe('SUCCEEDED');
    expect(new Set(seen).size).toBe(FILES);
    expect(seen).toHaveLength(FILES);
    expect(await countsOf(arn)).toMatchObject({ total: FILES, succeeded: FILES, failed: 0 });
    const { ResultWriterDetails } = JSON.parse(output!) as { ResultWriterDetails: { Key: string } };
    const manifest = (await jsonAt(ResultWriterDetails.Key)) as { ResultFiles: Record<string, { Key: string }[]> };
    const results = (await jsonAt(manifest.ResultFiles['SUCCEEDED']![0]!.Key)) as { Output: string }[];
    expect(results.map(({ Output }) => (JSON.parse(Output) as { done: number }).done).reduce((a, b) => a + b)).toBe(
      FILES,
    );
  });

  test('tries a failed child four times in all, and ends well while what fails is tolerated', async () => {
    fail = (key) => key === '2019/013.txt';
    const arn = await start(objects, 50);
    expect((await ended(arn)).status).toBe('SUCCEEDED');
    expect(seen.filter((key) => key === '2019/013.txt')).toHaveLength(4);
    expect(await countsOf(arn)).toMatchObject({ total: FILES, succeeded: FILES - 10, failed: 10 });
  });

  test('ends early where more fails, and a redrive does only what is left', async () => {
    fail = (key) => key < '2019/020.txt';
    const arn = await start(objects, 5);
    expect(await ended(arn)).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    const { succeeded } = await countsOf(arn);
    fail = () => false;
    seen.length = 0;
    await sfn.send(new RedriveExecutionCommand({ executionArn: arn }));
    expect(await ended(arn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    expect(seen).toHaveLength(FILES - Number(succeeded));
    expect(await countsOf(arn)).toMatchObject({ succeeded: FILES });
  });

  test('is stopped in between and goes on by a redrive; each file is done once', async () => {
    fail = () => false;
    let release: () => void = () => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const arn = await start(objects);
    const stopping = sfn.send(new StopExecutionCommand({ executionArn: arn }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    release();
    hold = undefined;
    await stopping;
    expect((await ended(arn)).status).toBe('ABORTED');
    await sfn.send(new RedriveExecutionCommand({ executionArn: arn }));
    expect((await ended(arn)).status).toBe('SUCCEEDED');
    expect(new Set(seen).size).toBe(FILES);
    expect(seen).toHaveLength(FILES);
    await expect(sfn.send(new RedriveExecutionCommand({ executionArn: arn }))).rejects.toThrow('cannot be redriven');
  });

  test('reads an S3 Inventory and JSON Lines', async () => {
    fail = () => false;
    const put = (Key: string, Body: string | Buffer) => s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
    await put('inventory/data.csv.gz', gzipSync('"archive","a%2Cb.txt","3"\n"archive","say ""it"".txt","4"\n'));
    const manifest = { fileFormat: 'CSV', fileSchema: 'Bucket, Key, Size', files: [{ key: 'inventory/data.csv.gz' }] };
    await put('inventory/manifest.json', JSON.stringify({ ...manifest, destinationBucket: 'arn:aws:s3:::reports' }));
    await ended(await start({ kind: 'inventory', bucket: 'reports', key: 'inventory/manifest.json' }));
    expect(seen).toEqual(['a%2Cb.txt', 'say "it".txt']);

    await put('again.jsonl', '{"Key":"one"}\n{"Key":"two"}\n');
    await ended(await start({ kind: 'lines', bucket: 'reports', key: 'again.jsonl' }));
    expect(seen).toEqual(['one', 'two']);
  });

  test('an unknown list and an unknown machine are refused', async () => {
    expect(await ended(await start({ kind: 'dream' }))).toMatchObject({ status: 'FAILED', error: 'UnknownList' });
    await expect(sfn.send(new StartExecutionCommand({ stateMachineArn: `${MACHINE}2` }))).rejects.toThrow(
      'Does Not Exist',
    );
  });

  test('a definition with anything else is refused by name', () => {
    const definition = backfillDefinition({
      partition: 'aws',
      functionArn: 'fn',
      reportBucket: 'b',
      maxConcurrency: 1,
    });
    const changed = { ...definition, States: { ...definition.States, Wait: { Type: 'Wait', Seconds: 5 } } };
    expect(() => readDefinition('Backfill', JSON.stringify(changed))).toThrow('cannot run the state machine Backfill');
    const timed = { ...definition, TimeoutSeconds: 60 };
    expect(() => readDefinition('Backfill', JSON.stringify(timed))).toThrow('TimeoutSeconds');
  });
});
