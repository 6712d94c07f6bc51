import { en, type ParsedComponents, type ParsedResult } from 'chrono-node';

/** A date as a value: ISO 8601, as fine as the words tell. */
export interface DateValue {
  /** "2026-11-23", "2026-11", "2026", "2026-W47", "199X", "2026-12-03/2026-12-05". */
  readonly date: string;
  readonly granularity: 'day' | 'days' | 'week' | 'month' | 'year' | 'decade' | 'century';
}

const MONTHS =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const CALENDAR = new RegExp(
  `\\b(?:${MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|wed|thurs?|fri|sat|sun)\\.|today|tonight|yesterday|tomorrow|now|(?:mid)?night|morning|afternoon|evening|noon|day|week|weekend|month|quarter|season|year|decade|century|centuries|spring|summer|autumn|fall|winter|christmas|easter|ramadan|thanksgiving|hour|minute|eve)s?\\b`,
  'i',
);
const YEAR = /^(?:1[0-9]|20|21)\d{2}$/;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

/** Whether the words hold a date at all: a calendar word, a year, a date or a time of day in digits. */
export const isDate = (text: string): boolean =>
  CALENDAR.test(text) ||
  /\b(?:1[0-9]|20|21)\d{2}\b|\b(?:\d{2}){1,2}s\b|\b\d{1,2}[/.-]\d{1,2}|\b\d{1,2}(?::\d{2})? ?[ap]\.?m\b|\b\d{1,2}:\d{2}\b|['’]\d{2}\b|\b9\/11\b/i.test(
    text,
  );

/** What is asked of the words of a date. */
interface Asked {
  /** Without the small words before it. */
  readonly text: string;
  /** When the article was published. */
  readonly reference: Date | undefined;
  /** The sentence tells what will be, so that "Friday" is the next one, else the last. */
  readonly ahead: boolean;
}

/**
 * The day, week, month or year that words mean; undefined where they or the article's date do not tell. `published`: ISO
 * 8601; `ahead`: the sentence tells what will be, so that "Friday" is the next one, else the last.
 */
export function dateIn(words: string, published: string | undefined, ahead = false): DateValue | undefined {
  const text = words.trim().replace(/^(?:the|in|on|of|by|since|until|early|late|mid-?|earlier|later)\s+/i, '');
  const reference = published === undefined ? undefined : new Date(published);
  const date = { text, reference, ahead };
  return wholeYears(text) ?? wholeWeek(date) ?? readDate(date);
}

/** "last week" */
function wholeWeek({ text, reference }: Asked): DateValue | undefined {
  const which = /^(this|last|next|past|previous) week$/i.exec(text)?.[1]?.toLowerCase();
  if (!reference || which === undefined) return undefined;
  return weekOf(addDays(reference, which === 'next' ? 7 : which === 'this' ? 0 : -7));
}

/** What the library reads; undefined where it reads no date or several. */
function readDate(date: Asked): DateValue | undefined {
  const { text, reference } = date;
  if (reference === undefined && !/\b(?:1[0-9]|20|21)\d{2}\b/.test(text)) return undefined;
  const [result, ...others] = en.casual.parse(text, { instant: reference ?? new Date(0), timezone: 0 });
  if (!result || others.length > 0) return undefined;
  const { start, end } = result;
  if (isDay(result)) return dayIn(date, result);
  if (end) return undefined;
  if (start.isCertain('month')) return monthIn(date, start);
  const isYear = start.isCertain('year') && /\b(?:this|last|next) year\b/i.test(text);
  return isYear ? { date: String(start.get('year')), granularity: 'year' } : undefined;
}

const isDay = ({ start, text }: ParsedResult): boolean =>
  start.isCertain('day') || WEEKDAY.test(text) || /^(?:today|tonight|yesterday|tomorrow)/i.test(text);

function dayIn({ text, reference, ahead }: Asked, { start, end, text: read }: ParsedResult): DateValue {
  const day = timeOf(start);
  const isNumbered = start.isCertain('day');
  const first = reference && isNumbered && !start.isCertain('year') ? nearestYear(day, reference) : day;
  const named = WEEKDAY.test(read) && !isNumbered && !/\b(?:last|next)\b/i.test(text) ? start.get('weekday') : null;
  const date = reference && named !== null ? weekday(named, reference, ahead) : iso(first);
  if (end?.isCertain('day')) return { date: `${date}/${iso(timeOf(end) + first - day)}`, granularity: 'days' };
  return { date, granularity: /\bmonths? ago\b/i.test(text) ? 'month' : 'day' };
}

function monthIn({ reference }: Asked, start: ParsedComponents): DateValue {
  const month = timeOf(start, MIDDLE_OF_MONTH);
  const near = start.isCertain('year') || !reference ? month : nearestYear(month, reference);
  return { date: iso(near).slice(0, 'YYYY-MM'.length), granularity: 'month' };
}

/** No year that is guessed for it makes it another month. */
const MIDDLE_OF_MONTH = 15;

/** Milliseconds of the day that was read, or of another day of its month. The library always gives all three. */
const timeOf = (read: ParsedComponents, day = read.get('day') ?? 1): number =>
  Date.UTC(read.get('year') ?? 0, (read.get('month') ?? 1) - 1, day);

/** "1945", "the 1990s", "the 14th century" */
function wholeYears(text: string): DateValue | undefined {
  if (YEAR.test(text)) return { date: text, granularity: 'year' };
  const decade = /^(?:early |late |mid-?)?(\d{3})0s$/i.exec(text)?.[1];
  if (decade) return { date: `${decade}X`, granularity: 'decade' };
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/i.exec(text)?.[1];
  return century ? { date: `${String(Number(century) - 1).padStart(2, '0')}XX`, granularity: 'century' } : undefined;
}

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);

/** A day without a year is the one nearest to the article. */
function nearestYear(time: number, reference: Date): number {
  const date = new Date(time);
  const candidates = [-1, 0, 1].map((years) =>
    Date.UTC(reference.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()),
  );
  const distance = (one: number): number => Math.abs(one - reference.getTime());
  return candidates.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

function weekday(day: number, reference: Date, ahead: boolean): string {
  const difference = (day - reference.getUTCDay() + 7) % 7;
  const days = ahead ? difference || 7 : difference - (difference === 0 ? 0 : 7);
  return iso(addDays(reference, days).getTime());
}

/** ISO week of a day: weeks begin on Monday, the first holds the year's first Thursday. */
function weekOf(date: Date): DateValue {
  const thursday = addDays(date, 3 - ((date.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return { date: `${year}-W${String(week).padStart(2, '0')}`, granularity: 'week' };
}
