import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { evaluateLinks } from '../../measure/quality/links.ts';
import { evaluateTypes, namesOfSeveralTypes } from '../../measure/quality/types.ts';
import { evaluateValues } from '../../measure/quality/values.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'news-'));
  const sentences = [
    'Olga Firth flew to Warsaw on Monday to see the Polish minister .',
    'She said " the talks went well " .',
    'Two trains met head on near Nairobi , Kenya , in March .',
    'Kenyan police said 14 people died .',
  ];
  const lines = sentences.map((text, index) => JSON.stringify({ id: `s${index}`, tokens: text.split(' ') }));
  await writeFile(join(directory, 'sentences.jsonl'), lines.join('\n'));
  await writeFile(join(directory, 'plain.txt'), 'The prime minister of Kenya met reporters in Nairobi on Friday.');
});
afterAll(() => rm(directory, { recursive: true }));

test('links are drawn once each, with the article and the words around the first mention, and counted by type', async () => {
  const options = { others: [join(directory, 'plain.txt')], sample: 50, seed: 3 };
  const rows = (await evaluateLinks(join(directory, 'sentences.jsonl'), options)).split('\n');
  const links = rows.filter((row) => row.includes('\t')).map((row) => row.split('\t'));
  expect(links.map(([name, type, ids, , article]) => [name, type, ids, article]).toSorted()).toEqual([
    ['Kenya', 'LOCATION', 'Q114 192950', 'plain.txt'],
    ['Kenya', 'LOCATION', 'Q114 192950', 's2'],
    ['Nairobi', 'LOCATION', 'Q3870 184745', 'plain.txt'],
    ['Nairobi', 'LOCATION', 'Q3870 184745', 's2'],
    ['Warsaw', 'LOCATION', 'Q270 756135', 's0'],
  ]);
  expect(links.find(([name]) => name === 'Warsaw')?.[5]).toBe(
    'Olga Firth flew to [Warsaw] on Monday to see the Polish minister.',
  );
  expect(rows.slice(-3)).toEqual([
    'PERSON        0 of 1 linked (0.0 %)',
    'ORGANIZATION  0 of 0 linked (0.0 %)',
    'LOCATION      5 of 5 linked (100.0 %)',
  ]);
});

test('another seed draws others, the same seed the same', async () => {
  const draw = (seed: number) => evaluateLinks(join(directory, 'sentences.jsonl'), { sample: 1, seed });
  const draws = await Promise.all([1, 1, 2, 3, 4].map(draw));
  expect(draws[0]).toBe(draws[1]);
  expect(new Set(draws).size).toBeGreaterThan(1);
});

test('one name under two types is told by its mentions, however it is spelt; dates and pronouns are no names', () => {
  const mention = (text: string, kind: 'name' | 'pronoun' = 'name') => ({ paragraph: 0, start: 0, end: 1, text, kind });
  const several = namesOfSeveralTypes([
    { type: 'PERSON', mentions: [mention('Dell Houston'), mention('Houston'), mention('She', 'pronoun')] },
    { type: 'LOCATION', mentions: [mention("Houston's"), mention('Texas')] },
    { type: 'WORK', mentions: [mention('She')] },
    { type: 'ORGANIZATION', mentions: [mention('May')] },
    { type: 'DATE', mentions: [mention('May')] },
  ]);
  expect([...several]).toEqual([['houston', new Set(['PERSON', 'LOCATION'])]]);
});

test('articles are read whole, and counted', async () => {
  const others = [join(directory, 'plain.txt')];
  expect(await evaluateTypes(join(directory, 'sentences.jsonl'), { others })).toBe(
    'One name under two types: 0 of 3 articles (0.0 %)',
  );
});

test('dates and amounts have a number, a number word or a word of the calendar', async () => {
  expect(await evaluateValues(join(directory, 'sentences.jsonl'), {})).toBe(
    'No number, number word or calendar word: 0 of 4 dates and amounts in 2 articles',
  );
});
