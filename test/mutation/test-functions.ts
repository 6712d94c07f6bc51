import { expect } from 'expect';

/** What `@jest/globals` gives, for tests that run in one process, a few milliseconds each: no more of it than they use. */
export { expect };

type Run = (...row: never[]) => unknown;
interface Entry {
  readonly name: string;
  readonly run: () => unknown;
}

const preparations: (() => unknown)[] = [];
const tests: Entry[] = [];

export const beforeAll = (prepare: () => unknown): void => {
  preparations.push(prepare);
};

export const test = Object.assign(
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

/** The name of the first test that fails, or null where all pass; of the tests that were stated since the last call. */
export async function firstFailure(): Promise<string | null> {
  for (const prepare of preparations.splice(0)) await prepare();
  for (const { name, run } of tests.splice(0)) {
    try {
      await run();
    } catch {
      return name;
    }
  }
  return null;
}
