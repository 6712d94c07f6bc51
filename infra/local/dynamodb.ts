import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { StackResource } from './stack.ts';

export interface Server {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** An empty DynamoDB in memory, on a free port of 127.0.0.1. */
export async function startDynamoDb(): Promise<Server> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

export async function createTable(
  dynamodb: DynamoDBClient,
  table: StackResource<'AWS::DynamoDB::Table'>,
): Promise<void> {
  const { AttributeDefinitions, KeySchema, BillingMode, GlobalSecondaryIndexes, LocalSecondaryIndexes } =
    table.properties;
  await dynamodb.send(
    new CreateTableCommand({
      TableName: table.name,
      AttributeDefinitions,
      KeySchema,
      BillingMode,
      GlobalSecondaryIndexes: GlobalSecondaryIndexes?.map(onlyWhatDynaliteKnows),
      LocalSecondaryIndexes: LocalSecondaryIndexes?.map(onlyWhatDynaliteKnows),
    }),
  );
}

type Index = NonNullable<StackResource<'AWS::DynamoDB::Table'>['properties']['GlobalSecondaryIndexes']>[number];

function onlyWhatDynaliteKnows({ IndexName, KeySchema, Projection }: Index) {
  return { IndexName, KeySchema, Projection };
}
