import { CALENDAR, isAbbreviation, REGIONS, SUFFIXES, TITLES } from '../1-tokens/abbreviations.ts';
import type { Word } from '../document.ts';
import type { BoundaryPass } from './pass.ts';

/** Words that begin a sentence when they are capitalised, and no name. */
const STARTERS = new Set(
  `the a an this that these those he she it they we you i his her its their our my there here who what when where why how
  which but and or so yet nor if as at in on of for from with by to after before while since because although though
  despite during under over between among about against into through until unless once both some many most several few
  all no not any each every other another such one two three four five six seven eight nine ten last next earlier later
  now then today yesterday tomorrow however meanwhile also still instead even only just more less according asked is are
  was were do does did has have had can could will would should may might must let please thanks`
    .trim()
    .split(/\s+/),
);

const begins = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/^["“‘«]$/.test(word.text) || (/^\p{Lu}/u.test(word.text) && STARTERS.has(word.text.toLowerCase())));

/** What follows a time of day in its sentence: "5 p.m. Friday", "9 a.m. EDT". */
const AFTER_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,2}[DS]?T|GMT|UTC|Eastern|Central|Mountain|Pacific|Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)/;

/** Between words of a phrase, yet at the end of a sentence as well. */
const PHRASE_ENDS = new Set(['etc', 'dept', 'assn', 'univ', 'ave', 'blvd', 'rd']);

/**
 * The stop of an abbreviation ends no sentence when a name must follow ("Sen.", "J.", "Oct."); after "U.S.", "Inc." or
 * "Md." it does where the next word begins sentences ("the U.S. The") and not otherwise ("the U.S. President"). So it is in
 * brackets: "(Texas Sen.) Ted Cruz".
 */
export const keepAbbreviations: BoundaryPass = (ends, words) =>
  ends.filter((end) => {
    let last = end - 1;
    while (last > 0 && /^[)\]]$/.test(words[last]!.text)) last--;
    const { text } = words[last]!;
    if (!/^[^.].*\.$/.test(text)) return true;
    const stem = text.slice(0, -1).toLowerCase();
    const next = words[end];
    if (stem.length === 1) return endsWithInitial(words, end);
    if (/^[ap]\.m$/.test(stem))
      return next !== undefined && /^["“‘\p{Lu}]/u.test(next.text) && !AFTER_TIME.test(next.text);
    if (TITLES.has(stem) || CALENDAR.has(stem)) return false;
    const mayEnd = SUFFIXES.has(stem) || REGIONS.has(stem) || PHRASE_ENDS.has(stem) || stem.includes('.');
    return (mayEnd || !isAbbreviation(stem)) && begins(next);
  });

/** "vitamin C. The": a letter after a word in small letters is no initial of a name. */
function endsWithInitial(words: readonly Word[], end: number): boolean {
  const before = words[end - 2];
  return before !== undefined && /^\p{Ll}/u.test(before.text) && begins(words[end]);
}
