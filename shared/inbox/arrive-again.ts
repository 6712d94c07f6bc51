import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { asciiJson } from '../aws/ascii-json.ts';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';
import type { Arrival, Reconciliation } from './arrivals.ts';

/** SQS keeps a message back for at most a quarter of an hour: a longer wait is several, one after the other. */
const LONGEST_DELAY_SECONDS = 900;

/** The queue of what arrives, as far as it is written to. */
export interface Arrivals {
  /** Has the same revision looked at again at that time (ISO 8601), or after the longest wait that there is. */
  again(arrival: Arrival, at: string, signal?: AbortSignal): Promise<void>;
}

/** Has a key looked at: at once, or after so many seconds. */
export async function sendReconciliation(
  { client, queueUrl }: { readonly client: SQSClient; readonly queueUrl: string },
  message: Reconciliation,
  { delaySeconds, signal }: { readonly delaySeconds?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const command = new SendMessageCommand({
    QueueUrl: queueUrl,
    MessageBody: asciiJson(message),
    ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
  });
  await client.send(command, { ...(signal && { abortSignal: signal }) });
}

export function openArrivals(queueUrl: string, client = new SQSClient({ requestHandler: REQUEST_LIMITS })): Arrivals {
  return {
    again: async ({ bucket, key, revision, etag }, at, signal) => {
      const message: Reconciliation = { reconcile: { bucket, key, revision, ...(etag !== undefined && { etag }) } };
      const seconds = Math.ceil((Date.parse(at) - Date.now()) / 1000);
      const delaySeconds = Math.min(Math.max(seconds, 0), LONGEST_DELAY_SECONDS);
      await sendReconciliation({ client, queueUrl }, message, { delaySeconds, signal });
    },
  };
}
