import type { Definition } from './definition.ts';
import { MapRun } from './map-run.ts';
import { valueAt } from './paths.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

type Services = ConstructorParameters<typeof MapRun>[2];

/** One execution of a state machine, from its first state to its end; may be redriven while it has not succeeded. */
export class Execution {
  readonly arn: string;
  readonly input: unknown;
  readonly startDate = new Date();
  readonly #definition: Definition;
  readonly #services: Services;
  status: ExecutionStatus = 'RUNNING';
  stopDate: Date | undefined;
  output: unknown;
  error: { readonly name: string; readonly cause: string } | undefined;
  redriveCount = 0;
  mapRun: MapRun | undefined;
  #stop = new AbortController();
  #ended: Promise<void>;

  constructor(arn: string, definition: Definition, input: unknown, services: Services) {
    this.arn = arn;
    this.#definition = definition;
    this.input = input;
    this.#services = services;
    this.#ended = this.#run();
  }

  /** Ends what runs; a child's invocation that has begun is waited for. */
  async stop(): Promise<void> {
    this.#stop.abort(new Error('stopped'));
    await this.#ended;
  }

  /** @returns false where the execution runs or has succeeded, which the service refuses. */
  redrive(): boolean {
    if (this.status === 'RUNNING' || this.status === 'SUCCEEDED') return false;
    this.status = 'RUNNING';
    this.stopDate = undefined;
    this.error = undefined;
    this.redriveCount += 1;
    this.#stop = new AbortController();
    this.#ended = this.#run();
    return true;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    try {
      this.output = await this.#walk(signal);
      this.status = 'SUCCEEDED';
    } catch (error) {
      this.status = signal.aborted ? 'ABORTED' : 'FAILED';
      this.error = { name: (error as Error).name, cause: (error as Error).message };
    }
    this.stopDate = new Date();
  }

  async #walk(signal: AbortSignal): Promise<unknown> {
    for (let name = this.#definition.StartAt; ;) {
      const state = this.#definition.States[name];
      if (!state) throw new Error(`The state machine holds no state ${name}.`);
      if (state.Type === 'Fail') throw Object.assign(new Error(state.Cause), { name: state.Error });
      if (state.Type === 'Map') {
        this.mapRun ??= new MapRun(state, this.input, this.#services);
        return this.mapRun.run(signal);
      }
      const { input } = this;
      name =
        state.Choices.find(({ Variable, StringEquals }) => valueAt(Variable, input) === StringEquals)?.Next ??
        state.Default;
    }
  }
}
