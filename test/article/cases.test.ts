import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { detectLanguages } from '../../shared/language/detect-language.ts';

const CASES = join(import.meta.dirname, 'cases');

/** The file of a case, read without hints: its name says nothing of its format. */
async function read(number: string) {
  const name = readdirSync(CASES).find((file) => file.startsWith(number))!;
  const article = await parseArticle(readFileSync(join(CASES, name)), { key: 'case.txt' });
  return { ...article, text: article.paragraphs.map(({ text }) => text).join('\n') };
}

test('case 01: a long text in German is German, whole or cut', async () => {
  const { paragraphs, text } = await read('01');
  expect(detectLanguages(paragraphs).language).toBe('deu');
  expect(detectLanguages([{ ordinal: 0, text: text.slice(0, 400) }]).language).toBe('deu');
});

test('case 44: an export as JSON', async () => {
  expect(await read('44')).toMatchObject({
    format: 'ninjs',
    headline: { text: 'Mayor opens library' },
    bylines: [{ text: expect.stringContaining('Rick Bowden') as unknown }],
    publishedAt: '2026-03-03T10:00:00.000Z',
    text: expect.stringMatching(/WEXMOOR \(NWA\) — “It is warm,” said Olive Tarn\.$/) as unknown,
  });
});

test('case 45: a mail', async () => {
  const article = await read('45');
  expect(article).toMatchObject({
    format: 'mail',
    headline: { text: 'Mayor opens library' },
    dateline: { text: expect.stringContaining('WEXMOOR') as unknown },
  });
  expect(article.text).not.toMatch(/^(?:From|To|Subject|MIME-Version|Content-Type):/m);
});

test('case 46: NITF without a declaration', async () => {
  expect(await read('46')).toMatchObject({ format: 'nitf', text: '“It is warm,” said Olive Tarn.' });
});

test('case 47: a fragment of HTML', async () => {
  expect(await read('47')).toMatchObject({
    format: 'html',
    text: 'The mayor, Olive Tarn, opened a library.\n“It is warm,” Tarn said.',
  });
});

test('case 48: references in plain text', async () => {
  const { text } = await read('48');
  expect(text).toContain('opened a library on Monday & closed a school.');
  expect(text).toContain('"It is warm," Tarn said. “It’s dry,” she added.');
});

test('case 49: text that was read in a wrong encoding once, and has lost characters', async () => {
  await expect(read('49')).rejects.toMatchObject({ code: 'MOJIBAKE' });
});

test('case 50: Windows-1252', async () => {
  expect(await read('50')).toMatchObject({
    encoding: 'windows-1252',
    text: expect.stringContaining('“It is warm,” said Olive Tarn, the mayor.') as unknown,
  });
});

test('case 51: Markdown', async () => {
  const { text, ...article } = await read('51');
  expect(article).toMatchObject({
    format: 'markdown',
    headline: { text: 'Mayor opens library' },
    bylines: [{ text: 'By Rick Bowden' }],
  });
  expect(text).toContain('WEXMOOR — The mayor, Olive Tarn, opened a library on Monday.');
  expect(text).toContain('\n“It is warm,” Tarn said.');
  expect(text).not.toMatch(/---|\*\*|^>|https:/m);
});
