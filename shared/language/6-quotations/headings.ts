import type { AnnotatedParagraph } from '../annotated.ts';
import type { QuotedSpan } from '../4-quoted/quoted-span.ts';

/** Most words of a heading in marks. */
const HEADING = 8;
/** Fewest words of a pulled quotation. */
const PULLED = 4;
/** How many paragraphs before and behind a pulled quotation are looked at for its words: a few screens of an article. */
const PULLED_FROM = 40;

/** Most headings in a row: a title, its picture's line, a pulled quotation. */
const IN_A_ROW = 3;

/** Whether nobody speaks in a paragraph: a subhead, a title under a picture, a quotation pulled out of the text. */
export const isHeading = (quoted: QuotedSpan): boolean => isHeadline(quoted) || isPulled(quoted);

/** The paragraph before, without the headings that stand between. */
export function beforeHeadings({ previous }: AnnotatedParagraph): AnnotatedParagraph | undefined {
  let paragraph = previous;
  for (let headings = 0; headings < IN_A_ROW; headings++) {
    const quoted = paragraph?.quoted[0];
    if (!quoted || !isWhole(quoted) || !isHeading(quoted)) break;
    paragraph = paragraph?.previous;
  }
  return paragraph;
}

/** The paragraph before, without the short lines that part a story. */
export function beforeSubheads({ previous }: AnnotatedParagraph): AnnotatedParagraph | undefined {
  let paragraph = previous;
  for (let heads = 0; paragraph && isSubhead(paragraph) && heads < IN_A_ROW; heads++) paragraph = paragraph.previous;
  return paragraph;
}

/** `Safer than ever`: a line of a few words without marks. */
const isSubhead = ({ tokens, quoted }: AnnotatedParagraph): boolean =>
  tokens.length < HEADING &&
  quoted.length === 0 &&
  tokens.every(({ relation, pos }) => relation !== 'root' || pos !== 'VERB');

/** A line in capitals, a short one in single marks, or one in marks alone that does not end as a sentence does. */
function isHeadline(quoted: QuotedSpan): boolean {
  const { paragraph, words, innerStart } = quoted;
  if (paragraph.previous?.quoted.at(-1)?.isClosed === false || words.length >= HEADING) return false;
  const { text } = paragraph.source;
  if (!/\p{Ll}/u.test(text) || (/^['‘`]/u.test(text) && innerStart === 1)) return true;
  return isWhole(quoted) && !isAnnounced(paragraph) && /[\p{L}\p{N}]/u.test(quoted.lastCharacter);
}

/** Words in marks alone that stand again in longer ones, or the second of two paragraphs of the same words. */
function isPulled(quoted: QuotedSpan): boolean {
  const { paragraph } = quoted;
  if (!isWhole(quoted) || quoted.words.length < PULLED || isAnnounced(paragraph)) return false;
  const words = wordsOf(quoted);
  const stands = (other: QuotedSpan): boolean => wordsOf(other).includes(words);
  let { previous, next } = paragraph;
  for (let distance = 0; distance < PULLED_FROM; distance++) {
    if (previous?.quoted.some(stands)) return true;
    if (next?.quoted.some(stands)) return true;
    previous = previous?.previous;
    next = next?.next;
  }
  return false;
}

const isWhole = ({ start, end, paragraph, isClosed }: QuotedSpan): boolean =>
  isClosed && start === 0 && end === paragraph.tokens.length;

const isAnnounced = ({ previous }: AnnotatedParagraph): boolean => /^[:,]$/u.test(previous?.tokens.at(-1)?.text ?? '');

/** In small letters, each between spaces. */
const wordsOf = ({ words }: QuotedSpan): string => ` ${words.map(({ lower }) => lower).join(' ')} `;
