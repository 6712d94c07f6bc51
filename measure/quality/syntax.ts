import { writeFile } from 'node:fs/promises';
import type { Sentence, Token } from '../../shared/language/document.ts';
import { readConllu, type TreebankDocument, type TreebankWord } from './conllu.ts';
import { placeWords } from './given-words.ts';
import type { Measure } from './measure.ts';
import { cachedTagger } from './tagged.ts';

/** What each figure counts as right, of all words, marks included. */
const figures: readonly (readonly [name: string, isRight: (gold: TreebankWord, found: Token) => boolean])[] = [
  ['UPOS', (gold, found) => gold.pos === found.pos],
  ['UAS', (gold, found) => gold.head === found.head],
  ['LAS', (gold, found) => gold.head === found.head && universal(gold.relation) === universal(found.relation)],
  ['LAS with subtypes', (gold, found) => gold.head === found.head && gold.relation === found.relation],
];
const universal = (relation: string): string => relation.split(':')[0]!;

/** Parts of speech and dependencies over given words and sentences, in percent; a document's sentences are context. */
export const evaluateSyntax: Measure = async (goldFile, { out }) => {
  const documents = await readConllu(goldFile);
  const tag = await cachedTagger();
  const right = figures.map(() => 0);
  let words = 0;
  const predictions: string[] = [];
  for (const { sentences } of documents) {
    const tagged = await tag(
      sentences.map(({ paragraph, words }) => ({ paragraph, words: placeWords(words.map(({ form }) => form)) })),
    );
    for (const [index, { tokens }] of tagged.entries()) {
      const gold = sentences[index]!.words;
      words += gold.length;
      for (const [number, [, isRight]] of figures.entries()) {
        right[number]! += gold.filter((word, place) => isRight(word, tokens[place]!)).length;
      }
    }
    predictions.push(...toConllu(sentences, tagged));
  }

  if (out !== undefined) await writeFile(out, predictions.join(''));
  const rows = figures.map(([name], index) => `${name.padEnd(20)}${((100 * right[index]!) / words).toFixed(2)}`);
  return [...rows, `${'words'.padEnd(20)}${words}`].join('\n');
};

const toConllu = (gold: TreebankDocument['sentences'], tagged: readonly Sentence[]): string[] =>
  tagged.map(({ tokens }, index) => {
    const rows = tokens.map(({ text, pos, head, relation }, place) =>
      [place + 1, text, '_', pos, '_', '_', head + 1, relation, '_', '_'].join('\t'),
    );
    return [`# sent_id = ${gold[index]!.id}`, ...rows, '', ''].join('\n');
  });
