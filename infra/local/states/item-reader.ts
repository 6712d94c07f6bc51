import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { ItemReader } from './definition.ts';
import { fillIn } from './paths.ts';

/** An item as the service hands it to a child. */
export type Item = Readonly<Record<string, unknown>>;

/** Items of an S3 listing, of an S3 Inventory's CSV files, or of JSON Lines, in their order. */
export function readItems(reader: ItemReader, input: unknown, s3: S3Client): AsyncIterable<Item> {
  const parameters = fillIn(reader.Parameters, input) as Record<string, string>;
  if (!('ReaderConfig' in reader)) return listed(s3, parameters['Bucket']!, parameters['Prefix']);
  const place = { Bucket: parameters['Bucket']!, Key: parameters['Key']! };
  return reader.ReaderConfig.InputType === 'JSONL' ? jsonLines(s3, place) : inventoried(s3, place);
}

async function* listed(client: S3Client, Bucket: string, Prefix: string | undefined): AsyncGenerator<Item> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
    for (const { ETag, Key, LastModified, Size, StorageClass } of Contents) {
      yield { Etag: ETag, Key, LastModified: Math.floor(LastModified!.getTime() / 1000), Size, StorageClass };
    }
  }
}

async function* jsonLines(s3: S3Client, place: ItemsLocation): AsyncGenerator<Item> {
  for (const line of (await bytesOf(s3, place)).toString('utf8').split('\n')) {
    if (line !== '') yield JSON.parse(line) as Item;
  }
}

interface ItemsLocation {
  readonly Bucket: string;
  readonly Key: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html; ORC and Parquet are not read here. */
const Manifest = z.object({
  destinationBucket: z.string(),
  fileFormat: z.literal('CSV'),
  fileSchema: z.string(),
  files: z.array(z.object({ key: z.string() })),
});

async function* inventoried(s3: S3Client, place: ItemsLocation): AsyncGenerator<Item> {
  const manifest = Manifest.parse(JSON.parse((await bytesOf(s3, place)).toString('utf8')));
  const names = manifest.fileSchema.split(',').map((name) => name.trim());
  for (const { key } of manifest.files) {
    const bucket = manifest.destinationBucket.split(':').at(-1)!;
    const csv = gunzipSync(await bytesOf(s3, { Bucket: bucket, Key: key })).toString('utf8');
    for (const line of csv.split('\n')) {
      if (line === '') continue;
      // An inventory quotes every value.
      const values = line
        .slice(1, -1)
        .split('","')
        .map((value) => value.replaceAll('""', '"'));
      yield Object.fromEntries(names.map((name, i) => [name, values[i]]));
    }
  }
}

async function bytesOf(s3: S3Client, place: ItemsLocation): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand(place));
  return Buffer.from(await Body!.transformToByteArray());
}
