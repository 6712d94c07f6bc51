import { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';

/** Puts messages off that have failed, each by a time of its own. */
export type RetryLater = (failed: readonly SQSRecord[], signal: AbortSignal) => Promise<void>;

/** What passes by itself mostly has after some ten seconds. */
const FIRST_DELAY_SECONDS = 10;

/** Nine retries, doubling up to this, take some twenty minutes: then the message is dead, and somebody is told. */
const LONGEST_DELAY_SECONDS = 300;

/** @param random 0..1: half of each delay is chance, so that what failed together does not come back together. */
export function delaySeconds(receives: number, random: number): number {
  const longest = Math.min(FIRST_DELAY_SECONDS * 2 ** Math.max(0, receives - 1), LONGEST_DELAY_SECONDS);
  return Math.round(longest * (0.5 + random / 2));
}

/** Changes the visibility of what failed: without it, it would come back only when the queue's visibility time-out ends. */
export function openRetryLater(
  queueUrl: string,
  client = new SQSClient({ requestHandler: REQUEST_LIMITS }),
): RetryLater {
  return async (failed, signal) => {
    if (failed.length === 0) return;
    const Entries = failed.map(({ receiptHandle, attributes }, index) => ({
      Id: String(index),
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: delaySeconds(Number(attributes.ApproximateReceiveCount), Math.random()),
    }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }), {
      abortSignal: signal,
    });
  };
}
