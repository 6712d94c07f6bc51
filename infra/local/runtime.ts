/**
 * Lambda's runtime for one execution environment: loads the handler that the environment names and answers one invocation
 * at a time. It is handed to a Node process as text, so it imports nothing but Node's own modules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface InvocationRequest {
  readonly event: unknown;
  readonly context: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** What an invocation took, as far as the process knows. */
export interface Used {
  readonly cpuSeconds: number;
  /** Memory of the process at its largest, this invocation and those before it. */
  readonly peakBytes: number;
}

export type RuntimeMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: unknown; readonly used: Used }
  | { readonly kind: 'error'; readonly error: string; readonly used: Used };

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** `_HANDLER` is `<module>.<export>`, as in the template. */
async function loadHandler(): Promise<Handler> {
  const { LAMBDA_TASK_ROOT: folder = '', _HANDLER: handler = '' } = process.env;
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

const send = (message: RuntimeMessage) => {
  process.send!(message);
};

function usedSince(before: NodeJS.CpuUsage): Used {
  const { user, system } = process.cpuUsage(before);
  return { cpuSeconds: (user + system) / 1e6, peakBytes: peakKilobytes() * 1024 };
}

/** On Linux from /proc: what getrusage tells there begins with the memory of the process that started this one. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const told = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return told === undefined ? process.resourceUsage().maxRSS : Number(told);
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

// Ctrl+C reaches every process of a terminal: the local AWS ends this one when it has ended itself, however it ends.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

const handle = await loadHandler();
process.on('message', ({ event, context, deadline }: InvocationRequest) => {
  const before = process.cpuUsage();
  Promise.resolve()
    .then(() => handle(event, { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) }))
    .then(
      (result) => {
        send({ kind: 'result', result: result ?? null, used: usedSince(before) });
      },
      (error: unknown) => {
        send({ kind: 'error', error: describe(error), used: usedSince(before) });
      },
    );
});
send({ kind: 'ready' });
