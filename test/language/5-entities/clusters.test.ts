import { expect, test } from '@jest/globals';
import { clusterNames } from '../../../shared/language/5-entities/find-entities.ts';
import { nameMentions, type NameMention } from '../../../shared/language/5-entities/name-mentions.ts';
import { written } from './written-sentences.ts';

const TYPES = { P: 'PERSON', O: 'ORGANIZATION', L: 'LOCATION', G: 'GROUP', W: 'WORK' } as const;

const AFTER_TITLE = /(?<=^(?:Mrs?\.|elder|younger) )|^(?!Mrs?\.|elder|younger)/;

/** "a Ada Bo, b Bo": names of one type, each behind the letter of whom it means. */
const mentionsOf = (type: keyof typeof TYPES, names: string): NameMention[] =>
  nameMentions(
    written(
      names
        .split(' / ')
        .map((paragraph) =>
          paragraph
            .split(/(?<!~), /)
            .map((name) => `as ${name.slice(2).replace(AFTER_TITLE, `[${TYPES[type]} `)}]`)
            .join(' | '),
        )
        .join(' / '),
    ),
  ).map((mention) => ({ ...mention, type: TYPES[type] }));

/** As the names were written, with the letters that the clusters give. */
function lettered(type: keyof typeof TYPES, names: string): string {
  const mentions = mentionsOf(type, names);
  const letters = new Map<NameMention, string>();
  const clusters = clusterNames(mentions);
  for (const [index, cluster] of clusters.entries())
    for (const name of cluster.names) letters.set(name, 'abcdefghij'[index]!);
  let at = 0;
  return names.replace(/(?<=^|(?<!~), | \/ )\w /g, () => `${letters.get(mentions[at++]!)!} `);
}

test.each([
  // People.
  ['a surname', 'a Ada Bo, a Bo'],
  ['a surname first', 'a Bo, a Ada Bo'],
  ['a forename', 'a Ada Bo, a Ada'],
  ['others', 'a Ada Bo, b Cy, a Bo, b Cy'],
  ['the same full name', 'a Ada Bo, b Cy Dee, a Ada Bo'],
  ['junior', 'a Ivar Bo, b Ivar Bo Jr., b Ivar Bo Jr.'],
  ['a nickname', 'a Ada “Sparks” Bo, a Sparks'],
  ['a writing that is found by a part', 'a Ada Bo, a Ada Cy Bo, a Cy'],
  ['a surname without its particle', 'a Ada de la Cruz, a Cruz, a de la Cruz'],
  ['a family that stands first', 'a Kim Jong Un, a Kim'],
  ['Mr. and Mrs.', 'a Mary Bo, b John Bo, a Mrs. Bo, b Mr. Bo'],
  ['Mrs. beside one of unknown gender', 'a Xq Bo, b John Bo, a Mrs. Bo'],
  ['a surname is rather whose it is than a forename', 'a Averstad Bo, b Ada Averstad, b Averstad'],
  ['a number means a surname', 'a Elizabeth Taylor, b Elizabeth II, b Elizabeth II'],
  ['the elder of two', 'a Ada Lin, a Ada Lin, b Cy Lin, b elder Lin'],
  ['the younger of two', 'a Ada Lin, b Cy Lin, b Cy Lin, a younger Lin'],
  ['the elder of three', 'a Ada Lin, b Cy Lin, c Eve Lin, d elder Lin'],
  ['the first until a second is introduced', 'a Ada Bo, a Bo, b Cy Bo'],
  ['the first, paragraphs before a second', 'a Ada Bo / a Bo / b Cy Bo, b Cy Bo'],
  ['the other goes by the forename', 'a Ada Bo, b Cy Bo, b Cy, a Bo'],
  ['the one of the paragraph', 'a Ada Bo, b Cy Bo / b Cy Bo, b Bo'],
  ['the one of the paragraph, named as often', 'a Ada Bo, b Cy Bo, a Ada Bo / b Cy Bo, b Bo'],
  ['the one who stands first in the paragraph', 'a Ada Bo, b Cy Bo, a Ada Bo / b Cy Bo, b Cy Bo, b Bo, b Bo'],
  ['a surname with its particle, beside one without', 'a Ada van Bo, b Cy Bo, a van Bo'],
  ['a surname with an article that the full name lacks', 'a Bashar Averstad, a al-Averstad'],
  ['both in the paragraph', 'a Ada Bo, b Cy Bo / a Ada Bo, b Cy Bo, c Bo'],
  ['the one of the paragraph, named before', 'a Ada Bo, b Cy Bo, a Ada Bo / c Bo, b Cy Bo'],
  ['the one named twice as often', 'a Ada Bo, b Cy Bo, a Ada Bo / a Bo'],
  ['the one named less than twice as often', 'a Ada Bo, b Cy Bo, a Ada Bo, b Cy Bo, a Ada Bo / c Bo'],
  ['a first of two surnames', 'a Ada Averstad Bo, a Averstad'],
  ['a first of two surnames, beside another Averstad', 'a Ada Averstad Bo, b Averstad Cy, a Averstad'],
  ['a second forename', 'a Ada Mary Bo, b Mary Cy, c Mary'],
  ['strangers', 'a Mr. Bo, b Mrs. Bo, a Mr. Bo, b Mrs. Bo'],
  ['a stranger without a title first', 'a Bo, a Mr. Bo'],
  ['a stranger without a title behind', 'a Mr. Bo, b Bo'],
  ['a stranger with a number', 'a Carl, b Carl II, a Carl'],
  ['a short form', 'a Joe Bo, a Joseph Bo'],
  ['two of a forename and a surname', 'a Ada Bo, b Cy Dee, a Bo, b Dee'],
])('people, %s: %s', (_, names) => {
  expect(lettered('P', names)).toBe(names);
});

test('forty people of one surname leave it to none, thirty-nine to the one of the paragraph', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const bearers = (count: number) =>
    Array.from({ length: count }, (_, index) => `a X${letters[index % 26]!}${letters[Math.floor(index / 26)]!} Bo`);
  const meant = (count: number): number => {
    const mentions = mentionsOf('P', `${bearers(count).join(', ')} / a Xab Bo, a Bo`);
    return clusterNames(mentions).find(({ names }) => names.includes(mentions.at(-1)!))!.names.length;
  };
  expect(meant(39)).toBe(3);
  expect(meant(40)).toBe(1);
});

