import { readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Drop } from './drop-articles.ts';
import { UsageError } from './usage-error.ts';

/**
 * The files to drop, with their keys: the path from `here`, or from the folder above a named one that lies elsewhere. Of a
 * folder all files in it, and in its folders, but hidden ones.
 * @throws UsageError where a name leads nowhere, or two files would have the same key.
 */
export function findFiles(names: readonly string[], here: string, prefix = ''): Drop[] {
  const drops = names.flatMap((name) => {
    const path = resolve(here, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined)
      throw new UsageError(`${name} does not exist (looked in ${here}): name a file or a folder.`);
    const files = found.isDirectory() ? filesIn(path) : [path];
    return files.map((file) => ({ path: file, key: prefix + keyOf(file, path, here) }));
  });
  if (drops.length === 0)
    throw new UsageError(`${names.join(', ')}: no file is in there; name one that holds an article.`);
  const keys = new Map<string, string>();
  for (const { key, path } of drops) {
    const duplicate = keys.get(key);
    if (duplicate !== undefined && duplicate !== path) {
      throw new UsageError(
        `${duplicate} and ${path} would both be ${key} in the inbox: drop them from a folder above both.`,
      );
    }
    keys.set(key, path);
  }
  return [...keys].map(([key, path]) => ({ path, key }));
}

const isHidden = (path: string): boolean => path.split(sep).some((part) => part.startsWith('.'));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .sort();

function keyOf(file: string, named: string, here: string): string {
  const fromHere = relative(here, file);
  const outside = fromHere.startsWith('..') || isAbsolute(fromHere);
  const path = outside ? join(basename(named), relative(named, file)) : fromHere;
  return path.split(sep).join('/');
}
