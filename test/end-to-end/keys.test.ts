import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());

const KEYS = [
  'with spaces.txt',
  'plus+and plus ++.txt',
  '100% %20 %2F %zz.txt',
  `single' and "double" quotes \`ticks\`.txt`,
  '新聞/東京 電力.txt',
  'أخبار.txt',
  'новости/Київ.txt',
  'émigré/e\u0301migre\u0301.txt',
  '🗞️ news 🇰🇷.txt',
  'a/b//c/.txt',
  '!*()~;:@&=$,[]{}|\\^<>#?.txt',
  'no\uFFFFcharacter.txt',
  'ARTICLE#PARAGRAPH#0001',
  `${'ä'.repeat(510)}.txt`,
];

test('articles are found under their keys, whatever these are made of', async () => {
  for (const [i, key] of KEYS.entries()) await pipeline.put(key, textFor(i));
  await pipeline.settled();
  for (const [i, key] of KEYS.entries()) {
    const stored = await pipeline.read(key);
    expect({ key, status: stored?.article.status }).toEqual({ key, status: 'READY' });
    expect(stored!.paragraphs.map(({ text }) => text).join('\n')).toBe(textFor(i));
  }
  expect(new Set((await pipeline.rows()).map(({ pk }) => pk).filter((pk) => pk.startsWith('ARTICLE#'))).size).toBe(
    KEYS.length,
  );
});

test('and removed under them', async () => {
  for (const key of KEYS) await pipeline.remove(key);
  await pipeline.settled();
  const rows = await pipeline.rows();
  expect(rows.map((row) => row['status'])).toEqual(KEYS.map(() => 'WITHDRAWN'));
  expect(pipeline.failures).toEqual([]);
});

/** Each its own, so that no article can pass for another. */
function textFor(index: number): string {
  return `Minister Leila Haddad opened school ${index} in Amman on Monday.\n“Number ${index} is the best,” Haddad said.`;
}
