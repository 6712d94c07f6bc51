import { expect, test } from '@jest/globals';
import { withoutOverruns } from '../../../shared/language/5-entities/overrun-names.ts';
import { world } from '../../../shared/language/knowledge/world.ts';
import { shownNames, written } from './written-sentences.ts';

const namesOf = (text: string): string[] => shownNames(withoutOverruns(written(text).sentences, world()));

/** The text after a headline. */
const ROE = 'then [PERSON Hanna Roe] left ~. | but [PERSON Roe] came back';

test.each([
  ['a verb', `[PERSON Hanna Roe Endorses] Northern Ferry Union | ${ROE}`, 'PERSON Hanna Roe'],
  ['capitals', `[PERSON HANNA ROE QUITS] NORTHERN FERRY UNION | ${ROE}`, 'PERSON HANNA ROE'],
  ['a surname alone', `[PERSON Roe Backs Lund] After Northern Vote | ${ROE}`, 'PERSON Roe'],
  ['a preposition', `then [PERSON Hanna Roe of] The Ledger wrote`, 'PERSON Hanna Roe'],
  ['a bracket', `I stand with [PERSON Hanna Roe ( Lund] in this`, 'PERSON Hanna Roe'],
  ['a show', `then on [PERSON Hanna Roe Investigative] Radio they spoke | but [PERSON Roe] left`, 'PERSON Hanna Roe'],
])('a name that ran on over %s: %s', (_, text, name) => {
  expect(namesOf(text)[0]).toBe(name);
});

test.each([
  ['a second surname', `[PERSON Hanna Roe Nieto] Endorses Northern Union | ${ROE}`, 'PERSON Hanna Roe Nieto'],
  ['a suffix', `[PERSON Hanna Roe Jr.] Endorses Northern Union | ${ROE}`, 'PERSON Hanna Roe Jr.'],
  [
    'a name that the text has whole',
    `[PERSON Hanna Roe Firth] Endorses Union | then [PERSON Hanna Roe Firth] left | ${ROE}`,
    'PERSON Hanna Roe Firth',
  ],
  ['a list of people', `[PERSON Hanna Okell] ~, [PERSON Bo Lund] ~, [PERSON Ann Cole] | ${ROE}`, 'PERSON Hanna Okell'],
  [
    'an unknown surname',
    `then [PERSON Hanna Roe Zubiaurre] left ~. | but [PERSON Roe] came`,
    'PERSON Hanna Roe Zubiaurre',
  ],
  ['an initial', `[PERSON Hanna Roe B.] Endorses Northern Union | ${ROE}`, 'PERSON Hanna Roe B.'],
])('a whole name with %s: %s', (_, text, name) => {
  expect(namesOf(text)[0]).toBe(name);
});

test('what is called after a person is no person', () => {
  expect(namesOf('at the [PERSON Hanna Roe Museum] they met')).toEqual(['ORGANIZATION Hanna Roe Museum']);
});

test('a party and a state are nobody', () => {
  expect(namesOf('then [PERSON Hanna Roe] ~, [PERSON D-Ohio] ~, spoke')).toEqual(['PERSON Hanna Roe']);
});

test('who asks is no poll, a survey may be a body', () => {
  expect(namesOf('a [ORGANIZATION Salem Globe Poll] found it')).toEqual(['ORGANIZATION Salem Globe']);
  expect(namesOf('the [ORGANIZATION U.S. Geological Survey] found it')).toEqual([
    'ORGANIZATION U.S. Geological Survey',
  ]);
});
