import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { childInput, childOutput, type Fate, FATES } from './request.ts';

interface ReportLocation {
  readonly bucket: string;
  readonly key: string;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
const manifest = z.object({
  DestinationBucket: z.string(),
  ResultFiles: z.record(z.string(), z.array(z.object({ Key: z.string() }))),
});

const entry = z.object({ Input: z.string(), Output: z.optional(z.string()), Cause: z.optional(z.string()) });
type Entry = z.output<typeof entry>;

/** Files by what became of them; `failed` and `open` are counted by the child that had them. */
export type Totals = Readonly<Record<Fate | 'failed' | 'open', number>>;

/** Adds a finished run's report up. */
export async function totalsOf(s3: S3Client, place: ReportLocation): Promise<Totals> {
  const totals: Record<Fate | 'failed' | 'open', number> = {
    ...(Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>),
    failed: 0,
    open: 0,
  };
  for await (const [status, entries] of resultFiles(s3, place)) {
    for (const { Input, Output } of entries) {
      if (status === 'SUCCEEDED') {
        const { counts } = z.parse(childOutput, JSON.parse(Output ?? ''));
        for (const fate of FATES) totals[fate] += counts[fate];
      } else {
        totals[status === 'FAILED' ? 'failed' : 'open'] += z.parse(childInput, JSON.parse(Input)).Items.length;
      }
    }
  }
  return totals;
}

/** The items of the children that failed, in their order, and why each child did. */
export async function* failedItems(
  s3: S3Client,
  place: ReportLocation,
): AsyncGenerator<{ items: unknown[]; cause: string }> {
  for await (const [status, entries] of resultFiles(s3, place)) {
    if (status !== 'FAILED') continue;
    for (const { Input, Cause = '' } of entries) {
      yield { items: z.parse(childInput, JSON.parse(Input)).Items, cause: Cause };
    }
  }
}

async function* resultFiles(s3: S3Client, place: ReportLocation): AsyncGenerator<readonly [string, Entry[]]> {
  const { DestinationBucket, ResultFiles } = z.parse(manifest, await readJson(s3, place));
  for (const [status, files] of Object.entries(ResultFiles)) {
    for (const { Key } of files) {
      yield [status, z.parse(z.array(entry), await readJson(s3, { bucket: DestinationBucket, key: Key }))];
    }
  }
}

async function readJson(s3: S3Client, { bucket, key }: ReportLocation): Promise<unknown> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return JSON.parse(await Body!.transformToString());
}
