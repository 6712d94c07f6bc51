import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';

const count = async (length: number, failing = -1) => {
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    await setImmediate();
    running--;
    if (item === failing) throw new Error(`item ${item}`);
    ended.push(item);
  };
  const items = Array.from({ length }, (_, index) => index);
  const error = await forEachConcurrently(items, work).catch((error: unknown) => error);
  return { most, ended, error, running };
};

test('each item is worked on once, at most sixteen at once', async () => {
  const { most, ended } = await count(100);
  expect(most).toBe(16);
  expect(ended.sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect(await count(0)).toMatchObject({ most: 0, ended: [] });
});

test('after an error nothing is begun, and nothing runs on when it is thrown', async () => {
  const { ended, error, running } = await count(100, 3);
  expect(error).toEqual(new Error('item 3'));
  expect(running).toBe(0);
  expect(ended.length).toBeLessThan(32);
});
