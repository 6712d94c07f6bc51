import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import type { InvocationRequest, WorkerData, WorkerMessage } from './worker.ts';

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

/** The function failed: it threw, ran out of time or memory, or could not be loaded. Its input is to be tried again. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

const workerSource = fileURLToPath(new URL('./worker.ts', import.meta.url));
const workerCode = transformSync(readFileSync(workerSource, 'utf8'), { loader: 'ts', format: 'esm' }).code;
const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(workerCode)}`);

/**
 * A place where a function runs one invocation after the other, as in Lambda: started by the first, kept warm for the
 * next, replaced after a crash or a time-out. Memory bounds the JavaScript heap alone; what native code takes is free.
 */
export class ExecutionEnvironment {
  readonly #function: LocalFunction;
  readonly #log: Writable;
  #worker: Worker | undefined;

  constructor(fn: LocalFunction, log: Writable) {
    this.#function = fn;
    this.#log = log;
  }

  get warm(): boolean {
    return this.#worker !== undefined;
  }

  /** @throws FunctionError */
  async invoke(event: unknown): Promise<unknown> {
    const { name, arn, memorySize, timeoutSeconds } = this.#function;
    this.#worker ??= await this.#start();
    const request: InvocationRequest = {
      event,
      deadline: Date.now() + timeoutSeconds * 1000,
      context: {
        awsRequestId: randomUUID(),
        functionName: name,
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: String(memorySize),
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: 'local',
      },
    };
    this.#worker.postMessage(request);
    const answer = await this.#next(this.#worker, timeoutSeconds * 1000);
    if (answer.kind === 'result') return answer.result;
    throw new FunctionError(
      `${name} failed: ${answer.kind === 'error' ? answer.error : 'it answered before its time'}`,
    );
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #start(): Promise<Worker> {
    const { name, folder, handler, memorySize, environment } = this.#function;
    const workerData: WorkerData = { folder, handler };
    const worker = new Worker(workerUrl, {
      workerData,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memorySize },
      env: {
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
      },
    });
    worker.stdout.pipe(this.#log, { end: false });
    worker.stderr.pipe(this.#log, { end: false });
    // A worker may also die between two invocations: that is no failure of either.
    worker.on('error', (error) => this.#log.write(`${name} crashed: ${error.stack ?? error.message}\n`));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    this.#worker = worker;
    await this.#next(worker, MAX_INIT_MS);
    return worker;
  }

  /** The worker's next message; a worker that dies or is too late is gone, and the next invocation starts anew. */
  async #next(worker: Worker, limitMs: number): Promise<WorkerMessage> {
    const { name } = this.#function;
    return new Promise<WorkerMessage>((resolve, reject) => {
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        outcome();
      };
      const lose = (reason: string) => {
        this.#worker = undefined;
        settle(() => {
          reject(new FunctionError(`${name} ${reason}`));
        });
      };
      const onMessage = (message: WorkerMessage) => {
        settle(() => {
          resolve(message);
        });
      };
      const onError = (error: Error) => {
        lose(`crashed: ${error.stack ?? error.message}`);
      };
      const onExit = (code: number) => {
        lose(`ended by itself with code ${code}.`);
      };
      const timer = setTimeout(() => {
        void worker.terminate();
        lose(`timed out after ${limitMs / 1000} s.`);
      }, limitMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }
}

/** Lambda gives a function ten seconds to load; a laptop that bundles or trains beside needs more. */
const MAX_INIT_MS = 60_000;
