import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { commandLine } from './command-line.ts';

const FOLDER = '.cache/running';

interface Stack {
  readonly endpoints: {
    readonly s3: string;
    readonly sqs: string;
    readonly dynamodb: string;
    readonly stepFunctions?: string;
  };
  /** Of the stack, by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Lets the command line that is run here find a local stack as it finds that of `npm start`; returns how to end that. */
export function announce(stack: Stack): () => void {
  const file = `${FOLDER}/test-${process.pid}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: Date.now(), ...stack }));
  return () => {
    rmSync(file, { force: true });
  };
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Test files run side by side, each with a stack of its own: the one that this process has announced is asked. */
const env = () => ({ ...process.env, NEWS_INGEST_LOCAL: String(process.pid) });

export async function newsIngest(...args: string[]): Promise<Said> {
  const main = await commandLine();
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env: env() }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
