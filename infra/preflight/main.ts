import { readFileSync } from 'node:fs';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DescribeLimitsCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from 'aws-cdk-lib';
import { readSettings, type Settings } from '../settings.ts';
import { type Account, findings } from './findings.ts';

/** `npm run preflight -- -c name=value …`: as for `cdk deploy`. Asks, and changes nothing. */
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
const given = process.argv
  .slice(2)
  .filter((argument) => argument !== '-c')
  .map((argument) => argument.split(/=(.*)/s).slice(0, 2) as [string, string]);
const settings = readSettings(new App({ context: { ...context, ...Object.fromEntries(given) } }).node);
for (const { ok, text } of findings(settings, await ask(settings))) {
  console.log(`${ok ? 'ok      ' : 'NOT YET '} ${text}`);
  if (!ok) process.exitCode = 1;
}

async function ask({ stackName }: Settings): Promise<Account> {
  const cloudFormation = new CloudFormationClient({});
  const stands = async (StackName: string): Promise<boolean> => {
    try {
      await cloudFormation.send(new DescribeStacksCommand({ StackName }));
      return true;
    } catch (error) {
      if ((error as Error).name === 'ValidationError') return false;
      throw error;
    }
  };
  const { AccountLimit } = await new LambdaClient({}).send(new GetAccountSettingsCommand({}));
  const { TableMaxWriteCapacityUnits } = await new DynamoDBClient({}).send(new DescribeLimitsCommand({}));
  const { Buckets = [] } = await new S3Client({}).send(new ListBucketsCommand({ Prefix: `${stackName}-inbox-` }));
  const region = process.env['AWS_REGION'] ?? '';
  return {
    concurrency: AccountLimit?.ConcurrentExecutions ?? 0,
    unreservedConcurrency: AccountLimit?.UnreservedConcurrentExecutions ?? 0,
    bootstrapped: await stands('CDKToolkit'),
    stackStands: await stands(stackName),
    inboxStands: Buckets.some(({ Name }) => Name!.endsWith(region)),
    tableWriteUnits: TableMaxWriteCapacityUnits ?? 0,
  };
}
