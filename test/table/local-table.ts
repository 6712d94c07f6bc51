import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { NAME_INDEX, TABLE_KEY, TIME_INDEX } from '../../shared/table/keys.ts';
import { NAME_INDEX_CARRIES, TIME_INDEX_CARRIES } from '../../shared/table/rows/projections.ts';
import { type Item, openTable, type Table } from '../../shared/table/table.ts';

export interface LocalDynamo {
  /** For clients of one's own. */
  readonly settings: DynamoDBClientConfig & { readonly endpoint: string };
  readonly client: DynamoDBDocumentClient;
  /** A new, empty table with the real key schema. */
  createTable(): Promise<Table & { readonly name: string }>;
  /** All rows of a table, ordered by their keys. */
  rows(name: string): Promise<Item[]>;
  stop(): Promise<void>;
}

/** DynamoDB in this process, or the engine that `npm run verify -- dynamodb` has started, reached through the real SDK. */
export async function startDynamo(): Promise<LocalDynamo> {
  const engine = process.env['CONFORMANCE_ENDPOINT'];
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = engine ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = {
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const raw = new DynamoDBClient(settings);
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });

  return {
    settings,
    client,
    createTable: async () => {
      const name = `table-${randomUUID()}`;
      await raw.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [TABLE_KEY, TIME_INDEX, NAME_INDEX].flatMap(({ partition, sort }) =>
            [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
          ),
          KeySchema: keySchema(TABLE_KEY),
          GlobalSecondaryIndexes: [
            { ...index(TIME_INDEX), Projection: carrying(TIME_INDEX_CARRIES) },
            { ...index(NAME_INDEX), Projection: carrying(NAME_INDEX_CARRIES) },
          ],
        }),
      );
      return { ...openTable(name, client), name };
    },
    rows: async (TableName) => {
      const items: Item[] = [];
      for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
        items.push(...((page.Items ?? []) as Item[]));
      }
      return items.sort((one, other) => (`${one.pk}\0${one.sk}` < `${other.pk}\0${other.sk}` ? -1 : 1));
    },
    stop: () =>
      new Promise((stopped) => {
        raw.destroy();
        server.close(() => {
          stopped();
        });
      }),
  };
}

/** Rows that one request writes, at most. */
const ROWS_A_WRITE = 25;

/** Puts rows as they are into a table, with as few requests as it takes. */
export async function putAll(client: DynamoDBDocumentClient, name: string, rows: readonly Item[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_WRITE) {
    const requests = rows.slice(from, from + ROWS_A_WRITE).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('Not all rows were written.');
  }
}

interface Names {
  readonly partition: string;
  readonly sort: string;
}

const keySchema = ({ partition, sort }: Names) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const index = (names: Names & { readonly name: string }) => ({ IndexName: names.name, KeySchema: keySchema(names) });

const carrying = (names: readonly string[]) => ({ ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...names] });
