import type { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { extractEach } from '../../lambdas/steps/extract-article.ts';
import { splitEach } from '../../lambdas/steps/split-article.ts';
import { openEvents } from '../../shared/events/events.ts';
import { openExtractions } from '../../shared/extractions/extractions.ts';
import { openArrivals } from '../../shared/inbox/arrive-again.ts';
import { openInbox } from '../../shared/inbox/inbox.ts';
import { eachMessage } from '../../shared/lambda/each-message.ts';
import { openTable } from '../../shared/table/table.ts';
import { analyseAs } from './analysis.ts';

/** Handlers of this test are made while it runs; what they log is not read. */
Object.assign(process.env, {
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_METRICS_NAMESPACE: 'news-ingest',
  POWERTOOLS_SERVICE_NAME: 'news-ingest',
});

export type Queue = 'arrivals' | 'extractions';

/** What a function calls; it waits for a throttled table, too. */
export type Service = 's3' | 'dynamodb' | 'sqs' | 'sns' | 'wait';

export type Call = (service: Service, command: object, signal?: AbortSignal) => Promise<object>;

export type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** When a message comes back is decided by the history. */
const notPutOff = () => Promise.resolve();

interface Options {
  readonly abortSignal?: AbortSignal;
}

/**
 * The real handler of a queue, whose SDK clients end in `call`.
 * @param timeOut gives the signal that ends an invocation.
 */
export function openHandler(queue: Queue, extractorVersion: number, call: Call, timeOut: () => AbortSignal): Handler {
  const client = (service: Service) => ({
    send: (command: object, options?: Options) => call(service, command, options?.abortSignal),
  });
  const wait = async (_: number, signal?: AbortSignal): Promise<void> => {
    await call('wait', {}, signal).catch(() => undefined);
  };
  const table = openTable('table', client('dynamodb') as unknown as DynamoDBDocumentClient, undefined, wait);
  const events = openEvents('events', { client: client('sns') as unknown as SNSClient });
  if (queue === 'extractions') {
    return eachMessage(
      extractEach({ table, events, analyse: analyseAs(extractorVersion), extractorVersion }),
      notPutOff,
      timeOut,
    );
  }
  const inbox = openInbox(client('s3') as unknown as S3Client);
  const extractions = openExtractions('extractions', client('sqs') as unknown as SQSClient);
  const arrivals = openArrivals('arrivals', client('sqs') as unknown as SQSClient);
  return eachMessage(splitEach({ inbox, table, events, extractions, arrivals }), notPutOff, timeOut);
}
