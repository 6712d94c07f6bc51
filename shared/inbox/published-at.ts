import * as z from 'zod/mini';

/** "2026-11-24T03:18:51+09:00" or "2026-11-24", which is its first moment in UTC; days that do not exist are refused. */
const published = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** What the object's metadata `published` says of when the article was published. ISO 8601, UTC. */
export function publishedBy(metadata: Record<string, string> | undefined): string | undefined {
  const told = published.safeParse(metadata?.['published']?.trim());
  return told.success ? new Date(told.data).toISOString() : undefined;
}
