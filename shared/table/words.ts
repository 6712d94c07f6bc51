import { InvalidQuery } from './invalid-query.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Words in small letters, without the marks above and below them. */
const wordsIn = (text: string): string[] =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().matchAll(WORD)].map(([word]) => word);

export interface WordBeginnings {
  /** Whether each begins a word of the text. */
  areIn(text: string): boolean;
}

/** @throws InvalidQuery where no letter is in it. */
export function beginningsIn(asked: string): WordBeginnings {
  const beginnings = wordsIn(asked);
  if (beginnings.length === 0)
    throw new InvalidQuery('words', `"${asked}" holds no word`, 'give at least one letter or digit');
  return {
    areIn: (text) => {
      const words = wordsIn(text);
      return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
    },
  };
}
