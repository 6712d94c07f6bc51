import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The engine that AWS ships, as an npm package carries it: 57 MB, too much for a dependency of everybody. */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const ARCHIVE = 'amplify-dynamodb-simulator-2.9.30.tgz';
const SHA256 = '3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9';

const FOLDER = fileURLToPath(new URL('../../.cache/dynamodb-local', import.meta.url));

/** A busy machine starts a Java in half a minute. */
const PATIENCE_MS = 60_000;
const POLL_MS = 200;

export interface Engine {
  readonly endpoint: string;
  stop(): void;
}

/** An empty DynamoDB Local in memory; fetched on first use, kept under .cache. */
export async function startDynamoDbLocal(): Promise<Engine> {
  const home = fetchEngine();
  const port = await freePort();
  const java = spawn(
    'java',
    ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-port', String(port)],
    { cwd: home, stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answers(endpoint))) {
    if (Date.now() > deadline || java.exitCode !== null) {
      java.kill();
      throw new Error('DynamoDB Local did not start: see whether "java -version" tells of 17 or newer.');
    }
    await sleep(POLL_MS);
  }
  return { endpoint, stop: () => java.kill() };
}

function fetchEngine(): string {
  const home = join(FOLDER, 'package', 'emulator');
  if (existsSync(home)) return home;
  mkdirSync(FOLDER, { recursive: true });
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', FOLDER], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = join(FOLDER, ARCHIVE);
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (found !== SHA256)
    throw new Error(
      `${archive} is not the file that was tested (SHA-256 ${found}): delete it, and look who changed it.`,
    );
  const unpacked = join(FOLDER, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
  renameSync(join(unpacked, 'package'), join(FOLDER, 'package'));
  return home;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Any answer will do: it wants signed requests. */
const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );
