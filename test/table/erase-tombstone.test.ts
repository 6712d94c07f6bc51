import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eraseTombstone } from '../../shared/table/erase-tombstone.ts';
import { withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';
import { type LocalDynamo, startDynamo } from './local-table.ts';
import { toNobody } from './to-nobody.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

test('a tombstone is erased, and nothing else', async () => {
  const table = await dynamo.createTable();
  expect(await eraseTombstone(table, 'never.txt')).toBe(false);
  const article = { paragraphs: [{ ordinal: 0, text: 'A text.' }], bylines: [] };
  await writeArticle(toNobody(table), {
    key: 'a.txt',
    revision: '1',
    publishedAt: '2026-11-24T06:00:00.000Z',
    article,
  });
  expect(await eraseTombstone(table, 'a.txt')).toBe(false);
  await withdrawArticle(toNobody(table), { key: 'a.txt', revision: '2' });
  expect(await eraseTombstone(table, 'a.txt')).toBe(true);
  expect(await dynamo.rows(table.name)).toEqual([]);
});
