import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { moveIntoPlace } from './function-assets.ts';
import { cacheFolder, projectRoot } from './project.ts';

export interface MadeOnce {
  /** Under which the folders stand in the cache. */
  readonly name: string;
  /** What it is made from: files and whole folders, from the project's root. */
  readonly inputs: readonly string[];
  /** Whether a file of these folders has a part in it. */
  readonly isInput?: (file: string) => boolean;
  /** Writes it into an empty folder. */
  readonly make: (folder: string) => Promise<unknown>;
}

/** A folder that is made anew only where one of its inputs has changed. */
export async function madeOnce({ name, inputs, isInput = () => true, make }: MadeOnce): Promise<string> {
  const versions = join(cacheFolder, name);
  const version = join(versions, await hashOf((await filesOf(inputs)).filter(isInput)));
  if (existsSync(version)) return version;
  await mkdir(versions, { recursive: true });
  const unfinished = await mkdtemp(`${version}-`);
  try {
    await make(unfinished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await moveIntoPlace(unfinished, version);
  await removeOldest(versions);
  return version;
}

/** They may be large. The one before the last may still be running. */
const KEPT_VERSIONS = 3;

async function removeOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(paths.map(async (path) => ({ path, made: (await stat(path)).mtimeMs })));
  const old = aged.sort((a, b) => b.made - a.made).slice(KEPT_VERSIONS);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of files)
    hash
      .update(`${path}\0`)
      .update(await readFile(join(projectRoot, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path.includes('.')) {
      files.push(path);
      continue;
    }
    const entries = await readdir(join(projectRoot, path), { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile()) files.push(relative(projectRoot, join(entry.parentPath, entry.name)));
  }
  return files.map((file) => file.split(sep).join('/')).sort();
}
