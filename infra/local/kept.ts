import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../shared/cli/is-alive.ts';

/** Why nothing can be kept in a folder, and what to do. */
export class CannotKeep extends Error {
  override readonly name = 'CannotKeep';
}

/** A folder that holds table and buckets between runs. */
export interface Kept {
  readonly folder: string;
  /** Of the table's database. */
  readonly table: string;
  /** Of the objects, a folder for each bucket. */
  readonly buckets: string;
  /** Lets the next run have it. */
  release(): void;
}

/**
 * Takes the folder for this process alone.
 * @throws CannotKeep where another process has it.
 */
export function openKept(folder: string): Kept {
  const lock = join(folder, 'pid');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0 && isAlive(pid)) {
      throw new CannotKeep(
        `${folder} is in use by process ${pid}: end that "npm start", or keep this one's in another folder with --keep-in. ` +
          `Where the process is none of this project's, delete ${lock}.`,
      );
    }
    // Left by a run that was killed.
    rmSync(lock, { force: true });
  }
  return {
    folder,
    table: join(folder, 'table'),
    buckets: join(folder, 'buckets'),
    release: () => {
      rmSync(lock, { force: true });
    },
  };
}
