import { expect, test } from '@jest/globals';
import { type Reprocessed, reprocess } from '../../shared/cli/reprocess.ts';
import type { Table } from '../../shared/table/table.ts';

/** What stands in the table, by key. */
const accepted = { publishedAt: '2026-11-24T06:00:00.000Z', paragraphCount: 1 };
const ready = { ...accepted, status: 'READY', language: 'eng', entityCount: 0, quotationCount: 0 };
const ROWS: Record<string, object | undefined> = {
  'by the first': { ...ready, revision: '1', extractorVersion: 1 },
  'by the second': { ...ready, revision: '2', extractorVersion: 2 },
  'by the third': { ...ready, revision: '3', extractorVersion: 3 },
  lost: undefined,
  refused: { status: 'REJECTED', revision: '4', code: 'EMPTY', message: 'Empty.' },
  unfinished: { ...accepted, status: 'PENDING', revision: '5' },
};

/** Reads the rows above; whatever else is called fails. */
const table = {
  get: ({ pk, sk }) => {
    const row = ROWS[pk.slice('ARTICLE#'.length)];
    return Promise.resolve(row && { pk, sk, ...row });
  },
} as Partial<Table> as Table;

async function run(versions: { extractorVersion: number; from?: number }) {
  const requests: string[] = [];
  const extractions = {
    request: ({ key, revision }: { key: string; revision: string }) =>
      Promise.resolve(void requests.push(`${key} ${revision}`)),
  };
  const fates: Reprocessed[] = [];
  for await (const fate of reprocess({ keys: Object.keys(ROWS), table, extractions, ...versions })) fates.push(fate);
  return { requests, fates };
}

test('what an older extractor has read, or none has finished, is asked for; the rest is told', async () => {
  const { requests, fates } = await run({ extractorVersion: 3 });
  expect(requests).toEqual(['by the first 1', 'by the second 2', 'unfinished 5']);
  expect(fates.map(({ key, fate }) => `${key}: ${fate}`)).toEqual([
    'by the first: requested',
    'by the second: requested',
    'by the third: current',
    'lost: unknown',
    'refused: no article',
    'unfinished: requested',
  ]);
});

test('by the version that has read it', async () => {
  expect((await run({ extractorVersion: 3, from: 2 })).requests).toEqual(['by the second 2']);
});
