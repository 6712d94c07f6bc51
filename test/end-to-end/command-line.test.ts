import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { announce, newsIngest } from '../cli/running.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
let unannounce: () => void;
beforeAll(async () => {
  pipeline = await startPipeline();
  const { endpoints, table: TableName, bucket: InboxBucket } = pipeline.aws;
  unannounce = announce({ endpoints, outputs: { TableName, InboxBucket } });
});
afterAll(async () => {
  unannounce();
  await pipeline.stop();
});

/** What the HTTP API answers. */
async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${pipeline.aws.api!}${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('put, ask, remove: on the command line and over HTTP', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
  writeFileSync(
    join(folder, 'ferries.txt'),
    'OSLO, Norway (AP) — The talks failed on Monday.\n\n“We never left the table,” said Ingrid Solberg, who leads the union.\n',
  );
  writeFileSync(join(folder, 'empty.txt'), '');

  const put = await newsIngest('put', folder, '--prefix', 'wire', '--published', '2026-11-20', '--verbose');
  expect(put.code).toBe(1);
  expect(put.stdout).toMatch(/ferries\.txt {2}READY/);
  expect(put.stdout).toMatch(/empty\.txt {2}REJECTED/);
  expect(put.stderr).toContain('2 files: 1 READY, 1 refused (1 EMPTY)');

  const [quotation] = (await newsIngest('quotes', '--by', 'solberg', '--json')).stdout.trim().split('\n');
  const { key, ordinal } = JSON.parse(quotation!) as { key: string; ordinal: number };
  expect(key).toMatch(/^wire\/.*ferries\.txt$/);
  expect(ordinal).toBe(0);
  expect((await newsIngest('mentions', 'oslo', '--with', 'solberg')).stdout).toContain('2026-11-20');

  expect((await get(`/articles/${key}/quotations`)).body).toMatchObject({
    items: [{ speaker: 'PERSON#ingrid-solberg' }],
  });
  expect((await get('/entities?name=sol')).body).toMatchObject({ items: [{ id: 'PERSON#ingrid-solberg' }] });

  expect(await newsIngest('remove', key)).toMatchObject({ code: 0, stdout: `${key}: removed\n` });
  expect((await newsIngest('status', key)).stdout).toContain('WITHDRAWN');
  expect(await get('/speakers/PERSON~23ingrid-solberg/quotations')).toMatchObject({ status: 404 });
  expect((await newsIngest('quotes', '--by', 'solberg')).code).toBe(1);
});

test('what is wrong is said with its remedy', async () => {
  expect(await newsIngest('put', 'no-such-file.txt')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('does not exist') as unknown,
  });
  expect(await newsIngest('quotes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--by or --about') as unknown,
  });
  expect(await newsIngest('latest', '--from', '2026-02-30')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is no date') as unknown,
  });
});
