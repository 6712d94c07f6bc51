import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

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

/** Lets the command line find a local stack as it finds that of `npm start`; returns how to end that. */
export function announce(stack: Stack): () => void {
  const file = `${FOLDER}/test-${process.pid}.json`;
  mkdirSync(FOLDER, { recursive: true });
  // Of several that run, it takes the one that was started last: for as long as this runs, this one.
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: Date.now() + 1e9, ...stack }));
  return () => {
    rmSync(file, { force: true });
  };
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const newsIngest = (...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['shared/cli/news-ingest.js', ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
