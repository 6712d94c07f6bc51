import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { synthesise } from '../../infra/local/synthesise.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Synthesis {
  readonly directory: string;
  /** The template as it was written, byte for byte. */
  readonly text: string;
  readonly resources: Record<string, Resource>;
  readonly outputs: Record<string, { Value: unknown }>;
}

/** The app with its default settings, from the cache where nothing has changed since. */
export const synthesised = async (): Promise<Synthesis> => read(await synthesise(), 'news-ingest');

/**
 * Runs the app as `cdk synth -c name=value …` does, nag and bundling included. To be called outside tests; its files are
 * there until all of the file's tests have run.
 */
export function synthesiseAnew(settings: Record<string, unknown> & { stackName: string }): Synthesis {
  const directory = mkdtempSync(join(tmpdir(), 'news-ingest-synth-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  execFileSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: { ...process.env, CDK_OUTDIR: directory, CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings }) },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return read(directory, settings.stackName);
}

function read(directory: string, stack: string): Synthesis {
  const text = readFileSync(join(directory, `${stack}.template.json`), 'utf8');
  const { Resources, Outputs } = JSON.parse(text) as {
    Resources: Synthesis['resources'];
    Outputs: Synthesis['outputs'];
  };
  return { directory, text, resources: Resources, outputs: Outputs };
}
