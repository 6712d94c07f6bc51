import { expect, test } from '@jest/globals';
import { withUntaggedOutlets } from '../../../shared/language/5-entities/untagged-outlets.ts';
import type { Gazetteer } from '../../../shared/language/knowledge/gazetteer.ts';
import { shownNames, written } from './written-sentences.ts';

/** Lists that know Deadline as an outlet and Harbour as a bank. */
const LISTS = {
  lookUp: (name: string) => ({
    bearers: [{ kind: name === 'Deadline' ? 'media' : 'bank' }].filter(() => /^(?:Deadline|Harbour)$/.test(name)),
  }),
} as unknown as Gazetteer;

const namesIn = (text: string): string[] => shownNames(withUntaggedOutlets(written(text).sentences, LISTS));

test.each([
  // A platform.
  ['before a mark', 'she wrote on X ~:', ['ORGANIZATION X']],
  ['at the end', 'she wrote on X', ['ORGANIZATION X']],
  ['before a preposition', 'she wrote on X of/ADP boats', ['ORGANIZATION X']],
  ['before a pronoun', 'she wrote on X she/PRON slept', ['ORGANIZATION X']],
  ['before a clause', 'she wrote on X that/SCONJ she slept', ['ORGANIZATION X']],
  ['beside another', 'she wrote on X and/CCONJ Y', []],
  ['before a hyphen', 'she wrote on X ~- rays', []],
  ['before a noun', 'she wrote on X rays/NOUN', []],
  ['by another preposition', 'she wrote in X ~:', []],
  ['by another letter', 'she wrote on Y ~:', []],
  ['that is tagged', 'she wrote on [PRODUCT X] ~:', ['PRODUCT X']],
  ['behind a name', '[PERSON Ada] wrote on X ~, said [PERSON Bo]', ['PERSON Ada', 'ORGANIZATION X', 'PERSON Bo']],
  // An outlet that speaks.
  ['that says', 'Deadline/PROPN/nsubj>1 says/VERB/root>-1 so/ADV/advmod>1', ['ORGANIZATION Deadline']],
  ['that sleeps', 'Deadline/PROPN/nsubj>1 sleeps/VERB/root>-1 so/ADV/advmod>1', []],
  ['that is told', 'they say/VERB/root>-1 Deadline/PROPN/obj>1', []],
  ['that is a noun', 'Deadline/NOUN/nsubj>1 says/VERB/root>-1 so/ADV/advmod>1', []],
  ['in capitals', 'DEADLINE/PROPN/nsubj>1 says/VERB/root>-1 so/ADV/advmod>1', []],
  ['with more words', 'The/DET/det>1 Deadline/PROPN/nsubj>2 says/VERB/root>-1 so/ADV/advmod>1', []],
  ['that is a bank', 'Harbour/PROPN/nsubj>1 says/VERB/root>-1 so/ADV/advmod>1', []],
  ['that no list has', 'Averstad/PROPN/nsubj>1 says/VERB/root>-1 so/ADV/advmod>1', []],
  ['that is tagged', '[WORK Deadline/PROPN/nsubj>1] says/VERB/root>-1 so/ADV/advmod>1', ['WORK Deadline']],
])('%s: %s', (_, text, names) => {
  expect(namesIn(text)).toEqual(names);
});
