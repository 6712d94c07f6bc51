import { SQSClient } from '@aws-sdk/client-sqs';
import { Command } from '@commander-js/extra-typings';
import { bucketAndTable } from '../bucket-and-table.ts';
import { connectTo, output as stackOutput } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput, type Output } from '../output.ts';
import type { Compared } from '../reconcile.ts';

/** Keys after which progress is told. */
const PROGRESS = 1_000;

export const reconcileCommand = new Command('reconcile')
  .description(
    'Compare the inbox with the table, both ways, and mend what differs: objects without an article or with an older one, ' +
      'articles without an object. May be repeated, and interrupted, at any time.',
  )
  .option('--dry-run', 'tell what differs, and change nothing', false)
  .option('--after <key>', 'go on with the inbox after this key, where an earlier run ended')
  .option('--table-after <key>', 'go on with the table after this key; the inbox is not compared then')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ dryRun, after, tableAfter, stack, json }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const sides = bucketAndTable(
      {
        ...connection,
        sqs: new SQSClient({}),
        arrivalsQueueUrl: stackOutput(connection.outputs, 'ArrivalsQueueUrl'),
        extractionsQueueUrl: stackOutput(connection.outputs, 'ExtractionsQueueUrl'),
      },
      { dryRun },
    );
    const counts = { compared: 0, missing: 0, stale: 0, unfinished: 0, orphaned: 0, untold: 0 };
    const compare = async (all: AsyncIterable<Compared>, resume: string) => {
      for await (const { key, difference } of all) {
        counts.compared++;
        if (difference) {
          counts[difference]++;
          output.show({ key, difference }, () => `${key}: ${difference}`);
        }
        if (counts.compared % PROGRESS === 0) output.note(`${counts.compared} compared; go on with ${resume} "${key}"`);
      }
    };
    if (tableAfter === undefined) await compare(sides.fromBucket(after), '--after');
    await compare(sides.fromTable(tableAfter), '--table-after');
    tellCounts(output, counts, dryRun);
  });

function tellCounts(
  output: Output,
  counts: Record<NonNullable<Compared['difference']> | 'compared', number>,
  dryRun: boolean,
): void {
  const { missing, stale, unfinished, orphaned, untold } = counts;
  const differ = missing + stale + unfinished + orphaned + untold;
  const then = differ === 0 ? 'bucket and table agree' : dryRun ? 'nothing was changed' : 'each is being read anew';
  output.show(
    counts,
    () =>
      `${missing} missing, ${stale} stale, ${unfinished} unfinished, ${orphaned} orphaned, ${untold} untold: ${then}.`,
  );
}
