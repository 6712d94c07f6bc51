import { addAbortSignal, type Readable } from 'node:stream';
import { type GetObjectCommandOutput, GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { ArticleRejected } from '../article/article-rejected.ts';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';
import { checkFileSize } from '../article/check-size.ts';
import type { Arrival } from './arrivals.ts';
import { publishedBy } from './published-at.ts';

/** Which version of an object a row was made from. */
export interface ObjectVersion {
  /** With its quotation marks, as S3 lists it. */
  readonly etag?: string | undefined;
  /** Undefined in a bucket that keeps no versions. */
  readonly versionId?: string | undefined;
}

/** What stands in the inbox. */
export interface File {
  readonly bytes: Uint8Array;
  /** What the object's metadata `published` says. ISO 8601, UTC. */
  readonly published?: string | undefined;
  readonly droppedAt: string;
  /** As the sender stated it. */
  readonly contentType?: string | undefined;
  readonly version: ObjectVersion;
}

export interface Inbox {
  /**
   * 'absent': nothing stands under the key. 'superseded': what the event told of has been replaced or removed since, and
   * another event tells of that. Given up when the signal says so, or after `READ_LIMIT_MS`.
   * @throws ArticleRejected where the file is too large to be an article, or cannot be read however often it is tried.
   */
  read(arrival: Arrival, signal?: AbortSignal): Promise<File | 'absent' | 'superseded'>;
}

/** All attempts of one file together: far below the function's time, so that its neighbours end with it. */
const READ_LIMIT_MS = 20_000;

export function openInbox(client = new S3Client({ requestHandler: REQUEST_LIMITS })): Inbox {
  return {
    read: async (arrival, signal) => {
      const limit = AbortSignal.any([AbortSignal.timeout(READ_LIMIT_MS), ...(signal ? [signal] : [])]);
      const object = await get(client, arrival, limit);
      return typeof object === 'string' ? object : readFile(object, limit);
    },
  };
}

/**
 * A creation is read on the condition that it still stands. A removal is looked up too: in a versioned bucket the deletion
 * of an old version, or of a delete marker, is a removal that leaves an article standing.
 */
async function get(client: S3Client, { kind, bucket, key, etag }: Arrival, abortSignal: AbortSignal) {
  try {
    return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: etag }), { abortSignal });
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.name === 'PreconditionFailed' || error.$metadata.httpStatusCode === 412) return 'superseded';
    if (error.name === 'NoSuchKey') return kind === 'created' ? 'superseded' : 'absent';
    throw rejectionOf(error) ?? error;
  }
}

/** What no further try can read. A right that the function lacks is not among it: the deployment can mend that. */
function rejectionOf({ name, message }: S3ServiceException): ArticleRejected | undefined {
  if (name === 'InvalidObjectState') {
    return new ArticleRejected(
      'ARCHIVED',
      'The file is archived (Glacier or a tier like it) and cannot be read: restore it, then copy it onto itself in the class STANDARD.',
    );
  }
  const isOfKey = name.startsWith('KMS.') || (name === 'AccessDenied' && /\bkms:/.test(message));
  const isOfSender = name === 'InvalidRequest' && /Server Side Encryption/i.test(message);
  if (isOfKey || isOfSender) {
    return new ArticleRejected(
      'FOREIGN_KEY',
      `The file is encrypted with a key that the function may not use (${name}): drop it with the bucket's own encryption.`,
    );
  }
  return undefined;
}

async function readFile(object: GetObjectCommandOutput, signal: AbortSignal): Promise<File> {
  const { Body, ContentLength, ContentType, Metadata, LastModified, ETag, VersionId } = object;
  try {
    checkFileSize(ContentLength ?? 0);
  } catch (rejected) {
    // The connection would stay busy with the rest of the file.
    (Body as Readable).destroy();
    throw rejected;
  }
  // The SDK's own limits end with the answer's head: a body that stops coming is ended here.
  if (Body && 'pipe' in Body) addAbortSignal(signal, Body as Readable);
  return {
    bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
    published: publishedBy(Metadata),
    droppedAt: LastModified!.toISOString(),
    contentType: ContentType,
    version: { etag: ETag, versionId: VersionId },
  };
}
