import { expect, test } from '@jest/globals';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../../shared/language/analyse.ts';
import { asMarked, marksFound, unmark } from './marked-entities.ts';

/** Marks are letters for entities; "?" stands for words that must belong to none. " / " parts paragraphs. */
test.each([
  // Names of people.
  ['surname', '[a Jake Sullivan] arrived on Monday. [a Sullivan] met reporters.'],
  [
    'surname before the full name',
    '[a Ishiba] leaves for Peru. / Prime Minister [a Shigeru Ishiba] will meet leaders there.',
  ],
  ['forename', '[a Beyoncé Knowles] sang on Friday. [a Beyoncé] won three awards.'],
  ['family name first', 'North Korean leader [a Kim Jong Un] watched the launch. [a Kim] praised the soldiers.'],
  ['family name first, two parts', 'Chinese President [a Xi Jinping] spoke in Beijing. [a Xi] called for calm.'],
  ['hyphen', 'President [a Yoon Suk-yeol] flew to Lima. [a Yoon] will return on Sunday.'],
  ['particle', '[a Ursula von der Leyen] spoke in Brussels. [a Von der Leyen] promised aid.'],
  [
    'particle, Arabic',
    'Crown Prince [a Mohammed bin Salman] met Syrian President [b Bashar al-Assad]. [b Assad] thanked the prince.',
  ],
  ['apostrophe and possessive', 'Sen. [a Tip O’Neill] won. [a O’Neill]’s voters cheered.'],
  ['initials', '[a John R. Smith] was elected on Tuesday. [a J. R. Smith] thanked voters in Ohio.'],
  ['nickname', '[a Dwayne “The Rock” Johnson] visited Miami. [a Johnson] signed autographs.'],
  [
    'relatives',
    '[a Bill Clinton] and [b Hillary Clinton] came to Chicago. Mrs. [b Clinton] spoke first, then Mr. [a Clinton].',
  ],
  ['pope', '[a Pope Francis] flew to Kenya. [a Francis] will celebrate Mass there.'],
  [
    'one goes by the forename',
    '[a Donald Trump] and [b Melania Trump] flew to Ohio. [b Melania] spoke first. [a Trump] spoke for an hour.',
  ],
  [
    'the first introduced, then another',
    'Sen. [a Ted Cruz] spoke in Iowa. [a Cruz] promised a fight. / His father, [b Rafael Cruz], stood beside him. [b Rafael Cruz] prayed.',
  ],
  ['father and son', '[a Robert Downey Sr.] directed films in New York. [b Robert Downey Jr.] acted in some of them.'],
  ['two Kims', '[a Kim Jong Un] met [b Kim Yo Jong] in Pyongyang on Monday. / [b Kim Yo Jong] spoke for an hour.'],
  ['no relation', '[a Ana Diaz] sued [b Luis Diaz] in Madrid. The judge dismissed the case of [a Ana Diaz].'],
  // Organisations.
  ['acronym', 'The summit of the [a Asia-Pacific Economic Cooperation] ended. [a APEC] leaders flew home.'],
  ['acronym in brackets', 'The [a World Health Organization] ([a WHO]) issued a warning. The [a WHO] said cases rose.'],
  [
    'acronym that keeps a shorter one',
    'The [a U.S. Geological Survey] and the [b UK Health Security Agency] met. The [a USGS] answered the [b UKHSA].',
  ],
  ['acronym with its sign', '[a Pacific Gas & Electric Co.] lost power. Crews of [a PG&E] restored it by noon.'],
  ['company form', '[a Apple Inc.] raised prices on Tuesday. Shares of [a Apple] fell.'],
  [
    'inverted department',
    'The [a Department of Justice] sued. Lawyers for the [a Justice Department] declined to comment.',
  ],
  [
    'company named after a person',
    '[a Henry Ford] built cars in Detroit. Today [b Ford Motor Co.] employs thousands, and [b Ford Motor] shares rose.',
  ],
  ['team named after a city', 'The [a Chicago Bulls] won again. Fans in [b Chicago] danced in the streets.'],
  // Places and groups.
  ['country', 'The [a United States] and [b North Korea] met. The [a U.S.] envoy said the [b DPRK] agreed.'],
  ['the North', '[a North Korea] fired missiles. [b South Korea] said the [a North] broke its word.'],
  ['people', '[a South Korean] officials met [b Japanese] diplomats. The [a South Koreans] left early.'],
  ['people are not their country', '[a Japan] closed its border. [b Japanese] officials gave no reason.'],
  ['capital is not its government', 'Officials in [a Moscow] said [b Russia] would reply. [a Moscow] is preparing.'],
  ['state', 'They met in Annapolis, [a Md.], on Monday. The governor of [a Maryland] was there.'],
  [
    'place named after a person',
    '[a George Washington] was born in Virginia. Lawmakers in [b Washington] meet today. As a general, [a George Washington] led the army.',
  ],
  // Pronouns and descriptions.
  ['he', 'President [a Joe Biden] is in Peru. [a He] will meet leaders on Friday.'],
  ['she, by forename', '[a Maria Lopez] sued [b David Brown] in May. [a She] says [b he] owes [a her] money.'],
  [
    'his in a relative clause',
    'Biden met [a Shigeru Ishiba], who took office in October, replacing [a his] predecessor.',
  ],
  ['he after who said', '[a Jake Sullivan] said the [b Biden] administration is confident. [a He] expects a deal.'],
  ['nobody agrees', '[a Maria Lopez] sued the company in May. [? He] was not available for comment.'],
  [
    'he is the lawyer, not the client',
    '[a Gerald Moran] pleaded guilty in June. [a Moran] apologized on Friday. / [a Moran]’s lawyer, [b Thomas Okonjo], had asked for probation. [b He] argued that the sentence was harsh.',
  ],
  [
    'a trade before a name whose tree is lost',
    'At the Black Bull, where the mats were drying on the radiators, landlord [b Colin Roe] – [c Jean]’s nephew – was less forgiving. “It is late,” [b he] said.',
  ],
  [
    'she takes the word from the one most often named',
    '[a Marta Kovalenko] won bronze in Turin. “I ran for the people in the basement,” [a Kovalenko] said, [a her] voice cracking. / [b Keely Marsh], the champion, hugged [a her] at the finish. “That was brave,” [b she] told reporters.',
  ],
  ['officer without a name', '[a Maria Lopez] called an officer. The officer said [? he] would come.'],
  [
    'the advisor',
    'The national security advisor, [a Jake Sullivan], flew to Seoul. [a The national security advisor] will stay a week.',
  ],
  [
    'the president of two',
    'President [a Dina Boluarte] received President [b Xi Jinping] in Lima. [? The president] was late.',
  ],
  ['they are two', '[a Maria Lopez] and [b David Brown] met in Rome. [? They] signed the contract.'],
  [
    'the minister is not the prime minister',
    'Transport Minister [a Helena Borg] answered Prime Minister [b Josephine Vella]. [a The minister] promised repairs.',
  ],
  [
    'the elder',
    '[a Lin Mei-hua] runs the company. Her father, [b Lin Chih-ming], founded it. The elder [b Lin] is 88. [a Lin Mei-hua] is his heir.',
  ],
  ['I and we in a quotation', '“[a I] do not think [a we] can wait,” [a Jake Sullivan] said.'],
])('%s: %s', async (_, marked) => {
  const { paragraphs, marks } = unmark(marked);
  const { entities } = await analyse({ paragraphs, bylines: [] }, await loadTagger());
  expect(marksFound(marks, entities)).toEqual(asMarked(marks));
});

