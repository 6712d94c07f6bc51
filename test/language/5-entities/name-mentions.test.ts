import { expect, test } from '@jest/globals';
import { nameMentions } from '../../../shared/language/5-entities/name-mentions.ts';
import { written } from './written-sentences.ts';

/** "Mrs. | PERSON Ada Bo": titles, type, words. */
const mentionsIn = (text: string): string[] =>
  nameMentions(written(text)).map(({ titles, type, words }) =>
    [...(titles.length > 0 ? [`${titles.join(' ')} |`] : []), type, ...words].join(' '),
  );

test.each([
  // What leans on a name.
  ['an article', '[ORGANIZATION The Acme] sold', ['ORGANIZATION Acme']],
  ['an article in a mark', '[ORGANIZATION “ a Acme ”] sold', ['ORGANIZATION Acme']],
  ['a possessive', '[ORGANIZATION an Acme ~’s] ore', ['ORGANIZATION Acme']],
  ...["'s", '’s', "'", '’', ',', '.', ';', ':', '"', '“', '”'].map((mark): [string, string, string[]] => [
    mark,
    `[ORGANIZATION ${mark} Acme Ore ${mark}] sold`,
    ['ORGANIZATION Acme Ore'],
  ]),
  ['a mark alone', '[ORGANIZATION ’] sold', []],
  ['an article alone', '[ORGANIZATION The] sold', ['ORGANIZATION The']],
  ['words that are written together', '[PERSON Yoon Suk ~- ~yeol] met', ['PERSON Yoon Suk-yeol']],
  // Titles.
  ['a title before', 'as Mrs. [PERSON Bo] met', ['Mrs. | PERSON Bo']],
  ['two titles before', 'as Prime Minister [PERSON Ada Bo] met', ['Prime Minister | PERSON Ada Bo']],
  ['a title inside', 'as [PERSON Sen. Ada Bo] met', ['Sen. | PERSON Ada Bo']],
  ['titles before and inside', 'as Deputy [PERSON Sheriff Ada Bo] met', ['Deputy Sheriff | PERSON Ada Bo']],
  ['a title alone', 'as [PERSON Judge] met', ['PERSON Judge']],
  ['a title of a firm', 'as Judge [ORGANIZATION Bo] met', ['ORGANIZATION Bo']],
  ['a prince', 'as [PERSON Prince Harry] met', ['PERSON Prince Harry']],
  ['a prince of three names', 'as [PERSON Prince Mohammed bin Salman] met', ['Prince | PERSON Mohammed bin Salman']],
  ['a queen with a number', 'as [PERSON Queen Elizabeth II] met', ['PERSON Queen Elizabeth II']],
  ['a noun inside', 'as [PERSON Acme driver Bo] met', ['Acme driver | PERSON Bo']],
  ['a noun behind', 'as [PERSON Ada driver] met', ['PERSON Ada driver']],
  ['a common word before', 'as [PERSON old Bo] met', ['old | PERSON Bo']],
  ['a common word inside', 'as [PERSON Ada old Bo] met', ['PERSON Ada old Bo']],
  ['a particle before', 'as [PERSON van Bo] met', ['PERSON van Bo']],
  ['common words', 'as [PERSON old bo Cy] met', ['PERSON old bo Cy']],
  // No names.
  ['words of a person', 'the [PERSON old bo] met', []],
  ['words of a body', 'the [ORGANIZATION works council] met', []],
  ['words of a place', 'the [LOCATION old town] met', []],
  ['words of a product', 'the [PRODUCT old car] ran', ['PRODUCT old car']],
  ['a number', 'the [ORGANIZATION 49ers] won', ['ORGANIZATION 49ers']],
  ['letters without capitals', 'the [PERSON 習近平] met', ['PERSON 習近平']],
  ['people at the beginning', '[PERSON Bakers] met', []],
  ['people inside', 'the [PERSON Bakers] met', ['PERSON Bakers']],
  ['people of two words', '[PERSON Bakers Ada] met', ['PERSON Bakers Ada']],
  ['one at the beginning', '[PERSON Ada] met', ['PERSON Ada']],
  ['a body of people at the beginning', '[ORGANIZATION Police] met', ['ORGANIZATION Police']],
  ['an age', 'aged [QUANTITY 40 years old] when', []],
])('%s: %s', (_, text, mentions) => {
  expect(mentionsIn(text)).toEqual(mentions);
});

test('a mention knows where it stands, and on which of its words the others hang', () => {
  const [first, second] = nameMentions(
    written(
      'It rained | the old [PERSON Sen./PROPN/compound>3 Ada/PROPN/nsubj>5 Bo/PROPN/flat>3] met / in [LOCATION Oslo]',
    ),
  );
  expect(first).toEqual({
    type: 'PERSON',
    sentence: 1,
    first: 3,
    end: 5,
    head: 3,
    span: { paragraph: 0, start: 23, end: 29, text: 'Ada Bo' },
    words: ['Ada', 'Bo'],
    titles: ['Sen.'],
  });
  expect(second).toMatchObject({ sentence: 2, first: 1, end: 2, span: { paragraph: 1, start: 3, end: 7 } });
});

test('a date and an amount know their values', () => {
  const document = { ...written('on [DATE 9 May 2024] for [MONEY $ ~5] more'), publishedAt: '2024-05-10T12:00:00Z' };
  expect(nameMentions(document)).toMatchObject([
    { type: 'DATE', date: { date: '2024-05-09' } },
    { type: 'MONEY', amount: { value: 5, unit: 'USD' } },
  ]);
});
