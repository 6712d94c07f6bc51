import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Command } from '@commander-js/extra-typings';
import { eraseTombstone } from '../../table/erase-tombstone.ts';
import { connectTo } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { UsageError } from '../usage-error.ts';

export const eraseCommand = new Command('erase')
  .description(
    'Erase what a removal leaves: every old version in the inbox, then the tombstone with the key. It cannot be undone.',
  )
  .argument('<key>', 'of an article that was removed')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (key, { stack, json }) => {
    const { s3, bucket, table } = await connectTo(stack);
    const versions = await eraseVersions(s3, bucket, key);
    if (!(await eraseTombstone(table, key))) {
      throw new UsageError(
        `"${key}" has no tombstone: remove the article first ("news-ingest remove"), and wait until its status is WITHDRAWN and subscribers have been told.`,
      );
    }
    openOutput({ json }).show({ key, versions }, () => `${key}: ${versions} versions and the tombstone are erased.`);
  });

/** @throws UsageError where the object stands still. @returns how many versions and markers were deleted. */
async function eraseVersions(client: S3Client, Bucket: string, key: string): Promise<number> {
  let erased = 0;
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await client.send(
      new ListObjectVersionsCommand({
        Bucket,
        Prefix: key,
        KeyMarker: page?.NextKeyMarker,
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    const { Versions = [], DeleteMarkers = [] } = page;
    if (Versions.some(({ Key, IsLatest }) => Key === key && IsLatest)) {
      throw new UsageError(`"${key}" stands in the inbox: remove it first ("news-ingest remove").`);
    }
    // A prefix leads to longer keys, too.
    const Objects = [...Versions, ...DeleteMarkers]
      .filter(({ Key }) => Key === key)
      .map(({ VersionId }) => ({ Key: key, VersionId }));
    if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    erased += Objects.length;
  } while (page.IsTruncated === true);
  return erased;
}
