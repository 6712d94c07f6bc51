import type { BoundaryPass } from './pass.ts';

/** The longest sentence of the treebanks has some 200 words; what is longer is a list, or text without stops. */
const LONGEST_SENTENCE = 400;

/** Cuts what goes on without a stop, after a comma where there is one: all later work is bounded by the sentence. */
export const cutEndless: BoundaryPass = (ends, words) => {
  const cut: number[] = [];
  let start = 0;
  for (const end of [...ends, words.length].sort((a, b) => a - b)) {
    while (end - start > LONGEST_SENTENCE) {
      start = placeToCut(words, start + LONGEST_SENTENCE);
      cut.push(start);
    }
    start = Math.max(start, end);
  }
  return [...ends, ...cut];
};

function placeToCut(words: readonly { readonly text: string }[], latest: number): number {
  for (let at = latest; at > latest - LONGEST_SENTENCE / 2; at--) {
    if (/^[,;:—–]$/.test(words[at - 1]!.text)) return at;
  }
  return latest;
}
