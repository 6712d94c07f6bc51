import { createHash } from 'node:crypto';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { asciiJson } from '../aws/ascii-json.ts';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';
import { attributesOf, type ResultEvent } from './result-event.ts';

/** Where subscribers are told what became of articles. */
export interface Events {
  publish(event: ResultEvent): Promise<void>;
  /** Whether the changes that are made here are kept from subscribers. */
  readonly quiet: boolean;
  /** The same, given up when the signal says so. */
  withSignal(signal: AbortSignal): Events;
}

/** @param TopicArn of a FIFO topic: the events of an article are a group, in order, and one that is sent again at once is dropped. */
export function openEvents(
  TopicArn: string,
  { quiet = false, client = new SNSClient({ requestHandler: REQUEST_LIMITS }), signal }: Options = {},
): Events {
  return {
    quiet,
    publish: async (event) => {
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributesOf(event)).map(([name, value]) => [
          name,
          typeof value === 'string'
            ? { DataType: 'String', StringValue: value }
            : { DataType: 'String.Array', StringValue: JSON.stringify(value) },
        ]),
      );
      const command = new PublishCommand({
        TopicArn,
        Message: asciiJson(event),
        MessageAttributes,
        // A group's name takes 128 letters, a key of S3 has more.
        MessageGroupId: createHash('sha256').update(event.key).digest('hex'),
        MessageDeduplicationId: event.id,
      });
      await client.send(command, { ...(signal && { abortSignal: signal }) });
    },
    withSignal: (other) => openEvents(TopicArn, { quiet, client, signal: other }),
  };
}

interface Options {
  readonly quiet?: boolean;
  readonly client?: SNSClient;
  readonly signal?: AbortSignal;
}
