import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { failedItems } from './report.ts';
import type { BackfillRequest, FileList, Source } from './request.ts';

/** Where runs of a stack are started and reported. */
export interface Runs {
  readonly sfn: SFNClient;
  readonly s3: S3Client;
  readonly stateMachineArn: string;
  readonly reportBucket: string;
}

/** How a run stands. */
export interface RunState {
  readonly executionArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT' | 'PENDING_REDRIVE';
  /** Files by what became of their child. */
  readonly items: { readonly total: number; readonly succeeded: number; readonly failed: number };
  /** Why it ended, where it did not end well. */
  readonly cause?: string | undefined;
  /** Of the bucket of reports, once there is one. */
  readonly reportKey?: string | undefined;
}

/** @returns the execution's ARN, by which the run is followed, resumed and done again. */
export async function startRun(
  { sfn, stateMachineArn }: Runs,
  request: Omit<BackfillRequest, 'report'>,
): Promise<string> {
  const name = `backfill-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const input: BackfillRequest = { ...request, report: name };
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
  );
  return executionArn!;
}

/** Goes on with a run that was stopped, or ended early: what succeeded is left alone. Only such a run can be resumed. */
export async function resumeRun({ sfn }: Runs, executionArn: string): Promise<void> {
  await sfn.send(new RedriveExecutionCommand({ executionArn }));
}

const runOutput = z.object({ ResultWriterDetails: z.object({ Key: z.string() }) });
const runInput = z.object({ source: z.unknown(), toleratedFailurePercentage: z.number() });

/**
 * Starts a run over the files that failed in an earlier one, once their cause is mended.
 * @returns its ARN; undefined where none failed.
 * @throws Error where the earlier run has not ended with a report.
 */
export async function startAgain(runs: Runs, earlier: string): Promise<string | undefined> {
  const { status, reportKey } = await stateOf(runs, earlier);
  if (reportKey === undefined) {
    throw new Error(`The run is ${status} and has no report: resume it, and do again what fails then.`);
  }
  const lines: string[] = [];
  for await (const { items } of failedItems(runs.s3, { bucket: runs.reportBucket, key: reportKey })) {
    lines.push(...items.map((item) => JSON.stringify(item)));
  }
  if (lines.length === 0) return undefined;
  const list: FileList = {
    kind: 'lines',
    bucket: runs.reportBucket,
    key: reportKey.replace(/manifest\.json$/, 'again.jsonl'),
  };
  await runs.s3.send(new PutObjectCommand({ Bucket: list.bucket, Key: list.key, Body: lines.join('\n') }));
  const { input } = await runs.sfn.send(new DescribeExecutionCommand({ executionArn: earlier }));
  const { source, toleratedFailurePercentage } = z.parse(runInput, JSON.parse(input!));
  return startRun(runs, { list, source: source as Source, toleratedFailurePercentage });
}

export async function stateOf({ sfn }: Runs, executionArn: string): Promise<RunState> {
  const { status, output, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  const { mapRuns = [] } = await sfn.send(new ListMapRunsCommand({ executionArn }));
  const mapRunArn = mapRuns[0]?.mapRunArn;
  const run = mapRunArn === undefined ? undefined : await sfn.send(new DescribeMapRunCommand({ mapRunArn }));
  const { total = 0, succeeded = 0, failed = 0 } = run?.itemCounts ?? {};
  return {
    executionArn,
    status: status!,
    items: { total, succeeded, failed },
    cause,
    ...(output !== undefined && { reportKey: z.parse(runOutput, JSON.parse(output)).ResultWriterDetails.Key }),
  };
}

/** How the run stands, again and again until it has ended. */
export async function* followRun(runs: Runs, executionArn: string, pollMs: number): AsyncGenerator<RunState> {
  for (;;) {
    const state = await stateOf(runs, executionArn);
    yield state;
    if (state.status !== 'RUNNING' && state.status !== 'PENDING_REDRIVE') return;
    await sleep(pollMs);
  }
}
