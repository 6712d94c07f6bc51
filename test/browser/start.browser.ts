import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterEach, expect, jest, test } from '@jest/globals';
import { describeInChromium, launchChromium } from './chromium.ts';

/** It starts the stack twice, on a machine that does other things besides. */
jest.setTimeout(300_000);

const ARTICLES = ['harbour-bridge', 'grain-summit', 'chip-plant'].map((name) => `test/articles/${name}.txt`);

let running: ChildProcess | undefined;
let browser: Browser | undefined;
afterEach(async () => {
  await browser?.close();
  running?.removeAllListeners('close').kill('SIGKILL');
});

/** `npm start` with these arguments, up and waiting. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts', ...args]);
  running = child;
  let said = '';
  let wrong = '';
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => {
      reject(new Error(`${said}\n${wrong}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Waiting for articles')) resolve();
    });
  });
  return {
    said,
    /** The address that it said behind these words. */
    address: (what: string) => new RegExp(`^${what} +(http\\S+)$`, 'm').exec(said)![1]!,
    async end() {
      child.removeAllListeners('close').kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

const keysOf = async (api: string): Promise<string[]> => {
  const { items } = (await (await fetch(`${api}/articles`)).json()) as { items: { key: string }[] };
  return items.map(({ key }) => key).sort();
};

const folder = mkdtempSync(join(tmpdir(), 'kept-'));

test('what was dropped and found is kept for the next run', async () => {
  const first = await start(...ARTICLES, '--keep-in', folder);
  expect(first.said.split('\n')[0]).toContain(`Kept in ${folder}`);
  expect(await keysOf(first.address('HTTP API'))).toEqual([...ARTICLES].sort());
  await first.end();

  const second = await start('--keep-in', folder);
  expect(second.said).toContain('3 files kept.');
  expect(await keysOf(second.address('HTTP API'))).toEqual([...ARTICLES].sort());
  await second.end();
});

describeInChromium('the page of npm start in Chromium', () => {
  test('from the list to an article, its speaker, what was said, and whether it was said', async () => {
    const npm = await start('--keep-in', folder);
    const link = npm.address('Read them');
    browser = await launchChromium();
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(link);
    await page.click('.title[href$="harbour-bridge.txt"]');
    await page.waitForSelector('.note');
    expect(await page.locator('.story .mark').count()).toBeGreaterThan(10);
    const words = (await page.textContent('.story .said'))!;
    const speaker = page.locator('.speaker a').first();
    const name = (await speaker.textContent())!;
    await speaker.click();
    await page.waitForSelector('.companions li');
    expect(await page.textContent('h1')).toContain(name);
    await page.goto(new URL(`/check?${String(new URLSearchParams({ words }))}`, link).href);
    await page.waitForSelector('.verdict');
    expect(await page.textContent('.verdict')).toContain('Said so, word for word');
    expect(complaints).toEqual([]);
    await npm.end();
  });
});
