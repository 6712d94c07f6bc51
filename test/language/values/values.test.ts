import { expect, test } from '@jest/globals';
import { split } from '../../../shared/language/analyse.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { dateIn } from '../../../shared/language/values/dates.ts';
import { moneyIn, quantityIn } from '../../../shared/language/values/amounts.ts';
import { PUBLISHED, SENTENCES } from './sentences.ts';

/** Dates, then amounts with their units, of a sentence. */
async function valuesOf(text: string): Promise<string> {
  const paragraph = { ordinal: 0, text };
  const sentences = await (await loadTagger())(split(paragraph));
  const { entities } = findEntities(annotate({ paragraphs: [paragraph], sentences, publishedAt: PUBLISHED }));
  const values = entities.filter(({ type }) => /^(?:DATE|MONEY|QUANTITY)$/.test(type));
  return values
    .sort((a, b) => Number(a.type !== 'DATE') - Number(b.type !== 'DATE'))
    .map(({ date, amount, unit, name }) => date ?? (amount === undefined ? `?${name}` : `${amount} ${unit ?? ''}`))
    .join(' ');
}

test('the values of a hundred sentences: at least 95 are right', async () => {
  expect(SENTENCES.length).toBe(100);
  const wrong: string[] = [];
  for (const line of SENTENCES) {
    const [text = '', expected = ''] = line.split(' |').map((part) => part.trim());
    const found = await valuesOf(text);
    if (found !== expected) wrong.push(`${text} ${found}`);
  }
  if (wrong.length > 0) console.log(wrong.join('\n'));
  expect(wrong.length).toBeLessThanOrEqual(5);
});

test('what the article’s date alone could tell has no value without it', () => {
  expect(dateIn('Monday', undefined)).toBeUndefined();
  expect(dateIn('last year', undefined)).toBeUndefined();
  expect(dateIn('March 2020', undefined)).toEqual({ date: '2020-03', granularity: 'month' });
});

test.each([
  ['Dec. 3-5', '2026-12-03/2026-12-05', 'days'],
  ['the 1980s', '198X', 'decade'],
  ['two weeks ago', '2026-11-10', 'day'],
])('"%s" is %s', (text, date, granularity) => {
  expect(dateIn(text, PUBLISHED)).toEqual({ date, granularity });
});

test('amounts keep whose money it is and what is counted', () => {
  expect(moneyIn('20 million Australian dollars')).toEqual({ value: 20_000_000, unit: 'AUD' });
  expect(moneyIn('75 cents')).toEqual({ value: 0.75, unit: 'USD' });
  expect(quantityIn('two dozen', 'ships')).toEqual({ value: 24, unit: 'ships' });
});
