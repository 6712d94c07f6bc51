import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bucketAndTable } from '../../shared/cli/bucket-and-table.ts';
import { count } from '../../shared/cli/output.ts';
import { openTable } from '../../shared/table/table.ts';
import type { LocalAws } from './local-aws.ts';

/**
 * Has read what an earlier run was told of and did not finish: its messages were in memory, the articles were kept.
 * @returns what was kept, in a line.
 */
export async function catchUp({ s3, sqs, dynamodb, bucket, table: tableName, outputs }: LocalAws): Promise<string> {
  const client = DynamoDBDocumentClient.from(dynamodb);
  const sides = bucketAndTable(
    {
      s3,
      sqs,
      client,
      bucket,
      table: openTable(tableName, client),
      tableName,
      arrivalsQueueUrl: String(outputs['ArrivalsQueueUrl']),
      extractionsQueueUrl: String(outputs['ExtractionsQueueUrl']),
    },
    { dryRun: false, queuesLost: true },
  );
  let files = 0;
  let unread = 0;
  for await (const { difference } of sides.fromBucket()) {
    files += 1;
    if (difference !== undefined) unread += 1;
  }
  for await (const { difference } of sides.fromTable()) if (difference !== undefined) unread += 1;
  if (files === 0 && unread === 0) return 'Nothing has been kept there so far.';
  const unfinished = unread === 0 ? '' : `; ${unread} of an earlier run not finished, looked at again`;
  return `${count(files, 'file')} kept${unfinished}.`;
}
