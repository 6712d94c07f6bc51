import { expect, test } from '@jest/globals';
import { withUntaggedBodies } from '../../../shared/language/5-entities/untagged-bodies.ts';
import { shownNames, written } from './written-sentences.ts';

const namesOf = (text: string): string[] => shownNames(withUntaggedBodies(written(text).sentences));

test.each([
  ['untagged', 'by Northern Decisions ~, a research group/NOUN/appos>2', ['ORGANIZATION Northern Decisions']],
  [
    'a people inside',
    'by [GROUP Latino] Decisions ~, a research group/NOUN/appos>2',
    ['ORGANIZATION Latino Decisions'],
  ],
  ['one word', 'by Crowdpier ~, a website/NOUN/appos>1', ['ORGANIZATION Crowdpier']],
])('a body that is described, %s', (_, text, names) => {
  expect(namesOf(text)).toEqual(names);
});

test.each([
  ['tagged', 'by [PERSON Ann Roe] ~, a group/NOUN/appos>2', ['PERSON Ann Roe']],
  ['the largest of its kind', 'by Oromos ~, the group/NOUN/appos>1', []],
  ['a part of a name', 'Center for Northern Policy ~, a group/NOUN/appos>3', []],
  ['no body', 'by Northern Decisions ~, a film/NOUN/appos>2', []],
  ['a word that opens a sentence', 'Spiders ~, a group/NOUN/appos>0', []],
  ['small letters', 'by northern decisions ~, a group/NOUN/appos>2', []],
])('none, %s', (_, text, names) => {
  expect(namesOf(text)).toEqual(names);
});
