import { expect, test } from '@jest/globals';
import { nameMentions } from '../../../shared/language/5-entities/name-mentions.ts';
import { written } from './written-sentences.ts';

const typesIn = (text: string): string[] =>
  nameMentions(written(text)).map(({ type, words }) => `${type} ${words.join(' ')}`);

/** By the words of a name and those around it. */
test.each([
  ...`Inc Inc. Corp Corp. Ltd LLC LLP PLC plc GmbH AG S.p.A S.A N.V B.V Pty SE Co. Cos`
    .split(' ')
    .map((form): [string, string, string[]] => [form, `as [PERSON Bo ${form}] sold`, [`ORGANIZATION Bo ${form}`]]),
  ['a form alone', 'as [PERSON Inc] sold', ['PERSON Inc']],
  ['a form of a work', 'as [WORK Bo Inc] sold', ['WORK Bo Inc']],
  ['a form before', 'as [PERSON Inc Bo] sold', ['PERSON Inc Bo']],
  ...['—', '–', '-', '--'].map((dash): [string, string, string[]] => [
    `a dateline with ${dash}`,
    `[PERSON SAN BO] ( Wire ) ${dash}`,
    ['LOCATION SAN BO'],
  ]),
  ['capitals inside a line with a dash', 'in [PERSON SAN BO] ( Wire ) —', ['PERSON SAN BO']],
  ['small letters before a dash', '[PERSON San Bo] ( Wire ) —', ['PERSON San Bo']],
  ['capitals without a dash', '[PERSON SAN BO] ( Wire )', ['PERSON SAN BO']],
  ...['El', 'Los', 'Las', 'San', 'Santa', 'Port', 'Fort', 'Mount', 'Saint'].map(
    (beginning): [string, string, string[]] => [
      beginning,
      `rain near/ADP [PERSON ${beginning} Averstad] fell`,
      [`LOCATION ${beginning} Averstad`],
    ],
  ),
  ...`in at from near outside into across around throughout`
    .split(' ')
    .map((word): [string, string, string[]] => [
      word,
      `rain ${word}/ADP [PERSON Port Averstad] fell`,
      ['LOCATION Port Averstad'],
    ]),
  ['another preposition', 'rain by/ADP [PERSON Port Averstad] fell', ['PERSON Port Averstad']],
  ['no preposition', 'rain near/ADV [PERSON Port Averstad] fell', ['PERSON Port Averstad']],
  ['another beginning', 'rain near/ADP [PERSON Ada Averstad] fell', ['PERSON Ada Averstad']],
  ['a beginning alone', 'rain near/ADP [PERSON Port] fell', ['PERSON Port']],
  ['a body with such a beginning', 'rain near/ADP [ORGANIZATION Port Averstad] fell', ['ORGANIZATION Port Averstad']],
  ['a people behind an article', 'as a/DET [PERSON Dutch] ship', ['GROUP Dutch']],
  ['a people without an article', 'as [PERSON Dutch] ship', ['PERSON Dutch']],
  ['a team', 'as the/DET [PERSON Averstad Herons] won/VERB', ['ORGANIZATION Averstad Herons']],
  ['a team, "The"', 'as The/DET [PERSON Averstad Herons] won/VERB', ['ORGANIZATION Averstad Herons']],
  ['a team that something is of', 'as the/DET [PERSON Averstad Herons] series/NOUN won', ['PERSON Averstad Herons']],
  ['a team of one word', 'as the/DET [PERSON Herons] won/VERB', ['PERSON Herons']],
  ['one of a name', 'as a/DET [PERSON Averstad Herons] won/VERB', ['PERSON Averstad Herons']],
  ['a name in "ss"', 'as the/DET [PERSON Averstad Bross] won/VERB', ['PERSON Averstad Bross']],
  ...`Bee Chronicle Courier Dispatch Enquirer Examiner Gazette Globe Guardian Herald Inquirer Journal Ledger Mail Mirror
    News Observer Post Record Register Sentinel Star Telegraph Times Tribune`
    .split(/\s+/)
    .map((paper): [string, string, string[]] => [
      paper,
      `as a/DET [PERSON Averstad ${paper}] wrote/NOUN`,
      [`ORGANIZATION Averstad ${paper}`],
    ]),
  ['a newspaper of one word', 'as the/DET [PERSON Ledger] wrote/VERB', ['PERSON Ledger']],
  ['a newspaper without an article', 'as [PERSON Averstad Ledger] wrote/VERB', ['PERSON Averstad Ledger']],
  ['the brewer before', 'as brewer/NOUN [PERSON Firth] sold', ['ORGANIZATION Firth']],
  ['the brewer of a people', 'as brewer/NOUN [GROUP Firth] sold', ['GROUP Firth']],
  ['a brewer behind', '[LOCATION Firth/PROPN/appos>1] brewer/NOUN sold', ['ORGANIZATION Firth']],
  ['a brewer otherwise bound', '[LOCATION Firth/PROPN/nmod>1] brewer/NOUN sold', ['LOCATION Firth']],
  ['a trade before', 'as plumber/NOUN [PERSON Firth] sold', ['PERSON Firth']],
  ['a ship called like somebody', 'the ferry/NOUN [PERSON Ada Bo] sank', ['PRODUCT Ada Bo']],
  ['a ship called like a place', 'the ferry/NOUN [LOCATION Averstad] sank', ['PRODUCT Averstad']],
  ['a ship of a body', 'the ferry/NOUN [ORGANIZATION Bo Lines] sank', ['ORGANIZATION Bo Lines']],
  ['a river called like somebody', 'the river/NOUN [PERSON Firth] rose', ['LOCATION Firth']],
  ['a river called like a body', 'the river/NOUN [ORGANIZATION Firth] rose', ['ORGANIZATION Firth']],
  ['a day behind a brewer', 'the brewer/NOUN [WORK Firth] sold', ['WORK Firth']],
])('%s: %s', (_, text, types) => {
  expect(typesIn(text)).toEqual(types);
});

