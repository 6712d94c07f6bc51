import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);

/** Describes what needs the browser; where there is none, it is skipped, and said so. */
export const describeInChromium = isThere ? describe : describe.skip;
if (!isThere)
  console.log(`No browser at ${CHROMIUM} (set CHROMIUM, or apt-get install chromium): the page is not tested here.`);

export function launchChromium(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: CHROMIUM, args: sandbox });
}
