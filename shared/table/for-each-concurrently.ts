/**
 * DynamoDB writes 1,000 units a second in one partition, and an article is one partition: sixteen at once, at some
 * milliseconds each, reach that; more would only be throttled.
 */
const AT_ONCE = 16;

/** Runs `work` on each item, a bounded number at once. After an error none is begun, and all have ended when it is thrown. */
export async function forEachConcurrently<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  const errors: unknown[] = [];
  const worker = async () => {
    for (const item of rest) {
      if (errors.length > 0) return;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  if (errors.length > 0) throw errors[0];
}
