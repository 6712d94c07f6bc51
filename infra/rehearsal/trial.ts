import { ListTablesCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { bucketTags } from './assembly.ts';
import { cdk, counted, describeStack, isReady, isWithdrawn, resourcesOf, stateOf, tell } from './deployed-stack.ts';

const STACK = 'news-trial';
const KEY = 'rehearsal/harbour bridge.txt';

/** Trial mode: what `cdk destroy` leaves is nothing. @param assembly fit for the emulator. */
export async function rehearseTrial(assembly: string): Promise<void> {
  cdk('deploy', STACK, '--app', assembly, '--require-approval', 'never');
  const state = await stateOf(STACK);
  await state.drop(KEY, 'harbour-bridge.txt');
  tell(`trial, dropped and READY: ${counted(await state.until(KEY, isReady))}`);
  await state.drop(KEY, 'cup-final.txt');
  await state.drop('rehearsal/stays.txt', 'cup-final.txt');
  await state.until('rehearsal/stays.txt', isReady);
  await state.remove(KEY);
  await state.until(KEY, isWithdrawn);
  tell('trial: one article stands in the inbox, of another two versions and a marker');

  // The emulator forgets the tags of buckets, and the CDK empties those alone that have one.
  const s3 = new S3Client({ forcePathStyle: true });
  const resources = await resourcesOf(STACK);
  for (const [id, TagSet] of bucketTags(assembly))
    await s3.send(new PutBucketTaggingCommand({ Bucket: resources.get(id), Tagging: { TagSet } }));
  cdk('destroy', STACK, '--app', assembly, '--force');
  const left = await standing();
  const status = (await describeStack(STACK))?.StackStatus;
  if (status !== undefined || left.length > 0)
    throw new Error(`Left of the trial: stack ${status ?? 'none'}, ${left.join(', ')}`);
  tell('trial destroyed: no bucket, table, queue, function or topic of it stands');
}

/** Names of what a stack of this name has in the services that it uses. */
async function standing(): Promise<string[]> {
  const { Buckets = [] } = await new S3Client({ forcePathStyle: true }).send(new ListBucketsCommand({}));
  const { TableNames = [] } = await new DynamoDBClient({}).send(new ListTablesCommand({}));
  const { QueueUrls = [] } = await new SQSClient({}).send(new ListQueuesCommand({}));
  const { Functions = [] } = await new LambdaClient({}).send(new ListFunctionsCommand({}));
  const { Topics = [] } = await new SNSClient({}).send(new ListTopicsCommand({}));
  return [
    ...Buckets.map(({ Name }) => Name!),
    ...TableNames,
    ...QueueUrls,
    ...Functions.map(({ FunctionName }) => FunctionName!),
    ...Topics.map(({ TopicArn }) => TopicArn!),
  ].filter((name) => name.includes(STACK));
}
