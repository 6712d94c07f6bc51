import { expect, test } from '@jest/globals';
import { parseArticle } from '../../shared/article/parse-article.ts';

interface Expected {
  readonly headline?: string;
  readonly bylines?: readonly string[];
  readonly dateline?: string;
  /** Of paragraphs that have one, by their text. */
  readonly roles?: Readonly<Record<string, string>>;
  /** Where it matters where paragraphs begin. */
  readonly texts?: readonly string[];
}

const read = async (text: string) => {
  const { paragraphs, headline, bylines, dateline } = await parseArticle(Buffer.from(text));
  return {
    texts: paragraphs.map((paragraph) => paragraph.text),
    headline: headline?.text,
    bylines: bylines.map((byline) => byline.text),
    dateline: dateline?.text,
    roles: Object.fromEntries(paragraphs.flatMap(({ text, role }) => (role ? [[text, role]] : []))),
  };
};

async function expectReading(text: string, expected: Expected): Promise<void> {
  const { texts, ...front } = await read(text);
  expect(front).toEqual({ headline: undefined, bylines: [], dateline: undefined, roles: {}, ...omitTexts(expected) });
  expect(texts).toEqual(expected.texts ?? text.split('\n').filter((line) => line !== ''));
}

const omitTexts = ({ texts: _, ...rest }: Expected): Expected => rest;

/** Each is a story's beginning; what follows the dateline is the same. */
test.each([
  ['Wexmoor (dpa) - ', 'mixed case'],
  ['Wexmoor, Germany (AFP) – ', 'mixed case with a country'],
  ['Bad Harlow/Wexmoor (dpa/kna) - ', 'two places, two agencies'],
  ['LOS ANGELES, Feb 26 - ', 'a date and no agency'],
  ['Los Angeles, Feb. 26 — ', 'a date and no agency, mixed case'],
  ['TOKYO, 26 February - ', 'the day before the month'],
  ['WASHINGTON, D.C. — ', 'an abbreviated state'],
  ['ST. JOHN’S, Newfoundland (CP) — ', 'a saint and a possessive'],
  ['NEW DELHI: ', 'a colon'],
  ['COLLEGE STATION: ', 'a place that ends as a deed does'],
  ['KARACHI, March 3: ', 'a colon after a date'],
  ['LAHORE (APP): ', 'a colon after an agency'],
  ['MEXICO CITY/PARIS (Reuters) - ', 'two cities'],
  ['BRUSSELS/LONDON/KYIV, March 3 (Reuters) - ', 'three cities and a date'],
  ['NEW YORK and LONDON (AP) — ', 'two cities with "and"'],
  ['ATLANTA (AP) _ ', 'an underscore'],
  ['WEXMOOR, Ohio (AP) _ ', 'an underscore after a state'],
  ['(CNN) -- ', 'an agency alone'],
  ['(CNN) — ', 'an agency alone, a long dash'],
  ['(Reuters) - ', 'an agency alone, a hyphen'],
  ['PORT-AU-PRINCE, Haiti (AP) — ', 'hyphens'],
  ['N’DJAMENA, Chad, March 3 (Xinhua) -- ', 'an apostrophe, a country and a date'],
  ['SÃO PAULO, March 3, 2026 (Bloomberg) -- ', 'a year'],
  ['WEXMOOR, March 3, 2026 /Newswire/ -- ', 'a release'],
])('dateline %p: %s', async (dateline) => {
  const text = `Mayor opens a new library\n\n${dateline}Mayor Olive Tarn opened a library on Monday, officials said.`;
  await expectReading(text, { headline: 'Mayor opens a new library', dateline: dateline.trim() });
});

test.each([
  ['NATO - a military alliance - met on Monday in Wexmoor, officials said.', 'an aside between dashes'],
  ['Ralph Penhallow (Harlow) - a farmer - opened a library on Monday.', 'a member of a council'],
  ['Q: Who opened the library on Monday, and what did it cost the town in all?', 'a question'],
  ['LIBRARY OPENING: The mayor opened a library on Monday, officials said.', 'a title before a colon'],
  ['DEAR OLIVE: My neighbour opened a library on Monday, and nobody came to it.', 'a letter to a columnist'],
])('no dateline in %p: %s', async (story) => {
  expect((await read(`Mayor opens a new library\n\n${story}`)).dateline).toBeUndefined();
});

