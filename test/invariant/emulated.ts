import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { startEmulators } from './emulated-services.ts';
import { type History, histories } from './history.ts';
import { checkInvariant } from './invariant.ts';
import { memoryServices } from './memory-services.ts';
import { MemoryBucket } from './memory-bucket.ts';
import { MemoryTable } from './memory-table.ts';
import { World } from './world.ts';

/**
 * Lives through histories twice, on dynalite and fauxqs and in memory: what was asked, answered and written must be the same.
 * One that differs is not shrunk, which would take a minute for each hundred tries.
 */
export async function checkEmulated(
  parameters: Pick<fc.Parameters<[History]>, 'numRuns' | 'seed'>,
): Promise<fc.RunDetails<[History]>> {
  const emulators = await startEmulators();
  try {
    return await fc.check(
      fc.asyncProperty(histories, async (history) => {
        const emulated = await new World(await emulators.open()).live(history);
        // The emulated bucket keeps no versions, and the emulated indexes never lag.
        const { deleteVersion: _, ...unversioned } = memoryServices(
          new MemoryBucket(),
          new MemoryTable({ lag: false }),
        );
        const remembered = await new World(unversioned).live(history);
        checkInvariant(emulated);
        if (isDeepStrictEqual(emulated, remembered)) return;
        throw new Error(`The emulators answer ${JSON.stringify(emulated)}, the memory ${JSON.stringify(remembered)}`);
      }),
      { ...parameters, endOnFailure: true },
    );
  } finally {
    await emulators.stop();
  }
}
