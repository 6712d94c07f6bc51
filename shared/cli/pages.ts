import type { PageRequest, Page } from '../table/time-pages.ts';

/** Rows asked for at once. */
const PAGE = 100;

/** Turns pages until so many are found, or there are no more. */
export async function atMost<T>(
  count: number,
  ask: (asked: PageRequest) => Promise<Page<T>>,
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: Math.min(PAGE, count - items.length), cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < count);
  return { items, more: cursor !== undefined };
}
