import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

/** Options that several commands take, with the same words. */
export const stackOption = new Option('--stack <name>', 'a deployed stack; else the local AWS');
export const jsonOption = new Option('--json', 'one JSON value a line, for other programs').default(false);
export const fromOption = new Option('--from <date>', 'from this day, month or instant (UTC)').argParser(firstDay);
export const toOption = new Option('--to <date>', 'to this day, month or instant, all of it').argParser(lastDay);
export const limitOption = new Option('--limit <count>', 'at most so many').default(20).argParser(count);

function count(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 1.');
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function firstDay(text: string): string {
  return MONTH.test(text) ? `${text}-01` : text;
}

function lastDay(text: string): string {
  if (!MONTH.test(text)) return text;
  const [year, month] = text.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
