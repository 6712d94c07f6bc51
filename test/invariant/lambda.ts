import type { Context, SQSEvent } from 'aws-lambda';
import { type Handler, openHandler, type Queue, type Service } from './functions.ts';
import type { Planted } from './planted-faults.ts';
import type { Message, Queues } from './queues.ts';

/** Where one function runs after another, until it is killed. */
interface Environment {
  readonly queue: Queue;
  readonly extractorVersion: number;
  readonly handle: Handler;
  /** Ends the invocation that begins next. */
  timeOut: AbortSignal;
}

/** A function at work on a batch. */
export interface Invocation {
  readonly environment: Environment;
  readonly messages: readonly Message[];
  readonly time: AbortController;
}

/** A call that a function has made and not been answered yet. */
export interface Call {
  readonly environment: Environment;
  readonly service: Service;
  readonly command: object;
  readonly signal: AbortSignal | undefined;
  readonly answer: (value: object) => void;
  readonly refuse: (error: Error) => void;
}

/** Runs functions on batches of messages; they stand still at each call until somebody takes and answers it. */
export class Lambda {
  readonly #queues: Queues;
  readonly #planted: Planted;
  readonly #count: (what: string) => void;
  readonly #idle: Environment[] = [];
  readonly #running = new Map<Environment, Invocation>();
  #calls: Call[] = [];

  constructor(queues: Queues, planted: Planted, count: (what: string) => void) {
    this.#queues = queues;
    this.#planted = planted;
    this.#count = count;
  }

  get busy(): readonly Invocation[] {
    return [...this.#running.values()];
  }

  get hasCalls(): boolean {
    return this.#calls.length > 0;
  }

  /** Takes one of the calls that wait for an answer. */
  takeCall(pick: number): Call {
    const [call] = this.#calls.splice(pick % this.#calls.length, 1);
    return call!;
  }

  deliver(messages: readonly Message[], extractorVersion: number): void {
    if (this.#planted.acknowledgedEarly)
      messages.forEach((message) => {
        this.#queues.done(message);
      });
    const { queue } = messages[0]!;
    const environment = this.#environment(queue, extractorVersion);
    const time = new AbortController();
    environment.timeOut = time.signal;
    const invocation = { environment, messages, time };
    this.#running.set(environment, invocation);
    const event = {
      Records: messages.map(({ body }, id) => ({
        messageId: String(id),
        body: this.#planted.garble?.(body) ?? body,
        eventSource: 'aws:sqs',
      })),
    };
    const context = { functionName: queue, awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 };
    void environment.handle(event as SQSEvent, context as unknown as Context).then(({ batchItemFailures }) => {
      this.#end(invocation, new Set(batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier))));
    });
  }

  #end(invocation: Invocation, failed: ReadonlySet<number>): void {
    if (!this.#running.delete(invocation.environment)) return;
    this.#idle.push(invocation.environment);
    invocation.messages.forEach((message, id) => {
      if (failed.has(id) && !this.#planted.failuresUnread) this.#queues.back(message);
      else this.#queues.done(message);
    });
  }

  kill({ environment, messages }: Pick<Invocation, 'environment' | 'messages'>): void {
    this.#count('kills');
    this.#running.delete(environment);
    this.#calls = this.#calls.filter((call) => call.environment !== environment);
    for (const message of messages) this.#queues.back(message);
  }

  killCaller({ environment }: Call): void {
    this.kill(this.#running.get(environment)!);
  }

  /** The function's own time is over: its calls are given up, those under way with or without their effect. */
  timeOut({ environment, time }: Invocation): void {
    this.#count('time-outs');
    time.abort();
    const given = this.#calls.filter((call) => call.environment === environment && call.signal?.aborted);
    this.#calls = this.#calls.filter((call) => !given.includes(call));
    for (const call of given) call.refuse(serviceError('AbortError'));
  }

  #environment(queue: Queue, extractorVersion: number): Environment {
    const reused = this.#idle.findIndex(
      (idle) => idle.queue === queue && (queue === 'arrivals' || idle.extractorVersion === extractorVersion),
    );
    if (reused >= 0) return this.#idle.splice(reused, 1)[0]!;
    const call = (service: Service, command: object, signal?: AbortSignal) =>
      new Promise<object>((answer, refuse) => {
        if (signal?.aborted) refuse(serviceError('AbortError'));
        // A function that was killed while it read a file calls nobody any more.
        else if (this.#running.has(environment))
          this.#calls.push({ environment, service, command, signal, answer, refuse });
      });
    const environment: Environment = {
      queue,
      extractorVersion,
      handle: openHandler(queue, extractorVersion, call, () => environment.timeOut),
      timeOut: new AbortController().signal,
    };
    return environment;
  }
}

/** What an SDK client throws. */
export const serviceError = (name: string): Error => Object.assign(new Error(name), { name });
