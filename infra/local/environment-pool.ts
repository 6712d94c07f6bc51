import { availableParallelism } from 'node:os';
import { ExecutionEnvironment, type Listeners, type LocalFunction } from './execution-environment.ts';

/** The execution environments of a function that one trigger may use at the same time. */
export class EnvironmentPool {
  readonly #all: readonly ExecutionEnvironment[];
  readonly #free: ExecutionEnvironment[];
  readonly #waiting: ((environment: ExecutionEnvironment | undefined) => void)[] = [];
  #stopped = false;

  /** Lambda runs as many as it may; here more than the processors could run would only wait for each other. */
  constructor(fn: LocalFunction, listeners: Listeners, maximumConcurrency = Infinity) {
    const count = Math.min(maximumConcurrency, Math.max(2, availableParallelism()));
    this.#all = Array.from({ length: count }, () => new ExecutionEnvironment(fn, listeners));
    this.#free = [...this.#all];
  }

  /** @returns undefined once the pool is stopped. */
  async acquire(): Promise<ExecutionEnvironment | undefined> {
    if (this.#stopped) return undefined;
    // A warm one first: a cold start is slow, here as there.
    const warm = this.#free.findIndex((environment) => environment.warm);
    const [free] = this.#free.splice(Math.max(0, warm), 1);
    return free ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(environment: ExecutionEnvironment): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(environment);
    else next(environment);
  }

  /** Kills what runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    await Promise.all(this.#all.map((environment) => environment.stop()));
  }
}
