import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { Quotation } from '../language/analysis.ts';

/** Options that several commands take, with the same words. */
export const stackOption = new Option('--stack <name>', 'a deployed stack; else the local AWS');
export const jsonOption = new Option('--json', 'one JSON value a line, for other programs').default(false);
export const fromOption = new Option('--from <date>', 'from this day, month, year or instant (UTC)');
export const toOption = new Option('--to <date>', 'to this day, month, year or instant, all of it');
export const limitOption = new Option('--limit <count>', 'at most so many').default(20).argParser(count);
export const folderOption = new Option('--prefix <folder>', 'of this folder of the inbox alone, as reuters/').argParser(
  folder,
);

export const byOption = new Option('--by <name|id...>', 'who said it, as "jake sullivan" or PERSON#jake-sullivan');
export const aboutOption = new Option('--about <name|id...>', 'whom or what the words mention');
export const wordsOption = new Option('--words <words>', 'each begins a word of the statement, in any order');
const KINDS: readonly Quotation['kind'][] = ['direct', 'mixed', 'indirect'];
export const kindOption = new Option('--kind <kind>', 'in quotation marks, partly, or not at all').choices(KINDS);
export const confidenceOption = new Option(
  '--min-confidence <share>',
  'the least probability that words and speaker are right, 0 to 1',
).argParser(share);

function count(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 1.');
}

function share(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('It takes a number from 0 to 1.');
}

/** "a/b" is the folder "a/b/": no key begins with a part of a folder's name by accident. */
export function folder(text: string): string {
  return text === '' || text.endsWith('/') ? text : `${text}/`;
}
