import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ExtractionRequest } from './extraction-request.ts';

/** The queue between the stages. */
export interface Extractions {
  request(request: ExtractionRequest): Promise<void>;
}

export function openExtractions(queueUrl: string, client = new SQSClient({})): Extractions {
  return {
    request: async ({ key, revision }) => {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ key, revision }) }));
    },
  };
}
