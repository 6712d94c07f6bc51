import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Upload } from '@aws-sdk/lib-storage';
import { readArticle, readStatus } from '../../shared/table/read-article.ts';
import type { StoredArticle } from '../../shared/table/rows.ts';
import { openTable } from '../../shared/table/table.ts';
import type { LocalAws } from './local-aws.ts';
import type { ArticleFile } from './start-options.ts';

/** An article for which nothing happens any more: a function fails, and its messages wait for their next try. */
const STALL_LIMIT_MS = 300_000;

const POLL_MS = 100;

export type Fate =
  { readonly key: string; readonly stored: StoredArticle } | { readonly key: string; readonly overdue: string };

/**
 * Puts the files into the inbox, one after the other, and yields each article as soon as it is READY or REJECTED; those
 * that are neither when five minutes have brought no other are yielded as overdue.
 */
export async function* dropArticles(aws: LocalAws, files: readonly ArticleFile[]): AsyncGenerator<Fate> {
  const table = openTable(aws.table, DynamoDBDocumentClient.from(aws.dynamodb));
  for (const { path, key } of files) {
    await new Upload({ client: aws.s3, params: { Bucket: aws.bucket, Key: key, Body: createReadStream(path) } }).done();
  }
  const waiting = new Set(files.map(({ key }) => key));
  let lastNews = Date.now();
  while (waiting.size > 0) {
    for (const key of waiting) {
      const status = (await readStatus(table, key))?.status;
      if (status !== 'READY' && status !== 'REJECTED') continue;
      waiting.delete(key);
      lastNews = Date.now();
      yield { key, stored: (await readArticle(table, key))! };
    }
    if (Date.now() - lastNews > STALL_LIMIT_MS) break;
    if (waiting.size > 0) await sleep(POLL_MS);
  }
  for (const key of waiting)
    yield { key, overdue: `neither READY nor REJECTED after ${STALL_LIMIT_MS / 60_000} minutes` };
}
