import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Modules } from './modules.ts';
import type { Mutant } from './mutators.ts';
import type { Outcome, Question } from './pool.ts';
import { firstFailure, forgetTests, jestGlobals } from './test-functions.ts';

// A process that the pool starts: it keeps all modules, and asks the tests about one fault after the other.

/** What the tests see in place of a source or a package. */
const STAND_INS: Readonly<Record<string, string>> = {
  'fast-check': resolve('test/mutation/few-runs.ts'),
  [resolve('shared/language/3-parse/tagger.ts')]: resolve('test/mutation/remembered-tagger.ts'),
  [resolve('test/language/trees/stored-cases.ts')]: resolve('test/mutation/remembered-cases.ts'),
};

const modules = new Modules(
  (specifier, importer) => {
    const meant = specifier.startsWith('.') ? join(dirname(importer), specifier) : specifier;
    return (importer.includes('/test/language/') ? STAND_INS[meant] : undefined) ?? meant;
  },
  new Map([['@jest/globals', jestGlobals]]),
);

/** How often a test has noticed a fault, and one in the same file: it is likely to notice the next. */
const noticed = new Map<string, number>();
const SAME_FILE = 1000;

async function ask({ tests, answers, mutant, loadOnly = false }: Question): Promise<Outcome> {
  forgetTests();
  if (loadOnly) {
    for (const test of [...tests, answers]) await modules.load(resolve(test));
    return { by: null, byAnswers: false };
  }
  if (mutant) modules.plant(resolve(mutant.file), planted(mutant));
  // Before the first fault all are loaded, so that it is known of each what it depends on.
  const depends = (test: string) => !mutant || modules.dependsOn(resolve(test), resolve(mutant.file));
  const likelihood = (name: string) =>
    (noticed.get(name) ?? 0) + SAME_FILE * (noticed.get(`${mutant?.file} ${name}`) ?? 0);
  for (const test of tests.filter(depends)) await modules.load(resolve(test));
  const by = await firstFailure(likelihood);
  if (by !== null) {
    for (const key of [by, `${mutant?.file} ${by}`]) noticed.set(key, (noticed.get(key) ?? 0) + 1);
    return { by, byAnswers: false };
  }
  if (depends(answers)) await modules.load(resolve(answers));
  return { by: await firstFailure(likelihood), byAnswers: true };
}

function planted({ file, start, end, replacement }: Mutant): string {
  const text = readFileSync(file, 'utf8');
  return text.slice(0, start) + replacement + text.slice(end);
}

process.on('message', (question: Question) => {
  ask(question)
    .catch((error: unknown): Outcome => ({ by: String(error), byAnswers: false }))
    .then(
      (outcome) => process.send!(outcome),
      () => process.exit(1),
    );
});
process.on('disconnect', () => process.exit());
