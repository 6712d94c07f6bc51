import { TokenSpan, type AnnotatedParagraph } from '../annotated.ts';
import { holdsSecondPerson, isTalk, NO_TURNS, opensSentence, type Opening, type Openings } from './turn.ts';

/** Fewest turns: two paragraphs may begin with the same capitals by chance. */
const FEWEST = 3;

/**
 * The turns of an interview that the initials of those who speak open, with or without a colon: `AD She was all in.`. At least
 * two people, or one who answers questions; `people` holds the initials of those whom the article names, so that neither
 * `UN officials said` nor `US troops` is a turn.
 */
export function initialledTurns(paragraphs: readonly AnnotatedParagraph[], people: ReadonlySet<string>): Openings {
  const openings = paragraphs.flatMap((paragraph) => openingOf(paragraph, people) ?? []);
  if (openings.length < FEWEST) return NO_TURNS;
  const opened = new Set(openings.map(({ paragraph }) => paragraph));
  const questions = paragraphs.filter((paragraph) => !opened.has(paragraph) && isQuestion(paragraph, opened));
  const asked = questions.filter(({ next }) => next && opened.has(next));
  const isOfTwo = new Set(openings.map(({ key }) => key)).size > 1;
  if (!isOfTwo && 2 * asked.length < openings.length) return NO_TURNS;
  if (2 * openings.filter(({ words }) => isTalk(words)).length <= openings.length) return NO_TURNS;
  return { openings, others: questions.map((paragraph) => ({ paragraph })), isTold: questions.length > 0 };
}

/** Initials, perhaps with a colon, before words with which a sentence may begin. */
function openingOf(paragraph: AnnotatedParagraph, people: ReadonlySet<string>): Opening | undefined {
  const [initials, second] = paragraph.tokens;
  if (!initials || !second || !people.has(initials.text)) return undefined;
  const colon = second.text === ':' ? second : undefined;
  const words = paragraph.span.from((colon ?? initials).index + 1);
  if (words.isEmpty || !opensSentence(words.first)) return undefined;
  const label = TokenSpan.of(initials);
  return {
    paragraph,
    key: initials.text,
    words,
    turn: { form: 'label', label, cue: colon ? TokenSpan.of(colon) : label },
  };
}

/** What the reporter asks or says to them: a paragraph that ends with a question mark, or that speaks to somebody right before a turn. */
const isQuestion = ({ tokens, span, next }: AnnotatedParagraph, opened: ReadonlySet<AnnotatedParagraph>): boolean =>
  tokens.at(-1)?.text === '?' || (next !== undefined && opened.has(next) && holdsSecondPerson(span));
