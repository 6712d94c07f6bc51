import { expect, test } from '@jest/globals';
import { repairNames } from '../../../shared/language/5-entities/repair-names.ts';
import { namesIn } from './names-in.ts';
import { shownNames, written } from './written-sentences.ts';

const bodiesIn = async (text: string): Promise<string[]> =>
  (await namesIn(text)).filter((name) => !name.startsWith('LOCATION')).map((name) => name.replace('ORGANIZATION ', ''));

/** A figure that somebody publishes is nobody. */
test.each([
  'The Dow Jones Industrial Average fell 120 points to close at 8,412 on Tuesday.',
  'The Nasdaq Composite rose 2 percent and the S&P 500 gained 9 points.',
  'In London, the FTSE 100 slid 1.4 percent, while Frankfurt’s DAX shed 2 percent.',
  'The CAC 40 in Paris was down 0.8 percent and the IBEX 35 lost 40 points.',
  'Tokyo’s Nikkei 225 closed at 31,200, and Hong Kong’s Hang Seng jumped 3 percent.',
  'The Sensex crossed 70,000 for the first time as traders cheered.',
  'Brazil’s Ibovespa climbed while Mexico’s IPC index dipped.',
  'South Korea’s KOSPI ended flat after a choppy session.',
  'Australia’s All Ordinaries edged up 0.2 percent.',
  'The Euro Stoxx 50 and the BEL-20 were little changed.',
  'The Russell 2000 index of smaller companies rose 1.2 percent.',
  'In Sydney the S&P/ASX 200 closed up 12 points.',
  'The benchmark Shanghai Composite Index fell 3 percent.',
  'The Straits Times Index rose 12 points in thin trade.',
  'The Dow Jones industrial average and Standard & Poor’s 500 index ended higher.',
  'The Dow closed above 10,000.',
  'The S&P was up 4 points at noon.',
  'The Nasdaq rose 2 percent.',
  'Investors sent the Dow and the Nasdaq lower.',
  'Major indexes such as the Nasdaq fell.',
  'A 3 percent drop in the Nasdaq wiped out the gains.',
  'Futures on the Dow Jones rose 40 points.',
  'Wall Street’s main gauges, the Dow, the S&P 500 and the Nasdaq, closed lower.',
  'With the Nasdaq falling 2 percent, traders sold.',
  'The Nikkei fell 300 points.',
  'Sao Paulo’s Bovespa fell 2.3 percent.',
])('index: %s', async (text) => {
  expect(await bodiesIn(text)).toEqual([]);
});

test.each([
  ['Shares in the brewer rose 4 percent on the Nasdaq after the report.', ['Nasdaq']],
  ['The company is listed on Nasdaq in New York.', ['Nasdaq']],
  ['Nasdaq shares fell 3 percent after the exchange said it would cut jobs.', ['Nasdaq']],
  ['The Nasdaq stock market opened late after a fault.', ['Nasdaq']],
  ['The Nasdaq suspended trading in the shares for three hours.', ['Nasdaq']],
  ['Nasdaq said it would buy a rival for $900 million.', ['Nasdaq']],
  ['The New York Stock Exchange halted trading.', ['New York Stock Exchange']],
  ['He rang the bell at the NYSE on Friday.', ['NYSE']],
  ['Trading on the NYSE was halted for an hour.', ['NYSE']],
  ['Gains on the Nasdaq were led by makers of chips.', ['Nasdaq']],
  ['Bovespa said trading volume rose 20 percent.', ['Bovespa']],
  ['NYSE Euronext said it would merge with a rival.', ['NYSE Euronext']],
])('exchange: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test.each([
  ['Dow Jones said on Monday it would sell its radio unit.', ['Dow Jones']],
  ['Dow Jones Newswires reported the talks.', ['Dow Jones Newswires']],
  ['Dow Jones & Co. owns the newspaper.', ['Dow Jones & Co.']],
  ['Dow Chemical said it would cut 4,000 jobs.', ['Dow Chemical']],
  ['The Dow Chemical plant in Freeport burned.', ['Dow Chemical']],
  ['Standard & Poor’s cut its rating on the bank to BBB.', ['Standard & Poor’s']],
  ['S&P lowered the country’s rating by one notch.', ['S&P']],
  ['Standard & Poor’s said it had cut its outlook to negative.', ['Standard & Poor’s']],
  ['The Nikkei reported that the carmaker would close two plants.', ['Nikkei']],
  ['Hang Seng Bank raised its dividend.', ['Hang Seng Bank']],
  ['FTSE Russell said it would remove the stock from its index.', ['FTSE Russell']],
  ['MSCI said it would add the shares to its Emerging Markets Index.', ['MSCI']],
])('firm: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test.each([
  ['Orvane Systems (NYSE: ORV) said it would hire 200 people.', ['Orvane Systems']],
  ['Halvik Labs (Nasdaq: HLVK) said it would merge.', ['Halvik Labs']],
  ['Halvik Labs trades on Nasdaq under the symbol HLVK.', ['Halvik Labs', 'Nasdaq']],
  ['The dollar rose to 110 yen, and the Euro fell to $1.02.', []],
  ['Bitcoin tumbled to $40,000 and Ether lost 5 percent.', []],
  ['Treasuries rallied, and the yield on the 10-year Treasury note fell to 3.9 percent.', []],
  ['Treasury bonds fell after the Treasury Department said it would borrow more.', ['Treasury Department']],
  ['Brent crude rose to $80 and West Texas Intermediate fell.', []],
  ['Moody’s cut the bank’s rating to Baa3.', ['Moody’s']],
])('what is traded: %s', async (text, names) => {
  expect(await bodiesIn(text)).toEqual(names);
});

