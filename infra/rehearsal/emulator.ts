import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, projectRoot } from '../local/project.ts';

/** An AWS emulator on PyPI that takes CloudFormation as the CDK sends it. */
const EMULATOR = 'ministack==1.5.33';

/** Looks at the templates of all variants, `npm run verify -- settings`. */
const LINTER = 'cfn-lint==1.58.0';

const START_LIMIT_MS = 120_000;

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

export interface Emulator {
  /** For the CDK, and for SDK clients: the emulator instead of any account of the user's. */
  readonly environment: Record<string, string>;
  stop(): void;
}

/** @returns the Python that runs it; undefined where there is no Python 3, or the emulator cannot be installed. */
export function installEmulator(): string | undefined {
  const bin = join(cacheFolder, 'rehearsal', 'venv', 'bin');
  const python = join(bin, 'python3');
  if (existsSync(join(bin, 'ministack'))) return python;
  const made = spawnSync('python3', ['-m', 'venv', join(bin, '..')], { stdio: 'inherit' });
  if (made.status !== 0) return undefined;
  const installed = spawnSync(join(bin, 'pip'), ['install', '--quiet', EMULATOR, LINTER], { stdio: 'inherit' });
  return installed.status === 0 ? python : undefined;
}

export async function startEmulator(python: string): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const log = openSync(join(cacheFolder, 'rehearsal', 'emulator.log'), 'w');
  const emulator = spawn(python, [join(projectRoot, 'infra', 'rehearsal', 'strict_emulator.py')], {
    env: {
      ...process.env,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      // Lambda's runtime brings the SDK, which the CDK's own functions count on.
      NODE_PATH: join(projectRoot, 'node_modules'),
    },
    stdio: ['ignore', log, log],
  });
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(endpoint))) {
    if (emulator.exitCode !== null || Date.now() > deadline)
      throw new Error(`${EMULATOR} did not start on ${endpoint}.`);
    await sleep(200);
  }
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: 'rehearsal',
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
    },
    stop: () => {
      emulator.kill();
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint);
    return true;
  } catch {
    return false;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
