import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { PartOfSpeech, Sentence, SplitSentence, TaggedName, Tagger } from '../../shared/language/document.ts';
import { modelDirectory, readManifest } from '../../shared/language/3-parse/model-files.ts';
import { agreeing, createTagger } from '../../shared/language/3-parse/tagger.ts';

const CACHE = fileURLToPath(new URL('../../.cache/tags', import.meta.url));

/** One more with every change of the sources that gives other tags for the same model. */
const DECODING = 2;

/** Tags of a sentence without its words: what is kept. */
type Kept = readonly [
  pos: readonly PartOfSpeech[],
  heads: readonly number[],
  relations: readonly string[],
  names: readonly TaggedName[],
];

/**
 * The product's tagger, which remembers in .cache/tags what the same model gave for the same words: a second pass over
 * a corpus takes seconds. The model is loaded when something new is to be tagged.
 */
export async function cachedTagger(): Promise<Tagger> {
  const { files, packPieces, maxPieces, calibration } = await readManifest(modelDirectory());
  const key = digest([files, packPieces, maxPieces, calibration, DECODING]);
  const directory = join(CACHE, key);
  await mkdir(directory, { recursive: true });
  let model: Promise<Tagger> | undefined;
  return agreeing(async (sentences) => {
    const file = join(directory, `${digest(sentences.map(({ words }) => words.map(({ text }) => text)))}.json`);
    const kept = await read(file);
    if (kept !== undefined) return sentences.map((sentence, index) => restore(sentence, kept[index]!));
    const tag = await (model ??= createTagger(modelDirectory()));
    const tagged = await tag(sentences);
    await write(file, tagged.map(keep));
    return tagged;
  });
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

async function read(file: string): Promise<readonly Kept[] | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as readonly Kept[];
  } catch {
    return undefined;
  }
}

/** By renaming, so that another run never reads half a file. */
async function write(file: string, kept: readonly Kept[]): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(kept));
  await rename(unfinished, file);
}

const keep = ({ tokens, names }: Sentence): Kept => [
  tokens.map(({ pos }) => pos),
  tokens.map(({ head }) => head),
  tokens.map(({ relation }) => relation),
  names,
];

const restore = ({ paragraph, words }: SplitSentence, [pos, heads, relations, names]: Kept): Sentence => ({
  paragraph,
  tokens: words.map((word, index) => ({ ...word, pos: pos[index]!, head: heads[index]!, relation: relations[index]! })),
  names,
});
