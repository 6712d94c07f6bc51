import type { WordRange } from './find-words.ts';
import { endsSentence, isWord, type Token } from './wording.ts';

/** A stretch of two wordings laid beside each other. */
export interface DifferingWords {
  /** In both; in what was asked for alone; in what was said alone. */
  readonly in: 'both' | 'asked' | 'said';
  readonly text: string;
}

export interface Likeness {
  /** Share of words in common, 0..1. */
  readonly share: number;
  readonly difference: readonly DifferingWords[];
}

interface Wording<T extends Token = Token> {
  readonly text: string;
  readonly tokens: readonly T[];
}

/** Fewer words in common tell nothing. */
const LEAST_WORDS = 3;

/** A wording that shares less is another one. */
export const LEAST_SHARE = 0.6;

/** Longer ones are compared by their beginning: a matrix of a million cells takes some milliseconds. */
const MOST_TOKENS = 1_000;

const MATCH = 2;
const MISS = -1;

/** How what was asked for differs from what was said; undefined where they have little in common. */
export function likeness(asked: Wording, said: Wording): Likeness | undefined {
  if (!mayBeAlike(asked.tokens, said.tokens)) return undefined;
  const ours = asked.tokens.slice(0, MOST_TOKENS);
  const theirs = said.tokens.slice(0, MOST_TOKENS);
  const pairs = align(ours, theirs);
  const [firstPair, lastPair] = [pairs[0], pairs.at(-1)];
  if (firstPair === undefined || lastPair === undefined) return undefined;
  const words = pairs.filter(([index]) => isWord(ours[index]!)).length;
  const within = theirs.slice(firstPair[1], lastPair[1] + 1).filter(isWord).length;
  const share = (2 * words) / (ours.filter(isWord).length + within);
  if (words < LEAST_WORDS || share < LEAST_SHARE) return undefined;
  return { share, difference: stretches(asked.text, ours, said.text, theirs, pairs) };
}

/** A look at the words alone spares most of what is not alike from being laid beside. */
function mayBeAlike(asked: readonly Token[], said: readonly Token[]): boolean {
  const known = new Set(said.map(folded));
  const words = asked.filter(isWord);
  return words.filter((word) => known.has(folded(word))).length >= Math.max(LEAST_WORDS, words.length * 0.4);
}

const folded = ({ text }: Token): string => text.toLowerCase();

/** Local alignment (Smith and Waterman 1981) of tokens; pairs of equal ones, in order. */
function align(asked: readonly Token[], said: readonly Token[]): [number, number][] {
  const width = said.length + 1;
  const scores = new Int32Array((asked.length + 1) * width);
  let best = 0;
  for (let i = 1; i <= asked.length; i++) {
    for (let j = 1; j <= said.length; j++) {
      const equal = asked[i - 1]!.text === said[j - 1]!.text;
      const score = Math.max(
        0,
        equal ? scores[(i - 1) * width + j - 1]! + MATCH : 0,
        scores[(i - 1) * width + j]! + MISS,
        scores[i * width + j - 1]! + MISS,
      );
      scores[i * width + j] = score;
      if (score > scores[best]!) best = i * width + j;
    }
  }
  const pairs: [number, number][] = [];
  for (let at = best; scores[at]! > 0;) {
    const i = Math.floor(at / width);
    const j = at % width;
    const equal = asked[i - 1]!.text === said[j - 1]!.text;
    if (equal && scores[at] === scores[at - width - 1]! + MATCH) {
      pairs.unshift([i - 1, j - 1]);
      at -= width + 1;
    } else at -= scores[at] === scores[at - width]! + MISS ? width : 1;
  }
  return pairs;
}

function stretches(
  askedText: string,
  asked: readonly Token[],
  saidText: string,
  said: readonly Token[],
  pairs: readonly [number, number][],
): DifferingWords[] {
  const found: DifferingWords[] = [];
  const add = (
    where: DifferingWords['in'],
    text: string,
    tokens: readonly Token[],
    first: number,
    end: number,
  ): void => {
    if (first < end) found.push({ in: where, text: text.slice(tokens[first]!.start, tokens[end - 1]!.end) });
  };
  // Words that differ at either end stand for as many that were said, of the same sentence.
  let [i, j] = [0, pairs[0]![1]];
  for (let most = pairs[0]![0]; most > 0 && j > 0 && !endsSentence(said[j - 1]!); most--) j -= 1;
  for (let at = 0; at < pairs.length;) {
    const [ours, theirs] = pairs[at]!;
    add('said', saidText, said, j, theirs);
    add('asked', askedText, asked, i, ours);
    let run = 1;
    while (pairs[at + run]?.[0] === ours + run && pairs[at + run]?.[1] === theirs + run) run += 1;
    add('both', askedText, asked, ours, ours + run);
    [i, j] = [ours + run, theirs + run];
    at += run;
  }
  let end = j;
  for (let most = asked.length - i; most > 0 && end < said.length && !endsSentence(said[end]!); most--) end += 1;
  add('said', saidText, said, j, end);
  add('asked', askedText, asked, i, asked.length);
  return found;
}

/** What was left out of the sentence that the words were cut from. */
export function cutFrom({ text, tokens }: Wording, words: WordRange, sentence: WordRange): DifferingWords[] {
  const part = (where: DifferingWords['in'], first: number, end: number): DifferingWords[] =>
    first < end ? [{ in: where, text: text.slice(tokens[first]!.start, tokens[end - 1]!.end) }] : [];
  return [
    ...part('said', sentence.first, words.first),
    ...part('both', words.first, words.end),
    ...part('said', words.end, sentence.end),
  ];
}
