import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { CannotKeep } from './kept.ts';
import { listenOnLoopback, type Server } from './loopback.ts';
import type { StackResource } from './stack.ts';

type Table = StackResource<'AWS::DynamoDB::Table'>;

/** A DynamoDB with the tables of this folder, or an empty one in memory. Stopping it closes the folder's database. */
export const startDynamoDb = (folder?: string): Promise<Server> =>
  listenOnLoopback(dynalite({ createTableMs: 0, ...(folder !== undefined && { path: folder }) }));

/**
 * Leaves a table that was kept as it is.
 * @throws CannotKeep where it has other keys than the stack's table.
 */
export async function createTable(dynamodb: DynamoDBClient, table: Table): Promise<void> {
  const kept = await describe(dynamodb, table.name);
  if (kept !== undefined) {
    if (keysOf(kept) === keysOf(table.properties)) return;
    throw new CannotKeep(
      'The table was kept by another version of this project, whose rows have other keys: delete the folder and drop the ' +
        'articles again, or keep them in another folder with --keep-in.',
    );
  }
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } = table.properties;
  await dynamodb.send(
    new CreateTableCommand({
      TableName: table.name,
      AttributeDefinitions,
      KeySchema,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: GlobalSecondaryIndexes?.map(onlyWhatDynaliteKnows),
      LocalSecondaryIndexes: LocalSecondaryIndexes?.map(onlyWhatDynaliteKnows),
    }),
  );
  while ((await describe(dynamodb, table.name))?.TableStatus !== 'ACTIVE') await sleep(ACTIVE_POLL_MS);
}

const ACTIVE_POLL_MS = 5;

async function describe(dynamodb: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

interface Keyed {
  readonly KeySchema?: readonly KeySchemaElement[] | undefined;
}
interface KeyedTable extends Keyed {
  readonly GlobalSecondaryIndexes?: readonly IndexedBy[] | undefined;
  readonly LocalSecondaryIndexes?: readonly IndexedBy[] | undefined;
}
interface IndexedBy extends Keyed {
  readonly IndexName?: string | undefined;
  readonly Projection?: { readonly NonKeyAttributes?: readonly string[] | undefined } | undefined;
}

/** Keys of a table and its indexes, and what these carry, as text that can be compared. */
function keysOf(table: KeyedTable): string {
  const keys = ({ KeySchema = [] }: Keyed) => KeySchema.map(({ AttributeName }) => AttributeName).join(' ');
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].map(
    (index) =>
      `${index.IndexName}: ${keys(index)}; ${[...(index.Projection?.NonKeyAttributes ?? [])].sort().join(' ')}`,
  );
  return [keys(table), ...indexes.sort()].join('\n');
}

type Index = NonNullable<Table['properties']['GlobalSecondaryIndexes']>[number];

function onlyWhatDynaliteKnows({ IndexName, KeySchema, Projection }: Index) {
  return { IndexName, KeySchema, Projection };
}
