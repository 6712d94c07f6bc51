import { SFNClient } from '@aws-sdk/client-sfn';
import { type Totals, totalsOf } from '../backfill/report.ts';
import { followRun, type Runs, type RunState } from '../backfill/runs.ts';
import { type Connection, output as stackOutput } from './connection.ts';
import type { Output } from './output.ts';

/** A run of millions of files takes hours: what is asked more often than this tells nothing new. */
const POLL_MS = 2_000;

/** The lane of archives of a stack. */
export function runsOf({ s3, outputs }: Pick<Connection, 's3' | 'outputs'>): Runs {
  return {
    s3,
    sfn: new SFNClient({}),
    stateMachineArn: stackOutput(outputs, 'BackfillStateMachineArn'),
    reportBucket: stackOutput(outputs, 'BackfillReportBucket'),
  };
}

/** Follows a run to its end and tells what became of the files, or only that it has begun. */
export async function tellRun(output: Output, runs: Runs, run: string, { wait }: { wait: boolean }): Promise<void> {
  output.note(`Run ${run}`);
  if (wait) await report(output, runs, run);
  else
    output.show({ executionArn: run }, () => `Started; its progress: news-ingest backfill --resume, or the console.`);
}

async function report(output: Output, runs: Runs, run: string): Promise<void> {
  let state: RunState | undefined;
  for await (state of followRun(runs, run, POLL_MS)) {
    const { total, succeeded, failed } = state.items;
    output.note(`${state.status}: ${succeeded} of ${total} files done, ${failed} failed`);
  }
  const { status, reportKey, cause } = state!;
  if (reportKey === undefined) {
    output.show(
      state,
      () => `${status}${cause === undefined ? '' : `: ${cause}`}; mend it, then go on with --resume ${run}`,
    );
    process.exitCode = 1;
    return;
  }
  const totals = await totalsOf(runs.s3, { bucket: runs.reportBucket, key: reportKey });
  output.show({ executionArn: run, status, ...totals, report: reportKey }, () =>
    describe(totals, run, `s3://${runs.reportBucket}/${reportKey}`),
  );
  if (totals.failed > 0) process.exitCode = 1;
}

const describe = (totals: Totals, run: string, place: string) =>
  [
    `${totals.ready} read, ${totals.rejected} rejected, ${totals.withdrawn} withdrawn, ${totals.embargoed} under embargo, ${totals.current} up to date before, ${totals.skipped} passed over, ${totals.failed} in children that failed`,
    `The report: ${place}`,
    ...(totals.embargoed > 0 ? ['What is under embargo is read by the next run after it.'] : []),
    ...(totals.failed > 0 ? [`Once mended: news-ingest backfill --again ${run}`] : []),
  ].join('\n');
