import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { apiQuestions, rowQuestions } from '../faults/questions.ts';
import { hangingRead, heldCorrection, refusedCall } from '../faults/scenarios.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';
import { SpoiledCalls } from './spoiled-calls.ts';

// By the clock, with the waiting of the deployed stack, and on the command line: `npm run verify -- faults`.

jest.setTimeout(TIME_LIMIT_MS);

const spoiled = new SpoiledCalls();
let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline({ retryWaiting: 0, reroute: (endpoints) => spoiled.standBefore(endpoints) });
});
afterAll(async () => {
  await pipeline.stop();
  await spoiled.stop();
});

test('one GET of five in a batch hangs: the four others are READY without it', async () => {
  const { meanwhile, invocations } = await hangingRead({ pipeline, spoiled }, { forGood: false });
  expect(meanwhile).not.toBe('READY');
  expect(invocations).toHaveLength(1);
});

test('an article whose call was refused is READY by its next try', async () => {
  const before = pipeline.failures.length;
  await refusedCall({ pipeline, spoiled });
  expect(pipeline.failures).toHaveLength(before + 1);
});

test('while a correction waits in the queue no question gives the old words', async () => {
  const questions = [...apiQuestions(pipeline), ...rowQuestions(pipeline)];
  const { before, meanwhile, after, corrected } = await heldCorrection({ pipeline, spoiled }, questions);
  const all = questions.map(({ name }) => name).sort();
  expect([...before].sort()).toEqual(all);
  expect(meanwhile).toEqual([]);
  expect(after).toEqual([]);
  expect([...corrected].sort()).toEqual(all);
});
