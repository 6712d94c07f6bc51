import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Emulators, startEmulators } from './emulated-services.ts';
import { histories } from './history.ts';
import { checkHistories, checkInvariant } from './invariant.ts';
import { memoryServices } from './memory-services.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';
import { type Outcome, World } from './world.ts';

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.stop());

test('whatever happens in 1,000 histories, at rest bucket and table say the same', async () => {
  const found = await checkHistories({ numRuns: 1_000 });
  expect(found.failed ? fc.defaultReportMessage(found) : 'holds').toBe('holds');
}, 300_000);

test('three of a hundred events are lost: in 300 histories reconcile ends with a table that is equal to the bucket', async () => {
  let lost = 0;
  const hear = ({ counts }: Outcome) => {
    lost += counts['events lost'] ?? 0;
  };
  const found = await checkHistories({ numRuns: 300 }, undefined, hear, { lostPercent: 3 });
  expect(found.failed ? fc.defaultReportMessage(found) : 'holds').toBe('holds');
  expect(lost).toBeGreaterThan(10);
}, 300_000);

test.each(Object.entries(PLANTED_FAULTS))(
  'a fault that is planted is found: %s',
  async (_, planted) => {
    const found = await checkHistories({ numRuns: 500, endOnFailure: true }, planted);
    expect(found).toMatchObject({ failed: true });
  },
  300_000,
);

test('the memory of these histories answers, call by call, as dynalite and fauxqs do', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const emulated = await new World(await emulators.open()).live(history);
      // The emulated bucket keeps no versions.
      const { deleteVersion: _, ...unversioned } = memoryServices();
      const remembered = await new World({ ...unversioned }).live(history);
      checkInvariant(emulated);
      expect(emulated).toEqual(remembered);
    }),
    { numRuns: 10 },
  );
}, 300_000);
