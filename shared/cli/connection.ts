import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { openReader, type Reader } from '../table/reader.ts';
import { connect, openTable, type Table } from '../table/table.ts';
import { isAlive } from './is-alive.ts';
import { UsageError } from './usage-error.ts';

/** A stack, here or on AWS. */
export interface Connection {
  readonly s3: S3Client;
  /** The inbox. */
  readonly bucket: string;
  readonly table: Table;
  readonly tableName: string;
  readonly client: DynamoDBDocumentClient;
  readonly reader: Reader;
  /** Of the stack, by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A file for each `npm start`, written while it runs. */
const RUNNING = fileURLToPath(new URL('../../.cache/running/', import.meta.url));

const localState = z.object({
  pid: z.number(),
  started: z.number(),
  endpoints: z.object({ s3: z.url(), sqs: z.url(), dynamodb: z.url(), stepFunctions: z.url().optional() }),
  outputs: z.record(z.string(), z.coerce.string()),
});

/**
 * The stack of that name on AWS, found with the usual credentials; without a name the one that `npm start` runs here.
 * @throws UsageError where there is none.
 */
export async function connectTo(stack: string | undefined): Promise<Connection> {
  const outputs = stack === undefined ? useLocal() : await outputsOf(stack);
  const name = output(outputs, 'TableName');
  const client = connect();
  return {
    s3: new S3Client({ forcePathStyle: stack === undefined }),
    bucket: output(outputs, 'InboxBucket'),
    table: openTable(name, client),
    tableName: name,
    client,
    reader: openReader(name, client),
    outputs,
  };
}

/** @throws UsageError where the stack is not one of these, or of an older version. */
export function output(outputs: Connection['outputs'], name: string): string {
  const value = outputs[name];
  if (value !== undefined) return value;
  throw new UsageError(`The stack has no output ${name}: deploy this version of it, or name another stack.`);
}

/**
 * Points the SDK of this process at the emulators that were started last, or by the process that the variable
 * NEWS_INGEST_LOCAL names, and away from any account.
 */
function useLocal(): Connection['outputs'] {
  const chosen = process.env['NEWS_INGEST_LOCAL'];
  const files = existsSync(RUNNING) ? readdirSync(RUNNING) : [];
  const states = files.map((file) => localState.parse(JSON.parse(readFileSync(RUNNING + file, 'utf8'))));
  const [latest] = states
    .filter(({ pid }) => isAlive(pid) && (chosen === undefined || pid === Number(chosen)))
    .sort((one, other) => other.started - one.started);
  if (latest === undefined) {
    throw new UsageError('No local AWS is running: start it with "npm start", or name a deployed stack with --stack.');
  }
  const { endpoints, outputs } = latest;
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    ...(endpoints.stepFunctions !== undefined && { AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions }),
  });
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) Reflect.deleteProperty(process.env, name);
  return outputs;
}

async function outputsOf(stack: string): Promise<Connection['outputs']> {
  try {
    const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: stack }));
    return Object.fromEntries(
      (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]),
    );
  } catch (error) {
    const { name, message } = error as Error;
    throw new UsageError(
      `The stack "${stack}" was not found (${name}: ${message}): check its name, AWS_REGION and your AWS credentials.`,
    );
  }
}
