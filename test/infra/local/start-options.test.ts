import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readStartOptions, UsageError } from '../../../infra/local/start-options.ts';

const here = mkdtempSync(join(tmpdir(), 'here-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
mkdirSync(join(here, 'world'));
for (const path of [join(here, 'a.txt'), join(here, 'world', 'b c.txt'), join(elsewhere, 'a.txt')]) {
  writeFileSync(path, 'x');
}

test('a file is put under its path from here, or its name where it lies elsewhere', () => {
  const { files, once } = readStartOptions(['world/b c.txt', '--once', join(elsewhere, 'a.txt')], here);
  expect(files.map(({ key }) => key)).toEqual(['world/b c.txt', 'a.txt']);
  expect(once).toBe(true);
});

test.each([
  [['none.txt'], /none\.txt does not exist .*: name an existing file/],
  [['world'], /world is a folder: name the files in it/],
  [['a.txt', join(elsewhere, 'a.txt')], /would both be a\.txt in the inbox/],
  [['--once'], /--once needs a file/],
  [['--twice'], /--twice[^]*Usage: npm start/],
])('%j is refused with a remedy', (args, message) => {
  expect(() => readStartOptions(args, here)).toThrow(UsageError);
  expect(() => readStartOptions(args, here)).toThrow(message);
});
