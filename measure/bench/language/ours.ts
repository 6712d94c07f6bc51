import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelDirectory } from '../../../shared/language/3-parse/model-files.ts';
import { loadTagger } from '../../../shared/language/3-parse/tagger.ts';
import { parseVocabulary, wordPieces } from '../../../shared/language/3-parse/word-pieces.ts';
import { split } from '../../../shared/language/analyse.ts';
import { takeTurn } from './turn.ts';

const sentencesOf = (text: string) => text.split('\n').flatMap((line, ordinal) => split({ ordinal, text: line }));

await takeTurn(
  async () => {
    const tag = await loadTagger();
    return (text) => tag(sentencesOf(text));
  },
  async (texts) => {
    const vocabulary = parseVocabulary(await readFile(join(modelDirectory(), 'vocabulary.txt'), 'utf8'));
    const words = sentencesOf(texts.at(-1)!).flatMap((sentence) => sentence.words);
    return { pieces: words.reduce((sum, { text }) => sum + wordPieces(text, vocabulary).length, 0) };
  },
);
