import type { Sentence } from '../document.ts';

const OPENING = new Set(['“', '«', '``']);
const CLOSING = new Set(['”', '»']);
/** The same sign opens and closes. */
const EITHER = new Set(['"', "''"]);

/** For each token the number of the quoted passage around it, 0 outside; passages end at the latest with the paragraph. */
export function quotedTokens(sentences: readonly Sentence[]): number[][] {
  let passage = 0;
  let open = false;
  let paragraph = -1;
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    return sentence.tokens.map(({ text }) => {
      const opens = OPENING.has(text) || (EITHER.has(text) && !open);
      const closes = CLOSING.has(text) || (EITHER.has(text) && open);
      if (opens) passage++;
      const inside = open || opens ? passage : 0;
      open = opens || (open && !closes);
      return inside;
    });
  });
}
