import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What can be made again: bundles, logs. */
export const cacheFolder = join(projectRoot, '.cache');
