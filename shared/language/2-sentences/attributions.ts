import type { Word } from '../document.ts';
import { isCall, isEllipsis } from './full-stops.ts';
import type { BoundaryPass } from './pass.ts';

/** How many words a speaker's title and name take before the verb, at most. */
const LONGEST_SPEAKER = 8;

const CLOSING_QUOTES = new Set(['”', '"', "'", '’', "''", '»']);
const REPORTING = new Set(
  `said says asked asks replied replies told tells added adds answered answers shouted shouts cried cries wrote writes
  demanded exclaimed wondered yelled screamed tweeted posted joked quipped recalled remembered continued began declared
  insisted whispered called chanted`
    .trim()
    .split(/\s+/),
);

/** `“Stop!” Sen. Ana Diaz said.`: after a quoted question or call, a capitalised speaker and a verb of saying. */
export const keepAttributions: BoundaryPass = (ends, words) =>
  ends.filter((end) => {
    const quoted = CLOSING_QUOTES.has(words[end - 1]!.text) && (isCall(words[end - 2]) || isEllipsis(words[end - 2]));
    return !(quoted && speakerAndVerbFollow(words, end));
  });

const PRONOUNS = new Set(['He', 'She', 'They', 'It', 'We', 'I']);

function speakerAndVerbFollow(words: readonly Word[], from: number): boolean {
  // `“Thanks!” He later wrote that …` is a sentence of its own.
  if (PRONOUNS.has(words[from]?.text ?? '') && !REPORTING.has(words[from + 1]?.text ?? '')) return false;
  for (const word of words.slice(from, from + LONGEST_SPEAKER)) {
    if (REPORTING.has(word.text)) return true;
    if (!/^[\p{L}.'’-]+$/u.test(word.text)) return false;
  }
  return false;
}
