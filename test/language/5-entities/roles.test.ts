import { expect, test } from '@jest/globals';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../../shared/language/analyse.ts';

/** Roles stand in braces; the person is the one named in the second column. */
test.each([
  [
    '{White House national security advisor} Jake Sullivan said so on Monday.',
    'Jake Sullivan',
    'ORGANIZATION#white-house',
  ],
  ['{North Korean leader} Kim Jong Un left North Korea.', 'Kim Jong Un', 'LOCATION#north-korea'],
  ['Jake Sullivan, who {advises the president}, flew to Seoul.', 'Jake Sullivan', undefined],
  ['Fumio Kishida, a {former foreign minister}, said he would not run.', 'Fumio Kishida', undefined],
  ['The {mayor of Lima}, Rosa Huaman, opened the bridge.', 'Rosa Huaman', 'LOCATION#lima'],
  ['Ana Diaz is the {chief executive of Acme Inc.} and lives in Ohio.', 'Ana Diaz', 'ORGANIZATION#acme-inc'],
  ['{U.S. Secretary of State} Antony Blinken arrived in Peru.', 'Antony Blinken', 'LOCATION#united-states'],
  ['{President-elect} Donald Trump spoke on Sunday.', 'Donald Trump', undefined],
  ['{World Athletics president} Sir Roderick Hale spoke in Leeds.', 'Roderick Hale', 'ORGANIZATION#world-athletics'],
  ['{Arizona Gov.} Maria Delgado signed the bill.', 'Maria Delgado', 'LOCATION#arizona'],
  ['Ana Diaz is not the mayor of Lima.', 'Ana Diaz', undefined],
  ['Dr. Ana Diaz met Mr. Luis Roe in Chicago.', 'Ana Diaz', undefined],
])('%s', async (marked, name, affiliation) => {
  const text = marked.replace(/[{}]/g, '');
  const { entities } = await analyse({ paragraphs: [{ ordinal: 0, text }], bylines: [] }, await loadTagger());
  const person = entities.find((entity) => entity.name === name);
  expect(person?.roles.map((role) => role.text)).toEqual([...marked.matchAll(/\{([^{}]*)\}/g)].map((role) => role[1]));
  expect(person?.affiliation).toBe(affiliation);
});
