import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { isFromArchive } from '../../backfill/source-file.ts';
import { sendReconciliation } from '../../inbox/arrive-again.ts';
import { nextRevision } from '../../inbox/revision.ts';
import { readStatus } from '../../table/read-article.ts';
import type { ArticleRow } from '../../table/rows/article.ts';
import { connectTo, type Connection, output as stackOutput } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { notDropped } from '../usage-error.ts';

/** A removal takes a second or two; longer than this, a queue is stuck. */
const PATIENCE_MS = 60_000;
const POLL_MS = 200;

export const removeCommand = new Command('remove')
  .description(
    'Remove articles from the inbox, and wait until no question finds anything of them; their rows go right after. The file of an article of an archive ' +
      'is left where it stands; no run reads it again unless it changes.',
  )
  .argument('<key...>', 'as they were dropped, or s3:BUCKET/KEY of an archive')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (keys, { stack, json }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const { table } = connection;
    const articles: ArticleRow[] = [];
    for (const key of keys) {
      const article = await readStatus(table, key);
      if (!article) throw notDropped(key);
      articles.push(article);
    }
    for (const article of articles) {
      const { key } = article;
      await remove(connection, article);
      const deadline = Date.now() + PATIENCE_MS;
      while ((await readStatus(table, key))?.status !== 'WITHDRAWN') {
        if (Date.now() > deadline)
          throw new Error(`${key} is gone from the inbox, but not yet from the table: look at the dead-letter queues.`);
        await sleep(POLL_MS);
      }
      output.show({ key, status: 'WITHDRAWN' }, () => `${key}: removed`);
    }
  });

/** What is gone from the inbox, S3 tells of; of an archive's article `split` is told to look for it there, where it never stood. */
async function remove({ s3, bucket, outputs }: Connection, { key, revision }: ArticleRow): Promise<void> {
  if (!isFromArchive(key)) {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    return;
  }
  const queueUrl = stackOutput(outputs, 'ArrivalsQueueUrl');
  const reconcile = { bucket, key, revision: nextRevision(revision) };
  await sendReconciliation({ client: new SQSClient({}), queueUrl }, { reconcile });
}