test.each([
  ...`Inc Incorporated Corp. Corporation Co. Company Cos. Ltd. Limited LLC LLP LP PLC AG GmbH SA S.A. SpA NV N.V. BV Oy AB
    AS ASA KK Pty`
    .split(/\s+/)
    .map((form) => [form, `a Acme ${form}, a Acme`]),
  ['two forms', 'a Acme Co., Ltd., a Acme'],
  ['the article', 'a The Acme Works, a Acme Works'],
  ['a possessive', 'a Acme Works’, a Acme Works'],
  ['an apostrophe', "a Seafarers’ Union, a Seafarers' Union"],
  ['and', 'a Roe & Poe, a Roe and Poe'],
  ['a department', 'a Department of Mines, a Mines Department'],
  ['a ministry', 'a Ministry for the Sea, a Sea Ministry'],
  ['an office', 'a Office of Boats, a Boats Office'],
  ['a bureau', 'a Bureau of Boats, a Boats Bureau'],
  ['an American department', 'a U.S. Department of Mines, a Mines Department'],
  ...[
    'Mines Department',
    'Mines Ministry',
    'Mines Bureau',
    'Senate',
    'Congress',
    'House of Lords',
    'Supreme Court',
    'Army',
    'Navy',
    'Air Force',
  ].map((body) => [body, `a U.S. ${body}, a US ${body}, a ${body}`]),
  ['an American club', 'a U.S. Club, b Club'],
  ['the United States', 'a United States Senate, a Senate'],
  ['initials', 'a Sea Work Council, a SWC'],
  ['initials with stops', 'a Sea Work Council, a S.W.C.'],
  ['initials in small letters', 'a Sea Work Council, b Swc'],
  ['initials first', 'a SWC, a Sea Work Council'],
  ['initials of two', 'a Sea Work Council, b Ship Wharf Club, c SWC'],
  ['initials with a small word', 'a Society of Boats, a SOB'],
  ['initials without a small word', 'a Society of Old Boats, a SOB'],
  ...'of the and for in on to a an & de du des la le et'.split(' ').flatMap((word) => [
    [`initials without "${word}"`, `a Old Club ${word} Sea Boats, a OCSB`],
    [`an end behind "${word}"`, `a Club ${word} Old Boats, b Old Boats`],
  ]),
  ['initials without "the"', 'a Boats for the Sea, a BFS'],
  ['initials of words that a hyphen joins', 'a Asia-Pacific Club, a APC'],
  ['initials with an acronym', 'a UK Sea Club, a UKSC'],
  ['initials of an acronym', 'a UK Sea Club, a USC'],
  ['initials without the form', 'a Roe Poe Inc., a RP'],
  ['initials with the form', 'a Roe Poe Inc., a RPI'],
  ['one initial', 'a Acme, b A'],
  ['initials with a number', 'a Club 49 Sea, b C4S'],
  ['initials of a body that the lists know', 'a International Monetary Fund, a IMF'],
  ['another name that the lists know', 'a Federal Reserve, a Fed'],
  ...`Motor Motors Group Holdings Holding Bank Airlines Airways Technologies Technology Systems Industries International
    Entertainment Pharmaceuticals Energy Oil Petroleum Partners Capital Communications Media Electric Electronics Foods
    Stores Brands Breweries Lines Steel Companies Association Federation Union Party Organization Agency Administration
    University College Institute School Magazine Newspaper Museum Foundation Hospital Club Council Committee Commission
    Authority Corps Service Services Network League`
    .split(/\s+/)
    .map((word) => [word, `a Vexo ${word}, a Vexo`]),
  ['a generic word behind another', 'a Vexo Boat Lines, b Vexo'],
  ['a company that once bears its form', 'a Vexo Boats, a Vexo Boats Inc., a Vexo'],
  ['two generic words', 'a Vexo Motor Lines, a Vexo'],
  ['what is of something', 'a Sea Club of Boats, a Sea Club'],
  ['what is for something', 'a Sea Club for Boats, a Sea Club'],
  ['what is at something', 'a Sea Club at Vexo, a Sea Club'],
  ['what is in something', 'a Sea Club in Vexo, a Sea Club'],
  ['what is with something', 'a Sea Club with Vexo, b Sea Club'],
  ['one word of something', 'a Club of Boats, b Club'],
  ['an end of two words', 'a British Home Office, a Home Office'],
  ['an end behind a small word', 'a Club of Old Boats, b Old Boats'],
  ['an end with a small word', 'a Sea Club of Boats, b of Boats'],
  ['an end of one word', 'a Vexo Heron, b Heron'],
  ['a team', 'a Vexo Herons, a Herons'],
  ['a team of two words', 'a Old Vexo Herons, a Herons'],
  ...`Bee Chronicle Courier Dispatch Gazette Guardian Herald Journal Ledger Post Record Register Star Telegraph Times Tribune`
    .split(' ')
    .map((paper) => [`a newspaper, ${paper}`, `a Vexo ${paper}, a ${paper}`]),
  ['a word in "ss"', 'a Vexo Bross, b Bross'],
  ['generic in the plural', 'a Vexo Airlines, b Airlines'],
  ['a company by its first word', 'a Vexo Boats Inc., a Vexo'],
  ['a body by its first word', 'a Vexo Boats, b Vexo'],
  ['a short name of two', 'a Vexo Bank, b Vexo Motors, c Vexo'],
  ['initials of what is itself a short name', 'a Old Vexo Motor Lines, a Vexo Motor Lines, b VML'],
  ['order of mention', 'a Vexo, b Acme, a Vexo Bank'],
])('organisations, %s: %s', (_, names) => {
  expect(lettered('O', names)).toBe(names);
});

