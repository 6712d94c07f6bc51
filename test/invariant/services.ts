import type { Item } from '../../shared/table/table.ts';

/** An object that stands in the bucket. */
export interface StoredObject {
  readonly key: string;
  /** With its quotation marks. */
  readonly etag: string;
  readonly bytes: Uint8Array;
  readonly published: string;
}

/** A bucket and a table: in memory, or the emulators. */
export interface Services {
  /** Carries out a command of an SDK client. */
  s3(command: object): Promise<object>;
  dynamodb(command: object): Promise<object>;
  /** What the queue is sent, as it would be received. */
  sent(command: object): Promise<string>;
  /** What subscribers of the topic are sent, as one of them would receive it. */
  told(command: object): Promise<string>;
  /** @returns the ETag, without its quotation marks. */
  put(key: string, bytes: Uint8Array, published: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** Deletes a version for good: the one that stands, or the oldest. Undefined where objects have no versions. */
  readonly deleteVersion?: (key: string, which: 'current' | 'oldest') => Promise<void>;
  /** What stands in the bucket, in the order of its keys. */
  objects(): Promise<StoredObject[]>;
  /** Lets the indexes know all that the table holds; where they lag behind. */
  readonly catchUp?: () => void;
  /** All rows of the table, in the order of their keys. */
  rows(): Promise<Item[]>;
}
