import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { singular } from '../../shared/language/5-entities/slug.ts';
import { directoryWords, firstWordOfId, lookupWords, saidWords } from '../../shared/table/directory-words.ts';

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

const word = fc.stringMatching(/^[abks]{1,4}(?:an)?s?$/);
const phrase = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));

test('whatever word of its names is looked up, an entity stands under one that begins so, or under its singular', () => {
  fc.assert(
    fc.property(phrase(3), fc.array(phrase(2), { maxLength: 2 }), (name, aliases) => {
      const entity = { id: `PERSON#${name.replaceAll(' ', '-')}`, name, aliases };
      const listed = directoryWords(entity);
      expect(listed[0]).toBe(firstWordOfId(entity.id));
      expect(new Set(listed).size).toBe(listed.length);
      for (const asked of saidWords([...lookupWords(entity)]).filter(({ length }) => length > 1)) {
        expect([asked, listed.some((each) => each.startsWith(asked) || each === singular(asked))]).toEqual([
          asked,
          true,
        ]);
      }
    }),
    { numRuns: 2_000 },
  );
});