test.each([
  [
    'a newspaper under its article, whoever it is tagged as',
    'In her last interview, with The Boston Ledger, Harriet Osei was asked what the ocean sounded like.',
    ['PERSON#harriet-osei', 'ORGANIZATION#boston-ledger'],
  ],
  [
    'an authority and the country that owns it',
    'Shares fell on Monday. The UK’s Competition and Markets Authority said it was aware of the deal.',
    ['LOCATION#united-kingdom', 'ORGANIZATION#competition-and-markets-authority'],
  ],
  [
    'a place that begins as places do',
    'The army accused the Rapid Support Forces of shelling a market in El Fasher.',
    ['ORGANIZATION#rapid-support-forces', 'LOCATION#el-fasher'],
  ],
  [
    'an agency with what it is for, and a ship',
    'The team, which is funded by the Japan Agency for Marine-Earth Science and Technology, will return to the site aboard the drillship Chikyu in May.',
    ['ORGANIZATION#japan-agency-for-marine-earth-science-and-technology', 'PRODUCT#chikyu'],
  ],
  [
    'a port with its town',
    'The Port of Averøy today opened a terminal that runs entirely on shore power.',
    ['LOCATION#port-of-averoy'],
  ],
  [
    'the place of a dateline, and what is no name',
    'SAN FRANCISCO (Bloomberg) -- Lumina Inc. will cut jobs after its AI assistant failed.',
    ['LOCATION#san-francisco', 'ORGANIZATION#bloomberg', 'ORGANIZATION#lumina-inc'],
  ],
  [
    'a team under its article',
    'The council rejected a stadium for the Portland Herons. The Herons’ owner, Dalton Pryce, did not attend.',
    ['ORGANIZATION#portland-herons', 'PERSON#dalton-pryce'],
  ],
  [
    'what is of its members',
    'Ferry operator Nordfjell Lines was fined, and the Seafarers’ Union said it had warned of the fire.',
    ['ORGANIZATION#nordfjell-lines', 'ORGANIZATION#seafarers-union'],
  ],
  [
    'money in words and with its sign',
    'A court fined the company 240 million crowns ($22.6 million) for the fire.',
    ['MONEY#240000000', 'MONEY#22600000-usd'],
  ],
  ['a leader of no minority', 'Minority Leader Grace Okafor spoke on the floor.', ['PERSON#grace-okafor']],
])('%s', async (_, text, ids) => {
  const { entities } = await analyse({ paragraphs: [{ ordinal: 0, text }], bylines: [] }, await loadTagger());
  expect(entities.filter(({ type }) => type !== 'DATE').map(({ id }) => id)).toEqual(ids);
});

test('who is written in capitals alone is called as others are', async () => {
  const text = 'WASHINGTON — President Ellen Whitcomb left, wrote MARISOL VANCE of NATO.';
  const { entities } = await analyse({ paragraphs: [{ ordinal: 0, text }], bylines: [] }, await loadTagger());
  expect(entities.map(({ name }) => name)).toEqual(['Washington', 'Ellen Whitcomb', 'Marisol Vance', 'NATO']);
});
