import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { context, type BuildContext, type Plugin } from 'esbuild';
import { randomly } from '../randomly.ts';
import { mutantsOf, type Mutant } from './mutators.ts';

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
const OUTPUT = resolve('.cache/mutation');

/** A fault may make a loop endless: it has so many times the time of the sound run, and at least so long. */
const PATIENCE = { times: 8, leastMs: 30_000 };
/** The first run tags what none has tagged before. */
const FIRST_RUN_MS = 300_000;

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

/** The tests with one fault in what they test; `import.meta.url` stays that of each file. */
function planting(fault: () => Mutant | undefined): Plugin {
  return {
    name: 'fault',
    setup(build) {
      build.onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: resolve('test/mutation/test-functions.ts') }));
      build.onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
        importer.includes('/test/language/') ? { path: resolve('test/mutation/few-runs.ts') } : undefined,
      );
      build.onResolve({ filter: /3-parse\/tagger\.ts$/ }, ({ importer }) =>
        importer.includes('/test/language/') ? { path: resolve('test/mutation/remembered-tagger.ts') } : undefined,
      );
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const mutant = fault();
        const planted =
          mutant && resolve(mutant.file) === path
            ? text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end)
            : text;
        const url = JSON.stringify(pathToFileURL(path).href);
        return { contents: planted.replaceAll('import.meta.url', url), loader: 'ts' };
      });
    },
  };
}

async function createBundler(): Promise<(mutant?: Mutant) => Promise<string>> {
  let planted: Mutant | undefined;
  const entry = [
    ...tests.map((file) => `import '${resolve(file)}';`),
    "import { parentPort } from 'node:worker_threads';",
    "import { firstFailure } from '@jest/globals';",
    'const by = await firstFailure();',
    `if (by === null) await import('${resolve(ANSWERS)}');`,
    'parentPort.postMessage({ by: by ?? (await firstFailure()), byAnswers: by === null });',
  ];
  const bundler: BuildContext = await context({
    stdin: { contents: entry.join('\n'), resolveDir: resolve('.') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
    plugins: [planting(() => planted)],
  });
  let count = 0;
  return async (mutant) => {
    planted = mutant;
    const { outputFiles } = await bundler.rebuild();
    const file = join(OUTPUT, `${count++}.mjs`);
    writeFileSync(file, outputFiles![0]!.contents);
    return file;
  };
}

interface Outcome {
  /** What noticed the fault: a test, or what the fault has broken; null where nothing did. */
  readonly by: string | null;
  /** Whether the answers were asked, because no other test had noticed. */
  readonly byAnswers: boolean;
}

const brokenBy = (by: string): Outcome => ({ by, byAnswers: false });

/** In a thread of its own, which can be ended where a fault makes a loop endless. */
const runTests = (bundle: string, patienceMs: number): Promise<Outcome> =>
  new Promise((done) => {
    const worker = new Worker(bundle);
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      void worker.terminate();
      done(outcome);
    };
    const timer = setTimeout(() => {
      end(brokenBy('time'));
    }, patienceMs);
    worker.on('message', end);
    worker.on('error', ({ message }) => {
      end(brokenBy(message));
    });
  });

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const bundle = await createBundler();
const soundBundle = await bundle();
const began = Date.now();
const sound = await runTests(soundBundle, FIRST_RUN_MS);
const patienceMs = Math.max(PATIENCE.leastMs, PATIENCE.times * (Date.now() - began));
if (sound.by !== null) throw new Error(`Without any fault a test fails: ${sound.by}`);

const mutants = drawMutants();
/** Noticed by no test. */
const survivors: Mutant[] = [];
/** Noticed by the answers alone. */
const answered: Mutant[] = [];
for (const mutant of mutants) {
  const { by, byAnswers } = await bundle(mutant).then(
    (file) => runTests(file, patienceMs),
    () => brokenBy('syntax'),
  );
  if (by === null) survivors.push(mutant);
  else if (byAnswers) answered.push(mutant);
}

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
