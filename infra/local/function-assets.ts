import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from './project.ts';

/** Packages whose asset carries Lambda's binary alone, with the folder of the binary for each platform. */
const NATIVE_PACKAGES = [
  { name: 'onnxruntime-node', binaryOf: (platform: string, arch: string) => join('bin', 'napi-v6', platform, arch) },
];

/**
 * The folder that runs a function here. The assets are made for Lambda (linux, arm64): on another platform a copy is
 * run whose native packages are links to the installed ones, which hold the binaries of every platform.
 * @throws Error where a package has no binary for this platform.
 */
export async function runnableAsset(folder: string): Promise<string> {
  const foreign = NATIVE_PACKAGES.filter(({ name, binaryOf }) => {
    const inAsset = join(folder, 'node_modules', name);
    return existsSync(inAsset) && !existsSync(join(inAsset, binaryOf(process.platform, process.arch)));
  });
  if (foreign.length === 0) return folder;
  const copy = `${folder}.${process.platform}-${process.arch}`;
  if (existsSync(copy)) return copy;

  const unfinished = await mkdtemp(`${copy}-`);
  await cp(folder, unfinished, { recursive: true });
  for (const { name, binaryOf } of foreign) {
    const installed = join(projectRoot, 'node_modules', name);
    if (!existsSync(join(installed, binaryOf(process.platform, process.arch)))) {
      throw new Error(
        `${name} has no binary for ${process.platform} on ${process.arch}, so that ${basename(dirname(installed))} cannot run it here: use Linux, Windows or a Mac with Apple silicon.`,
      );
    }
    await rm(join(unfinished, 'node_modules', name), { recursive: true });
    await symlink(installed, join(unfinished, 'node_modules', name), 'junction');
  }
  await moveIntoPlace(unfinished, copy);
  return copy;
}

/** Whoever comes first wins; a second run has made the same and throws its own away. */
export async function moveIntoPlace(unfinished: string, place: string): Promise<void> {
  try {
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}
