import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { createClients } from '../../../infra/local/clients.ts';
import { createTable, startDynamoDb } from '../../../infra/local/dynamodb.ts';
import { CannotKeep, openKept } from '../../../infra/local/kept.ts';
import { startS3AndSqs } from '../../../infra/local/s3-and-sqs.ts';
import type { StackResource } from '../../../infra/local/stack.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'kept-'));

/** What `ask` answers of the buckets that are kept in the folder. */
async function withBuckets<T>(
  objectsFolder: string,
  ask: (s3: ReturnType<typeof createClients>['s3']) => Promise<T>,
): Promise<T> {
  const server = await startS3AndSqs({ objectsFolder });
  const { s3 } = createClients({ s3: server.endpoint, sqs: '', sns: '', dynamodb: '' });
  try {
    await s3.send(new CreateBucketCommand({ Bucket: 'inbox' }));
    return await ask(s3);
  } finally {
    s3.destroy();
    await server.stop();
  }
}

test('objects are there for the next run as they were: bytes, type, metadata, time; what was removed is gone', async () => {
  const folder = newFolder();
  const Bucket = 'inbox';
  const Key = `../é "q"/${'long'.repeat(200)}.txt`;
  const Body = Buffer.from([0, 10, 255, 10, 0]);
  const first = await withBuckets(folder, async (s3) => {
    const ContentType = 'text/plain; charset=latin1';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, Metadata: { published: '2026-03-03' } }));
    for (const other of ['replaced', 'removed'])
      await s3.send(new PutObjectCommand({ Bucket, Key: other, Body: 'old' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'replaced', Body: 'new' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'removed' }));
    return s3.send(new ListObjectsV2Command({ Bucket }));
  });
  await withBuckets(folder, async (s3) => {
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents).toEqual(first.Contents);
    const kept = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(kept).toMatchObject({ ContentType: 'text/plain; charset=latin1', Metadata: { published: '2026-03-03' } });
    expect(Buffer.from(await kept.Body!.transformToByteArray())).toEqual(Body);
    expect(await (await s3.send(new GetObjectCommand({ Bucket, Key: 'replaced' }))).Body!.transformToString()).toBe(
      'new',
    );
  });
});

type Table = StackResource<'AWS::DynamoDB::Table'>;

const tableWith = (...names: [string, string]): Table => ({
  id: 'Articles',
  name: 'articles',
  arn: '',
  properties: {
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: [
      { AttributeName: names[0], KeyType: 'HASH' },
      { AttributeName: names[1], KeyType: 'RANGE' },
    ],
  },
});

/** What `ask` answers of the table that is kept in the folder. */
async function withTable<T>(folder: string, table: Table, ask: (dynamodb: DynamoDBClient) => Promise<T>): Promise<T> {
  const server = await startDynamoDb(folder);
  const { dynamodb } = createClients({ s3: '', sqs: '', sns: '', dynamodb: server.endpoint });
  try {
    await createTable(dynamodb, table);
    return await ask(dynamodb);
  } finally {
    dynamodb.destroy();
    await server.stop();
  }
}

test('rows are there for the next run; a table with other keys is refused with a remedy', async () => {
  const folder = newFolder();
  const row: Record<string, AttributeValue> = { pk: { S: 'a' }, sk: { S: 'b' }, text: { S: 'kept' } };
  const table = tableWith('pk', 'sk');
  await withTable(folder, table, (dynamodb) => dynamodb.send(new PutItemCommand({ TableName: table.name, Item: row })));
  await withTable(folder, table, async (dynamodb) => {
    const Key = { pk: row['pk']!, sk: row['sk']! };
    expect((await dynamodb.send(new GetItemCommand({ TableName: table.name, Key }))).Item).toEqual(row);
  });
  const other = withTable(folder, tableWith('pk', 'other'), () => Promise.resolve());
  await expect(other).rejects.toThrow(/other keys: delete the folder/);
});

test('a folder is for one run at a time; one that was killed does not hold it', () => {
  const folder = newFolder();
  const kept = openKept(folder);
  expect(() => openKept(folder)).toThrow(CannotKeep);
  expect(() => openKept(folder)).toThrow(/in use by process \d+: end that "npm start"/);
  kept.release();
  // More than any system gives.
  writeFileSync(join(folder, 'pid'), '99999999');
  openKept(folder).release();
  openKept(folder).release();
});
