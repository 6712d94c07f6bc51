import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madeOnce } from './made-once.ts';
import { projectRoot } from './project.ts';

/** What the template and the bundles are made from; `infra/local` has no part in them. */
const INPUTS = ['cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'infra', 'lambdas', 'shared'];
const NO_INPUT = 'infra/local/';

/** The synthesised app, bundles included, made anew only where a source, the lock file or a setting has changed. */
export const synthesise = (onStart: () => void = () => undefined): Promise<string> =>
  madeOnce({
    name: 'assemblies',
    inputs: INPUTS,
    isInput: (file) => !file.startsWith(NO_INPUT),
    make(folder) {
      onStart();
      return runApp(folder);
    },
  });

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
  throw new Error(
    `The stack could not be synthesised; "npm run synth" shows the same:\n${Buffer.concat(said).toString()}`,
  );
}
