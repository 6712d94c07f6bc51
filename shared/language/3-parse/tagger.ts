import { ArticleRejected } from '../../article/article-rejected.ts';
import type { Sentence, SplitSentence, Tagger, Word } from '../document.ts';
import { typeNames } from '../knowledge/type-names.ts';
import { world } from '../knowledge/world.ts';
import { agreeOnNames } from './agreeing-names.ts';
import { decode, join, type Decoded } from './decode.ts';
import { createEncoder } from './encoder.ts';
import { labelsOf } from './labels.ts';
import { modelDirectory, readModel } from './model-files.ts';
import { windowsOf, type EncodedWord } from './windows.ts';
import { parseVocabulary, wordPieces, type Vocabulary } from './word-pieces.ts';
import { shapeOf } from './word-shape.ts';

let loading: Promise<Tagger> | undefined;

/** The product's tagger, loaded at the first call and kept. Rejects with ModelMismatch. */
export const loadTagger = (): Promise<Tagger> => (loading ??= createTagger(modelDirectory()).then(agreeing));

/** A tagger whose names agree within the article. */
export const agreeing =
  (tag: Tagger): Tagger =>
  async (sentences) =>
    agreeOnNames(typeNames(await tag(sentences), world()));

/**
 * What the model of a directory says, each sentence by itself; `threads` work on a window. Rejects with ModelMismatch; the
 * tagger rejects with ArticleRejected where the text is longer than it can be read in time.
 */
export async function createTagger(directory: string, threads = 1): Promise<Tagger> {
  const files = await readModel(directory);
  const labels = labelsOf(files.manifest);
  const vocabulary = parseVocabulary(files.vocabulary);
  const score = await createEncoder(files.encoder, files.manifest, threads);
  const encodeWord = wordEncoder(vocabulary);
  const limits = { ...files.manifest, start: vocabulary.start, end: vocabulary.end };

  return async (sentences) => {
    const encoded = sentences.map(({ words }) => words.map(({ text }) => encodeWord(text)));
    checkLength(encoded);
    const decoded: Decoded[][] = sentences.map(() => []);
    for (const window of windowsOf(encoded, limits)) {
      const scores = await score(window);
      let offset = 0;
      for (const { sentence, first, end } of window.parts) {
        decoded[sentence]!.push(decode(scores, offset, end - first, window.words.length, labels));
        offset += end - first;
      }
    }
    return sentences.map((sentence, index) => assemble(sentence, join(decoded[index]!)));
  };
}

/**
 * Time grows with the pieces of words: a million bytes of news have some 240,000, of single letters four times as many. So
 * many take a minute of the four that `extract` has, on a core that reads 6,000 a second.
 */
const MAX_ARTICLE_PIECES = 350_000;

function checkLength(sentences: readonly (readonly EncodedWord[])[]): void {
  const count = sentences.reduce((sum, words) => words.reduce((of, { pieces }) => of + pieces.length, sum), 0);
  if (count <= MAX_ARTICLE_PIECES) return;
  throw new ArticleRejected(
    'TOO_MANY_WORDS',
    `The text falls into ${count} words and pieces of words, at most ${MAX_ARTICLE_PIECES} can be read in time: drop it in parts.`,
  );
}

/** Words come back: this many are remembered, none longer than this (UTF-16 characters), about 10 MB at most. */
const REMEMBERED_WORDS = 50_000;
const LONGEST_REMEMBERED = 40;

function wordEncoder(vocabulary: Vocabulary): (word: string) => EncodedWord {
  const remembered = new Map<string, EncodedWord>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const encoded = { pieces: wordPieces(word, vocabulary), shape: shapeOf(word) };
    if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
    if (word.length <= LONGEST_REMEMBERED) remembered.set(word, encoded);
    return encoded;
  };
}

function assemble({ paragraph, words }: SplitSentence, { pos, heads, relations, names }: Decoded): Sentence {
  const token = ({ text, start, end }: Word, index: number) => ({
    text,
    start,
    end,
    pos: pos[index]!,
    head: heads[index]!,
    relation: relations[index]!,
  });
  return { paragraph, tokens: words.map(token), names };
}
