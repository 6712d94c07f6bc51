import type { Word } from '../document.ts';
import type { BoundaryPass } from './pass.ts';

const CLOSING = new Set(['”', '’', '»', '›', ')', ']', '}']);
/** The same sign opens and closes: it closes when it leans on the word before it. */
const EITHER = new Set(['"', "'", '“', '‘', "''", '``']);

const closes = (mark: Word | undefined, before: Word): boolean =>
  mark !== undefined && (CLOSING.has(mark.text) || EITHER.has(mark.text)) && mark.start === before.end;

/** Closing quotes and brackets belong to the sentence whose stop they follow. */
export const takeClosingMarks: BoundaryPass = (ends, words) =>
  ends.map((end) => {
    let at = end;
    while (at < words.length && closes(words[at], words[at - 1]!)) at++;
    return at;
  });
