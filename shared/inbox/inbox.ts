import type { Readable } from 'node:stream';
import { type GetObjectCommandOutput, GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { checkSize } from '../article/check-size.ts';
import type { Arrival } from './arrivals.ts';
import { publishedAt } from './published-at.ts';

/** What stands in the inbox. */
export interface File {
  readonly bytes: Uint8Array;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}

export interface Inbox {
  /**
   * 'absent': nothing stands under the key. 'superseded': what the event told of has been replaced or removed since, and
   * another event tells of that.
   * @throws ArticleRejected where the file is too large to be an article; it is not read.
   */
  read(arrival: Arrival): Promise<File | 'absent' | 'superseded'>;
}

export function openInbox(client = new S3Client({})): Inbox {
  return {
    read: async (arrival) => {
      const object = await get(client, arrival);
      return typeof object === 'string' ? object : readFile(object);
    },
  };
}

/**
 * A creation is read on the condition that it still stands. A removal is looked up too: in a versioned bucket the deletion
 * of an old version, or of a delete marker, is a removal that leaves an article standing.
 */
async function get(client: S3Client, { kind, bucket, key, etag }: Arrival) {
  try {
    return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: etag }));
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.name === 'PreconditionFailed' || error.$metadata.httpStatusCode === 412) return 'superseded';
    if (error.name === 'NoSuchKey') return kind === 'removed' ? 'absent' : 'superseded';
    throw error;
  }
}

async function readFile({ Body, ContentLength, Metadata, LastModified }: GetObjectCommandOutput): Promise<File> {
  try {
    checkSize(ContentLength ?? 0);
  } catch (rejected) {
    // The connection would stay busy with the rest of the file.
    (Body as Readable).destroy();
    throw rejected;
  }
  return {
    bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
    publishedAt: publishedAt(Metadata, LastModified!),
  };
}