test('the names of a body stand in the order of the text, whatever they were found by', () => {
  const [cluster] = clusterNames(mentionsOf('O', 'a SWC, a Sea Work Council, a SWC, a Sea Work Council'));
  expect(cluster!.names.map(({ sentence }) => sentence)).toEqual([0, 1, 2, 3]);
});

test('so do those of one sentence', () => {
  const sentence = 'the [ORGANIZATION SWC] of the [ORGANIZATION Sea Work Council] met [ORGANIZATION SWC]';
  const [cluster] = clusterNames(nameMentions(written(sentence)));
  expect(cluster!.names.map(({ first }) => first)).toEqual([1, 4, 8]);
});

test('the names of somebody stand in the order of the text, whatever they were found by', () => {
  const [cluster] = clusterNames(mentionsOf('P', 'a Bo, a Ada Bo, a Ada, a Ada Bo'));
  expect(cluster!.names.map(({ sentence }) => sentence)).toEqual([0, 1, 2, 3]);
});

test.each([
  ['a country by two names', 'a United States, a U.S., b Norway'],
  ['a town with its country', 'a Vexo, a Vexo, b Averstad'],
  ['a town with its region', 'a Vexo, a Vexo ~, Norland'],
  ['an article', 'a The Vexo, a Vexo'],
  ['stops', 'a St. Vexo, a St Vexo'],
  ['a possessive', 'a Vexo’s, a Vexo'],
  ['halves', 'a North Korea, b South Korea, a North, b South'],
  ['halves of nothing', 'a South Korea, b North, c South'],
  ['a country called like a state', 'a Georgia, b Norway, a Georgia'],
])('places, %s: %s', (_, names) => {
  expect(lettered('L', names)).toBe(names);
});

const placesOf = (type: keyof typeof TYPES, names: string) =>
  clusterNames(mentionsOf(type, names)).map(({ place }) => place?.code);

test.each([
  ['L', 'a North Korea, b North, c South', ['KP', 'KR']],
  ['L', 'a South Korea, b North', ['KR', undefined]],
  ['L', 'a Georgia', ['GE']],
  ['L', 'a Georgia, b Ohio', ['US-GA', 'US-OH']],
  ['L', 'a the U.S.', ['US']],
  ['G', 'a South Koreans, b Dutchmen, c Democrats, c Democratic', ['KR', 'NL', undefined]],
] as const)('%s %s are in %j', (type, names, codes) => {
  expect(placesOf(type, names)).toEqual(codes);
});

test.each([
  ['a people', 'G', 'a South Korean, a South Koreans, b Dutch'],
  ['a party', 'G', 'a Democrats, a Democratic, b Greens, b Green'],
  ['works', 'W', 'a The Tide, b The Ebb, a The Tide'],
] as const)('%s: %s %s', (_, type, names) => {
  expect(lettered(type, names)).toBe(names);
});
