import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

test('where its reader has read enough, a command ends without a word', async () => {
  const command = spawn(process.execPath, ['shared/cli/news-ingest.js', '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  command.stdout.destroy();
  const ended = once(command, 'exit') as Promise<[number]>;
  const [said, [code]] = await Promise.all([text(command.stderr), ended]);
  expect([code, said]).toEqual([0, '']);
});
