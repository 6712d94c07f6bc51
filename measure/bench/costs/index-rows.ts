import { sizeOfItem } from '../../../shared/table/item-size.ts';
import { NAME_INDEX, TIME_INDEX } from '../../../shared/table/keys.ts';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../../../shared/table/rows/projections.ts';
import type { Item } from '../../../shared/table/table.ts';

const BYTES_A_WRITE_UNIT = 1024;

export const writeUnits = (bytes: number): number => Math.ceil(bytes / BYTES_A_WRITE_UNIT);

const INDEXES = [
  { ...TIME_INDEX, carries: TIME_INDEX_CARRIES },
  { ...NAME_INDEX, carries: NAME_INDEX_CARRIES },
];

/** A row of an index. */
export interface IndexRow {
  readonly index: string;
  /** The value of the index's partition key. */
  readonly partition: string;
  readonly bytes: number;
}

/** What each index carries of a row: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html */
export const indexRowsOf = (row: Item): IndexRow[] =>
  INDEXES.filter(({ partition }) => partition in row).map(({ name, partition, sort, carries }) => {
    const names = new Set<string>(['pk', 'sk', partition, sort, ...carries]);
    const carried = Object.fromEntries(Object.entries(row).filter(([attribute]) => names.has(attribute))) as Item;
    return { index: name, partition: String(row[partition]), bytes: sizeOfItem(carried) };
  });
