import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Speed, load time and memory of the tagger beside its peers, one thread each, in turns, a process a turn. spaCy takes
 * part where SPACY_PYTHON names a Python that has its models (training/README.md).
 */

/** In turns, so that a busy moment of the machine hits all; the best turn counts. `npm run measure -- speed --turns 1` is quicker. */
const TURNS = Number(parseArgs({ options: { turns: { type: 'string', default: '3' } } }).values.turns);

/** Sizes of the texts in KB; ten times the text should cost ten times the time. */
const SIZES = [5, 50, 500] as const;

const OURS = 'this project';
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(PROJECT, '../shared/seed/article.txt');
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' };

interface Turn {
  /** ms until the first text can be read */
  readonly load: number;
  /** ms for each text, the first of them twice: cold and warm */
  readonly times: readonly number[];
  /** ms of processor time for each text: what one core needs, whatever else the machine does */
  readonly cpu: readonly number[];
  /** peak of the process' resident memory after the sample, and after all texts, MB */
  readonly peaks: readonly [sample: number, all: number];
  readonly pieces?: number;
}

const tsx = (file: string): string[] => [
  process.execPath,
  '--import',
  'tsx',
  join(PROJECT, 'measure/bench/language', file),
];
const python = process.env['SPACY_PYTHON'];
const spacy = (model: string): string[] => [python!, join(PROJECT, 'measure/bench/language/spacy_speed.py'), model];
const systems: Readonly<Record<string, readonly string[]>> = {
  [OURS]: tsx('ours.ts'),
  compromise: tsx('peer-compromise.ts'),
  ...(python === undefined ? {} : { 'spaCy small': spacy('small'), 'spaCy medium': spacy('medium') }),
};

const articles = readdirSync(join(PROJECT, 'test/articles'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(PROJECT, 'test/articles', name), 'utf8'))
  .join('\n\n');
const sample = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8') : articles;
const ofSize = (kilobytes: number): string =>
  articles.repeat(Math.ceil((1000 * kilobytes) / articles.length)).slice(0, 1000 * kilobytes);
const texts = [sample, sample, ...SIZES.map(ofSize)];
const words = texts.map((text) => text.match(/\S+/g)!.length);

const directory = mkdtempSync(join(tmpdir(), 'bench-'));
const files = texts.map((text, index) => {
  const file = join(directory, `${index}.txt`);
  writeFileSync(file, text);
  return file;
});

const turns = Object.fromEntries(Object.keys(systems).map((name): [string, Turn[]] => [name, []]));
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, [command, ...parameters]] of Object.entries(systems)) {
    const output = execFileSync(command!, [...parameters, ...files], {
      cwd: PROJECT,
      env: { ...process.env, ...ONE_THREAD },
      encoding: 'utf8',
    });
    turns[name]!.push(JSON.parse(output) as Turn);
  }
}
rmSync(directory, { recursive: true });

const best = (name: string, read: (turn: Turn) => number): number => Math.min(...turns[name]!.map(read));
const longest = texts.length - 1;
const wordsPerSecond = (name: string): number => (1000 * words[longest]!) / best(name, ({ cpu }) => cpu[longest]!);

console.log(
  `${words[0]} words of sample, ${words[longest]} words in ${SIZES.at(-1)} KB; best of ${TURNS} turns, one thread`,
);
console.table(
  Object.fromEntries(
    Object.keys(systems).map((name) => [
      name,
      {
        'words/s of a core': Math.round(wordsPerSecond(name)),
        'ours is faster by': (wordsPerSecond(OURS) / wordsPerSecond(name)).toFixed(2),
        'load ms': Math.round(best(name, ({ load }) => load)),
        'sample ms, first': Math.round(best(name, ({ times }) => times[0]!)),
        'sample ms, then': Math.round(best(name, ({ times }) => times[1]!)),
        ...Object.fromEntries(
          SIZES.map((size, index) => [`${size} KB, core ms`, Math.round(best(name, ({ cpu }) => cpu[index + 2]!))]),
        ),
        'peak MB, sample': Math.round(best(name, ({ peaks }) => peaks[0])),
        'peak MB, all': Math.round(best(name, ({ peaks }) => peaks[1])),
      },
    ]),
  ),
);
const pieces = turns[OURS]![0]!.pieces!;
console.log(`${OURS}: ${Math.round((wordsPerSecond(OURS) * pieces) / words[longest]!)} word pieces/s`);
