import type { EntityType } from '../shared/language/document.ts';

/** Types as people call them, in the order in which they look for them. */
export const TYPE_NAMES: Readonly<Record<EntityType, string>> = {
  PERSON: 'People',
  ORGANIZATION: 'Organisations',
  LOCATION: 'Places',
  GROUP: 'Groups',
  EVENT: 'Events',
  PRODUCT: 'Products',
  WORK: 'Works and laws',
  DATE: 'Dates',
  MONEY: 'Money',
  QUANTITY: 'Quantities',
};

export const TYPE_NAME: Readonly<Record<EntityType, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organisation',
  LOCATION: 'Place',
  GROUP: 'Group',
  EVENT: 'Event',
  PRODUCT: 'Product',
  WORK: 'Work or law',
  DATE: 'Date',
  MONEY: 'Amount',
  QUANTITY: 'Quantity',
};

/** Have no page of their own: nobody asks for all articles with "$5". */
export const isValue = (type: string): boolean => type === 'DATE' || type === 'MONEY' || type === 'QUANTITY';

export const typeOfId = (id: string): EntityType => id.slice(0, id.indexOf('#')) as EntityType;

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const formatted = (format: Intl.DateTimeFormat, instant: string): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format.format(date);
};

export const dayOf = (instant: string): string => formatted(day, instant);
export const timeOf = (instant: string): string => `${formatted(minute, instant)} UTC`;
export const monthName = (yearAndMonth: string): string => formatted(month, `${yearAndMonth}-01T00:00:00Z`);

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** @param language ISO 639-3. */
export function languageName(language: string): string {
  try {
    return languages.of(language) ?? language;
  } catch {
    return language;
  }
}

/** Below it a statement is shown as uncertain: of ten such, three or more are wrong in their words or their speaker. */
export const CERTAIN = 0.7;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
