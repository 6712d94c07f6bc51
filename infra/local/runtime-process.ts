import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { InvocationRequest, RuntimeMessage } from './runtime.ts';

const source = fileURLToPath(new URL('./runtime.ts', import.meta.url));
const code = transformSync(readFileSync(source, 'utf8'), { loader: 'ts', format: 'esm' }).code;

/** Characters of what a dying process says that are worth telling. */
const LAST_WORDS = 2000;

export interface RuntimeOptions {
  /** Working directory: where Lambda unpacks the asset. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Bounds the JavaScript heap alone: what native code takes is free. */
  readonly memoryMegabytes: number;
  /** Takes what the function prints. */
  readonly log: Writable;
}

/**
 * A Node process with Lambda's runtime inside: native code that dies, or must be killed in mid-flight, takes nothing else
 * with it, which threads of one process cannot promise.
 */
export class RuntimeProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #lastWords = '';
  #alive = true;

  constructor({ folder, environment, memoryMegabytes, log }: RuntimeOptions) {
    const { SystemRoot } = process.env;
    const options = [`--max-old-space-size=${memoryMegabytes}`, '--input-type=module', '--eval', code];
    this.#child = spawn(process.execPath, options, {
      cwd: folder,
      // Windows cannot open a connection without it.
      env: { ...environment, ...(SystemRoot !== undefined && { SystemRoot }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      windowsHide: true,
    });
    this.#child.stdout?.pipe(log, { end: false });
    this.#child.stderr?.pipe(log, { end: false });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString()).slice(-LAST_WORDS);
    });
    // Sending to a process that has just died fails; that it died is told below.
    this.#child.on('error', (error) => log.write(`${String(error)}\n`));
    this.#closed = once(this.#child, 'close').then(() => (this.#alive = false));
  }

  get alive(): boolean {
    return this.#alive;
  }

  send(request: InvocationRequest): void {
    this.#child.send(request);
  }

  /**
   * What the runtime says next.
   * @throws Error where the process dies before, or has said nothing in time and is killed.
   */
  async next(limitMs: number): Promise<RuntimeMessage> {
    const late = AbortSignal.timeout(limitMs);
    const settled = new AbortController();
    const signal = AbortSignal.any([late, settled.signal]);
    try {
      return await Promise.race([
        once(this.#child, 'message', { signal }).then(([message]) => message as RuntimeMessage),
        this.#closed.then(() => {
          throw new Error(`ended by itself with ${this.#ending()}: ${this.#lastWords.trim()}`);
        }),
      ]);
    } catch (error) {
      if (!late.aborted) throw error;
      await this.kill();
      throw new Error(`timed out after ${limitMs / 1000} s.`, { cause: error });
    } finally {
      settled.abort();
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  #ending(): string {
    const { exitCode, signalCode } = this.#child;
    return signalCode === null ? `code ${String(exitCode)}` : `signal ${signalCode}`;
  }
}
