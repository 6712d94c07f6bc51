import { articleKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Deletes the one row that a withdrawn article has: nothing tells any more that it was there. An event that comes late finds
 * no object, and leaves at most a tombstone again.
 * @returns false where there is no tombstone.
 */
export const eraseTombstone = (table: Table, key: string): Promise<boolean> =>
  table.delete(articleKey(key), {
    // Subscribers have been told that the article is gone.
    expression: '#status = :withdrawn AND attribute_not_exists(eventDue)',
    names: { '#status': 'status' },
    values: { ':withdrawn': 'WITHDRAWN' },
  });
