import fc from 'fast-check';
import { type History, histories } from './history.ts';
import { memoryServices } from './memory-services.ts';
import type { Planted } from './planted-faults.ts';
import { type Options, type Outcome, World } from './world.ts';

/**
 * Whatever the order, repetition and interleaving of events, and wherever a function dies: once the queues are empty, what
 * `statement.ts` says of bucket and table holds, and no answer in between told what an article no longer says.
 * @throws Error that names what does not hold.
 */
export function checkInvariant({ violations, stuck }: Outcome): void {
  if (stuck.length > 0) throw new Error(`Never at rest: ${stuck.join(', ')}`);
  if (violations.length > 0) throw new Error(violations.join('\n'));
}

/** Lives through random histories in memory and checks each; shrinks one that fails. */
export const checkHistories = (
  parameters: Pick<fc.Parameters<[History]>, 'numRuns' | 'seed' | 'endOnFailure'>,
  planted?: Planted,
  hear?: (outcome: Outcome) => void,
  options?: Options,
): Promise<fc.RunDetails<[History]>> =>
  fc.check(
    fc.asyncProperty(histories, async (history) => {
      const outcome = await new World(memoryServices(), planted, options).live(history);
      hear?.(outcome);
      checkInvariant(outcome);
    }),
    parameters,
  );
