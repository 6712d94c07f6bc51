import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { attributed, unmark } from '../6-quotations/marked.ts';
import type { Explained } from '../../../shared/language/7-assemble/to-quotations.ts';
import { findStored, isListed } from './find-stored.ts';
import { fieldsOf, readCases, type StoredCase } from './stored-cases.ts';

const DIRECTORY = 'test/language/trees';

const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.conllu'));
const cases = (await Promise.all(files.map((file) => readCases(join(DIRECTORY, file))))).flat();

/** A text without marks holds no statement, whatever the rules find in it; else what is marked is what is found. */
const found = ({ marked, document }: StoredCase): Explained[] =>
  marked.join().includes('<content') ? findStored(document) : findStored(document).filter(isListed);

const answerOf = ({ marked }: StoredCase) => unmark(marked.join('\n')).attributions;
const attributionsOf = (explained: readonly Explained[]) => explained.map(({ quotation }) => attributed(quotation));

for (const stored of cases) {
  const { name, todo, fields } = stored;
  if (todo === undefined) {
    test(name, () => {
      const explained = found(stored);
      expect(attributionsOf(explained)).toEqual(answerOf(stored));
      expect(explained.map(fieldsOf)).toEqual(fields);
      for (const { quotation } of explained) {
        const { speakers, speaker, speakerName, speakerRole } = quotation;
        const [first] = speakers;
        expect([speaker, speakerName, speakerRole]).toEqual([first?.id ?? null, first?.name, first?.role]);
      }
    });
  } else {
    test.failing(`${name}, todo: ${todo}`, () => {
      expect(attributionsOf(found(stored).filter(isListed))).toEqual(answerOf(stored));
    });
  }
}

test('a name stands for one case', () => {
  const names = cases.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
