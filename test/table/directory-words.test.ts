import { expect, test } from '@jest/globals';
import { directoryWords, firstWordOfId } from '../../shared/table/directory-words.ts';

const named = (id: string, name: string, ...aliases: string[]) => directoryWords({ id, name, aliases });

test.each([
  ['a name', named('PERSON#jake-sullivan', 'Jake Sullivan', 'Sullivan'), ['jake', 'sullivan']],
  ['little words', named('ORGANIZATION#bank-of-korea', 'Bank of Korea', 'the Bank'), ['bank', 'korea']],
  ['nothing but little words', named('WORK#the-who', 'The Who'), ['who']],
  ['a word that stands twice', named('PERSON#sirhan-sirhan', 'Sirhan Sirhan', 'Sirhan'), ['sirhan']],
  ['initials', named('PERSON#john-f-kennedy', 'John F. Kennedy', 'J. Kennedy'), ['john', 'kennedy']],
  ['an initial first', named('PERSON#j-rowling', 'J. Rowling'), ['rowling']],
  ['nothing but an initial', named('PERSON#~k', 'K.'), ['k']],
  ['beginnings of other words', named('GROUP#south-korean', 'South Korean', 'Korea'), ['south', 'korean']],
  ['other forms of its own words', named('GROUP#democrat', 'Democratic', 'Democrats'), ['democrat']],
  ['words that aliases add', named('LOCATION#north-korea', 'North Korea', 'DPRK'), ['north', 'korea', 'dprk']],
])('an entity stands under the words that people look up: %s', (_, words, expected) => {
  expect(words).toEqual(expected);
});

test('the first word hangs on the id alone, so that the articles that mention an entity are found in one place', () => {
  const [long, short] = [named('LOCATION#maryland', 'Md.'), named('LOCATION#maryland', 'Maryland', 'Md.')];
  expect([long[0], short[0]]).toEqual(['maryland', firstWordOfId('LOCATION#maryland')]);
});

test('the title of a work stands under eight of its words', () => {
  const title = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda'.split(' ');
  expect(named(`WORK#${title.join('-')}`, title.join(' '))).toEqual(title.slice(0, 8));
});