const STORY = 'WEXMOOR (NWA) — Mayor Olive Tarn opened a library on Monday.';
const STATED = { headline: 'Mayor opens a new library', dateline: 'WEXMOOR (NWA) —' };

test.each<[string, string, Expected]>([
  [
    'a section',
    'POLITICS\n\nMayor opens a new library\n\nBy Rick Bowden',
    { bylines: ['By Rick Bowden'], roles: { POLITICS: 'label' } },
  ],
  ['a section in small letters', 'World news\n\nMayor opens a new library', { roles: { 'World news': 'label' } }],
  [
    'two sections',
    'NEWS\n\nU.S. POLITICS\n\nMayor opens a new library',
    { roles: { NEWS: 'label', 'U.S. POLITICS': 'label' } },
  ],
  ['a date line', 'Mayor opens a new library\n\nMarch 3, 2026', { roles: { 'March 3, 2026': 'label' } }],
  [
    'a date line with a time',
    'Mayor opens a new library\n\nUpdated 10:05 a.m. EST, March 3, 2026',
    { roles: { 'Updated 10:05 a.m. EST, March 3, 2026': 'label' } },
  ],
  ['a weekday', 'Mayor opens a new library\n\nTuesday, 3 March 2026', { roles: { 'Tuesday, 3 March 2026': 'label' } }],
  ['a date line before it', '3 March 2026\n\nMayor opens a new library', { roles: { '3 March 2026': 'label' } }],
  ['a name', 'Mayor opens a new library\n\nRick Bowden', { bylines: ['Rick Bowden'] }],
  [
    'a name and what he is',
    'Mayor opens a new library\n\nRICK BOWDEN, Staff Writer',
    { bylines: ['RICK BOWDEN, Staff Writer'] },
  ],
  [
    'two names',
    'Mayor opens a new library\n\nRick Bowden and Maria de la Cruz',
    { bylines: ['Rick Bowden and Maria de la Cruz'] },
  ],
  [
    'a name and a date',
    'Mayor opens a new library\n\nRick Bowden\n\nMarch 3, 2026',
    { bylines: ['Rick Bowden'], roles: { 'March 3, 2026': 'label' } },
  ],
  ['a byline before it', 'By Rick Bowden\n\nMayor opens a new library', { bylines: ['By Rick Bowden'] }],
  [
    'a byline and a date before it',
    'By Rick Bowden\n\nMarch 3, 2026\n\nMayor opens a new library',
    { bylines: ['By Rick Bowden'], roles: { 'March 3, 2026': 'label' } },
  ],
  [
    'a dot at its end',
    'Mayor opens a new library.\n\nBy Rick Bowden',
    { headline: 'Mayor opens a new library.', bylines: ['By Rick Bowden'] },
  ],
])('headline beside %s', async (_, above, expected) => {
  await expectReading(`${above}\n\n${STORY}`, { ...STATED, ...expected });
});

test('hard-wrapped lines: an indented one begins a paragraph', async () => {
  await expectReading(
    `MAYOR OPENS LIBRARY
    LONDON, March 3 - Mayor Olive Tarn opened a library on Monday
and closed a school that had stood for ninety years.
    "It is warm and it is dry, and nobody will take it away from
us again," Tarn told a crowd of four hundred people at the
door of the building.
    "I'd put it off as long as they could," said
Ralph Penhallow, a farmer with land in Pitford and
Harlow.
`,
    {
      headline: 'MAYOR OPENS LIBRARY',
      dateline: 'LONDON, March 3 -',
      texts: [
        'MAYOR OPENS LIBRARY',
        'LONDON, March 3 - Mayor Olive Tarn opened a library on Monday and closed a school that had stood for ninety years.',
        '"It is warm and it is dry, and nobody will take it away from us again," Tarn told a crowd of four hundred people at the door of the building.',
        `"I'd put it off as long as they could," said Ralph Penhallow, a farmer with land in Pitford and Harlow.`,
      ],
    },
  );
});

