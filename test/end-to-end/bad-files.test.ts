import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { comparable, rowsOfCleanRun, startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());

const SOUND = readFileSync('test/articles/harbour-bridge.txt', 'utf8');
const PARAGRAPH = 'Governor Ana Sousa said on Monday that the dam would hold. “It is concrete,” she said.\n';

/** What each is rejected with: its code, and the remedy that its message must name. */
const BAD_FILES: Record<string, { body: string | Uint8Array; code: string; remedy: RegExp }> = {
  empty: { body: '', code: 'EMPTY', remedy: /drop it again/ },
  'white space': { body: ' \n\t\r\n \u00a0\n', code: 'EMPTY', remedy: /drop it again/ },
  binary: { body: Uint8Array.from({ length: 40_000 }, (_, i) => (i * 31) % 251), code: 'BINARY', remedy: /plain text/ },
  'cut gzip': { body: gzipSync(SOUND).subarray(0, 100), code: 'MALFORMED', remedy: /compress it again/ },
  'invalid utf-8': {
    body: Buffer.concat([Buffer.from('Café in '), Buffer.from('Orléans', 'latin1')]),
    code: 'INVALID_UTF8',
    remedy: /Byte 12 \(0xe9\) is not valid UTF-8.*iconv/,
  },
  '5 MB': { body: PARAGRAPH.repeat(5_000_000 / PARAGRAPH.length), code: 'ARTICLE_TOO_LARGE', remedy: /in parts/ },
  'one endless line': { body: 'word '.repeat(100_000), code: 'PARAGRAPH_TOO_LARGE', remedy: /blank lines/ },
};

test('each bad file is rejected on its own row with code and remedy, and no neighbour suffers', async () => {
  const neighbours: string[] = [];
  for (const [name, { body }] of Object.entries(BAD_FILES)) {
    await pipeline.put(name, body);
    neighbours.push(`beside ${name}`);
    await pipeline.put(`beside ${name}`, SOUND);
  }
  await pipeline.settled();
  for (const [name, { code, remedy }] of Object.entries(BAD_FILES)) {
    const rows = (await pipeline.rows()).filter(({ pk }) => pk === `ARTICLE#${name}`);
    expect(rows).toEqual([expect.objectContaining({ sk: 'ARTICLE', status: 'REJECTED', code })]);
    expect(rows[0]!['message']).toMatch(remedy);
  }
  for (const key of neighbours) expect((await pipeline.read(key))?.article.status).toBe('READY');
  expect(pipeline.failures).toEqual([]);
  expect(await pipeline.deadLetters()).toBe(0);
});

test('a mended file takes the place of the rejected one, and the other way round', async () => {
  await pipeline.put('empty', SOUND);
  await pipeline.put('beside empty', '');
  await pipeline.settled();
  expect((await pipeline.read('empty'))?.article.status).toBe('READY');
  const rows = (await pipeline.rows()).filter(({ pk }) => pk === 'ARTICLE#beside empty');
  expect(rows.map((row) => [row.sk, row['status']])).toEqual([['ARTICLE', 'REJECTED']]);
  expect(comparable(await pipeline.rows())).toEqual(comparable(await rowsOfCleanRun(pipeline)));
});
