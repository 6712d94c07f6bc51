import type { Sentence, SplitSentence, Tagger, Word } from '../document.ts';
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
    agreeOnNames(await tag(sentences));

/** What the model of a directory says, each sentence by itself; `threads` work on a window. Rejects with ModelMismatch. */
export async function createTagger(directory: string, threads = 1): Promise<Tagger> {
  const files = await readModel(directory);
  const labels = labelsOf(files.manifest);
  const vocabulary = parseVocabulary(files.vocabulary);
  const score = await createEncoder(files.encoder, files.manifest, threads);
  const encodeWord = wordEncoder(vocabulary);
  const limits = { ...files.manifest, start: vocabulary.start, end: vocabulary.end };

  return async (sentences) => {
    const decoded: Decoded[][] = sentences.map(() => []);
    for (const window of windowsOf(encodeSentences(sentences, encodeWord), limits)) {
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

function* encodeSentences(
  sentences: readonly SplitSentence[],
  encodeWord: (word: string) => EncodedWord,
): Generator<EncodedWord[]> {
  for (const { words } of sentences) yield words.map(({ text }) => encodeWord(text));
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
