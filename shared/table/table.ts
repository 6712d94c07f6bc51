import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { REQUEST_LIMITS } from '../aws/request-limits.ts';
import type { Key } from './keys.ts';
import { retryThrottled, type Wait } from './retry-throttled.ts';

/** A row as DynamoDB keeps it. */
export type Item = Key & Readonly<Record<string, unknown>>;

/** An expression with its names (`#name`) and values (`:name`), as DynamoDB takes them. */
export interface Expression {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

/** The five calls that this project makes. Throttles are waited out until `signal` ends them. */
export interface Table {
  /** @returns false where the condition does not hold: nothing was written. */
  put(item: Item, condition: Expression): Promise<boolean>;
  /** @returns false where the condition does not hold: nothing was written. */
  update(key: Key, update: Expression, condition: Expression): Promise<boolean>;
  /** @returns false where the condition does not hold: nothing was deleted. */
  delete(key: Key, condition: Expression): Promise<boolean>;
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** All rows of a partition in the order of their sort keys, strongly consistent. */
  partition(pk: string): Promise<Item[]>;
  /** The same table, given up when the signal says so. */
  withSignal(signal: AbortSignal): Table;
}

/** Ten messages of `split`, each with sixteen writes at once, need no more. */
const CONNECTIONS = { keepAlive: true, maxSockets: 160 };

/** One client for all invocations of a function: connections are kept. */
export const connect = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ requestHandler: { httpAgent: CONNECTIONS, httpsAgent: CONNECTIONS, ...REQUEST_LIMITS } }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export function openTable(TableName: string, client = connect(), signal?: AbortSignal, wait?: Wait): Table {
  const options = signal && { abortSignal: signal };
  const whereTrue = async (write: () => Promise<unknown>): Promise<boolean> => {
    try {
      await retryThrottled(write, signal, wait);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    put: (Item, condition) =>
      whereTrue(() => client.send(new PutCommand({ TableName, Item, ...conditional(condition) }), options)),

    update: (Key, update, condition) => {
      const expressions = { UpdateExpression: update.expression, ...conditional(condition, update) };
      return whereTrue(() => client.send(new UpdateCommand({ TableName, Key, ...expressions }), options));
    },

    delete: (Key, condition) =>
      whereTrue(() => client.send(new DeleteCommand({ TableName, Key, ...conditional(condition) }), options)),

    get: async (Key) => {
      const command = new GetCommand({ TableName, Key, ConsistentRead: true });
      const { Item } = await retryThrottled(() => client.send(command, options), signal, wait);
      return Item as Item | undefined;
    },

    partition: async (pk) => {
      const items: Item[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const command = new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ExclusiveStartKey,
        });
        const page = await retryThrottled(() => client.send(command, options), signal, wait);
        items.push(...((page.Items ?? []) as Item[]));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },

    withSignal: (other) => openTable(TableName, client, other, wait),
  };
}

const conditional = (condition: Expression, update?: Expression) => {
  const names = { ...update?.names, ...condition.names };
  const values = { ...update?.values, ...condition.values };
  return {
    ConditionExpression: condition.expression,
    // DynamoDB refuses empty maps.
    ExpressionAttributeNames: Object.keys(names).length > 0 ? names : undefined,
    ExpressionAttributeValues: Object.keys(values).length > 0 ? values : undefined,
  };
};
