import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { listenOnLoopback, type Server } from './loopback.ts';
import type { StackResource } from './stack.ts';

/** An empty DynamoDB in memory. */
export const startDynamoDb = (): Promise<Server> => listenOnLoopback(dynalite({ createTableMs: 0 }));

export async function createTable(
  dynamodb: DynamoDBClient,
  table: StackResource<'AWS::DynamoDB::Table'>,
): Promise<void> {
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
}

type Index = NonNullable<StackResource<'AWS::DynamoDB::Table'>['properties']['GlobalSecondaryIndexes']>[number];

function onlyWhatDynaliteKnows({ IndexName, KeySchema, Projection }: Index) {
  return { IndexName, KeySchema, Projection };
}
