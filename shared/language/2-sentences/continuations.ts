import { isEllipsis } from './full-stops.ts';
import type { BoundaryPass } from './pass.ts';

/** Marks that may open what follows. */
const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«', '``']);
/** Marks that no sentence begins with. */
const INNER = new Set([',', '.', ';', ':', ')', ']', '—', '–', '--', '-', '%', '/']);

const firstWord = (words: readonly { text: string }[], from: number): string | undefined => {
  let at = from;
  while (at < words.length && OPENING.has(words[at]!.text)) at++;
  return words[at]?.text;
};

/** A sentence does not begin with a small letter or a comma: "“Why?” he asked", "Yahoo! said". */
export const keepLowerCase: BoundaryPass = (ends, words) =>
  ends.filter((end) => {
    const next = firstWord(words, end);
    return next === undefined || !(/^\p{Ll}/u.test(next) || INNER.has(words[end]!.text));
  });

/** Dots that leave something out end a sentence only before a capital or a quotation. */
export const keepEllipses: BoundaryPass = (ends, words) =>
  ends.filter((end) => !isEllipsis(words[end - 1]) || /^["“]?\p{Lu}/u.test(firstWord(words, end) ?? 'A'));

/** "1." or "b." at the beginning of a line numbers what follows. */
export const keepNumbering: BoundaryPass = (ends, words, text) =>
  ends.filter((end) => {
    const [before, number, stop] = [words[end - 3], words[end - 2], words[end - 1]!];
    if (stop.text !== '.' || !number || !/^(?:\d{1,3}|[a-z])$/i.test(number.text)) return true;
    return before !== undefined && !/[\r\n]/.test(text.slice(before.end, number.start));
  });
