import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { moveIntoPlace } from './function-assets.ts';
import { cacheFolder, projectRoot } from './project.ts';

/** What the template and the bundles are made from; `infra/local` has no part in them. */
const INPUTS = ['cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'infra', 'lambdas', 'shared'];
const NO_INPUT = join('infra', 'local');

/** The synthesised app, bundles included, made anew only where a source, the lock file or a setting has changed. */
export async function synthesise(onStart: () => void = () => undefined): Promise<string> {
  const assemblies = join(cacheFolder, 'assemblies');
  const assembly = join(assemblies, await hashOfInputs());
  if (existsSync(assembly)) return assembly;
  onStart();
  await mkdir(assemblies, { recursive: true });
  const unfinished = await mkdtemp(`${assembly}-`);
  await runApp(unfinished);
  await moveIntoPlace(unfinished, assembly);
  await removeOldest(assemblies);
  return assembly;
}

/** Some hundred megabytes each. The one before the last may still be running. */
const KEPT_ASSEMBLIES = 3;

async function removeOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(paths.map(async (path) => ({ path, made: (await stat(path)).mtimeMs })));
  const old = aged.sort((a, b) => b.made - a.made).slice(KEPT_ASSEMBLIES);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesOf(INPUTS))
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
    for (const entry of entries) {
      const file = relative(projectRoot, join(entry.parentPath, entry.name));
      if (entry.isFile() && !file.startsWith(NO_INPUT + sep)) files.push(file);
    }
  }
  return files.sort();
}

/** Runs the app of cdk.json as the `cdk` command does, without that command's looks at the network and the home folder. */
async function runApp(output: string): Promise<void> {
  const { context } = JSON.parse(await readFile(join(projectRoot, 'cdk.json'), 'utf8')) as { context: object };
  const app = spawn(process.execPath, ['--import', 'tsx', join('infra', 'app.ts')], {
    cwd: projectRoot,
    env: { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  app.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  app.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve, reject) => app.on('error', reject).on('close', resolve));
  if (code === 0) return;
  await rm(output, { recursive: true, force: true });
  throw new Error(
    `The stack could not be synthesised; "npm run synth" shows the same:\n${Buffer.concat(said).toString()}`,
  );
}
