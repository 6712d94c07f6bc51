import { expect, test } from '@jest/globals';
import { repairNames } from '../../../shared/language/5-entities/repair-names.ts';
import { shownNames, written } from './written-sentences.ts';

/** The last name of an article that names Teresa May. */
const lastIn = (text: string, bearer = '[PERSON Teresa May]'): string | undefined =>
  shownNames(repairNames(written(`then ${bearer} left | ${text}`).sentences)).at(-1);

/** A month does nothing and is asked nothing. */
test.each([
  ['a subject', 'then [DATE May/PROPN/nsubj>2] left/VERB/root>-1'],
  ['a subject of a passive', 'then [DATE May/PROPN/nsubj:pass>2] asked/VERB/root>-1'],
  ['an object', 'they asked/VERB/root>-1 [DATE May/PROPN/obj>1] then'],
  ['an indirect object', 'they gave/VERB/root>-1 [DATE May/PROPN/iobj>1] bread'],
  ...['about', 'against', 'for', 'to', 'with', 'behind'].map((word) => [
    word,
    `they stood/VERB/root>-1 ${word}/ADP/case>3 [DATE May/PROPN/obl>1] then`,
  ]),
  ['critics of hers', 'the critics/NOUN of/ADP/case>3 [DATE May/PROPN/nmod>1] left'],
  ['her critics', 'the [DATE May/PROPN/nmod:poss>3] ~’s/PART/case>1 critics/NOUN left'],
  ['her voters', "the [DATE May/PROPN/nmod:poss>3] ~'s/PART/case>1 voters/NOUN left"],
  ['her people', 'the [DATE May/PROPN/nmod:poss>3] ~’/PART/case>1 people/NOUN left'],
])('somebody, %s: %s', (_, text) => {
  expect(lastIn(text)).toBe('PERSON May');
});

test.each([
  ...['by', 'in', 'since', 'until'].map((word) => [
    word,
    `they stood/VERB/root>-1 ${word}/ADP/case>3 [DATE May/PROPN/obl>1] then`,
  ]),
  ['without a preposition', 'they stood/VERB/root>-1 [DATE May/PROPN/obl>1] then'],
  [
    'behind another preposition',
    'for/ADP/case>2 old Ada they stood/VERB/root>-1 in/ADP/case>6 [DATE May/PROPN/obl>4] then',
  ],
  ['a time', 'they stood/VERB/root>-1 last [DATE May/PROPN/obl:tmod>1] then'],
  ['an object of time', 'they spent/VERB/root>-1 [DATE May/PROPN/obj:tmod>1] there'],
  ['a day of it', 'the days/NOUN of/ADP/case>3 [DATE May/PROPN/nmod>1] passed'],
  ['its days', 'the [DATE May/PROPN/nmod:poss>3] ~’s/PART/case>1 days/NOUN passed'],
  ['critics that month', 'the [DATE May/PROPN/nmod:poss>2] critics/NOUN left'],
])('a month, %s: %s', (_, text) => {
  expect(lastIn(text)).toBe('DATE May');
});

test.each(['April', 'May', 'June', 'August', 'Friday', 'Monday', 'Sunday'])('somebody called %s', (name) => {
  expect(lastIn(`then [DATE ${name}/PROPN/nsubj>2] left/VERB/root>-1`, `[PERSON Ada ${name}]`)).toBe(`PERSON ${name}`);
});

test.each([
  ['nobody of the name', '[PERSON Teresa Bo]', 'May'],
  ['a forename', '[PERSON May Bo]', 'May'],
  ['a name of one word', '[PERSON May]', 'May'],
  ['a body', '[ORGANIZATION Old May]', 'May'],
  ['somebody of another month', '[PERSON Ada June]', 'May'],
  ['a month that nobody is called', '[PERSON Ada October]', 'October'],
])('no bearer, %s: %s', (_, bearer, month) => {
  expect(lastIn(`then [DATE ${month}/PROPN/nsubj>2] left/VERB/root>-1`, bearer)).toBe(`DATE ${month}`);
});

test('a day of the month is a date', () => {
  expect(lastIn('then [DATE May/PROPN/nsubj>3 4/NUM/nummod>1] passed/VERB/root>-1')).toBe('DATE May 4');
});
