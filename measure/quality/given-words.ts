import type { Word } from '../../shared/language/document.ts';

/** Words of a corpus that gives them without their text: as if one space stood between any two. */
export function placeWords(texts: readonly string[]): Word[] {
  let start = 0;
  return texts.map((text) => {
    const word = { text, start, end: start + text.length };
    start = word.end + 1;
    return word;
  });
}
