import { DeleteMessageBatchCommand, ReceiveMessageCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EnvironmentPool } from './environment-pool.ts';
import type { ExecutionEnvironment } from './execution-environment.ts';
import { REGION } from './stack.ts';

export interface MappingOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly pool: EnvironmentPool;
  /** Messages an invocation, 1..10000. */
  readonly batchSize: number;
  /** How long a batch may wait to be full. */
  readonly windowSeconds: number;
  /** Whether the function's answer names the messages that failed. */
  readonly reportsItemFailures: boolean;
  readonly onFailure: (error: unknown) => void;
}

export interface EventSourceMapping {
  /** Stops polling and kills what runs; messages that were being worked on come back when their visibility ends. */
  stop(): Promise<void>;
}

/** SQS's limits: messages in one call, seconds that a call may wait for the first. */
const MAX_RECEIVED = 10;
const MAX_WAIT_SECONDS = 20;

/**
 * Feeds a queue to a function as Lambda does: polls only while an invocation may start, deletes what succeeded and
 * leaves what failed to the queue's visibility time-out and redrive policy.
 */
export function startMapping(options: MappingOptions): EventSourceMapping {
  const { pool } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const poll = async () => {
    for (;;) {
      const environment = await pool.acquire();
      if (environment === undefined) return;
      const messages = await receiveBatch(options, stopping.signal);
      if (messages.length === 0) {
        pool.release(environment);
        continue;
      }
      const work = processBatch(options, environment, messages)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) options.onFailure(error);
        })
        .finally(() => {
          running.delete(work);
          pool.release(environment);
        });
      running.add(work);
    }
  };
  const polling = poll().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });

  return {
    async stop() {
      stopping.abort();
      await pool.stop();
      await polling;
      await Promise.allSettled(running);
    },
  };
}

/** At most a batch; none where none came in time. Once there is a first, others are waited for no longer than the window. */
async function receiveBatch({ sqs, queueUrl, batchSize, windowSeconds }: MappingOptions, abortSignal: AbortSignal) {
  const receive = async (waitSeconds: number, room: number): Promise<Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(MAX_RECEIVED, room),
      WaitTimeSeconds: Math.min(MAX_WAIT_SECONDS, waitSeconds),
      MessageSystemAttributeNames: ['All'],
    });
    return (await sqs.send(command, { abortSignal })).Messages ?? [];
  };
  const batch = await receive(MAX_WAIT_SECONDS, batchSize);
  const end = Date.now() + windowSeconds * 1000;
  while (batch.length > 0 && batch.length < batchSize && Date.now() < end) {
    batch.push(...(await receive(Math.ceil((end - Date.now()) / 1000), batchSize - batch.length)));
  }
  return batch;
}

async function processBatch(
  options: MappingOptions,
  environment: ExecutionEnvironment,
  messages: Message[],
): Promise<void> {
  const event = sqsEvent(messages, options.queueArn);
  const answer = (await environment.invoke(event)) as SQSBatchResponse | null;
  const failed = options.reportsItemFailures ? failedIds(answer, messages) : new Set<string>();
  const done = messages.filter(({ MessageId }) => !failed.has(MessageId!));
  for (let first = 0; first < done.length; first += MAX_RECEIVED) {
    const Entries = done
      .slice(first, first + MAX_RECEIVED)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle: ReceiptHandle! }));
    await options.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: options.queueUrl, Entries }));
  }
  if (failed.size > 0)
    options.onFailure(new Error(`${failed.size} of ${messages.length} messages failed: ${[...failed].join(', ')}`));
}

/** An answer that names an unknown message, or none, fails the whole batch (Lambda's rule). */
function failedIds(answer: SQSBatchResponse | null, messages: readonly Message[]): Set<string> {
  const all = new Set(messages.map(({ MessageId }) => MessageId!));
  const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}

function sqsEvent(messages: readonly Message[], queueArn: string): SQSEvent {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId!,
      receiptHandle: message.ReceiptHandle!,
      body: message.Body!,
      attributes: message.Attributes as unknown as SQSEvent['Records'][number]['attributes'],
      messageAttributes: {},
      md5OfBody: message.MD5OfBody!,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  };
}
