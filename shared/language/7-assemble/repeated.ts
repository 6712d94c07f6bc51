import type { AnnotatedParagraph, TokenSpan } from '../annotated.ts';
import type { Attribution } from '../6-quotations/rule.ts';

/** `“We will not be moved,” miners tell minister`: words in marks of a headline that the story gives whole to one who is named; they are listed once, from there. */
export function repeatedInHeadline(
  attributions: readonly Attribution[],
  [headline]: readonly AnnotatedParagraph[],
  isNamed: (attribution: Attribution) => boolean,
): ReadonlySet<Attribution> {
  if (!headline || /[.!?]["”’]?$/u.test(headline.source.text)) return new Set();
  const isInHeadline = ({ contents }: Attribution) => contents.every(({ paragraph }) => paragraph === headline);
  const above = attributions.filter(
    (attribution) => attribution.isQuoted && isInHeadline(attribution) && !isNamed(attribution),
  );
  if (above.length === 0) return new Set();
  const told = attributions
    .filter((attribution) => attribution.isQuoted && !isInHeadline(attribution) && isNamed(attribution))
    .map(wordsInMarks);
  return new Set(
    above.filter((attribution) => {
      const words = wordsInMarks(attribution);
      return words !== '' && told.some((other) => other.includes(words));
    }),
  );
}

/** In small letters, each between spaces. */
const wordsInMarks = ({ contents }: Attribution): string =>
  contents
    .map((content) => content.quotedSpans().map(wordsOf).join(''))
    .join('')
    .replaceAll('  ', ' ');

const wordsOf = ({ tokens }: TokenSpan): string =>
  ` ${tokens
    .filter(({ pos, text }) => pos !== 'PUNCT' && /[\p{L}\p{N}]/u.test(text))
    .map(({ lower }) => lower)
    .join(' ')} `;
