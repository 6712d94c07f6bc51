import type { Paragraph, TextSpan } from '../article.ts';

/** A byline of three authors and their agency fits; sentences that begin with "By" are longer or end in a stop. */
const LONGEST_BYLINE = 160;

const PARAGRAPHS_BELOW = 3;

/** "Maria de la Cruz Santos, Associated Press Writer". */
const LONGEST_NAME_LINE = 70;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const PARTICLE = String.raw`(?:de|del|della|der|den|di|da|dos|du|bin|ibn|al|el|la|le|van|von|ten|ter|y|e)`;
const FULL_NAME = String.raw`${NAME}(?: (?:${PARTICLE} )*${NAME}){1,4}`;
const BYLINE = new RegExp(
  String.raw`^\s*(?:By|BY|by) (?:The |the )?${FULL_NAME}(?:(?:, | and | AND |, and | & )${FULL_NAME})*(?:(?:,| \||/| [-–—]| for| in| of)\s.{1,80})?\s*$`,
  'u',
);
const NAME_LINE = new RegExp(
  String.raw`^${FULL_NAME}(?:(?: and | AND |, | & )${FULL_NAME}){0,3}(?:(?:, | [|/–—-] )(?:\p{Lu}[\p{L}.'’]*|of|for|the)(?: (?:\p{Lu}[\p{L}.'’]*|of|for|the)){0,4})?$`,
  'u',
);
const CREDIT =
  /\b(?:writes? for (?:the )?\p{Lu}|contributed (?:to this (?:report|story|article)\b|reporting\b)|(?:[Rr]eporting|[Ww]riting|[Ee]diting) by \p{Lu})/u;
const WEEKDAY_OR_MONTH =
  /^\s*by (?:mon|tues|wednes|thurs|fri|satur|sun)day|^\s*by (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "By Jane Doe", "By JANE DOE and JOHN ROE, Associated Press": a line of its own. */
export function isByline(line: string): boolean {
  return (
    line.length <= LONGEST_BYLINE && BYLINE.test(line) && !WEEKDAY_OR_MONTH.test(line) && !/[.!?]["”’]?\s*$/.test(line)
  );
}

/** "Rick Bowden", "RICK BOWDEN, Staff Writer": a name alone on its line, as below a headline. */
export function isNameLine(line: string): boolean {
  return line.length <= LONGEST_NAME_LINE && NAME_LINE.test(line) && !WEEKDAY_OR_MONTH.test(`by ${line}`);
}

/** Sentences "… writes for …" and "… contributed to this report", "(Reporting by …)" near the end. */
export function findCredits(paragraphs: readonly Paragraph[]): TextSpan[] {
  return paragraphs.slice(-PARAGRAPHS_BELOW).flatMap(credits);
}

function credits({ ordinal, text }: Paragraph): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    const sentence = text.slice(start, end);
    if (sentence.length <= LONGEST_BYLINE * 2 && CREDIT.test(sentence)) {
      spans.push({ paragraph: ordinal, start, end, text: sentence });
    }
    start = end + /^\s*/.exec(text.slice(end, end + 8))![0].length;
  }
  return spans;
}

/** A stop after a word of two small letters: initials and most abbreviations are no ends. */
function sentenceEnds(text: string): number[] {
  const ends = [...text.matchAll(/(?<=\p{Ll}\p{Ll})[.!?][)”"]?(?=\s)/gu)].map(
    ({ index, 0: stop }) => index + stop.length,
  );
  return [...ends, text.trimEnd().length];
}
