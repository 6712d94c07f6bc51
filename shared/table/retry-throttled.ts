import { setTimeout } from 'node:timers/promises';

/** The table, or this article's partition of it, takes no more for the moment. */
const THROTTLED = new Set(['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'ThrottlingException']);

/** An on-demand table that must grow is back within seconds: waits of up to 25 ms, doubling, of up to 2 s. */
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 2_000;

/** Lets that time pass, or less where the signal comes first. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

const pass: Wait = (ms, signal) => setTimeout(ms, undefined, signal && { signal }).catch(() => undefined);

/**
 * Repeats what is throttled, with waits that grow and differ from one function to the next, as long as `signal` lets it:
 * the SDK's own three attempts end long before a busy partition has recovered. Throws the throttle when time is up.
 */
export async function retryThrottled<T>(operation: () => Promise<T>, signal?: AbortSignal, wait = pass): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof Error) || !THROTTLED.has(error.name)) throw error;
      await wait(Math.random() * Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS), signal);
      if (signal?.aborted) throw error;
    }
  }
}
