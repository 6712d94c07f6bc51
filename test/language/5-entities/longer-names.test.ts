import { expect, test } from '@jest/globals';
import { withLongerNames } from '../../../shared/language/5-entities/longer-names.ts';
import { namesIn } from './names-in.ts';
import { shownNames, written } from './written-sentences.ts';

/** A name that begins a longer one is no name by itself. */
test.each([
  ['Boeing 747 jets were grounded on Monday.', ['PRODUCT Boeing 747']],
  ['He sold his Lexus IS 300 in the spring.', ['PRODUCT Lexus IS 300']],
  ['The carrier ordered ten Boeing 787 Dreamliners.', ['PRODUCT Boeing 787 Dreamliners']],
  ['She drives an old Ford Escort to work.', ['PRODUCT Ford Escort']],
  ['Ford Credit raised its rates on Monday.', ['ORGANIZATION Ford Credit']],
  ['Boeing said it would hire 747 people.', ['ORGANIZATION Boeing']],
  ['Canon 2025 results were weak.', ['ORGANIZATION Canon']],
  ['They signed the Kyoto Protocol and the Paris Agreement.', ['WORK Kyoto Protocol', 'WORK Paris Agreement']],
  ['The North American Free Trade Agreement lapsed.', ['WORK North American Free Trade Agreement']],
  ['The European Convention on Human Rights forbids it.', ['WORK European Convention on Human Rights']],
  [
    'The lawyers of the Obama Justice Department had objected to it. Obama had not.',
    ['ORGANIZATION Justice Department', 'PERSON Obama', 'PERSON Obama'],
  ],
  ['The president signed the Peace in Sudan Act on Monday.', ['LOCATION Sudan']],
  ['Farmers blame NAFTA for the losses.', ['WORK NAFTA']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

/** Things on sale are no bodies; who makes them is. */
test.each([
  ['The Xbox outsold the PlayStation again.', ['PRODUCT PlayStation', 'PRODUCT Xbox']],
  ['Gmail was down for an hour, Google said.', ['ORGANIZATION Google', 'PRODUCT Gmail']],
  ['The Dunmore, a lander built by Orvane Systems, failed.', ['ORGANIZATION Orvane Systems', 'PRODUCT Dunmore']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

/** Firms that are called after an owner keep the whole of their names. */
test.each([
  ['McDonald’s opened a restaurant in Oslo.', ['LOCATION Oslo', 'ORGANIZATION McDonald’s']],
  ['Analysts at Moody’s disagreed.', ['ORGANIZATION Moody’s']],
  ['Macy’s and Kohl’s will close stores.', ['ORGANIZATION Kohl’s', 'ORGANIZATION Macy’s']],
  ['Protesters met at Apple’s store.', ['ORGANIZATION Apple']],
  ['Audra McDonald’s song was played.', ['PERSON Audra McDonald']],
])('%s', async (text, names) => {
  expect(await namesIn(text)).toEqual(names);
});

test('an office is no part of the state that it is of', async () => {
  const names = await namesIn('He got an inquiry from the office of the New York State Attorney General on Monday.');
  expect(names).toEqual(['LOCATION New York State']);
});

/** Offices and things that everybody has. */
test.each(['The COO and the SVP of sales resigned.', 'ISPs said no on Monday.', 'Write to Press@dunmore.org today.'])(
  'no name: %s',
  async (text) => {
    expect(await namesIn(text)).toEqual([]);
  },
);

const longer = (text: string): string[] => shownNames(written(text).sentences.map(withLongerNames));

/** What makers call their best-known things. */
test.each(
  `Adobe: Acrobat Flash Illustrator Lightroom Photoshop Reader
  Amazon: Echo Fire Kindle Prime
  Apple: iPhone iPhones iPad iPads iPod iPods Mac Music Pay TV Watch
  Audi: e-tron Quattro
  Cadillac: CTS DeVille Escalade
  Chevrolet: Bolt Camaro Corvette Corvettes Cruze Equinox Impala Malibu Silverado Suburban Tahoe Volt
  Chrysler: Pacifica Sebring Voyager Voyagers
  Dodge: Caravan Challenger Charger Chargers Durango Ram Viper
  Fiat: Panda Punto Uno Unos
  Ford: Bronco Escape Escort Escorts Explorer Fiesta Focus Fusion Galaxy Mondeo Mustang Pinto Ranger Taurus Transit
  Google: Chrome Docs Drive Earth Glass Maps Pixel Play Translate
  Honda: Accord Civic Civics Odyssey Pilot
  Hyundai: Elantra Sonata Sonatas Tucson
  Jeep: Cherokee Wrangler Wranglers
  Microsoft: Azure Excel Office Outlook Surface Teams Windows Word Xbox
  MSN: Explorer Messenger
  Nintendo: DS GameCube Switch Wii
  Nissan: Altima Leaf Maxima Micra Micras Qashqai Sentra
  Renault: Clio Clios Megane Twingo Zoe
  Samsung: Galaxy Note
  Sony: PlayStation PlayStations Walkman
  Tesla: Cybertruck Roadster Roadsters
  Toyota: Camry Corolla Corollas Highlander Hilux Prius Tacoma Tundra Yaris
  Volkswagen: Beetle Beetles Golf Jetta Passat Polo Tiguan Touareg`
    .split('\n')
    .map((line) => line.trim().split(': ')),
)('things of a maker: %s', (maker, models = '') => {
  for (const model of models.split(' '))
    expect(longer(`as the [ORGANIZATION ${maker}] ${model} sold`)).toEqual([`PRODUCT ${maker} ${model}`]);
});

test('the same words behind another maker', () => {
  expect(longer('as the [ORGANIZATION Averstad] Focus sold')).toEqual(['ORGANIZATION Averstad']);
});

test.each(
  `airbus boeing antonov tupolev ilyushin sukhoi embraer bombardier cessna gulfstream lockheed mcdonnell douglas saab volvo audi
  bmw mercedes mercedes-benz lexus mazda peugeot renault fiat ferrari porsche volkswagen vw infiniti cadillac chrysler pontiac
  ford toyota canon nikon nokia sony samsung motorola garmin intel amd nvidia dassault`.split(/\s+/),
)('a number behind a maker: %s', (word) => {
  const maker = word.slice(0, 1).toUpperCase() + word.slice(1);
  expect(longer(`as the [ORGANIZATION ${maker}] 747 flew`)).toEqual([`PRODUCT ${maker} 747`]);
});

test.each([
  // Numbers of models.
  ...['747', '747s', '1500', 'SX40', 'SX-40', 'X5d', 'X5dt', 'A350', '747SP', '737-800', '737-800F', '737-8'].map(
    (model): [string, string[]] => [`as the [ORGANIZATION Boeing] ${model} flew`, [`PRODUCT Boeing ${model}`]],
  ),
  ...['20', '1998', '2025', '12345', 'x5', 'ABCDE5', '7-8'].map((number): [string, string[]] => [
    `as the [ORGANIZATION Boeing] ${number} flew`,
    ['ORGANIZATION Boeing'],
  ]),
  ['as the [ORGANIZATION Boeing] IS 300 flew', ['PRODUCT Boeing IS 300']],
  ['as the [ORGANIZATION Boeing] is 300 flew', ['ORGANIZATION Boeing']],
  ['as the [ORGANIZATION Boeing] LONG 300 flew', ['ORGANIZATION Boeing']],
  ['as the [ORGANIZATION Averstad] 747 flew', ['ORGANIZATION Averstad']],
  ...['Dreamliner', 'Dreamliners', 'Freighter', 'Jumbo', 'MAX', 'Max', 'XWB', 'neo'].map((tail): [string, string[]] => [
    `as the [ORGANIZATION Boeing] 787 ${tail} flew`,
    [`PRODUCT Boeing 787 ${tail}`],
  ]),
  ['as the [ORGANIZATION Boeing] 787 Captain flew', ['PRODUCT Boeing 787']],
  ['as the [PRODUCT Boeing Averstad] 787 flew', ['PRODUCT Boeing Averstad 787']],
  ['as the [ORGANIZATION Boeing Averstad] 787 flew', ['ORGANIZATION Boeing Averstad']],
  ['as the [ORGANIZATION Ford Averstad] Escort flew', ['ORGANIZATION Ford Averstad']],
  // Names in between are taken in.
  ['as the [ORGANIZATION Lexus] [ORGANIZATION IS] 300 sold', ['PRODUCT Lexus IS 300']],
  ['as the [ORGANIZATION Boeing] [QUANTITY 747] flew to [LOCATION Oslo]', ['PRODUCT Boeing 747', 'LOCATION Oslo']],
  ['as [LOCATION Oslo] saw the [ORGANIZATION Boeing] 747', ['LOCATION Oslo', 'PRODUCT Boeing 747']],
  ['as [LOCATION Oslo] [ORGANIZATION Boeing] 747 flew', ['LOCATION Oslo', 'PRODUCT Boeing 747']],
  ['as [ORGANIZATION Boeing] 747 [LOCATION Oslo] flew', ['PRODUCT Boeing 747', 'LOCATION Oslo']],
  ['as the [LOCATION Averstad] [ORGANIZATION Roe] Treaty ended then', ['WORK Averstad Roe Treaty']],
  [
    'as the [ORGANIZATION Boeing] 747 and the [LOCATION Averstad] Treaty ended then',
    ['PRODUCT Boeing 747', 'WORK Averstad Treaty'],
  ],
  // Treaties.
  ...[
    'Accord',
    'Accords',
    'Act',
    'Agreement',
    'Agreements',
    'Conventions',
    'Declaration',
    'Protocol',
    'Protocols',
    'Treaty',
    'Treaties',
  ].map((noun): [string, string[]] => [`as the [LOCATION Averstad] ${noun} ended then`, [`WORK Averstad ${noun}`]]),
  ...['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'].map((type): [string, string[]] => [
    `as the [${type} Averstad] Treaty ended then`,
    ['WORK Averstad Treaty'],
  ]),
  ['as the [GROUP Averstad] Treaty ended then', ['GROUP Averstad']],
  ['as the [ORGANIZATION Averstad Treaty] ended then', ['WORK Averstad Treaty']],
  ['as the [ORGANIZATION Treaty] ended then', ['ORGANIZATION Treaty']],
  ['as the [LOCATION Averstad] Clean Water Act ended then', ['WORK Averstad Clean Water Act']],
  ['as the [LOCATION Norway] Clean Water Act ended then', ['LOCATION Norway']],
  ['as the [LOCATION Norway] Treaty ended then', ['WORK Norway Treaty']],
  ['as the [LOCATION Averstad] clean Water Act ended then', ['LOCATION Averstad']],
  ['as the [PERSON Averstad] Signed/VERB Act ended then', ['PERSON Averstad']],
  ['as the [LOCATION Averstad] Treaty Organization ended then', ['LOCATION Averstad']],
  ['The [LOCATION Averstad] Treaty Ends Today', ['LOCATION Averstad']],
  ['The [LOCATION Averstad] Treaty Ends for You', ['LOCATION Averstad']],
  ['as the [LOCATION Averstad] A B C D E Treaty ended then', ['WORK Averstad A B C D E Treaty']],
  ['as the [LOCATION Averstad] A B C D E F Treaty ended then', ['LOCATION Averstad']],
  ['Ministers Sign [LOCATION Averstad] Treaty', ['LOCATION Averstad']],
  ['Ministers sign/VERB [LOCATION Averstad] Treaty', ['WORK Averstad Treaty']],
  ['Ministers of [LOCATION Averstad] Treaty', ['LOCATION Averstad']],
  // Conventions have a subject.
  ['as the [LOCATION Averstad] Convention ended then', ['LOCATION Averstad']],
  ...['on', 'against', 'for'].map((word): [string, string[]] => [
    `as the [ORGANIZATION Averstad Convention] ${word} Torture ended then`,
    [`WORK Averstad Convention ${word} Torture`],
  ]),
  ['as the [ORGANIZATION Averstad Convention] of Torture ended then', ['ORGANIZATION Averstad Convention']],
  ['as the [ORGANIZATION Averstad Convention] on torture ended then', ['ORGANIZATION Averstad Convention']],
  ['as the [ORGANIZATION Averstad Convention] ended then', ['ORGANIZATION Averstad Convention']],
  [
    'as the [ORGANIZATION Averstad Convention on] Human Rights ended then',
    ['WORK Averstad Convention on Human Rights'],
  ],
  [
    'as the [ORGANIZATION Averstad Convention] on Trade and Ports ended then',
    ['WORK Averstad Convention on Trade and Ports'],
  ],
  [
    'as the [ORGANIZATION Averstad Convention] on the Law of the Sea ended then',
    ['WORK Averstad Convention on the Law of the Sea'],
  ],
  [
    'as the [ORGANIZATION Averstad Convention] on Ports and the people ended then',
    ['WORK Averstad Convention on Ports'],
  ],
])('%s', (text, names) => {
  expect(longer(text)).toEqual(names);
});
