import { expect, test } from '@jest/globals';
import { repairNames } from '../../../shared/language/5-entities/repair-names.ts';
import { shownNames, written } from './written-sentences.ts';

test.each([
  [
    'a journal, in part',
    'it stood in [LOCATION Urban Studies] & Planning then',
    ['ORGANIZATION Urban Studies & Planning'],
  ],
  [
    'a journal, its end',
    'it stood in Urban Studies & [ORGANIZATION Planning] then',
    ['ORGANIZATION Urban Studies & Planning'],
  ],
  [
    'a journal, not at all',
    'it stood in Soil Biology & Biochemistry then',
    ['ORGANIZATION Soil Biology & Biochemistry'],
  ],
  ['a firm, cut at the mark', 'she sued [ORGANIZATION Roe &] Poe in the spring', ['ORGANIZATION Roe & Poe']],
  ['a whole name stays', 'she sued [PRODUCT Roe & Poe] in the spring', ['PRODUCT Roe & Poe']],
  [
    'a name before it stays apart',
    'on [DATE Monday] Soil Biology & Chemistry told so',
    ['DATE Monday', 'ORGANIZATION Soil Biology & Chemistry'],
  ],
  ['one word by itself is any word', 'she likes Research & Development more', []],
  ['so are the first words of a sentence', 'Applied Research & Development costs more than ever before', []],
  ['a date is none', 'it ran from [DATE May] & June till then', ['DATE May']],
  ['small letters', 'it stood in [LOCATION Urban Studies] & planning then', ['LOCATION Urban Studies']],
  ['a line in capitals', 'Arts Life & Style Sport', []],
])('%s', (_, text, names) => {
  expect(shownNames(repairNames(written(text).sentences))).toEqual(names);
});