test('hard-wrapped lines: a blank one ends a paragraph', async () => {
  await expectReading(
    `The harbour board said on Monday that the chair, Ottoline
Marsh, would step down. Deputy mayor Ralph
Penhallow told reporters he was "very sad" to see
Marsh go.

Deputy
mayor Ralph Penhallow was "very
sad" on Monday.
`,
    {
      texts: [
        'The harbour board said on Monday that the chair, Ottoline Marsh, would step down. Deputy mayor Ralph Penhallow told reporters he was "very sad" to see Marsh go.',
        'Deputy mayor Ralph Penhallow was "very sad" on Monday.',
      ],
    },
  );
});

test('hard-wrapped lines without blank ones or indents: a short line that ends a sentence ends a paragraph', async () => {
  await expectReading(
    `WEXMOOR, March 3 (NWA) - Mayor Olive Tarn opened a library on Monday and
closed a school that had stood for ninety years on the hill above the river.
The school was cold, she said.
Ralph Penhallow, a farmer with land in Pitford and Harlow, said that he had
waited for fourteen months, which was longer than he had for the bridge, and
that nobody knew who would pay.
`,
    {
      dateline: 'WEXMOOR, March 3 (NWA) -',
      texts: [
        'WEXMOOR, March 3 (NWA) - Mayor Olive Tarn opened a library on Monday and closed a school that had stood for ninety years on the hill above the river. The school was cold, she said.',
        'Ralph Penhallow, a farmer with land in Pitford and Harlow, said that he had waited for fourteen months, which was longer than he had for the bridge, and that nobody knew who would pay.',
      ],
    },
  );
});

test('what stands between and below the story is kept and has a role', async () => {
  const roles = {
    ADVERTISEMENT: 'advertisement',
    'Story continues below': 'advertisement',
    'RELATED: Five ways to save on heating': 'link',
    'Read more: The school on the hill': 'link',
    'Photo: Ada Bo/NWA': 'credit',
    'Pictured: The new library in Wexmoor on Monday': 'caption',
    'Sign up for our morning newsletter': 'link',
    'About Wexmoor Harbour': 'boilerplate',
    'Wexmoor Harbour is the leading operator of harbours in the north.': 'boilerplate',
    'Media contact:': 'contact',
    'Paul Imre, 555-0142-200': 'contact',
  };
  const [first, second, ...rest] = Object.keys(roles);
  await expectReading(
    [
      STATED.headline,
      STORY,
      first,
      '“It is warm,” Tarn said.',
      second,
      'Ralph Penhallow had waited for fourteen months.',
      ...rest,
    ].join('\n\n'),
    { ...STATED, roles },
  );
});

test.each([
  'About half of the four hundred people stayed until it was dark.',
  'About Monday’s vote nobody said a word, and the board went on to the next matter.',
  'Source code of the board’s website was stolen, Tarn said.',
  'Copyright law changed in 2019, and the library pays for each book that it lends.',
  'Reporting by the board showed that the roof had leaked since spring.',
  'Photos by the police show four men on the roof.',
  'Read more books, the mayor told the children of the school on the hill.',
  'Related costs came to $40,000, according to the board.',
  'Watch the river, she said, and it will tell you when to leave.',
  'Correction officers said the prison was cold.',
  'Loading the trucks took them four hours.',
  'Contact with the boat was lost at 10:05 a.m., the harbour board said.',
  'From 1975 - 2014 the school had stood on the hill',
  'Follow the money, Penhallow said of the roof.',
])('what begins like a line beside the story and is the story: %s', async (text) => {
  const { roles } = await read(`${STATED.headline}\n\n${STORY}\n\n${text}\n\n“It is warm,” Tarn said.`);
  expect(roles).toEqual({});
});

test.each([
  'Explainer: Why the roof of the library leaks',
  'Watch: Mayor opens a new library',
  'Euro2032 final comes to Wexmoor',
])('a headline that looks like a line beside the story: %s', async (headline) => {
  await expectReading(`${headline}\n\n${STORY}`, { ...STATED, headline });
});

test('titles of other articles below a heading are links', async () => {
  const below = ['More from Wexmoor News:', 'Five ways to save on heating', 'How cold is the school?'];
  await expectReading([STATED.headline, STORY, ...below].join('\n\n'), {
    ...STATED,
    roles: Object.fromEntries(below.map((text) => [text, 'link'])),
  });
});
