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
  ['a whole name stays', 'she sued [PRODUCT Ada Roe & Poe] in the spring', ['PRODUCT Ada Roe & Poe']],
  [
    'a name before it stays apart',
    'on [DATE Monday] Soil Biology & Chemistry told so',
    ['DATE Monday', 'ORGANIZATION Soil Biology & Chemistry'],
  ],
  ['one word by itself is any word', 'she likes Research & Development more', []],
  ['so are the first words of a sentence', 'Applied Research & Development costs more than ever before', []],
  ['a date is none', 'it ran from [DATE May] & June till then', ['DATE May']],
  ['small letters', 'it stood in [LOCATION Urban Studies] & planning then', ['LOCATION Urban Studies']],
  ['two names apart', 'she sued [PERSON Ada Roe] & [PERSON Poe] in the spring', ['ORGANIZATION Ada Roe & Poe']],
  [
    'three words before it',
    'it stood in Old Soil Biology & Chemistry then',
    ['ORGANIZATION Old Soil Biology & Chemistry'],
  ],
  [
    'three words behind it',
    'it stood in Soil Biology & Old Sea Chemistry then',
    ['ORGANIZATION Soil Biology & Old Sea Chemistry'],
  ],
  [
    'words behind a name',
    'it stood in [ORGANIZATION Urban Studies &] Old Sea Chemistry then',
    ['ORGANIZATION Urban Studies & Old Sea Chemistry'],
  ],
  [
    'up to the name behind',
    'it stood in Soil Biology & Chemistry [LOCATION Oslo] then',
    ['ORGANIZATION Soil Biology & Chemistry', 'LOCATION Oslo'],
  ],
  ['up to a verb', 'it stood in Soil Biology & Chemistry Told/VERB so', ['ORGANIZATION Soil Biology & Chemistry']],
  ['behind a verb', 'it was Told/VERB Soil Biology & Chemistry then', ['ORGANIZATION Soil Biology & Chemistry']],
  ['adjectives', 'it stood in Urban/ADJ Old/ADJ & New/ADJ Studies then', ['ORGANIZATION Urban Old & New Studies']],
  ['nouns', 'it stood in Soils/NOUN Boats/NOUN & Ports/NOUN then', ['ORGANIZATION Soils Boats & Ports']],
  ['nothing before it', 'it stood in & [ORGANIZATION Planning] then', ['ORGANIZATION Planning']],
  ['nothing behind it', 'it stood in [LOCATION Urban Studies] & then', ['LOCATION Urban Studies']],
  ['words in capitals', 'it stood in [LOCATION Urban Studies] & PLANNING then', ['LOCATION Urban Studies']],
  ...['PERSON', 'ORGANIZATION', 'LOCATION', 'WORK', 'PRODUCT'].map((type): [string, string, string[]] => [
    type,
    `it stood in [${type} Urban Studies] & Planning then`,
    ['ORGANIZATION Urban Studies & Planning'],
  ]),
  ...['GROUP', 'EVENT', 'DATE'].map((type): [string, string, string[]] => [
    type,
    `it stood in [${type} Urban Studies] & Planning then`,
    [`${type} Urban Studies`],
  ]),
  [
    'two marks',
    'it stood in [ORGANIZATION Soil Studies] & Planning or Sea Biology & Chemistry then',
    ['ORGANIZATION Soil Studies & Planning', 'ORGANIZATION Sea Biology & Chemistry'],
  ],
  ['half of it in capitals', 'it stood in Soil Biology & Planning too', ['ORGANIZATION Soil Biology & Planning']],
  ['a line in capitals behind a number', '40 Arts Life & Style Sport', []],
  ['three of five words in capitals', 'it in Soil Biology & Planning', ['ORGANIZATION Soil Biology & Planning']],
  [
    'two places',
    'it stood in [LOCATION Urban Studies] & [LOCATION Planning] then',
    ['LOCATION Urban Studies', 'LOCATION Planning'],
  ],
  ['a date behind', 'it stood in Urban Studies & [DATE May] then', ['DATE May']],
  ['a people behind', 'it stood in Urban Studies & [GROUP Dutch] then', ['GROUP Dutch']],
  [
    'five words behind it',
    'it stood in the old house of Soil Biology & Old New Sea Port Chemistry then',
    ['ORGANIZATION Soil Biology & Old New Sea Port Chemistry'],
  ],
  ['a line in capitals', 'Arts Life & Style Sport', []],
])('%s', (_, text, names) => {
  expect(shownNames(repairNames(written(text).sentences))).toEqual(names);
});
