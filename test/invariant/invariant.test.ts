import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkEmulated } from './emulated.ts';
import { checkHistories } from './invariant.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';
import type { Outcome } from './world.ts';

// The long run, of thousands, is `npm run verify -- invariant`.

test('whatever happens in 100 histories, at rest bucket and table say the same', async () => {
  const found = await checkHistories({ numRuns: 100 });
  expect(found.failed ? fc.defaultReportMessage(found) : 'holds').toBe('holds');
});

test('three of a hundred events are lost: in 100 histories reconcile ends with a table that is equal to the bucket', async () => {
  let lost = 0;
  const hear = ({ counts }: Outcome) => {
    lost += counts['events lost'] ?? 0;
  };
  const found = await checkHistories({ numRuns: 100 }, undefined, hear, { lostPercent: 3 });
  expect(found.failed ? fc.defaultReportMessage(found) : 'holds').toBe('holds');
  expect(lost).toBeGreaterThan(0);
});

test.each(Object.entries(PLANTED_FAULTS))('a fault that is planted is found: %s', async (_, planted) => {
  // Always the same histories, among which there is one for each fault: no chance whether it is met.
  const found = await checkHistories({ numRuns: 100, seed: 7, endOnFailure: true }, planted);
  expect(found).toMatchObject({ failed: true });
});

test('the memory of these histories answers, call by call, as dynalite and fauxqs do', async () => {
  const found = await checkEmulated({ numRuns: 3 });
  expect(found.failed ? fc.defaultReportMessage(found) : 'agree').toBe('agree');
});
