import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import type { Arrival } from '../../shared/inbox/arrivals.ts';
import { openInbox } from '../../shared/inbox/inbox.ts';

const arrival = (key: string): Arrival => ({ kind: 'created', bucket: 'inbox', key, revision: '1' });

/** An S3 that answers as it is told. */
async function withS3<T>(answer: RequestListener, use: (client: S3Client) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  try {
    return await use(client);
  } finally {
    client.destroy();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const error =
  (status: number, code: string, message: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
  };

const KMS_DENIED =
  'User: arn:aws:sts::1:assumed-role/split is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext';

test.each([
  ['archived', 'ARCHIVED', 403, 'InvalidObjectState', "The operation is not valid for the object's storage class"],
  ['of a key that the function may not use', 'FOREIGN_KEY', 403, 'AccessDenied', KMS_DENIED],
  ['of a key that is switched off', 'FOREIGN_KEY', 400, 'KMS.DisabledException', 'The key is disabled'],
  [
    "of a key of the sender's own",
    'FOREIGN_KEY',
    400,
    'InvalidRequest',
    'The object was stored using a form of Server Side Encryption. The correct parameters must be provided',
  ],
])('what no try can read is rejected with the remedy: %s', async (_, code, status, name, message) => {
  await withS3(error(status, name, message), async (client) => {
    await expect(openInbox(client).read(arrival('a'))).rejects.toMatchObject({ name: 'ArticleRejected', code });
  });
});

test('a right that the function lacks is ours to mend: the article is tried again', async () => {
  await withS3(error(403, 'AccessDenied', 'Access Denied'), async (client) => {
    await expect(openInbox(client).read(arrival('a'))).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

test.each<[string, RequestListener]>([
  ['no answer comes', () => undefined],
  [
    'the body stops coming',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100', 'last-modified': new Date().toUTCString() });
      response.write('A beginning');
    },
  ],
])('a file that hangs is given up: %s', async (_, answer) => {
  await withS3(answer, async (client) => {
    await expect(openInbox(client).read(arrival('a'), AbortSignal.timeout(200))).rejects.toMatchObject({
      name: expect.stringMatching(/AbortError|TimeoutError/) as unknown,
    });
  });
});
