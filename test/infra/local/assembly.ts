import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A cloud assembly of one stack in a new folder; `functions` gives the source of each asset by its S3 key. */
export function writeAssembly(resources: object, functions: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
  };
  write('manifest.json', {
    artifacts: { trial: { type: 'aws:cloudformation:stack', properties: { templateFile: 'trial.template.json' } } },
  });
  write('trial.template.json', { Resources: resources });
  const files: Record<string, object> = {};
  for (const [objectKey, source] of Object.entries(functions)) {
    const path = `asset.${objectKey}`;
    mkdirSync(join(folder, path));
    writeFileSync(join(folder, path, 'index.mjs'), source);
    files[objectKey] = { source: { path, packaging: 'zip' }, destinations: { here: { objectKey } } };
  }
  write('trial.assets.json', { files });
  return folder;
}

const arnOf = (resource: string) => ({ 'Fn::GetAtt': [resource, 'Arn'] });

interface Trial {
  /** Source of a module that exports `handler`. */
  readonly handler: string;
  readonly function?: object;
  readonly mapping?: object;
  readonly queue?: object;
  readonly bucket?: object;
  readonly filter?: object;
}

/** A bucket that notifies a queue that feeds a function, with a dead-letter queue and a table: the least there must be. */
export function writeTrialAssembly(trial: Trial): string {
  return writeAssembly(
    {
      Inbox: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((Event) => ({
              Event,
              Queue: arnOf('Arrivals'),
              ...trial.filter,
            })),
          },
          ...trial.bucket,
        },
      },
      Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
      Arrivals: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 2 },
          VisibilityTimeout: 1,
          ...trial.queue,
        },
      },
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
        },
      },
      Handler: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'handler.zip' },
          Handler: 'index.handler',
          Runtime: 'nodejs24.x',
          Environment: { Variables: { TABLE_NAME: { Ref: 'Table' }, QUEUE_URL: { Ref: 'Arrivals' } } },
          ...trial.function,
        },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: { Ref: 'Api' },
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: arnOf('Handler'),
          PayloadFormatVersion: '2.0',
        },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: arnOf('Arrivals'),
          FunctionName: { Ref: 'Handler' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ...trial.mapping,
        },
      },
    },
    { 'handler.zip': trial.handler },
  );
}
