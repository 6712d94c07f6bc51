import { request } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDynamoDb } from '../../../infra/local/dynamodb.ts';
import type { EnvironmentPool } from '../../../infra/local/environment-pool.ts';
import { startHttpApi } from '../../../infra/local/http-api.ts';
import type { Server } from '../../../infra/local/loopback.ts';
import { startS3AndSqs } from '../../../infra/local/s3-and-sqs.ts';
import { startStepFunctions } from '../../../infra/local/states/step-functions.ts';

const servers: Record<string, Server> = {};

beforeAll(async () => {
  servers['DynamoDB'] = await startDynamoDb();
  servers['S3, SQS and SNS'] = await startS3AndSqs();
  // Neither is asked anything that reaches a function: who is foreign is refused before.
  const pool = { acquire: () => Promise.resolve(undefined) } as unknown as EnvironmentPool;
  servers['the HTTP API'] = await startHttpApi(pool, () => undefined);
  servers['Step Functions'] = await startStepFunctions({
    stateMachines: new Map(),
    s3: new S3Client({ region: 'us-east-1' }),
    invoke: () => Promise.reject(new Error('asked')),
  });
});
afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop())));

const names = ['DynamoDB', 'S3, SQS and SNS', 'the HTTP API', 'Step Functions'];

const statusOf = (name: string, headers: Record<string, string>, method = 'GET', path = '/'): Promise<number> =>
  new Promise((answered, failed) => {
    const { port } = new URL(servers[name]!.endpoint);
    request({ host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (answer) => {
      answer.resume();
      answered(answer.statusCode!);
    })
      .on('error', failed)
      .end();
  });

const FOREIGN: [string, Record<string, string>][] = [
  ['a host name that was made to lead here', { host: 'rebound.example.org' }],
  ['the right name with another port', { host: '127.0.0.1:1' }],
  ['the origin of another site', { origin: 'https://example.org' }],
  ['an origin that is hidden', { origin: 'null' }],
  ['the origin of another server of this machine', { origin: 'http://localhost:3000' }],
  ["another site's script, as the browser tells", { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
];

test.each(names.flatMap((name) => FOREIGN.map(([what, headers]) => [name, what, headers] as const)))(
  '%s refuses %s',
  async (name, _, headers) => {
    for (const method of ['GET', 'POST', 'PUT', 'OPTIONS']) expect(await statusOf(name, headers, method)).toBe(403);
  },
);

test('the depths of the queues are told to this process alone', async () => {
  const path = '/_fauxqs/queues';
  expect(await statusOf('S3, SQS and SNS', { origin: 'https://example.org' }, 'GET', path)).toBe(403);
});

test.each(names)('%s answers programs, by either name', async (name) => {
  const { port } = new URL(servers[name]!.endpoint);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) expect(await statusOf(name, { host })).not.toBe(403);
});
