/**
 * Runs inside a worker thread: loads one function's bundle and answers one invocation at a time, as Lambda's runtime does.
 * It is handed to the thread as text, so it imports nothing but Node's own modules.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is started with. */
export interface WorkerData {
  readonly folder: string;
  /** `<module>.<export>`, as in the template. */
  readonly handler: string;
}

export interface InvocationRequest {
  readonly event: unknown;
  readonly context: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: string };

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

async function loadHandler({ folder, handler }: WorkerData): Promise<Handler> {
  const [module, name] = handler.split('.') as [string, string];
  const file = ['mjs', 'js', 'cjs']
    .map((ending) => join(folder, `${module}.${ending}`))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${folder} holds no ${module}.mjs, .js or .cjs for the handler ${handler}.`);
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, Handler | undefined>;
  const found = loaded[name];
  if (found === undefined) throw new Error(`${file} exports no ${name} for the handler ${handler}.`);
  return found;
}

const port = parentPort!;
const send = (message: WorkerMessage) => {
  port.postMessage(message);
};

const handle = await loadHandler(workerData as WorkerData);
port.on('message', ({ event, context, deadline }: InvocationRequest) => {
  Promise.resolve()
    .then(() => handle(event, { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) }))
    .then(
      (result) => {
        send({ kind: 'result', result: result ?? null });
      },
      (error: unknown) => {
        send({ kind: 'error', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      },
    );
});
send({ kind: 'ready' });
