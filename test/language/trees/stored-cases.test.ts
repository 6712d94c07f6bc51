import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { attributed, unmark } from '../6-quotations/marked.ts';
import { findStored } from './find-stored.ts';
import { fieldsOf, readCases, type StoredCase } from './stored-cases.ts';

const DIRECTORY = 'test/language/trees';

const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.conllu'));
const cases = (await Promise.all(files.map((file) => readCases(join(DIRECTORY, file))))).flat();

const answerOf = ({ marked }: StoredCase) => unmark(marked.join('\n')).attributions;

for (const stored of cases) {
  const { name, todo, fields, document } = stored;
  if (todo === undefined) {
    test(name, () => {
      const found = findStored(document);
      expect(found.map(attributed)).toEqual(answerOf(stored));
      expect(found.map(fieldsOf)).toEqual(fields);
    });
  } else {
    test.failing(`${name}, todo: ${todo}`, () => {
      expect(findStored(document).map(attributed)).toEqual(answerOf(stored));
    });
  }
}

test('a name stands for one case', () => {
  const names = cases.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
