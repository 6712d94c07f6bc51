import { expect, test } from '@jest/globals';
import { nameMentions } from '../../../shared/language/5-entities/name-mentions.ts';
import { written } from './written-sentences.ts';

const namesOf = (text: string): string[] => nameMentions(written(text)).map(({ words }) => words.join(' '));

/** Whose surname follows behind another's name. */
test.each([
  ['and', 'as [PERSON Joel] and [PERSON Hugo Barden] met', ['Joel Barden', 'Hugo Barden']],
  ['&', 'as [PERSON Joel] & [PERSON Hugo Barden] met', ['Joel Barden', 'Hugo Barden']],
  ['or', 'as [PERSON Joel] or [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['and also', 'as [PERSON Joel] and also [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['nothing between', 'as [PERSON Joel] ~, [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  [
    'a surname of two words',
    'as [PERSON Joel] and [PERSON Hugo von Barden] met',
    ['Joel von Barden', 'Hugo von Barden'],
  ],
  ['a middle name', 'as [PERSON Joel] and [PERSON Hugo Lee Barden] met', ['Joel Barden', 'Hugo Lee Barden']],
  ['two names before', 'as [PERSON Joel Roe] and [PERSON Hugo Barden] met', ['Joel Roe', 'Hugo Barden']],
  ['one name behind', 'as [PERSON Joel] and [PERSON Hugo] met', ['Joel', 'Hugo']],
  ['no forename before', 'as [PERSON Averstad] and [PERSON Hugo Barden] met', ['Averstad', 'Hugo Barden']],
  ['no forename behind', 'as [PERSON Joel] and [PERSON Averstad Barden] met', ['Joel', 'Averstad Barden']],
  ['a title before', 'as Mr. [PERSON Joel] and [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['a title behind', 'as [PERSON Joel] and [PERSON Mr. Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['a place before', 'as [LOCATION Joel] and [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['a firm behind', 'as [PERSON Joel] and [ORGANIZATION Hugo Barden] met', ['Joel', 'Hugo Barden']],
  ['a sentence between', 'as [PERSON Joel] | and [PERSON Hugo Barden] met', ['Joel', 'Hugo Barden']],
  [
    'who bears another surname elsewhere',
    'as [PERSON Joel Roe] left | as [PERSON Joel] and [PERSON Hugo Barden] met',
    ['Joel Roe', 'Joel', 'Hugo Barden'],
  ],
  [
    'who stands alone elsewhere',
    'as [PERSON Joel] left | as [PERSON Joel] and [PERSON Hugo Barden] met',
    ['Joel', 'Joel', 'Hugo Barden'],
  ],
  [
    'a place of that name elsewhere',
    'in [LOCATION Joel] left | as [PERSON Joel] and [PERSON Hugo Barden] met',
    ['Joel', 'Joel Barden', 'Hugo Barden'],
  ],
  [
    'the same two again',
    'as [PERSON Joel] and [PERSON Hugo Barden] met | as [PERSON Joel] and [PERSON Hugo Barden] left',
    ['Joel Barden', 'Hugo Barden', 'Joel Barden', 'Hugo Barden'],
  ],
])('%s: %s', (_, text, names) => {
  expect(namesOf(text)).toEqual(names);
});

test('who has got a surname stands where the forename stands', () => {
  const [joel] = nameMentions(written('as [PERSON Joel] and [PERSON Hugo Barden] met'));
  expect(joel).toMatchObject({ type: 'PERSON', sentence: 0, first: 1, end: 2, span: { text: 'Joel' } });
});
