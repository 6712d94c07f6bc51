import { setTimeout as sleep } from 'node:timers/promises';
import { countFound } from '../../shared/cli/output.ts';
import type { Arrival } from '../../shared/inbox/arrivals.ts';
import { readStatus } from '../../shared/table/read-article.ts';
import type { ArticleRow } from '../../shared/table/rows/article.ts';
import type { Table } from '../../shared/table/table.ts';

const POLL_MS = 200;

/**
 * Waits until what arrived is READY, REJECTED or WITHDRAWN, and tells it in one line.
 * @returns undefined where something newer has taken its place, or the signal ended the waiting.
 */
export async function outcomeOf({ key, revision }: Arrival, table: Table, signal: AbortSignal) {
  while (!signal.aborted) {
    const row = await readStatus(table, key);
    if (row !== undefined && row.revision > revision) return undefined;
    if (row?.revision === revision && row.status !== 'PENDING') return `${key}  ${describe(row)}`;
    await sleep(POLL_MS);
  }
  return undefined;
}

function describe(row: ArticleRow): string {
  if (row.status === 'REJECTED') return `REJECTED (${row.code}): ${row.message}`;
  if (row.status !== 'READY') return row.status;
  const { paragraphCount: paragraphs, entityCount: entities, quotationCount: quotations } = row;
  return `READY: ${row.skipped ?? countFound({ paragraphs, entities, quotations })}`;
}
