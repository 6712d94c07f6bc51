import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomly } from '../randomly.ts';
import { mutantsOf, type Mutant } from './mutators.ts';
import { askAll } from './pool.ts';

/**
 * `npm run verify -- rules [-- --sample 60 --seed 1 --files 5-quotations]`: plants faults into the rules of the language, one at a time,
 * and says which the tests of the rules let live. Whatever stands in the tree is read; a sample is drawn by seed.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
});

/** The stages that are rules; the ones before them read characters or a model and have tests of their own. */
const STAGES = /^[4-9]-/;
/** Those of quotations: what is in marks, who says what, what is listed. */
const QUOTATIONS = /^shared\/language\/[467]-/;
const LANGUAGE = 'shared/language';
const TESTS = 'test/language';

/** Fields of a row that faults are always planted into: nobody sees that they are wrong but the one who relies on them. */
const ALWAYS = /^(?:\.\.\.\()?(?:modality|speakerRole|speaker|confidence|kind|cueKind|rule)\b/;

const sourcesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => STAGES.test(file) || folder === TESTS)
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();

const tests = sourcesIn(TESTS, '.test.ts').filter((file) => /\/(?:trees|[4-9]-[^/]+)\//.test(file));
/** Asked last, of what no other test notices: they say that something has changed, not what is right. */
const ANSWERS = `${TESTS}/answers/answers.test.ts`;

const isOfField = ({ mutator, original }: Mutant): boolean => mutator === 'property' && ALWAYS.test(original);

function drawMutants(): Mutant[] {
  const below = randomly(Number(values.seed));
  const random = () => below(1e6) / 1e6;
  const files = sourcesIn(LANGUAGE, '.ts').filter((file) => file.includes(values.files));
  const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8'), random));
  const always = mutants.filter(isOfField);
  if (values.all) return mutants;
  const others = mutants.filter((mutant) => !always.includes(mutant));
  const drawn = Array.from({ length: Math.min(Number(values.sample), others.length) }, () =>
    others.splice(below(others.length), 1),
  );
  return [...always, ...drawn.flat()];
}

const began = Date.now();
const mutants = drawMutants();
const outcomes = await askAll({ tests, answers: ANSWERS }, mutants);
/** Noticed by no test. */
const survivors = mutants.filter((_, index) => outcomes[index]!.by === null);
/** Noticed by the answers alone. */
const answered = mutants.filter((_, index) => outcomes[index]!.by !== null && outcomes[index]!.byAnswers);

const short = (text: string): string => JSON.stringify(text.length > 70 ? `${text.slice(0, 67)}...` : text);
const lineOf = ({ file, line, mutator, original, replacement }: Mutant): string =>
  `${file}:${line} ${mutator}: ${short(original)} -> ${short(replacement)}`;
console.log(survivors.map(lineOf).join('\n'));

const isOfQuotations = ({ file }: Mutant): boolean => QUOTATIONS.test(file);
const groups: Record<string, (mutant: Mutant) => boolean> = {
  'fields of a row, all': isOfField,
  'rules of quotations, drawn': (mutant) => !isOfField(mutant) && isOfQuotations(mutant),
  'entities, drawn': (mutant) => !isOfField(mutant) && !isOfQuotations(mutant),
};
for (const [name, isIn] of Object.entries(groups)) {
  const count = (some: readonly Mutant[]): number => some.filter(isIn).length;
  const share = ((100 * count(survivors)) / Math.max(1, count(mutants))).toFixed(1);
  console.log(
    `${name}: ${count(survivors)} of ${count(mutants)} survive (${share} %), ${count(answered)} only the answers notice`,
  );
}
console.log(`${mutants.length} faults in ${Math.round((Date.now() - began) / 1000)} s, seed ${values.seed}`);
process.exit(0);
