import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { startRun } from '../../backfill/runs.ts';
import { openExtractions } from '../../extractions/extractions.ts';
import { EXTRACTOR_VERSION } from '../../language/extractor.ts';
import { runsOf, tellRun } from '../bulk-run.ts';
import { connectTo, output as stackOutput } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { type Reprocessed, reprocess } from '../reprocess.ts';
import { UsageError } from '../usage-error.ts';

const LANES = ['bulk', 'live'] as const;

/** What fails is named by the report and done again; more is a fault of the extractor that is rolled out. */
const TOLERATED_PERCENT = 5;

/** Of so many articles each, progress is told. */
const PROGRESS = 500;

export const reprocessCommand = new Command('reprocess')
  .description(
    `Have the extractor that is deployed (this version is number ${EXTRACTOR_VERSION}) read again what an older one has read, and ` +
      'what was left unfinished. Articles stay readable; those that are up to date are passed over. On a deployed stack this is ' +
      'a run in the lane of archives, which live articles do not wait behind; here, requests in the queue.',
  )
  .option('--prefix <path>', 'only keys that begin so, as reuters/', '')
  .option('--extractor-version <number>', 'only what this version has read', version)
  .option('--after <key>', 'go on after this key, where an earlier run in the live lane ended')
  .addOption(
    new Option(
      '--lane <lane>',
      'bulk: a run as of an archive, the default with --stack; live: through the queue',
    ).choices(LANES),
  )
  .option('--no-wait', 'start a run in the bulk lane and leave')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ prefix, extractorVersion: from, after, lane, wait, stack, json }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const { s3, bucket, table, outputs } = connection;
    if ((lane ?? (stack === undefined || after !== undefined ? 'live' : 'bulk')) === 'bulk') {
      if (after !== undefined)
        throw new UsageError('--after goes on in the live lane; a run in the bulk lane: backfill --resume.');
      const runs = runsOf(connection);
      const run = await startRun(runs, {
        list: { kind: 'objects', bucket, prefix },
        source: { kind: 'inbox', bucket, ...(from !== undefined && { extractorVersion: from }) },
        toleratedFailurePercentage: TOLERATED_PERCENT,
      });
      await tellRun(output, runs, run, { wait });
      return;
    }
    const extractions = openExtractions(stackOutput(outputs, 'ExtractionsQueueUrl'), new SQSClient({}));
    const keys = keysOf(s3, { Bucket: bucket, Prefix: prefix, StartAfter: after });
    const fates: Record<Reprocessed['fate'], number> = { requested: 0, current: 0, 'no article': 0, unknown: 0 };
    let seen = 0;
    for await (const { key, fate } of reprocess({
      keys,
      table,
      extractions,
      extractorVersion: EXTRACTOR_VERSION,
      from,
    })) {
      fates[fate] += 1;
      seen += 1;
      if (fate === 'unknown') output.note(`${key} stands in the inbox and is not in the table: drop it again.`);
      if (seen % PROGRESS === 0)
        output.note(`${seen} articles, ${fates.requested} to be read again; go on with --after "${key}"`);
    }
    output.show(fates, () => `${seen} articles: ${fates.requested} to be read again, ${fates.current} up to date.`);
  });

async function* keysOf(
  client: S3Client,
  listing: { Bucket: string; Prefix: string; StartAfter: string | undefined },
): AsyncGenerator<string> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, listing)) {
    for (const { Key } of Contents) yield Key!;
  }
}

function version(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes the number of a version, from 1.');
}
