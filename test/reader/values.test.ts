import { expect, test } from '@jest/globals';
import { valueOf } from '../../reader/article/values.ts';
import type { Entity } from '../../shared/language/analysis.ts';

const named = (name: string, value: Partial<Entity>): Entity => ({
  id: `DATE#${name}`,
  type: 'DATE',
  name,
  aliases: [],
  roles: [],
  salience: 0,
  mentions: [],
  ...value,
});

test.each([
  ['Tuesday', { date: '2026-11-24' }, '24 November 2026'],
  ['last month', { date: '2026-10' }, 'October 2026'],
  ['this week', { date: '2026-W04' }, 'week 4 of 2026'],
  ['the nineties', { date: '199X' }, '1990s'],
  ['3 to 5 December', { date: '2026-12-03/2026-12-05' }, '3 December 2026 to 5 December 2026'],
  ['14.2 million euros', { amount: 14_200_000, unit: 'EUR' }, '14,200,000 euros'],
  ['half a dollar', { amount: 0.5, unit: 'USD' }, '0.50 US dollars'],
  ['nine percent', { amount: 9, unit: '%' }, '9 %'],
  ['a dozen', { amount: 12 }, '12'],
])('%s is told as what it means', (name, value, told) => {
  expect(valueOf(named(name, value))).toBe(told);
});

test('what the text says itself is not told twice, and what nobody knows not at all', () => {
  expect(valueOf(named('2026', { date: '2026' }))).toBeUndefined();
  expect(valueOf(named('24 november 2026', { date: '2026-11-24' }))).toBeUndefined();
  expect(valueOf(named('soon', {}))).toBeUndefined();
});
