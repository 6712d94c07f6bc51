import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Item } from '../../shared/table/table.ts';
import { type History, histories } from './history.ts';
import { memoryServices } from './memory-services.ts';
import { type Outcome, type Planted, World } from './world.ts';

/**
 * Whatever the order, repetition and interleaving of events, and wherever a function dies: once the queues are empty, the
 * table holds exactly what a clean run over the bucket's present content writes.
 * @throws Error that names the rows that differ.
 */
export function checkInvariant({ rows, clean, stuck }: Outcome): void {
  if (stuck.length > 0) throw new Error(`Never at rest: ${stuck.join(', ')}`);
  if (isDeepStrictEqual(rows, clean)) return;
  const differ = [...notIn(rows, clean, 'too much'), ...notIn(clean, rows, 'missing')];
  throw new Error(`The table is not that of a clean run:\n${differ.join('\n')}`);
}

const notIn = (some: readonly Item[], others: readonly Item[], how: string): string[] =>
  some
    .filter((item) => !others.some((other) => isDeepStrictEqual(item, other)))
    .map((item) => `${how}: ${JSON.stringify(item)}`);

/** Lives through random histories in memory and checks each; shrinks one that fails. */
export const checkHistories = (
  parameters: Pick<fc.Parameters<[History]>, 'numRuns' | 'seed' | 'endOnFailure'>,
  planted?: Planted,
  hear?: (outcome: Outcome) => void,
): Promise<fc.RunDetails<[History]>> =>
  fc.check(
    fc.asyncProperty(histories, async (history) => {
      const outcome = await new World(memoryServices(), planted).live(history);
      hear?.(outcome);
      checkInvariant(outcome);
    }),
    parameters,
  );
