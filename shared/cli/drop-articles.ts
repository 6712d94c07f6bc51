import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { readArticle, readStatus } from '../table/read-article.ts';
import type { StoredArticle } from '../table/rows/article.ts';
import type { Table } from '../table/table.ts';

/** An article for which nothing happens any more: a function fails, and its messages wait for their next try. */
const STALL_LIMIT_MS = 300_000;

const POLL_MS = 100;

/** Where articles are dropped, and where they appear. */
export interface DropTarget {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly table: Table;
}

export interface Drop {
  /** Where its bytes lie, … */
  readonly path: string;
  /** … unless they were taken out of what lies there. */
  readonly body?: Uint8Array;
  readonly contentType?: string;
  /** Of the bytes, kept with the object: an unpacking that goes on passes over what it has dropped. */
  readonly digest?: string;
  /** Where it is put in the inbox, and its id from then on. */
  readonly key: string;
  /** ISO 8601; else the time of the drop. */
  readonly publishedAt?: string | undefined;
}

export type Fate =
  | { readonly key: string; readonly stored: StoredArticle; readonly replaced: boolean }
  | { readonly key: string; readonly overdue: string };

/**
 * Puts the files into the inbox, one after the other, and yields each article as soon as this version of it is READY or
 * REJECTED; those that are neither when five minutes have brought no other are yielded as overdue.
 */
export async function* dropArticles(
  { s3, bucket, table }: DropTarget,
  drops: Iterable<Drop> | AsyncIterable<Drop>,
): AsyncGenerator<Fate> {
  const waiting = new Map<string, Awaited<ReturnType<typeof readStatus>>>();
  for await (const { path, body, contentType, digest, key, publishedAt } of drops) {
    // A later version has a later revision: what stands there now is not what we wait for.
    waiting.set(key, await readStatus(table, key));
    const Metadata = {
      ...(publishedAt !== undefined && { published: publishedAt }),
      ...(digest !== undefined && { digest }),
    };
    await new Upload({
      client: s3,
      params: { Bucket: bucket, Key: key, Body: body ?? createReadStream(path), ContentType: contentType, Metadata },
    }).done();
  }
  let lastNews = Date.now();
  while (waiting.size > 0) {
    for (const [key, before] of waiting) {
      const row = await readStatus(table, key);
      if (row === undefined || row.revision === before?.revision || row.status === 'PENDING') continue;
      waiting.delete(key);
      lastNews = Date.now();
      const replaced = before !== undefined && before.status !== 'WITHDRAWN';
      yield { key, stored: (await readArticle(table, key))!, replaced };
    }
    if (Date.now() - lastNews > STALL_LIMIT_MS) break;
    if (waiting.size > 0) await sleep(POLL_MS);
  }
  for (const key of waiting.keys()) {
    yield { key, overdue: `neither READY nor REJECTED after ${STALL_LIMIT_MS / 60_000} minutes` };
  }
}
