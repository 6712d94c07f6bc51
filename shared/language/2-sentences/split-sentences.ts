import type { Word } from '../document.ts';
import { keepAbbreviations } from './after-abbreviations.ts';
import { keepAttributions } from './attributions.ts';
import { takeClosingMarks } from './closing-marks.ts';
import { keepEllipses, keepLowerCase, keepNumbering } from './continuations.ts';
import { breakAfterDateline } from './datelines.ts';
import { cutEndless } from './max-length.ts';
import { breakAtListItems } from './lists.ts';
import { endsAtStop } from './full-stops.ts';
import type { BoundaryPass } from './pass.ts';

const passes: readonly BoundaryPass[] = [
  takeClosingMarks,
  keepNumbering,
  keepAbbreviations,
  keepEllipses,
  keepLowerCase,
  keepAttributions,
  breakAtListItems,
  breakAfterDateline,
  cutEndless,
];

/**
 * The sentences of one paragraph, as runs of its words that cover all of them. An attribution stays with its quotation
 * (`“Why?” he asked.`); a quoted passage of several sentences is several sentences; a dateline is one.
 */
export function splitSentences(words: readonly Word[], text: string): Word[][] {
  const rough = words.flatMap((word, index) => (endsAtStop(word) ? [index + 1] : []));
  const ends = passes.reduce<readonly number[]>((places, pass) => pass(places, words, text), rough);
  const sentences: Word[][] = [];
  let start = 0;
  for (const end of [...new Set([...ends, words.length])].sort((a, b) => a - b)) {
    if (end > start) sentences.push(words.slice(start, end));
    start = end;
  }
  return sentences;
}
