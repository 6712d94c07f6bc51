import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { TIME_LIMIT_MS } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

const ARTICLE = 'test/articles/grain-summit.txt';
const home = mkdtempSync(join(tmpdir(), 'home-'));

/** `npm start` for a user without AWS settings of any use; `onOutput` sees what was printed so far. */
async function start(args: string[], onOutput: (text: string, stop: () => void) => void = () => undefined) {
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts', ...args], {
    env: { PATH, SystemRoot, HOME: home, AWS_PROFILE: 'none', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    onOutput(out, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, out, errors };
}

test('with --once it tells what is found and ends with 0', async () => {
  const { code, out } = await start([ARTICLE, '--once']);
  expect(out).toMatch(/grain-summit\.txt {2}READY\n {2}text, utf-8, published .*, eng\n(?:.*\n){1,3} {2}15 paragraphs/);
  expect(out).toMatch(/“Nobody in this room grows wheat, and everybody in this room eats it,”.*\n *— Wanjiru Odhiambo/);
  expect(code).toBe(0);
});

test('with --once it ends with 1 where a file is rejected, and tells code and remedy', async () => {
  const empty = join(home, 'empty.txt');
  writeFileSync(empty, '');
  const { code, out } = await start([ARTICLE, empty, '--once']);
  expect(out).toMatch(/grain-summit\.txt {2}READY/);
  expect(out).toMatch(/empty\.txt {2}REJECTED \(EMPTY\)\n.*drop it again/);
  expect(code).toBe(1);
});

test('a file that does not exist ends it with 2 before anything is started', async () => {
  const { code, errors } = await start(['none.txt', '--once']);
  expect(errors).toMatch(/^none\.txt does not exist .*: name an existing file\.\n$/);
  expect(code).toBe(2);
});

test('without --once it stays up, tells how to reach it, and ends when it is told to', async () => {
  const { code, out } = await start([ARTICLE], (text, stop) => {
    if (text.includes('Ctrl+C')) stop();
  });
  expect(out).toMatch(/aws dynamodb query --endpoint-url http:\/\/127\.0\.0\.1:\d+/);
  expect(out).toContain('{":article":{"S":"ARTICLE#test/articles/grain-summit.txt"}}');
  expect(code).toBe(143);
});
