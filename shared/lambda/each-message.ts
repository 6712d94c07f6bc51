import { setMaxListeners } from 'node:events';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { METRICS, TIME_TO_READY } from './metric-names.ts';
import type { RetryLater } from './retry-later.ts';

/** Time to report what is done before Lambda ends the function: a throttled table is given up then. */
const MARGIN_MS = 5_000;

/** Of that, for putting off what failed. */
const PUT_OFF_LIMIT_MS = 3_000;

const timeout = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds);

/** What became of a message: goes to the log as it is, and so never holds article text. */
export interface Outcome {
  readonly key: string;
  readonly revision: string;
  readonly counts: Partial<Record<keyof typeof METRICS, number>>;
  /** From the event of the article to its being READY. */
  readonly readyAfterMs?: number | undefined;
  readonly [detail: string]: unknown;
}

/** @returns what became of each article that the message tells of. */
export type ProcessMessage = (body: string, signal: AbortSignal) => Promise<readonly Outcome[]>;

/**
 * A handler of SQS events that works on all messages at once and returns those that failed, to be tried again alone, after
 * `retryLater` has put them off.
 * @param after gives the signal that ends the work so many milliseconds later.
 */
export function eachMessage(process: ProcessMessage, retryLater: RetryLater, after = timeout) {
  const logger = new Logger();
  const metrics = new Metrics();
  const processor = new BatchProcessor(EventType.SQS);

  const count = (counts: Outcome['counts']) => {
    for (const [name, value] of Object.entries(counts)) {
      metrics.addMetric(METRICS[name as keyof typeof METRICS], MetricUnit.Count, value);
    }
  };
  const processRecord = async ({ messageId, body }: SQSRecord, signal: AbortSignal) => {
    try {
      for (const outcome of await process(body, signal)) {
        logger.info('Done', { messageId, ...outcome });
        count(outcome.counts);
        if (outcome.readyAfterMs !== undefined) {
          metrics.addMetric(TIME_TO_READY, MetricUnit.Milliseconds, outcome.readyAfterMs);
        }
      }
    } catch (error) {
      logger.error('To be tried again', { messageId, error: error as Error });
      count({ failed: 1 });
      throw error;
    }
  };
  const putOff = async ({ Records }: SQSEvent, { batchItemFailures }: SQSBatchResponse) => {
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    try {
      await retryLater(
        Records.filter(({ messageId }) => failed.has(messageId)),
        AbortSignal.timeout(PUT_OFF_LIMIT_MS),
      );
    } catch (error) {
      logger.warn('Not put off: tried again when the visibility ends', { error: error as Error });
    }
  };
  return async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    logger.addContext(context);
    const signal = after(Math.max(0, context.getRemainingTimeInMillis() - MARGIN_MS));
    // Each call under way listens; Node takes more than ten for a leak.
    setMaxListeners(0, signal);
    try {
      const response = await processPartialResponse(
        event,
        (record: SQSRecord) => processRecord(record, signal),
        processor,
        { context, throwOnFullBatchFailure: false },
      );
      await putOff(event, response);
      return response;
    } finally {
      metrics.publishStoredMetrics();
    }
  };
}
