import type { Item } from '../../shared/table/table.ts';

/** A bucket and a table: in memory, or the emulators. */
export interface Services {
  /** Carries out a command of an SDK client. */
  s3(command: object): Promise<object>;
  dynamodb(command: object): Promise<object>;
  /** What the queue is sent, as it would be received. */
  sent(command: object): Promise<string>;
  /** @returns the ETag, without its quotation marks. */
  put(key: string, bytes: Uint8Array, published: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** Deletes a version for good: the one that stands, or the oldest. Undefined where objects have no versions. */
  readonly deleteVersion?: (key: string, which: 'current' | 'oldest') => Promise<void>;
  /** Keys of the objects that stand in the bucket. */
  keys(): Promise<string[]>;
  /** All rows of the table, in the order of their keys. */
  rows(): Promise<Item[]>;
  /** The same bucket beside an empty table. */
  withEmptyTable(): Promise<Services>;
}
