import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** In the place of a file's name, as usual. */
export const STANDARD_INPUT = '-';

export const readInput = (path: string): Promise<Buffer> =>
  path === STANDARD_INPUT ? buffer(process.stdin) : readFile(path);
