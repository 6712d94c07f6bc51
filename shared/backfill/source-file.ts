import * as z from 'zod/mini';
import { type Revision, revisionOf } from '../inbox/revision.ts';

/** A file of an archive's bucket, as a list names it. */
export interface SourceFile {
  readonly bucket: string;
  readonly key: string;
  /** With its quotation marks, as conditional requests take it; not every inventory has it. */
  readonly etag?: string;
  readonly versionId?: string;
  /** ISO 8601, UTC; in whole seconds where a listing tells it. */
  readonly lastModified: string;
}

/** From `ListObjectsV2`, as Step Functions hands it over: the time in seconds since 1970. */
const listed = z.object({ Key: z.string(), Etag: z.string(), LastModified: z.number() });

/** From an S3 Inventory: its field names, values as text, the key encoded as in a form. */
const inventoried = z.object({
  Bucket: z.string(),
  Key: z.string(),
  LastModifiedDate: z.string(),
  ETag: z.optional(z.string()),
  VersionId: z.optional(z.string()),
  IsLatest: z.optional(z.string()),
  IsDeleteMarker: z.optional(z.string()),
});

/** A line of our own lists: what an earlier report says has failed. */
const line = z.object({
  bucket: z.string(),
  key: z.string(),
  etag: z.optional(z.string()),
  versionId: z.optional(z.string()),
  lastModified: z.string(),
});

/**
 * Reads an item of any of the three lists.
 * @param bucket of the listing, which its items do not name.
 * @returns undefined for what is no file to read: a folder's placeholder, an old version, a delete marker.
 * @throws Error that names the fields an inventory must have.
 */
export function readSourceFile(item: unknown, bucket: string): SourceFile | undefined {
  const ours = line.safeParse(item);
  if (ours.success) return ours.data;

  const ofListing = listed.safeParse(item);
  if (ofListing.success) {
    const { Key, Etag, LastModified } = ofListing.data;
    return Key.endsWith('/')
      ? undefined
      : { bucket, key: Key, etag: quoted(Etag), lastModified: new Date(LastModified * 1000).toISOString() };
  }
  const ofInventory = inventoried.safeParse(item);
  if (!ofInventory.success) {
    throw new Error(
      'The list names no files: an S3 Inventory must have the fields Bucket, Key and Last modified date, and may have ETag ' +
        'and VersionId.',
    );
  }
  const { Bucket, Key, LastModifiedDate, ETag, VersionId, IsLatest, IsDeleteMarker } = ofInventory.data;
  if (IsLatest === 'false' || IsDeleteMarker === 'true' || Key.endsWith('/')) return undefined;
  return {
    bucket: Bucket,
    key: decodeURIComponent(Key.replaceAll('+', ' ')),
    lastModified: new Date(LastModifiedDate).toISOString(),
    ...(ETag && { etag: quoted(ETag) }),
    ...(VersionId && { versionId: VersionId }),
  };
}

const quoted = (etag: string) => `"${etag.replaceAll('"', '')}"`;

const ARCHIVE_SCHEME = 's3:';

/** Id of the article that a file of an archive becomes: it tells where the file stands, and no key of the inbox begins so. */
export const articleOfSource = ({ bucket, key }: SourceFile): string => `${ARCHIVE_SCHEME}${bucket}/${key}`;

/** Whether an article came from an archive's bucket: nothing of the inbox tells of it. */
export const isFromArchive = (article: string): boolean => article.startsWith(ARCHIVE_SCHEME);

/** Digits of a moment in milliseconds: enough until the year 10889. */
const TIME_DIGITS = 12;

/** Digits of the content's own mark, which parts two versions of one second. */
const MARK_DIGITS = 12;

/** Versions of a file are ordered by the time of their last change; the same version gives the same revision in every run. */
export function revisionOfSource({ etag = '', versionId = '', lastModified }: SourceFile): Revision {
  const time = Date.parse(lastModified).toString(16).padStart(TIME_DIGITS, '0');
  const mark = Buffer.from(etag || versionId)
    .toString('hex')
    .slice(-MARK_DIGITS)
    .padStart(MARK_DIGITS, '0');
  return revisionOf(time + mark);
}
