import { ArticleRejected } from '../article/article-rejected.ts';
import type { Item } from './table.ts';

/** DynamoDB's limit for an item, names and values together. */
const MAX_ITEM_BYTES = 400 * 1024;

/** A list that would grow over this goes on in another row; the rest of the limit is for the row's other attributes. */
const MAX_LIST_BYTES = 300_000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html, rounded up. */
export function sizeOf(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 2;
  if (Array.isArray(value)) return value.reduce((sum: number, element) => sum + 1 + sizeOf(element), 3);
  if (typeof value === 'object' && value !== null) return 3 + sizeOfAttributes(value);
  return 1;
}

export const sizeOfItem = (item: Item): number => sizeOfAttributes(item);

const sizeOfAttributes = (map: object): number =>
  Object.entries(map).reduce((sum, [name, value]) => sum + 1 + Buffer.byteLength(name) + sizeOf(value), 0);

/** Cuts a list into runs that fit a row each; at least one, which may be empty. */
export function chunkBySize<T>(list: readonly T[], sizeOfElement: (element: T) => number = sizeOf): T[][] {
  const runs: T[][] = [[]];
  let size = 0;
  for (const element of list) {
    const bytes = sizeOfElement(element) + 1;
    if (size + bytes > MAX_LIST_BYTES && size > 0) {
      runs.push([]);
      size = 0;
    }
    runs.at(-1)!.push(element);
    size += bytes;
  }
  return runs;
}

/** @throws ArticleRejected where DynamoDB would refuse a row whatever is done: a name of half a megabyte. */
export function checkSizes(items: readonly Item[]): void {
  for (const item of items) {
    const size = sizeOfItem(item);
    if (size > MAX_ITEM_BYTES) {
      throw new ArticleRejected(
        'RESULT_TOO_LARGE',
        `What was found in the article needs a row of ${size} bytes (${item.sk.split('#', 1)[0]!}), a row has at most ${MAX_ITEM_BYTES}: drop the article in parts.`,
      );
    }
  }
}
