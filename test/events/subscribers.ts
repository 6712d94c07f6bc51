import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { resultEvent, type ResultEvent } from '../../shared/events/result-event.ts';

/** A topic on the emulator that the environment points to, and queues that subscribe. */
export async function openTopic(endpoint: string) {
  const settings = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const sns = new SNSClient(settings);
  const sqs = new SQSClient(settings);
  const created = await sns.send(new CreateTopicCommand({ Name: 'events.fifo', Attributes: { FifoTopic: 'true' } }));
  const arn = created.TopicArn!;
  return {
    arn,
    sns,
    subscribe: (name: string, policy?: object) => subscribe({ sns, sqs }, { arn, name, policy }),
    stop: () => {
      sns.destroy();
      sqs.destroy();
    },
  };
}

interface Subscription {
  readonly arn: string;
  readonly name: string;
  readonly policy?: object | undefined;
}

/** @returns what takes all bodies that have come, in their order. */
export async function subscribe(
  { sns, sqs }: { readonly sns: SNSClient; readonly sqs: SQSClient },
  { arn, name, policy }: Subscription,
) {
  const Attributes = { FifoQueue: 'true' };
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `${name}.fifo`, Attributes }));
  await sns.send(
    new SubscribeCommand({
      TopicArn: arn,
      Protocol: 'sqs',
      Endpoint: `arn:aws:sqs:us-east-1:000000000000:${name}.fifo`,
      Attributes: { RawMessageDelivery: 'true', ...(policy && { FilterPolicy: JSON.stringify(policy) }) },
    }),
  );
  return async (): Promise<ResultEvent[]> => {
    const events: ResultEvent[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return events;
      for (const { Body, ReceiptHandle } of Messages) {
        events.push(resultEvent.parse(JSON.parse(Body!)));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}