test('a place that an index is of is a place', async () => {
  expect(await namesIn('The Tokyo index fell 3 percent.')).toEqual(['LOCATION Tokyo']);
});

test.each([
  ['Ada Russell was there. Russell rose to her feet.', ['PERSON Ada Russell', 'PERSON Russell']],
  ['Ben Dow was ill. Dow fell on Monday.', ['PERSON Ben Dow', 'PERSON Dow']],
])('somebody who is called like an index: %s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

test('one article may name the index and the firm', async () => {
  const text =
    'Dow Jones said on Monday it would sell its radio unit.\n\nThe Dow Jones fell 40 points, and Dow Jones declined to comment.';
  expect(await bodiesIn(text)).toEqual(['Dow Jones', 'Dow Jones']);
});

const NASDAQ = ['ORGANIZATION Nasdaq'];

/** By the words around a name that an index shares, whatever the tagger calls it. */
test.each([
  // Indices.
  ['first in its sentence', '[ORGANIZATION Sensex] slept/VERB', []],
  ['tagged in part', 'as the/DET S&P [ORGANIZATION ASX] 200 slept/VERB', []],
  ['tagged in part, first in its sentence', 'S&P [ORGANIZATION ASX] 200 slept/VERB', []],
  ['somebody with an article', 'as the/DET [PERSON Dax] fell/VERB', []],
  ['somebody without one', 'as [PERSON Dax] fell/VERB', ['PERSON Dax']],
  ['its index', 'as the/DET [ORGANIZATION Kospi index] slept/VERB', []],
  ['its share index', 'as the/DET [ORGANIZATION Kospi share index] slept/VERB', []],
  ['its stock index', 'as the/DET [ORGANIZATION Kospi stock index] slept/VERB', []],
  ['an unknown index', 'as the/DET [LOCATION Averstad] Index/PROPN slept/VERB', []],
  ['unknown indices', 'as the/DET [LOCATION Averstad] Indices/PROPN slept/VERB', []],
  ['an unknown index, tagged whole', 'as the/DET [ORGANIZATION Averstad Index] slept/VERB', []],
  ['an amount of indices', 'it tracks/VERB [QUANTITY 40] Indices/NOUN of/ADP ports', ['QUANTITY 40']],
  ['a model with a number', 'as the/DET [PRODUCT Averstad 300] slept/VERB', ['PRODUCT Averstad 300']],
  // What only an index is.
  ...['index', 'indices', 'gauge', 'barometer', 'benchmark', 'futures', 'averages', 'average'].map(
    (noun): [string, string, string[]] => [`its ${noun}`, `as [ORGANIZATION Nasdaq] ${noun}/NOUN slept/VERB`, []],
  ),
  ['the benchmark before', 'as benchmark/NOUN [ORGANIZATION Nasdaq] slept/VERB', []],
  ['its shares', 'as [ORGANIZATION Nasdaq] shares/NOUN slept/VERB', NASDAQ],
  // Of the Dow the index alone has an article.
  ['an article', 'as the/DET [ORGANIZATION Dow] slept/VERB', []],
  ['an article further before', 'as the/DET old/ADJ [ORGANIZATION Dow] slept/VERB', []],
  ['an article before words with a hyphen', 'as the/DET tech/NOUN ~- ~heavy/ADJ [ORGANIZATION Dow] slept/VERB', []],
  ['no article', 'as old/ADJ [ORGANIZATION Dow] slept/VERB', ['ORGANIZATION Dow']],
  ['an article of what follows', 'as the/DET [ORGANIZATION Dow] plant/NOUN slept/VERB', ['ORGANIZATION Dow']],
  ['an article of a name', 'as the/DET [ORGANIZATION Dow] Bridge/PROPN slept/VERB', ['ORGANIZATION Dow']],
  ...['say', 'says', 'said', 'report', 'reports', 'reported', 'wrote', 'told'].map(
    (verb): [string, string, string[]] => [
      `who ${verb}`,
      `as the/DET [ORGANIZATION Dow/PROPN/nsubj>3] ${verb}/VERB so/ADV`,
      ['ORGANIZATION Dow'],
    ],
  ),
  // What moves an index.
  ...['send', 'pushed', 'pulled', 'lifted', 'dragged', 'drove', 'helped', 'took', 'left', 'pressured'].map(
    (verb): [string, string, string[]] => [
      `what they ${verb}`,
      `they ${verb}/VERB/root>-1 the/DET [ORGANIZATION Nasdaq/PROPN/obj>1] along/ADV`,
      [],
    ],
  ),
  ['what they sued', 'they sued/VERB/root>-1 the/DET [ORGANIZATION Nasdaq/PROPN/obj>1] too/ADV', NASDAQ],
  ['what they left behind', 'they left/VERB/root>-1 [ORGANIZATION Nasdaq/PROPN/obj>1] too/ADV', NASDAQ],
  ['what left', 'as the/DET [ORGANIZATION Nasdaq/PROPN/nsubj>3] left/VERB Oslo', NASDAQ],
  // What moves.
  ['it fell', 'as [ORGANIZATION Nasdaq] fell/VERB', []],
  ...`rose rises rise rising risen fell falls fall falling fallen declined declines plunged plunges tumbled tumbles slid slides
    slumped slumps surged surges soared soars rallied rally rallies dropped drops dipped dips sank sinks sunk climbed climbs
    jumped jumps rebounded rebounds plummeted slipped slips edged edges inched leapt leaped sagged swooned`
    .split(/\s+/)
    .map((verb): [string, string, string[]] => [`it ${verb}`, `as [ORGANIZATION Nasdaq] ${verb}/VERB`, []]),
  ...`gained gains lost loses added adds shed closed closes opened opens ended ends finished traded hit reached topped crossed
    passed broke recovered advanced eased retreated settled is was were`
    .split(/\s+/)
    .flatMap((verb): [string, string, string[]][] => [
      [`it ${verb} 9 points`, `as [ORGANIZATION Nasdaq] ${verb}/VERB 9/NUM points/NOUN`, []],
      [`it ${verb} it`, `as [ORGANIZATION Nasdaq] ${verb}/VERB it/PRON`, NASDAQ],
    ]),
  ['it then fell', 'as [ORGANIZATION Nasdaq] then/ADV fell/VERB', []],
  ['its rivals fell', 'as [ORGANIZATION Nasdaq] rivals/NOUN fell/VERB', NASDAQ],
  ...['at', 'by', 'from', 'in', 'into', 'of', 'on', 'to', 'via'].map((word): [string, string, string[]] => [
    `shares ${word} it fell`,
    `as shares/NOUN ${word}/ADP [ORGANIZATION Nasdaq] fell/VERB`,
    NASDAQ,
  ]),
  ['with it falling', 'so/ADV with/ADP [ORGANIZATION Nasdaq] falling/VERB', []],
  ['it is said to have dropped', 'as [ORGANIZATION Nasdaq] dropped/VERB the/DET bank/NOUN/obj>2', NASDAQ],
  ['it dropped points', 'as [ORGANIZATION Nasdaq] dropped/VERB 40/NUM/nummod>4 points/NOUN/obj>2', []],
  ['it dropped to 40', 'as [ORGANIZATION Nasdaq] dropped/VERB 40/NUM/obj>2', []],
  ['it declined to answer', 'as [ORGANIZATION Nasdaq] declined/VERB to answer/VERB/xcomp>2', NASDAQ],
  ['it closed', 'as [ORGANIZATION Nasdaq] closed/VERB', NASDAQ],
  ['it closed higher', 'as [ORGANIZATION Nasdaq] closed/VERB a/DET little/ADV higher/ADV', []],
  ['it closed and rents rose far behind', 'as [ORGANIZATION Nasdaq] closed/VERB a b c d e f g h higher', NASDAQ],
  ['it closed higher eight words behind', 'as [ORGANIZATION Nasdaq] closed/VERB a b c d e f g higher', []],
  ['it closed at one of two levels', 'as [ORGANIZATION Nasdaq] closed/VERB at/ADP 8,412 ~, far from/ADP 9,100', []],
  ['it added what somebody makes', 'as [ORGANIZATION Nasdaq] added/VERB 200 Vexo/PROPN servers', NASDAQ],
  ['it closed at a level', 'as [ORGANIZATION Nasdaq] closed/VERB at/ADP 8,412', []],
  ['it crossed a level', 'as [ORGANIZATION Nasdaq] crossed/VERB 8,412', []],
  ['it closed on a day at a level', 'as [ORGANIZATION Nasdaq] closed/VERB on/ADP Monday at/ADP 8,412', []],
  ['it closed after many words', 'as [ORGANIZATION Nasdaq] closed/VERB on/ADP May Day at/ADP 8,412', NASDAQ],
  ['it closed and 40 left', 'as [ORGANIZATION Nasdaq] closed/VERB as/SCONJ 40', NASDAQ],
  ['it closed at nine', 'as [ORGANIZATION Nasdaq] closed/VERB at/ADP 9', NASDAQ],
  ['it added jobs', 'as [ORGANIZATION Nasdaq] added/VERB 200 jobs/NOUN', NASDAQ],
  ['it added new jobs', 'as [ORGANIZATION Nasdaq] added/VERB 200 new/ADJ jobs/NOUN', NASDAQ],
  ['it hired 200', 'as [ORGANIZATION Nasdaq] hired/VERB at/ADP 8,412', NASDAQ],
  ['its subject elsewhere', 'a fall/NOUN [ORGANIZATION Nasdaq/PROPN/nsubj>7] ~, so to speak fell/VERB', []],
  [
    'its subject elsewhere, of a passive',
    'a fall/NOUN [ORGANIZATION Nasdaq/PROPN/nsubj:pass>7] ~, so to speak fell/VERB',
    [],
  ],
  ['another subject', 'a fall/NOUN [ORGANIZATION Nasdaq/PROPN/obl>7] ~, so to speak fell/VERB', NASDAQ],
  ['the second of two subjects', 'as Ada/PROPN/nsubj>6 and [ORGANIZATION Nasdaq/PROPN/conj>1] ~, it fell/VERB', []],
  // What an index is listed with.
  ['beside an index', 'as [ORGANIZATION Kospi] and/CCONJ the/DET [ORGANIZATION Nasdaq] slept/VERB', []],
  [
    'beside an index, first in its sentence',
    '[ORGANIZATION Kospi] and/CCONJ the/DET [ORGANIZATION Nasdaq] slept/VERB',
    [],
  ],
  ['behind a comma', 'as [ORGANIZATION Kospi] ~, the/DET [ORGANIZATION Nasdaq] slept/VERB', []],
  ['behind a comma and and', 'as [ORGANIZATION Kospi] ~, and/CCONJ the/DET [ORGANIZATION Nasdaq] slept/VERB', []],
  ['beside another index of the kind', 'as the/DET [ORGANIZATION Dow] or/CCONJ [ORGANIZATION Nasdaq] slept/VERB', []],
  [
    'beside no index',
    'as [ORGANIZATION Bo] and/CCONJ the/DET [ORGANIZATION Nasdaq] slept/VERB',
    ['ORGANIZATION Bo', 'ORGANIZATION Nasdaq'],
  ],
  ['against an index', 'as [ORGANIZATION Kospi] beat/VERB the/DET [ORGANIZATION Nasdaq] then', NASDAQ],
  // What an index explains.
  ['called an index', 'as [ORGANIZATION Nasdaq] ~, the/DET index/NOUN/appos>1 ~, slept/VERB', []],
  ['called an exchange', 'as [ORGANIZATION Nasdaq] ~, the/DET market/NOUN/appos>1 ~, slept/VERB', NASDAQ],
  ['an index, by name', 'an index/NOUN like/ADP [ORGANIZATION Nasdaq/PROPN/nmod>1] slept/VERB', []],
  ['a market, by name', 'a market/NOUN like/ADP [ORGANIZATION Nasdaq/PROPN/nmod>1] slept/VERB', NASDAQ],
  ['what hangs on an index', 'an index/NOUN like/ADP [ORGANIZATION Nasdaq/PROPN/obl>1] slept/VERB', NASDAQ],
  ...['in', 'of', 'for'].map((word): [string, string, string[]] => [
    `a drop ${word} it`,
    `a drop/NOUN ${word}/ADP [ORGANIZATION Nasdaq/PROPN/nmod>1] slept/VERB`,
    [],
  ]),
  ['a drop on it', 'a drop/NOUN on/ADP [ORGANIZATION Nasdaq/PROPN/nmod>1] slept/VERB', NASDAQ],
  ['a worker of it', 'a worker/NOUN of/ADP [ORGANIZATION Nasdaq/PROPN/nmod>1] slept/VERB', NASDAQ],
  [
    'a drop in the one and the other',
    'a drop/NOUN on/ADP Bo/PROPN/nmod>1 ~, or [ORGANIZATION Nasdaq/PROPN/conj>3] slept/VERB',
    [],
  ],
])('an index or a body, %s: %s', (_, text, names) => {
  expect(shownNames(repairNames(written(text).sentences))).toEqual(names);
});

test.each([
  ...'symbol ticker'
    .split(' ')
    .map((word): [string, string, string[]] => [`its ${word}`, `under the ${word} [ORGANIZATION BOAV] now`, []]),
  ['a symbol of two words', 'under the symbol [ORGANIZATION BOAV Lines] now', ['ORGANIZATION BOAV Lines']],
  ['a symbol in small letters', 'under the symbol [ORGANIZATION Boav] now', ['ORGANIZATION Boav']],
  ['the name of something', 'under the name [ORGANIZATION BOAV] now', ['ORGANIZATION BOAV']],
  ['in brackets', 'as Bo ( NYSE ~: [ORGANIZATION BOAV] ) grew', []],
  ['the exchange in brackets', 'as Bo ( [ORGANIZATION NYSE] ~: BOAV ) grew', []],
  ['in square brackets', 'as Bo [ NYSE ~: [ORGANIZATION BOAV] ) grew', []],
  ['on an exchange of two words', 'as Bo ( NYSE American ~: [ORGANIZATION BOAV] ) grew', []],
  ['on no exchange', 'as Bo ( Oslo ~: [ORGANIZATION BOAV] ) grew', ['ORGANIZATION BOAV']],
  ['without a colon', 'as Bo ( NYSE [ORGANIZATION BOAV] ) grew', ['ORGANIZATION BOAV']],
  ['without a bracket', 'as Bo NYSE ~: [ORGANIZATION BOAV] grew', ['ORGANIZATION BOAV']],
  ['behind the bracket', 'as Bo ( NYSE ~: BO ) [ORGANIZATION BOAV] grew', ['ORGANIZATION BOAV']],
  ['an empty bracket', 'as Bo ( NYSE ~: ) [ORGANIZATION BOAV] grew', ['ORGANIZATION BOAV']],
  // What is traded.
  ['debt', 'as [ORGANIZATION Treasuries] slept', []],
  ['debt, otherwise written', 'as [ORGANIZATION Treasurys] slept', []],
  ...'bond bonds note notes bill bills yield yields securities debt futures'
    .split(' ')
    .map((noun): [string, string, string[]] => [`its ${noun}`, `as [ORGANIZATION Treasury] ${noun} slept`, []]),
  ['the ministry', 'as [ORGANIZATION Treasury] officials slept', ['ORGANIZATION Treasury']],
  ...'crude futures oil prices'
    .split(' ')
    .map((noun): [string, string, string[]] => [`oil, ${noun}`, `as [LOCATION Brent] ${noun} slept`, []]),
  ['the town', 'as [LOCATION Brent] voters slept', ['LOCATION Brent']],
  ...'AAA AA BBB BB CCC CC Aaa Aa1 Baa2 Ba3 Caa1'
    .split(' ')
    .map((grade): [string, string, string[]] => [`rated ${grade}`, `it was rated [ORGANIZATION ${grade}] then`, []]),
  ...'rate rates rated rating ratings grade outlook downgrade downgraded upgrade upgraded'
    .split(' ')
    .map((word): [string, string, string[]] => [`a grade, ${word}`, `it got [ORGANIZATION BBB] ${word} then`, []]),
  ['no grade', 'it called [ORGANIZATION BBB] then', ['ORGANIZATION BBB']],
  ...'Bitcoin bitcoins Ether Dogecoin Litecoin'
    .split(' ')
    .map((coin): [string, string, string[]] => [`a coin, ${coin}`, `as [PRODUCT ${coin}] slept`, []]),
  ['a firm called like a coin', 'as [ORGANIZATION Bitcoin Averstad] slept', ['ORGANIZATION Bitcoin Averstad']],
])('what is traded or a body, %s: %s', (_, text, names) => {
  expect(shownNames(repairNames(written(text).sentences))).toEqual(names);
});
