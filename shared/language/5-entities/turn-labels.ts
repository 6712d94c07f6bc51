import type { AnnotatedDocument, AnnotatedParagraph } from '../annotated.ts';
import { initialsOfPeople } from '../4-quoted/initials.ts';
import type { Sentence, TaggedName } from '../document.ts';
import { TITLES } from './lexicon/people.ts';

/** Labels of a turn are no part of a name: "Q Ann, will he go?", "MS." of "MS. COLE:", nor are initials one of their own: "AC: I did" of Ann Cole. */
export const withoutLabels = (
  { sentences: spans }: AnnotatedDocument,
  sentences: readonly Sentence[],
): readonly Sentence[] => {
  const initials = initialsOfPeople(sentences);
  return sentences.map((sentence, at) => {
    const span = spans[at];
    const end = Math.max(span ? labelEnd(span.paragraph) - span.start : 0, letterEnd(sentence));
    if (end <= 0) return sentence;
    return { ...sentence, names: sentence.names.flatMap((name) => behindLabel(sentence, name, end, initials)) };
  });
};

/** How many tokens the label with which a paragraph begins has; 0 without one. */
const labelEnd = ({ label, tokens }: AnnotatedParagraph): number =>
  label && label.first === tokens[0] ? label.end : 0;

/** "Q    Ann, what happened?": a letter and a gap, in a transcript whose turns were not found; the tokens of the label. */
function letterEnd({ tokens: [letter, next] }: Sentence): number {
  const isLetter = letter !== undefined && /^[QA]\.?$/.test(letter.text);
  return isLetter && next !== undefined && next.start - letter.end >= 2 ? 1 : 0;
}

function behindLabel({ tokens }: Sentence, name: TaggedName, end: number, initials: ReadonlySet<string>): TaggedName[] {
  if (name.first >= end) return [name];
  if (name.end > end) return [{ ...name, first: end }];
  const label = tokens.slice(name.first, name.end).map(({ text }) => text);
  if (label.every((word) => initials.has(word))) return [];
  const words = label.map((word) => word.toLowerCase().replace('.', ''));
  return words.every((word) => word.length < 2 || TITLES.has(word)) ? [] : [name];
}
