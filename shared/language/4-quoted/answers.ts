import { TokenSpan, type AnnotatedParagraph } from '../annotated.ts';
import { holdsFirstPerson, holdsSecondPerson, NO_TURNS, type Opening, type Openings } from './turn.ts';

/** Fewest questions of an interview: one or two are a writer's own. */
const FEWEST = 3;
/** Most tokens of a question with what leads to it. */
const LONGEST_QUESTION = 80;

/**
 * An interview whose questions are told from the answers by the type alone, which is lost: paragraphs that end with a question
 * mark and speak to somebody ("you"), with paragraphs between them in which somebody speaks of himself.
 */
export function answers(paragraphs: readonly AnnotatedParagraph[]): Openings {
  const questions = paragraphs.filter(isQuestion);
  const answered = questions.filter(({ next }) => next && !isQuestion(next));
  if (answered.length < FEWEST || !isMost(answered, ({ span }) => holdsSecondPerson(span))) return NO_TURNS;
  if (!isMost(answered, (question) => answerTo(question).some(({ span }) => holdsFirstPerson(span)))) return NO_TURNS;
  // What is told in marks, or by somebody's verb, is a report, and its questions are the writer's.
  if (answered.some((question) => answerTo(question).some(({ quoted }) => quoted[0]?.start === 0))) return NO_TURNS;
  const openings = answered.map((paragraph): Opening => ({
    paragraph,
    key: '',
    turn: { form: 'answer', cue: TokenSpan.of(paragraph.span.last) },
    words: paragraph.span.from(paragraph.tokens.length),
  }));
  return { openings };
}

const isMost = <T>(all: readonly T[], holds: (one: T) => boolean): boolean => 2 * all.filter(holds).length > all.length;

const isQuestion = ({ tokens, quoted }: AnnotatedParagraph): boolean =>
  tokens.length > 1 &&
  tokens.length <= LONGEST_QUESTION &&
  tokens.at(-1)?.text === '?' &&
  !quoted.some(({ length }) => 2 * length > tokens.length);

/** The paragraphs up to the next question. */
function answerTo({ next }: AnnotatedParagraph): AnnotatedParagraph[] {
  const paragraphs: AnnotatedParagraph[] = [];
  for (let at = next; at && !isQuestion(at); at = at.next) paragraphs.push(at);
  return paragraphs;
}
