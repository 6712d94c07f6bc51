import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { readStatus } from '../../table/read-article.ts';
import { connectTo } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { notDropped } from '../usage-error.ts';

/** A removal takes a second or two; longer than this, a queue is stuck. */
const PATIENCE_MS = 60_000;
const POLL_MS = 200;

export const removeCommand = new Command('remove')
  .description('Remove articles from the inbox, and wait until nothing in the table is left of them.')
  .argument('<key...>', 'as they were dropped')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (keys, { stack, json }) => {
    const output = openOutput({ json });
    const { s3, bucket, table } = await connectTo(stack);
    for (const key of keys) {
      if (!(await readStatus(table, key))) throw notDropped(key);
    }
    for (const key of keys) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      const deadline = Date.now() + PATIENCE_MS;
      while ((await readStatus(table, key))?.status !== 'WITHDRAWN') {
        if (Date.now() > deadline)
          throw new Error(`${key} is gone from the inbox, but not yet from the table: look at the dead-letter queues.`);
        await sleep(POLL_MS);
      }
      output.show({ key, status: 'WITHDRAWN' }, () => `${key}: removed`);
    }
  });
