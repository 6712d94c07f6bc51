import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { estimate, type Extent } from '../../backfill/estimate.ts';
import { keyDatePattern } from '../../backfill/key-date.ts';
import { type FileList, readArchive } from '../../backfill/request.ts';
import { resumeRun, type Runs, startAgain, startRun } from '../../backfill/runs.ts';
import { timeRange } from '../../table/time-range.ts';
import { runsOf, tellRun } from '../bulk-run.ts';
import { connectTo, output as stackOutput } from '../connection.ts';
import { fromOption, jsonOption, stackOption, toOption } from '../options.ts';
import { openOutput, type Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';

export const backfillCommand = new Command('backfill')
  .description(
    'Read the articles of an archive, s3://bucket/prefix or the manifest.json of an S3 Inventory, in a lane of their own: ' +
      'what is dropped meanwhile does not wait. May be repeated: what has been read is not read again.',
  )
  .argument('[archive]', 'a bucket that the setting archiveBuckets names, and where in it')
  .option('--dates <pattern>', 'where keys hold a date, as {yyyy}/{mm}/{dd}: for files that tell none', pattern)
  .addOption(fromOption)
  .addOption(toOption)
  .option('--tolerate <percent>', 'end early where more files fail', percent, 5)
  .option('--dry-run', 'only count the files, and say how long it takes and what it costs')
  .option('--resume <run>', 'go on with a run that was stopped, or ended early')
  .option('--again <run>', 'do the files again that failed in this run, once their cause is mended')
  .option('--no-wait', 'start it and leave')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (archive, options) => {
    const { stack, json, resume, again, dryRun, wait } = options;
    if ([archive, resume, again].filter((given) => given !== undefined).length !== 1) {
      throw new UsageError('Name one archive, or one run to --resume or to do --again.');
    }
    const output = openOutput({ json });
    const { s3, outputs } = await connectTo(stack);
    const runs = runsOf({ s3, outputs });
    const concurrency = Number(stackOutput(outputs, 'BackfillConcurrency'));
    if (archive !== undefined && dryRun) {
      tellEstimate(output, await extentOf(s3, readPlace(archive)), concurrency);
      return;
    }
    const run =
      archive === undefined ? await begun(runs, resume, again) : await startRun(runs, requestOf(archive, options));
    if (run === undefined) {
      output.show({ failed: 0 }, () => 'No file failed in that run.');
      return;
    }
    await tellRun(output, runs, run, { wait });
  });

async function begun(runs: Runs, resume: string | undefined, again: string | undefined): Promise<string | undefined> {
  if (resume === undefined) return startAgain(runs, again!);
  await resumeRun(runs, resume);
  return resume;
}

function requestOf(
  archive: string,
  { dates, from, to, tolerate }: { dates?: string; from?: string; to?: string; tolerate: number },
) {
  const list = readPlace(archive);
  const range = timeRange({ from, to });
  return {
    list,
    source: {
      kind: 'archive' as const,
      bucket: list.bucket,
      ...(dates !== undefined && { datePattern: dates }),
      ...range,
    },
    toleratedFailurePercentage: tolerate,
  };
}

function readPlace(archive: string): FileList {
  try {
    return readArchive(archive);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError for an inventory, whose files would have to be read to be counted. */
async function extentOf(client: S3Client, list: FileList): Promise<Extent> {
  if (list.kind !== 'objects') throw new UsageError('--dry-run counts what a listing names: give s3://bucket/prefix.');
  let [files, bytes] = [0, 0];
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client },
    { Bucket: list.bucket, Prefix: list.prefix },
  )) {
    for (const { Size = 0 } of Contents) {
      files += 1;
      bytes += Size;
    }
  }
  return { files, bytes };
}

function tellEstimate(output: Output, extent: Extent, concurrency: number): void {
  const { seconds, dollars, writeUnits } = estimate(extent, { concurrency });
  output.show({ ...extent, seconds: Math.ceil(seconds), dollars, writeUnits }, () =>
    [
      `${extent.files} files, ${extent.bytes} bytes`,
      `about ${durationOf(seconds)} with ${concurrency} at once`,
      `about ${dollars.toFixed(2)} dollars, ${writeUnits} write units of the table among it`,
    ].join('\n'),
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

function durationOf(seconds: number): string {
  if (seconds < MINUTE) return `${Math.ceil(seconds)} seconds`;
  return seconds < HOUR ? `${Math.ceil(seconds / MINUTE)} minutes` : `${(seconds / HOUR).toFixed(1)} hours`;
}

function pattern(text: string): string {
  try {
    return keyDatePattern(text).text;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function percent(text: string): number {
  if (/^(?:100|\d{1,2})$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 0 to 100.');
}
