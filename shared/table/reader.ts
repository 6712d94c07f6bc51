import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, NAME_INDEX, TABLE_KEY, TIME_INDEX } from './keys.ts';
import { patiently } from './patiently.ts';
import { BadQuestion } from './bad-question.ts';
import { connect, type Item } from './table.ts';

/** A stretch of one partition of the table or an index, its ends included. */
export interface Stretch {
  readonly of: 'table' | 'time' | 'names';
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  readonly newestFirst?: boolean;
}

/** Where a Query ended: keys of the last row that was read. */
export type Place = Readonly<Record<string, string>>;

export interface Rows {
  readonly items: readonly Item[];
  /** Undefined where the stretch has been read to its end. */
  readonly next?: Place;
}

/** The two calls that answers are made of. Eventually consistent: half the price, and behind by less than a second. */
export interface Reader {
  /** One Query: at most `limit` rows, and at most a megabyte. */
  rows(stretch: Stretch, limit: number, after?: Place): Promise<Rows>;
  /** BatchGetItem: which of these rows are there, in no order; at most a hundred. */
  which(keys: readonly Key[]): Promise<Item[]>;
}

const SOURCES = { table: { ...TABLE_KEY, name: undefined }, time: TIME_INDEX, names: NAME_INDEX } as const;

export function openReader(
  TableName: string,
  client: DynamoDBDocumentClient = connect(),
  signal?: AbortSignal,
): Reader {
  const options = signal && { abortSignal: signal };
  return {
    rows: async ({ of, partition, from, to, newestFirst = false }, Limit, ExclusiveStartKey) => {
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
      const answer = await patiently(() => client.send(command, options), signal).catch((error: unknown) => {
        throw ExclusiveStartKey && (error as Error).name === 'ValidationException' ? BadQuestion.cursor() : error;
      });
      const next = answer.LastEvaluatedKey as Place | undefined;
      return { items: (answer.Items ?? []) as Item[], ...(next && { next }) };
    },

    which: async (keys) => {
      const found: Item[] = [];
      let rest: Key[] = [...keys];
      while (rest.length > 0) {
        const command = new BatchGetCommand({ RequestItems: { [TableName]: { Keys: rest } } });
        const { Responses, UnprocessedKeys } = await patiently(() => client.send(command, options), signal);
        found.push(...((Responses?.[TableName] ?? []) as Item[]));
        rest = (UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[];
      }
      return found;
    },
  };
}
