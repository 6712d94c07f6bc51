import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startDynamoDbLocal } from './dynamodb-local.ts';

/** The suites that say what the table must do, whatever engine it is in. */
const SUITES = ['test/table/query.test.ts', 'test/api'];

const JEST = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));

if (spawnSync('java', ['-version']).status !== 0) {
  console.warn(
    'SKIPPED: no Java here, so that DynamoDB Local cannot run; install a Java 17 or newer to compare the engines.',
  );
  process.exit(0);
}
const engine = await startDynamoDbLocal();
const jest = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', JEST, '--runInBand', ...SUITES], {
  stdio: 'inherit',
  env: { ...process.env, CONFORMANCE_ENDPOINT: engine.endpoint },
});
const code = await new Promise<number | null>((resolve) => jest.on('close', resolve));
engine.stop();
process.exit(code ?? 1);
