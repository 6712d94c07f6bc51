import type { KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, NAME_INDEX, TABLE_KEY, TIME_INDEX } from './keys.ts';
import { retryThrottled } from './retry-throttled.ts';
import { InvalidQuery } from './invalid-query.ts';
import { connect, type Item } from './table.ts';

/** A stretch of one partition of the table or an index, its ends included. */
export interface KeyRange {
  readonly of: 'table' | 'time' | 'names';
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  readonly newestFirst?: boolean;
}

/** Where a Query ended: keys of the last row that was read. */
export type StartKey = Readonly<Record<string, string>>;

export interface Rows {
  readonly items: readonly Item[];
  /** Undefined where the stretch has been read to its end. */
  readonly next?: StartKey;
}

/** The calls that answers are made of. Eventually consistent where not said: half the price, and behind by less than a second. */
export interface Reader {
  /** One Query: at most `limit` rows, and at most a megabyte. */
  query(stretch: KeyRange, limit: number, after?: StartKey): Promise<Rows>;
  /** BatchGetItem: which of these rows are there, in no order. */
  batchGet(keys: readonly Key[]): Promise<Item[]>;
  /** BatchGetItem, strongly consistent: the rows of these articles, of which only what decides on their parts is read, and the headline. */
  articles(keys: readonly Key[]): Promise<Item[]>;
}

/** DynamoDB gives so many rows in one BatchGetItem. */
const MAX_BATCH = 100;

const SOURCES = { table: { ...TABLE_KEY, name: undefined }, time: TIME_INDEX, names: NAME_INDEX } as const;

export function openReader(
  TableName: string,
  client: DynamoDBDocumentClient = connect(),
  signal?: AbortSignal,
): Reader {
  const options = signal && { abortSignal: signal };
  const batchGet = async (keys: readonly Key[], how: Omit<KeysAndAttributes, 'Keys'>): Promise<Item[]> => {
    const found: Item[] = [];
    for (let first = 0; first < keys.length; first += MAX_BATCH) {
      let rest: Key[] = keys.slice(first, first + MAX_BATCH);
      while (rest.length > 0) {
        const command = new BatchGetCommand({ RequestItems: { [TableName]: { Keys: rest, ...how } } });
        const { Responses, UnprocessedKeys } = await retryThrottled(() => client.send(command, options), signal);
        found.push(...((Responses?.[TableName] ?? []) as Item[]));
        rest = (UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[];
      }
    }
    return found;
  };
  return {
    query: async ({ of, partition, from, to, newestFirst = false }, Limit, ExclusiveStartKey) => {
      const index = SOURCES[of];
      const command = new QueryCommand({
        TableName,
        IndexName: index.name,
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': index.partition, '#sort': index.sort },
        ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to },
        ScanIndexForward: !newestFirst,
        Limit,
        ExclusiveStartKey,
      });
      const answer = await retryThrottled(() => client.send(command, options), signal).catch((error: unknown) => {
        throw ExclusiveStartKey && (error as Error).name === 'ValidationException' ? InvalidQuery.cursor() : error;
      });
      const next = answer.LastEvaluatedKey as StartKey | undefined;
      return { items: (answer.Items ?? []) as Item[], ...(next && { next }) };
    },

    batchGet: (keys) => batchGet(keys, {}),

    articles: (keys) =>
      batchGet(keys, {
        ConsistentRead: true,
        ProjectionExpression: 'pk, sk, revision, #status, extractorVersion, headline',
        ExpressionAttributeNames: { '#status': 'status' },
      }),
  };
}
