import { articlePartition, TABLE_KEY } from '../../shared/table/keys.ts';
import { CREDENTIALS } from './clients.ts';
import type { LocalAws } from './local-aws.ts';
import { REGION } from './stack.ts';

/** How to reach what runs here, with commands that can be pasted into a POSIX shell. */
export function connectionHelp(aws: LocalAws, key: string, logFile: string): string {
  // Version 1 of the AWS command line reads AWS_DEFAULT_REGION alone, version 2 both.
  const credentials = `AWS_ACCESS_KEY_ID=${CREDENTIALS.accessKeyId} AWS_SECRET_ACCESS_KEY=${CREDENTIALS.secretAccessKey} AWS_DEFAULT_REGION=${REGION}`;
  const values = JSON.stringify({ ':article': { S: articlePartition(key) } });
  return [
    `S3, SQS    ${aws.endpoints.s3}`,
    `DynamoDB   ${aws.endpoints.dynamodb}`,
    ...(aws.api === undefined ? [] : [`HTTP API   ${aws.api}`]),
    `Bucket     ${aws.bucket}`,
    `Table      ${aws.table}`,
    `Logs       ${logFile}`,
    '',
    'Drop an article, from the project or with any S3 tool:',
    '  npx news-ingest put FILE',
    `  ${credentials} aws s3 cp --endpoint-url ${aws.endpoints.s3} FILE s3://${aws.bucket}/`,
    'Ask for all rows of one:',
    `  ${credentials} aws dynamodb query --endpoint-url ${aws.endpoints.dynamodb} \\`,
    `    --table-name ${aws.table} --key-condition-expression '${TABLE_KEY.partition} = :article' \\`,
    `    --expression-attribute-values ${quoteForShell(values)}`,
  ].join('\n');
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
