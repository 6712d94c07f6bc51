import * as z from 'zod/mini';

/** What a run reads: files of an archive's bucket, or articles of the inbox whose analysis is of an older extractor. */
const source = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('archive'),
    bucket: z.string(),
    /** `{yyyy}/{mm}/{dd}`: dates an article whose file and metadata do not. */
    datePattern: z.optional(z.string()),
    /** Instants: only what was published between them, by the date in its key, else by the last change of its file. */
    from: z.optional(z.string()),
    to: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('inbox'),
    bucket: z.string(),
    /** Only what this extractor has read; else whatever an older one has. */
    extractorVersion: z.optional(z.int()),
  }),
]);
export type Source = Readonly<z.output<typeof source>>;

/** Where the files are named: a listing, an S3 Inventory's manifest, or our own lines. */
export type FileList =
  | { readonly kind: 'objects'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'inventory' | 'lines'; readonly bucket: string; readonly key: string };

/** Input of the state machine. */
export interface BackfillRequest {
  readonly list: FileList;
  readonly source: Source;
  /** 0..100: more failed files than this end the run early. */
  readonly toleratedFailurePercentage: number;
  /** Where in the bucket of reports this run's are written. */
  readonly report: string;
}

/** Input of a child, as the state machine hands it to the function. */
export const childInput = z.object({ Items: z.array(z.unknown()), BatchInput: z.object({ source }) });
export type ChildInput = z.output<typeof childInput>;

/** What became of a file; 'current': what it says stands in the table already. */
export const FATES = ['ready', 'rejected', 'withdrawn', 'embargoed', 'current', 'skipped'] as const;
export type Fate = (typeof FATES)[number];

/** Output of a child, as the report holds it. */
export const childOutput = z.object({ counts: z.record(z.enum(FATES), z.int()) });
export type ChildOutput = z.output<typeof childOutput>;

const S3_URI = /^s3:\/\/(?<bucket>[a-z0-9.-]+)(?:\/(?<key>.*))?$/s;

/**
 * Reads where an archive stands: `s3://bucket/prefix`, or `s3://bucket/.../manifest.json` of an S3 Inventory.
 * @throws Error that tells what is taken.
 */
export function readArchive(text: string): FileList {
  const { bucket, key = '' } = S3_URI.exec(text)?.groups ?? {};
  if (!bucket) {
    throw new Error(`"${text}" is no place in S3: give s3://bucket/prefix, or the manifest.json of an S3 Inventory.`);
  }
  return /(?:^|\/)manifest\.json$/.test(key)
    ? { kind: 'inventory', bucket, key }
    : { kind: 'objects', bucket, prefix: key };
}