/** By the other names of the article. */
test.each([
  ...['G7', 'G-20', 'G 8', 'G4', 'G5', 'G10', 'G24', 'G77'].map((circle): [string, string, string[]] => [
    circle,
    `the [PRODUCT ${circle}] met`,
    [`ORGANIZATION ${circle}`],
  ]),
  ['a circle of none', 'the [PRODUCT G6] met', ['PRODUCT G6']],
  ['a country as somebody', 'as [PERSON U.S.] met', ['LOCATION U.S.']],
  ['a country as a product', 'as [PRODUCT Sri Lanka] met', ['LOCATION Sri Lanka']],
  ['a country in capitals as somebody', 'as [PERSON DPRK] met', ['LOCATION DPRK']],
  ['a country that may be somebody', 'as [PERSON Jordan] met', ['PERSON Jordan']],
  ['somebody of two names', 'as [PERSON Ada Bo] met', ['PERSON Ada Bo']],
  ['a country as a work', 'as [WORK Norway] met', ['WORK Norway']],
  ...['White House', 'Kremlin', 'Pentagon', 'Downing Street', 'Élysée', 'Blue House'].map(
    (seat): [string, string, string[]] => [seat, `as [LOCATION ${seat}] met`, [`ORGANIZATION ${seat}`]],
  ),
  ['a seat as a work', 'as [WORK Kremlin] met', ['WORK Kremlin']],
  ['a people as a place', 'as [LOCATION Dutch] met', ['GROUP Dutch']],
  ['a people as a body', 'as [ORGANIZATION Dutch] met', ['GROUP Dutch']],
  ['a country as a body', 'as [ORGANIZATION Norway] met', ['LOCATION Norway']],
  ['a country as a people', 'as [GROUP Norway] met', ['LOCATION Norway']],
  ['the North', 'as [LOCATION North Korea] met [ORGANIZATION North]', ['LOCATION North Korea', 'LOCATION North']],
  ['the South', 'as [LOCATION DPRK] met [ORGANIZATION South]', ['LOCATION DPRK', 'LOCATION South']],
  ['the North of no Korea', 'as [LOCATION Norway] met [ORGANIZATION North]', ['LOCATION Norway', 'ORGANIZATION North']],
  ['the West', 'as [LOCATION DPRK] met [ORGANIZATION West]', ['LOCATION DPRK', 'ORGANIZATION West']],
  [
    'an acronym',
    'the [ORGANIZATION Sea Work Council] met [PERSON SWC]',
    ['ORGANIZATION Sea Work Council', 'ORGANIZATION SWC'],
  ],
  [
    'an acronym with stops',
    'the [ORGANIZATION Sea Work Council] met [PERSON S.W.C.]',
    ['ORGANIZATION Sea Work Council', 'ORGANIZATION S.W.C.'],
  ],
  ['an acronym of a work', 'the [WORK Sea Work Council] met [PERSON SWC]', ['WORK Sea Work Council', 'PERSON SWC']],
  [
    'an acronym and more',
    'the [ORGANIZATION Sea Work Council] met [PERSON SWC Bo]',
    ['ORGANIZATION Sea Work Council', 'PERSON SWC Bo'],
  ],
  [
    'a surname as a place',
    'as [PERSON Ada Averstad] met [LOCATION Averstad]',
    ['PERSON Ada Averstad', 'PERSON Averstad'],
  ],
  [
    'a surname as a body',
    'as [PERSON Ada Averstad] met [ORGANIZATION Averstad]',
    ['PERSON Ada Averstad', 'PERSON Averstad'],
  ],
  ['a surname as a people', 'as [PERSON Ada Averstad] met [GROUP Averstad]', ['PERSON Ada Averstad', 'GROUP Averstad']],
  ['a surname as a work', 'as [PERSON Ada Averstad] met [WORK Averstad]', ['PERSON Ada Averstad', 'WORK Averstad']],
  [
    'a surname where a place is meant',
    'as [PERSON Ada Averstad] met in [LOCATION Averstad]',
    ['PERSON Ada Averstad', 'LOCATION Averstad'],
  ],
  [
    'a surname as a body in a place',
    'as [PERSON Ada Averstad] met in [ORGANIZATION Averstad]',
    ['PERSON Ada Averstad', 'PERSON Averstad'],
  ],
  [
    'a surname that is twice a place',
    'as [PERSON Ada Averstad] met [LOCATION Averstad] by [LOCATION Averstad]',
    ['PERSON Ada Averstad', 'LOCATION Averstad', 'LOCATION Averstad'],
  ],
  ['a forename', 'as [PERSON Averstad Bo] met [LOCATION Averstad]', ['PERSON Averstad Bo', 'LOCATION Averstad']],
  [
    'a surname with a particle',
    'as [PERSON van Averstad] met [LOCATION Averstad]',
    ['PERSON van Averstad', 'LOCATION Averstad'],
  ],
  [
    'a company in short',
    'as [ORGANIZATION Averstad Lines] met [PERSON Averstad]',
    ['ORGANIZATION Averstad Lines', 'ORGANIZATION Averstad'],
  ],
  [
    'a company in short, as a place',
    'as [ORGANIZATION Averstad Lines] met [LOCATION Averstad]',
    ['ORGANIZATION Averstad Lines', 'LOCATION Averstad'],
  ],
  ['a work in short', 'as [WORK Averstad Lines] met [PERSON Averstad]', ['WORK Averstad Lines', 'PERSON Averstad']],
  [
    'a company and somebody of one name',
    'as [ORGANIZATION Averstad Lines] met [PERSON Ada Averstad] and [PERSON Averstad]',
    ['ORGANIZATION Averstad Lines', 'PERSON Ada Averstad', 'PERSON Averstad'],
  ],
  [
    'a team in short',
    'as [ORGANIZATION Averstad Herons] met the [PERSON Herons]',
    ['ORGANIZATION Averstad Herons', 'ORGANIZATION Herons'],
  ],
  [
    'a team in short, "The"',
    'as [ORGANIZATION Averstad Herons] met The [PERSON Herons]',
    ['ORGANIZATION Averstad Herons', 'ORGANIZATION Herons'],
  ],
  [
    'a team in short without an article',
    'as [ORGANIZATION Averstad Herons] met [PERSON Herons]',
    ['ORGANIZATION Averstad Herons', 'PERSON Herons'],
  ],
  [
    'no team',
    'as [ORGANIZATION Averstad Heron] met the [PERSON Heron]',
    ['ORGANIZATION Averstad Heron', 'PERSON Heron'],
  ],
  [
    'two names in short',
    'as [ORGANIZATION Averstad Lines] met [PERSON Averstad Bo]',
    ['ORGANIZATION Averstad Lines', 'PERSON Averstad Bo'],
  ],
  [
    'a name mostly of another type',
    '[WORK Ada Bo] by [PERSON Ada Bo] and [PERSON Ada Bo]',
    ['PERSON Ada Bo', 'PERSON Ada Bo', 'PERSON Ada Bo'],
  ],
  [
    'a name mostly of the type named first',
    '[PERSON Ada Bo] and [PERSON Ada Bo] by [WORK Ada Bo]',
    ['PERSON Ada Bo', 'PERSON Ada Bo', 'PERSON Ada Bo'],
  ],
  ['a name as often of another type', '[WORK Ada Bo] by [PERSON Ada Bo]', ['WORK Ada Bo', 'PERSON Ada Bo']],
  [
    'an event mostly of another type',
    '[EVENT Ada Bo] by [PERSON Ada Bo] and [PERSON Ada Bo]',
    ['PERSON Ada Bo', 'PERSON Ada Bo', 'PERSON Ada Bo'],
  ],
  [
    'a product mostly of another type',
    '[PRODUCT Ada Bo] by [PERSON Ada Bo] and [PERSON Ada Bo]',
    ['PERSON Ada Bo', 'PERSON Ada Bo', 'PERSON Ada Bo'],
  ],
  [
    'a day mostly of another type',
    '[DATE May] by [PERSON May] and [PERSON May] or [PERSON May]',
    ['DATE May', 'PERSON May', 'PERSON May', 'PERSON May'],
  ],
  [
    'a word twice of another type',
    '[WORK Ada] by [PERSON Ada] and [PERSON Ada]',
    ['WORK Ada', 'PERSON Ada', 'PERSON Ada'],
  ],
  [
    'a word mostly of another type',
    '[WORK Ada] by [PERSON Ada] and [PERSON Ada] or [PERSON Ada]',
    ['PERSON Ada', 'PERSON Ada', 'PERSON Ada', 'PERSON Ada'],
  ],
])('%s: %s', (_, text, types) => {
  expect(typesIn(text)).toEqual(types);
});
