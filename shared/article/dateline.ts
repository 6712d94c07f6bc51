import type { Paragraph, TextSpan } from './article.ts';

/** Headline, bylines and a summary may stand above the paragraph with the dateline. */
const PARAGRAPHS_SEARCHED = 6;

/** "UNITED NATIONS, New York, September 30 (Agence France-Presse) —" has sixty. */
const LONGEST_DATELINE = 120;

const CAPITALS = String.raw`(?:\p{Lu}[\p{Lu}\p{M}.'’-]*\p{Lu}|ST\.|ST)(?: \p{Lu}[\p{Lu}\p{M}.'’-]+){0,4}`;
const TITLED = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:(?:of|the|and|de|la|al|el) ){0,2}\p{Lu}[\p{L}\p{M}.'’-]+){0,4}`;
const MORE = String.raw`(?:,? (?:${TITLED}|\p{Lu}[\p{L}.]+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+)(?:, \d{4})?){0,3}`;
const AGENCY = String.raw` ?(?:\(\p{Lu}[\p{L}.' /-]{1,40}\)|/\p{Lu}[\p{L} -]{1,40}/)`;
const BEFORE_STORY = String.raw`(?=\s|\p{Lu}|["“‘'])`;
const DATELINES = [
  new RegExp(String.raw`^\s*(?:${CAPITALS})${MORE}\s*(?:—|–|--)${BEFORE_STORY}`, 'u'),
  new RegExp(String.raw`^\s*${CAPITALS}${MORE},?${AGENCY}\s*(?:—|–|--|-)${BEFORE_STORY}`, 'u'),
  new RegExp(String.raw`^\s*${TITLED}${MORE},?${AGENCY}\s*(?:—|–|--)${BEFORE_STORY}`, 'u'),
];

/** Place, date and agency before the story, with the dash: "SEOUL, South Korea (AP) —", "LONDON, March 3 (Reuters) -". */
export function findDateline(paragraphs: readonly Paragraph[]): TextSpan | undefined {
  for (const { ordinal, text } of paragraphs.slice(0, PARAGRAPHS_SEARCHED)) {
    const end = endOfDateline(text);
    if (end === undefined) continue;
    const start = text.length - text.trimStart().length;
    return { paragraph: ordinal, start, end, text: text.slice(start, end) };
  }
  return undefined;
}

/** Where the dateline that a paragraph begins with ends (UTF-16), after its dash. */
export function endOfDateline(text: string): number | undefined {
  const beginning = text.slice(0, LONGEST_DATELINE);
  for (const pattern of DATELINES) {
    const found = pattern.exec(beginning)?.[0];
    if (found) return found.length;
  }
  return undefined;
}
