import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { startDynamo } from '../table/local-table.ts';
import { ROWS_A_PAGE } from './memory-table.ts';
import type { Services } from './services.ts';

/** The emulators, which the real SDK talks to over HTTP. */
export interface Emulators {
  /** An empty bucket and an empty table. */
  open(): Promise<Services>;
  stop(): Promise<void>;
}

export async function startEmulators(): Promise<Emulators> {
  const [dynamo, storage] = await Promise.all([startDynamo(), startS3AndSqs()]);
  const settings = {
    endpoint: storage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  const sqs = new SQSClient(settings);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'extractions' }));
  const sns = new SNSClient(settings);
  const { TopicArn } = await sns.send(
    new CreateTopicCommand({ Name: 'events.fifo', Attributes: { FifoTopic: 'true' } }),
  );
  // Not a FIFO queue, which would drop what is sent again.
  const subscriber = await sqs.send(new CreateQueueCommand({ QueueName: 'subscriber' }));
  const Endpoint = 'arn:aws:sqs:us-east-1:000000000000:subscriber';
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
  const received = async (QueueUrl: string): Promise<string> => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const { ReceiptHandle, Body } = Messages![0]!;
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Body!;
  };
  let opened = 0;

  const withTable = async (Bucket: string): Promise<Services> => {
    const table = await dynamo.createTable();
    return {
      s3: async (command) => {
        (command as { input: { Bucket?: string } }).input.Bucket = Bucket;
        const answer = await s3.send(command as GetObjectCommand);
        const bytes = await answer.Body!.transformToByteArray();
        return { ...answer, Body: { transformToByteArray: () => Promise.resolve(bytes), destroy: () => undefined } };
      },
      dynamodb: async (command) => {
        const { input } = command as QueryCommand;
        if (command instanceof BatchGetCommand) {
          command.input.RequestItems = { [table.name]: Object.values(command.input.RequestItems!)[0]! };
          const { Responses } = await dynamo.client.send(command);
          return { Responses: { table: Responses![table.name] } };
        }
        input.TableName = table.name;
        if (command instanceof QueryCommand) input.Limit = ROWS_A_PAGE;
        return dynamo.client.send(command as QueryCommand);
      },
      sent: async (command) => {
        (command as { input: { QueueUrl?: string } }).input.QueueUrl = QueueUrl!;
        await sqs.send(command as DeleteMessageCommand);
        return received(QueueUrl!);
      },
      told: async (command) => {
        (command as PublishCommand).input.TopicArn = TopicArn;
        await sns.send(command as PublishCommand);
        return received(subscriber.QueueUrl!);
      },
      put: async (Key, Body, published) => {
        const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body, Metadata: { published } }));
        return ETag!.replaceAll('"', '');
      },
      remove: async (Key) => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      },
      objects: async () => {
        const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
        return Promise.all(
          Contents.map(async ({ Key, ETag }) => {
            const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key }));
            const bytes = await Body!.transformToByteArray();
            return { key: Key!, etag: ETag!, bytes, published: Metadata!['published']! };
          }),
        );
      },
      rows: () => dynamo.rows(table.name),
    };
  };
  return {
    open: async () => {
      const Bucket = `inbox-${opened++}`;
      await s3.send(new CreateBucketCommand({ Bucket }));
      return withTable(Bucket);
    },
    stop: async () => {
      s3.destroy();
      sqs.destroy();
      sns.destroy();
      await Promise.all([dynamo.stop(), storage.stop()]);
    },
  };
}
