import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { asciiJson } from '../aws/ascii-json.ts';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';
import type { ExtractionRequest } from './extraction-request.ts';

/** The queue between the stages. */
export interface Extractions {
  request(request: ExtractionRequest, signal?: AbortSignal): Promise<void>;
}

export function openExtractions(
  queueUrl: string,
  client = new SQSClient({ requestHandler: REQUEST_LIMITS }),
): Extractions {
  return {
    request: async ({ key, revision, since }, signal) => {
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: asciiJson({ key, revision, since }) }),
        {
          ...(signal && { abortSignal: signal }),
        },
      );
    },
  };
}
