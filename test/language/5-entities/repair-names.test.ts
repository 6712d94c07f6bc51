import { expect, test } from '@jest/globals';
import { repairNames } from '../../../shared/language/5-entities/repair-names.ts';
import { shownNames, written } from './written-sentences.ts';

const repaired = (text: string): string[] => shownNames(repairNames(written(text).sentences));

/** What the tagger left, and the names that it comes to. */
test.each([
  // Joined.
  ['a nickname', '[PERSON Dwayne] “ The Rock ” [PERSON Johnson] sang', ['PERSON Dwayne “ The Rock ” Johnson']],
  ['a nickname, its marks in the names', '[PERSON Ada "] Sparks [PERSON " Bo] sang', ['PERSON Ada " Sparks " Bo']],
  ['a nickname, a mark in a name', '[PERSON Ada] “ Sparks [PERSON ” Bo] sang', ['PERSON Ada “ Sparks ” Bo']],
  ['a nickname in brackets is none', '[PERSON Ada] ( Sparks ) [PERSON Bo] sang', ['PERSON Ada', 'PERSON Bo']],
  ['a nickname without a mark is none', '[PERSON Ada] sparks [PERSON Bo] sang', ['PERSON Ada', 'PERSON Bo']],
  [
    'a nickname of four words is none',
    '[PERSON Ada] “ The Very Loud One ” [PERSON Bo] sang',
    ['PERSON Ada', 'PERSON Bo'],
  ],
  [
    'a nickname that is tagged itself',
    '[PERSON Dwayne] “ [WORK The Rock] ” [PERSON Johnson] sang',
    ['PERSON Dwayne “ The Rock ” Johnson'],
  ],
  [
    'a nickname that is tagged, beside a place',
    '[LOCATION Oslo] “ [WORK The Rock] ” [PERSON Johnson] sang',
    ['LOCATION Oslo', 'WORK The Rock', 'PERSON Johnson'],
  ],
  ['a nickname beside a town', '[LOCATION Oslo] “ Rock ” [PERSON Johnson] sang', ['LOCATION Oslo', 'PERSON Johnson']],
  ['a particle', '[PERSON Mohammed] [PERSON bin Salman] left', ['PERSON Mohammed bin Salman']],
  ['two in a row', '[PERSON Ada] [PERSON Bo] left', ['PERSON Ada', 'PERSON Bo']],
  ['a particle apart', '[PERSON Mohammed] and [PERSON bin Salman] left', ['PERSON Mohammed', 'PERSON bin Salman']],
  ['a surname with a hyphen', '[PERSON Ida Delgado ~-] [PERSON ~Price] left', ['PERSON Ida Delgado ~- ~Price']],
  ['a firm of two', '[PERSON Roe] & [PERSON Poe] sued', ['ORGANIZATION Roe & Poe']],
  ['two places', '[LOCATION Roe] & [LOCATION Poe] sued', ['LOCATION Roe', 'LOCATION Poe']],
  ['a port', '[LOCATION Port of] [LOCATION Averøy] opened', ['LOCATION Port of Averøy']],
  ['a port apart', '[LOCATION Port of] old [LOCATION Averøy] opened', ['LOCATION Port of', 'LOCATION Averøy']],
  [
    'an agency',
    '[ORGANIZATION Sea Agency] for [ORGANIZATION Deep Science] dived',
    ['ORGANIZATION Sea Agency for Deep Science'],
  ],
  [
    'an agency, cut behind its for',
    '[ORGANIZATION Sea Agency for] [ORGANIZATION Deep Science] dived',
    ['ORGANIZATION Sea Agency for Deep Science'],
  ],
  [
    'one body for another',
    '[ORGANIZATION Acme] for [ORGANIZATION Deep Science] dived',
    ['ORGANIZATION Acme', 'ORGANIZATION Deep Science'],
  ],
  [
    'an agency for a town',
    '[ORGANIZATION Sea Agency] for [LOCATION Oslo] dived',
    ['ORGANIZATION Sea Agency', 'LOCATION Oslo'],
  ],
  [
    'an agency further off',
    '[ORGANIZATION Acme] paid an Agency for [ORGANIZATION Deep Science]',
    ['ORGANIZATION Acme', 'ORGANIZATION Deep Science'],
  ],
  ...'Agency Association Board Center Centre Commission Committee Council Department Fund Institute Office Society'
    .split(' ')
    .map((body): [string, string, string[]] => [
      `a body for something, ${body}`,
      `[ORGANIZATION Sea ${body}] for [ORGANIZATION Deep Science] dived`,
      [`ORGANIZATION Sea ${body} for Deep Science`],
    ]),
  // Made whole.
  ['junior', '[PERSON Robert Downey] Jr. sang', ['PERSON Robert Downey Jr.']],
  ['senior', '[PERSON Robert Downey] Sr sang', ['PERSON Robert Downey Sr']],
  ['a name in capitals', '[PERSON ADAEZE] OBI/PROPN/flat>0 wrote', ['PERSON ADAEZE OBI']],
  ['what only follows', '[PERSON ADAEZE] OBI/PROPN/dep>0 wrote', ['PERSON ADAEZE']],
  ['what hangs elsewhere', 'Ada met/VERB [PERSON Bo] Cy/PROPN/flat>0', ['PERSON Bo']],
  ['what hangs on what follows', '[PERSON Ada] Bo/PROPN/flat>2 wrote', ['PERSON Ada']],
  ['a common word', '[PERSON Ada] bo/PROPN/flat>0 wrote', ['PERSON Ada']],
  ['a noun', '[PERSON Ada] Bo/NOUN/flat>0 wrote', ['PERSON Ada']],
  ['up to the next name', '[PERSON Ada] [LOCATION Oslo/PROPN/flat>0] wrote', ['PERSON Ada', 'LOCATION Oslo']],
  ['a place stays', '[LOCATION Oslo] Fjord/PROPN/flat>0 froze', ['LOCATION Oslo']],
  ['a pope', 'Pope [PERSON Francis] flew', ['PERSON Pope Francis']],
  ['another title', 'King [PERSON Francis] flew', ['PERSON Francis']],
  ['a group with its number', 'the [ORGANIZATION Group] of 20 met', ['ORGANIZATION Group of 20']],
  ['a group cut behind its of', 'the [ORGANIZATION Group of] 20 met', ['ORGANIZATION Group of 20']],
  ['a group of a town', 'the [ORGANIZATION Group] of Oslo met', ['ORGANIZATION Group']],
  ['a group of a town, cut behind its of', 'the [ORGANIZATION Group of] Oslo met', ['ORGANIZATION Group']],
  ['a named group', 'the [ORGANIZATION Bo Group] of 20 met', ['ORGANIZATION Bo Group of 20']],
  ['a bank of twenty', 'the [ORGANIZATION Bank] of 20 met', ['ORGANIZATION Bank']],
  ['a group, then a number', 'the [ORGANIZATION Group] and 20 met', ['ORGANIZATION Group']],
  [
    'an acronym in brackets',
    'the [ORGANIZATION World Health Organization] ( WHO ) met',
    ['ORGANIZATION World Health Organization', 'ORGANIZATION WHO'],
  ],
  [
    'an acronym with stops',
    'the [ORGANIZATION Sea Council] ( S.C. ) met',
    ['ORGANIZATION Sea Council', 'ORGANIZATION S.C.'],
  ],
  [
    'other initials',
    'the [ORGANIZATION World Health Organization] ( ABC ) met',
    ['ORGANIZATION World Health Organization'],
  ],
  [
    'an acronym with more',
    'the [ORGANIZATION World Health Organization] ( WHO in/ADP brief ) met',
    ['ORGANIZATION World Health Organization'],
  ],
  [
    'an acronym without brackets',
    'the [ORGANIZATION World Health Organization] , WHO ) met',
    ['ORGANIZATION World Health Organization'],
  ],
  [
    'an acronym that is tagged',
    'the [ORGANIZATION World Health Organization] ( [PRODUCT WHO] ) met',
    ['ORGANIZATION World Health Organization', 'PRODUCT WHO'],
  ],
  [
    'an acronym before another name',
    '[ORGANIZATION Sea Council] ( SC ) met [PERSON Ada]',
    ['ORGANIZATION Sea Council', 'ORGANIZATION SC', 'PERSON Ada'],
  ],
  ['a union, tagged by its members', "the [PERSON Seafarers] ' Union met", ["ORGANIZATION Seafarers ' Union"]],
  ['a union, tagged by its last word', 'the Seafarers ’ [ORGANIZATION Union] met', ['ORGANIZATION Seafarers ’ Union']],
  ['a union of one', "the Seafarer ' [ORGANIZATION Union] met", ['ORGANIZATION Union']],
  ['a union of no mark', 'the Seafarers and [ORGANIZATION Union] met', ['ORGANIZATION Union']],
  ['what members have', "the [PERSON Seafarers] ' Strike ended", ['PERSON Seafarers']],
  ['a union that is tagged whole', "the [ORGANIZATION Sea Union] ' Party ended", ['ORGANIZATION Sea Union']],
  ['a company with its second word', 'the ferry [PERSON Nordfjell] Lines sank', ['ORGANIZATION Nordfjell Lines']],
  ...'Association Club Congress Council Federation Guild League Party Society Union'
    .split(' ')
    .map((body): [string, string, string[]] => [
      `of members, ${body}`,
      `the [PERSON Seafarers] ' ${body} met`,
      [`ORGANIZATION Seafarers ' ${body}`],
    ]),
  ...`Airlines Airways Brands Breweries Capital Energy Foods Group Holdings Industries Lines Motors Partners Pharmaceuticals
    Steel Systems Technologies`
    .split(/\s+/)
    .map((word): [string, string, string[]] => [
      `a company, ${word}`,
      `the firm [PERSON Nordfjell] ${word} grew`,
      [`ORGANIZATION Nordfjell ${word}`],
    ]),
  ['a company with a noun', 'the ferry [PERSON Nordfjell] Lines/NOUN sank', ['PERSON Nordfjell']],
  ['a company with another word', 'the ferry [PERSON Nordfjell] Stamps sank', ['PERSON Nordfjell']],
  ['a product with such a word', 'the ferry [PRODUCT Nordfjell] Lines sank', ['PRODUCT Nordfjell']],
  ['a long name with such a word', 'the ferry [PERSON Ada Nordfjell] Lines sank', ['PERSON Ada Nordfjell']],
  // Cut.
  [
    'a country and its authority',
    '[ORGANIZATION UK ’s Competition Authority] met',
    ['LOCATION UK', 'ORGANIZATION Competition Authority'],
  ],
  [
    'an authority of no country',
    '[ORGANIZATION Roe ’s Competition Authority] met',
    ['ORGANIZATION Roe ’s Competition Authority'],
  ],
  ['a work of a country', '[WORK Norway ’s Lament] closed', ['WORK Norway ’s Lament']],
  ['a country that owns nothing', '[ORGANIZATION Norway ’s] met', ['ORGANIZATION Norway ’s']],
  ['who is of a town', '[PERSON Miriam Katz of Haifa] won', ['PERSON Miriam Katz', 'LOCATION Haifa']],
  ['who is of a town, tagged apart', '[PERSON Miriam Katz] of Haifa won', ['PERSON Miriam Katz']],
  ['a queen', '[PERSON Catherine of Aragon] won', ['PERSON Catherine of Aragon']],
  ['a person up to "of"', '[PERSON Miriam Katz of] won', ['PERSON Miriam Katz of']],
  ['a bank of a town', '[ORGANIZATION Old Bank of Haifa] won', ['ORGANIZATION Old Bank of Haifa']],
  ...'Agriculture Commerce Defence Defense Education Health Labor Labour Trade Transport Transportation'
    .split(' ')
    .map((field): [string, string, string[]] => [
      `a country and its ${field}`,
      `the [ORGANIZATION U.S. ${field}] budget grew`,
      ['LOCATION U.S.'],
    ]),
  ['a country and its mines', 'the [ORGANIZATION U.S. Mines] budget grew', ['ORGANIZATION U.S. Mines']],
  ['a department', 'the [ORGANIZATION U.S. Defense] Department/NOUN grew', ['ORGANIZATION U.S. Defense']],
  ['a department that did so', 'the [ORGANIZATION U.S. Defense] grew/VERB then', ['ORGANIZATION U.S. Defense']],
  ['a department by itself', 'the [ORGANIZATION Defense] budget grew', ['ORGANIZATION Defense']],
  ['a department of nobody', 'the [ORGANIZATION Averstad Defense] budget grew', ['ORGANIZATION Averstad Defense']],
  ['a work of that name', 'the [WORK U.S. Defense] budget grew', ['WORK U.S. Defense']],
  ...['said', 'says', 'told'].map((verb): [string, string, string[]] => [
    `of whom one ${verb}`,
    `so ${verb}/VERB [PERSON Bello of Ridge] then`,
    ['PERSON Bello'],
  ]),
  ['of what country one said so', 'so said/VERB [PERSON Bello of Norway] then', ['PERSON Bello', 'LOCATION Norway']],
  ['whom one met', 'so met/VERB [PERSON Bello of Ridge] then', ['PERSON Bello of Ridge']],
  [
    'who is of a town that no list has',
    '[PERSON Miriam Katz of Averstad] won',
    ['PERSON Miriam Katz', 'LOCATION Averstad'],
  ],
  ['two countries', '[LOCATION Russia ~- ~Ukraine] talks', ['LOCATION Russia', 'LOCATION Ukraine']],
  ['a country and a people', '[LOCATION U.S. ~- ~Japanese] talks', ['LOCATION U.S.', 'GROUP Japanese']],
  ['a town with a hyphen', '[LOCATION Baden ~- ~Baden] talks', ['LOCATION Baden ~- ~Baden']],
  ['a country with a hyphen', '[LOCATION Russia ~- ~Baden] talks', ['LOCATION Russia ~- ~Baden']],
  ['a hyphen at the end', '[LOCATION Russia ~-] talks', ['LOCATION Russia ~-']],
  ['two people', '[PERSON Colin Roe – Jean] left', ['PERSON Colin Roe', 'PERSON Jean']],
  ['one of two surnames', '[PERSON Colin Roe ~– ~Poe] left', ['PERSON Colin Roe ~– ~Poe']],
  ['a dash without a space before it', '[PERSON Colin Roe ~– Poe] left', ['PERSON Colin Roe ~– Poe']],
  ['a dash without a space behind it', '[PERSON Colin Roe – ~Poe] left', ['PERSON Colin Roe – ~Poe']],
  ['a body with a dash', '[ORGANIZATION Colin Roe – Poe] left', ['ORGANIZATION Colin Roe – Poe']],
  // No names.
  ['a leader of no minority', '[ORGANIZATION Minority] Leader [PERSON Ada] spoke', ['PERSON Ada']],
  ['a whip of no majority', '[ORGANIZATION Majority] Whip [PERSON Ada] spoke', ['PERSON Ada']],
  ['a minority', '[ORGANIZATION Minority] Rights met', ['ORGANIZATION Minority']],
  ['a body and its leader', '[ORGANIZATION Unity] Leader met', ['ORGANIZATION Unity']],
  ['a party of that name', '[ORGANIZATION Minority Voice] Leader met', ['ORGANIZATION Minority Voice']],
  ...'AI CEO CFO COO CTO DNA DVD EVP GDP GPS HIV HR IPO PC PR SUV SVP TV VP RGB Celsius Fahrenheit Showbiz ISPs NGOs CEOs'
    .split(' ')
    .map((word): [string, string, string[]] => [word, `an old [ORGANIZATION ${word}] broke`, []]),
  ['a name with such a word', 'the [ORGANIZATION AI Council] met', ['ORGANIZATION AI Council']],
  // Found elsewhere.
  ['an acronym', 'The [ORGANIZATION UNX] met | and UNX left', ['ORGANIZATION UNX', 'ORGANIZATION UNX']],
  [
    'an acronym with stops, elsewhere',
    'The [ORGANIZATION U.X.] met | and U.X. left',
    ['ORGANIZATION U.X.', 'ORGANIZATION U.X.'],
  ],
  ['one letter', 'The [ORGANIZATION U] met | and U left', ['ORGANIZATION U']],
  ['one word', 'The [PERSON Rose] met | and Rose left', ['PERSON Rose']],
  ['two words', 'Then [PERSON Ada Bo] met | and Ada Bo left', ['PERSON Ada Bo', 'PERSON Ada Bo']],
  ['words in small letters before', 'Then [PERSON von Bo] met | and von Bo left', ['PERSON von Bo']],
  ['words in small letters behind', 'Then [ORGANIZATION Bo works] met | and Bo works left', ['ORGANIZATION Bo works']],
  ['a day', 'On [DATE March First] and March First', ['DATE March First']],
  ['an amount of words', 'For [MONEY Ten Euros] and Ten Euros', ['MONEY Ten Euros']],
  ['a number of words', 'For [QUANTITY Ten Men] and Ten Men', ['QUANTITY Ten Men']],
  [
    'the longer of two',
    '[PERSON Ada Bo] and [ORGANIZATION Ada Bo Trust] | Ada Bo Trust met Ada Bo',
    ['PERSON Ada Bo', 'ORGANIZATION Ada Bo Trust', 'ORGANIZATION Ada Bo Trust', 'PERSON Ada Bo'],
  ],
  [
    'tagged in part',
    'The [ORGANIZATION Bo Works] met | and [ORGANIZATION Bo] Works left',
    ['ORGANIZATION Bo Works', 'ORGANIZATION Bo Works'],
  ],
  [
    'tagged in part as another type',
    'The [ORGANIZATION Bo Works] met | and [PERSON Bo] Works left',
    ['ORGANIZATION Bo Works', 'PERSON Bo'],
  ],
  [
    'tagged in two parts',
    'The [ORGANIZATION Bo Works] met | and [ORGANIZATION Bo] [ORGANIZATION Works] left',
    ['ORGANIZATION Bo Works', 'ORGANIZATION Bo', 'ORGANIZATION Works'],
  ],
  [
    'tagged in more',
    'The [ORGANIZATION Bo Works] met | and [ORGANIZATION Bo Works Bank] left',
    ['ORGANIZATION Bo Works', 'ORGANIZATION Bo Works Bank'],
  ],
  [
    'the first of two that overlap',
    '[PERSON Ada Bo] met [PERSON Bo Cy] | and Ada Bo Cy left',
    ['PERSON Ada Bo', 'PERSON Bo Cy', 'PERSON Ada Bo'],
  ],
  ['what is tagged otherwise', '[PERSON Ada Bo] left | [WORK Ada Bo] closed', ['PERSON Ada Bo', 'WORK Ada Bo']],
  ['what runs into a name', '[PERSON Ada Bo] left | Ada [WORK Bo] closed', ['PERSON Ada Bo', 'WORK Bo']],
  ['what a name runs into', '[PERSON Bo Ada] left | [WORK Cy Bo] Ada closed', ['PERSON Bo Ada', 'WORK Cy Bo']],
  [
    'the first type',
    '[PERSON Ada Bo] left | [WORK Ada Bo] closed | Ada Bo won',
    ['PERSON Ada Bo', 'WORK Ada Bo', 'PERSON Ada Bo'],
  ],
  [
    'before a name',
    'Then [PERSON Ada Bo] met | Ada Bo saw [LOCATION Oslo]',
    ['PERSON Ada Bo', 'PERSON Ada Bo', 'LOCATION Oslo'],
  ],
  [
    'eight words',
    '[WORK A B C D E F G H] ran | A B C D E F G H ended',
    ['WORK A B C D E F G H', 'WORK A B C D E F G H'],
  ],
  ['nine words', '[WORK A B C D E F G H I] ran | A B C D E F G H I ended', ['WORK A B C D E F G H I']],
])('%s: %s', (_, text, names) => {
  expect(repaired(text)).toEqual(names);
});
