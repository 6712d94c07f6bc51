import * as z from 'zod/mini';

/** "2026-11-24T03:18:51+09:00" or "2026-11-24", which is its first moment in UTC; days that do not exist are refused. */
const published = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** When the article was published: what the object's metadata `published` says, else when it was dropped. ISO 8601, UTC. */
export function publishedAt(metadata: Record<string, string> | undefined, lastModified: Date): string {
  const told = published.safeParse(metadata?.['published']?.trim());
  return (told.success ? new Date(told.data) : lastModified).toISOString();
}
