import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Document } from '../../../shared/language/document.ts';
import { split } from '../../../shared/language/analyse.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { fieldsOf, readCases, writeCases, type Fields, type StoredCase } from './stored-cases.ts';
import { findStored, isListed } from './find-stored.ts';
import { EXAMPLES, examplesOf } from './rule-examples.ts';
import { RULES } from '../../../shared/language/6-quotations/rules.ts';

/**
 * `npm run write:trees`: draws the tree of each new case (one that has its `# marked` lines alone) with the tagger, to be read and
 * corrected by hand, adds the examples of the rules, and writes what is found now as the fields of every case, to be reviewed as a diff. Trees that are there
 * stay.
 */
const DIRECTORY = 'test/language/trees';

const tag = await loadTagger();
function fieldsFor({ todo, marked }: StoredCase, document: Document): Fields[] {
  if (todo !== undefined) return [];
  const found = findStored(document);
  return (marked.join().includes('<content') ? found : found.filter(isListed)).map(fieldsOf);
}

writeFileSync(EXAMPLES, writeCases(examplesOf(RULES, await readCases(EXAMPLES))));
for (const file of readdirSync(DIRECTORY).filter((name) => name.endsWith('.conllu'))) {
  const path = join(DIRECTORY, file);
  const cases = await Promise.all(
    (await readCases(path)).map(async (stored) => {
      const { paragraphs, sentences } = stored.document;
      const drawn = sentences.length > 0 ? sentences : await tag(paragraphs.flatMap(split));
      const document = { paragraphs, sentences: drawn };
      return { ...stored, document, fields: fieldsFor(stored, document) };
    }),
  );
  writeFileSync(path, writeCases(cases));
  console.log(format('%s: %d cases', path, cases.length));
}
