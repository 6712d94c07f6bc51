import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { RuntimeProcess } from './runtime-process.ts';
import type { Used } from './runtime.ts';

/** A function of the stack, ready to run. */
export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  /** The unzipped asset. */
  readonly folder: string;
  readonly handler: string;
  /** MiB. */
  readonly memorySize: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** What Lambda writes on its REPORT line. An invocation that was killed has none. */
export interface Report extends Used {
  readonly functionName: string;
  /** From the event to the answer, without the start. */
  readonly seconds: number;
}

/** Takes what functions print, and what they took. */
export interface Listeners {
  readonly log: Writable;
  readonly onReport?: ((report: Report) => void) | undefined;
}

/** The function failed: it threw, ran out of time or memory, or could not be loaded. Its input is to be tried again. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

/** Lambda gives a function ten seconds to load; a laptop that bundles or trains beside needs more. */
const MAX_INIT_MS = 60_000;

/**
 * A place where a function runs one invocation after the other, as in Lambda: started by the first, kept warm for the
 * next, replaced after a crash or a time-out.
 */
export class ExecutionEnvironment {
  readonly #function: LocalFunction;
  readonly #listeners: Listeners;
  #runtime: RuntimeProcess | undefined;

  constructor(fn: LocalFunction, listeners: Listeners) {
    this.#function = fn;
    this.#listeners = listeners;
  }

  get warm(): boolean {
    return this.#runtime?.alive ?? false;
  }

  /** @throws FunctionError */
  async invoke(event: unknown): Promise<unknown> {
    const { name, timeoutSeconds } = this.#function;
    try {
      const runtime = this.#runtime?.alive ? this.#runtime : await this.#start();
      const began = performance.now();
      runtime.send({ event, deadline: Date.now() + timeoutSeconds * 1000, context: this.#context() });
      const answer = await runtime.next(timeoutSeconds * 1000);
      if (answer.kind === 'ready') throw new Error('failed: it was ready twice');
      const seconds = (performance.now() - began) / 1000;
      this.#listeners.onReport?.({ functionName: name, seconds, ...answer.used });
      if (answer.kind === 'result') return answer.result;
      throw new Error(`failed: ${answer.error}`);
    } catch (error) {
      throw new FunctionError(`${name} ${(error as Error).message}`, { cause: error });
    }
  }

  async stop(): Promise<void> {
    await this.#runtime?.kill();
  }

  async #start(): Promise<RuntimeProcess> {
    const { folder, memorySize } = this.#function;
    this.#runtime = new RuntimeProcess({
      folder,
      environment: this.#environment(),
      memoryMegabytes: memorySize,
      log: this.#listeners.log,
    });
    await this.#runtime.next(MAX_INIT_MS);
    return this.#runtime;
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
  #environment(): Record<string, string> {
    const { name, folder, handler, memorySize, environment } = this.#function;
    return {
      ...environment,
      AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]!}.x`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySize),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: handler,
      TZ: ':UTC',
    };
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
  #context(): Record<string, string> {
    const { name, arn, memorySize } = this.#function;
    return {
      awsRequestId: randomUUID(),
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memorySize),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
    };
  }
}
