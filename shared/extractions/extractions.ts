import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ExtractionRequest } from './extraction-request.ts';

/** The queue between the stages. */
export interface Extractions {
  request(request: ExtractionRequest): Promise<void>;
}

export function openExtractions(queueUrl: string, client = new SQSClient({})): Extractions {
  return {
    request: async ({ key, revision }) => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageBody({ key, revision }) }));
    },
  };
}

/** In ASCII: S3 keys may hold characters, such as U+FFFF, that SQS refuses in a message. */
const messageBody = (request: ExtractionRequest): string =>
  JSON.stringify(request).replace(
    /[\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
