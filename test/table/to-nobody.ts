import type { ToldTable } from '../../shared/table/announce.ts';
import type { Table } from '../../shared/table/table.ts';

/** A table whose changes nobody is told of. */
export function toNobody(table: Table): ToldTable {
  const events = { quiet: true, publish: () => Promise.resolve(), withSignal: () => events };
  return { table, events };
}
