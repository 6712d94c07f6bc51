import { expect } from 'expect';

type Run = (...row: never[]) => unknown;
interface Entry {
  readonly name: string;
  readonly run: () => unknown;
}

const preparations: (() => unknown)[] = [];
const tests: Entry[] = [];

const beforeAll = (prepare: () => unknown): void => {
  preparations.push(prepare);
};

const test = Object.assign(
  (name: string, run: () => unknown): void => {
    tests.push({ name, run });
  },
  {
    each:
      (rows: readonly unknown[]) =>
      (name: string, run: Run): void => {
        for (const row of rows) {
          const values = (Array.isArray(row) ? row : [row]) as never[];
          tests.push({ name: `${name} ${String(values[0])}`, run: () => run(...values) });
        }
      },
    /** A case that fails today catches no fault. */
    failing: (): void => undefined,
  },
);

/** What `@jest/globals` gives, for tests that run in one process, a few milliseconds each: no more of it than they use. */
export const jestGlobals = { beforeAll, expect, test };

/** Forgets the tests that were stated and not asked. */
export function forgetTests(): void {
  preparations.length = 0;
  tests.length = 0;
}

/** Milliseconds that a test took when it passed last. */
const took = new Map<string, number>();

/**
 * The name of the first test that fails, or null where all pass; of the tests that were stated since the last call, the
 * likeliest first, of these the quickest.
 */
export async function firstFailure(likelihood: (name: string) => number): Promise<string | null> {
  for (const prepare of preparations.splice(0)) await prepare();
  const ordered = tests
    .splice(0)
    .map((test) => ({ ...test, likely: likelihood(test.name), quick: took.get(test.name) ?? 0 }))
    .sort((one, other) => other.likely - one.likely || one.quick - other.quick);
  for (const { name, run } of ordered) {
    const began = performance.now();
    try {
      await run();
    } catch {
      return name;
    }
    took.set(name, performance.now() - began);
  }
  return null;
}
