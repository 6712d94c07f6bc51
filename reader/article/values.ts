import type { Entity } from '../../shared/language/analysis.ts';
import { dayOf, monthName } from '../words.ts';

/** What a date or an amount means, where the text does not say just that: "Tuesday" is "24 November 2026". */
export function valueOf({ name, date, amount, unit }: Entity): string | undefined {
  const value = date === undefined ? (amount === undefined ? undefined : amountOf(amount, unit)) : dateOf(date);
  return value?.toLowerCase() === name.toLowerCase() ? undefined : value;
}

/** @param date ISO 8601, or "199X". */
function dateOf(date: string): string {
  const [first, last] = date.split('/') as [string, string?];
  if (last !== undefined) return `${dateOf(first)} to ${dateOf(last)}`;
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(date) ?? [];
  if (week !== undefined) return `week ${Number(week)} of ${year!}`;
  if (/^\d{4}-\d{2}-\d{2}/.test(date)) return dayOf(date.slice(0, 10));
  if (/^\d{4}-\d{2}$/.test(date)) return monthName(date);
  if (/^\d{3}X$/.test(date)) return `${date.slice(0, 3)}0s`;
  return date;
}

/** @param unit ISO 4217 for money, else as it is written. */
function amountOf(amount: number, unit: string | undefined): string {
  const number = amount.toLocaleString('en');
  if (unit === undefined) return number;
  if (!/^[A-Z]{3}$/.test(unit)) return `${number} ${unit}`;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: unit,
    currencyDisplay: 'name',
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}
