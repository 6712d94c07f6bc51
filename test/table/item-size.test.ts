import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunkBySize, sizeOf, sizeOfItem } from '../../shared/table/item-size.ts';
import type { Table } from '../../shared/table/table.ts';
import { type LocalDynamo, startDynamo } from './local-table.ts';

let dynamo: LocalDynamo;
let table: Table;
beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
});
afterAll(() => dynamo.stop());

const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' };

test('what is measured as the most that an item may have, DynamoDB takes', async () => {
  const item = { pk: 'ARTICLE#k', sk: 'PARAGRAPH#0000', spans: [{ start: 3, end: 12 }, { text: 'é記🗞' }], text: '' };
  const full = { ...item, text: 'x'.repeat(400 * 1024 - sizeOfItem(item)) };
  expect(sizeOfItem(full)).toBe(400 * 1024);
  expect(await table.put(full, always)).toBe(true);
  const over = { ...item, text: `${full.text}${'x'.repeat(100)}` };
  await expect(table.put(over, always)).rejects.toThrow('Item size has exceeded the maximum allowed size');
});

test('runs hold the list in order, none is larger than a row, and few are small', () => {
  const element = fc.integer({ min: 1, max: 150_000 }).map((length) => 'x'.repeat(length));
  fc.assert(
    fc.property(fc.array(element, { maxLength: 12 }), (list) => {
      const runs = chunkBySize(list);
      expect(runs.flat()).toEqual(list);
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs) expect(sizeOf(run)).toBeLessThanOrEqual(300_003);
      for (const [index, run] of runs.slice(1).entries()) {
        expect(sizeOf(runs[index]) + sizeOf(run)).toBeGreaterThan(300_000);
      }
    }),
    { numRuns: 30 },
  );
});
