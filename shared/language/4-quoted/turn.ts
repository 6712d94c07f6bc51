import type { AnnotatedParagraph, Token, TokenSpan } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';

/** `MS. COLE: …`, `Q. …` (label); `Ann Cole -- Chief Executive Officer` above what she says (header); the answer to a question that stands as a paragraph (answer). */
export type TurnForm = 'label' | 'header' | 'answer';

/** What one says in turn with others, without marks. */
export interface Turn {
  readonly form: TurnForm;
  /** Who speaks, as the page says it: "MS. COLE", "Q"; undefined where it says nothing, since only one can. */
  readonly label?: TokenSpan;
  /** The colon, the dash or the stop behind the label, or the label itself; the question mark before an answer. */
  readonly cue: TokenSpan;
  /** Who asks the questions, where a line tells it: "BY MR. HOLT:". */
  readonly asker?: TokenSpan | undefined;
}

/** The words of a paragraph that belong to a turn. */
export interface Spoken {
  readonly turn: Turn;
  /** Empty where the turn begins in one paragraph, and what is said in the next. */
  readonly words: TokenSpan;
}

/** A paragraph that begins a turn, or that may hold one. */
export interface Opening extends Spoken {
  readonly paragraph: AnnotatedParagraph;
  /** What tells one speaker from another: "COLE", "Q". */
  readonly key: string;
}

/** The paragraphs that begin turns, and others that look alike: both end the turn before. */
export interface Openings {
  readonly openings: readonly Opening[];
  readonly others?: readonly Pick<Opening, 'paragraph'>[];
  /** Whether a writer's own paragraphs may stand between the turns, as in a magazine. */
  readonly isTold?: boolean;
}

export const NO_TURNS: Openings = { openings: [] };

/** Labels of those who ask and who answer. */
export const QUESTION = 'Q';
export const ANSWER = 'A';

/** A capital, a figure, a mark that opens: not "A man was hurt", "UN officials said". */
export const opensSentence = ({ text }: Token): boolean => /^[\p{Lu}\p{N}"“‘'([—–-]/u.test(text);

/** Words of people who talk to each other, which a list of teams or dates has none of. */
const TALKING = wordSet('i we you me us my our your');

export const isTalk = ({ tokens }: TokenSpan): boolean =>
  tokens.some(({ lower, text, quoted }) => !quoted && (text === '?' || TALKING.has(lower)));

/** The first and the second person, and what they have. */
export const holdsFirstPerson = ({ tokens }: TokenSpan): boolean =>
  tokens.some(({ lower, text, quoted }) => !quoted && text !== 'US' && /^(?:i|we|me|us|my|our)$/u.test(lower));
export const holdsSecondPerson = ({ tokens }: TokenSpan): boolean =>
  tokens.some(({ lower, quoted }) => !quoted && /^(?:you|your)$/u.test(lower));

/** `(Laughter.)`, `[Operator instructions]`, `1:05 P.M. EST`, `Questions and Answers`: a note of whoever wrote it down, or a heading. */
export function isSaid({ source: { text } }: AnnotatedParagraph): boolean {
  return /[.!?…—-]["'”’]*$/u.test(text.trimEnd()) && !/^[([*].*[)\]*]$/u.test(text.trim());
}

/** Fewest tokens of a paragraph that the one who answers goes on with: a shorter one before a question may lead to it. */
const SHORTEST_REST = 10;

/** `Now for a little fun.` before `Q: …` */
const isEithers = ({ tokens, next }: AnnotatedParagraph, openings: ReadonlyMap<AnnotatedParagraph, Opening>): boolean =>
  tokens.length < SHORTEST_REST && next !== undefined && openings.get(next)?.key === QUESTION;

/**
 * Gives the paragraphs that follow an opening to its turn: up to the next or to what has another label; behind the last, and where
 * a writer may come between, as long as somebody speaks of himself.
 */
export function giveToTurns(
  paragraphs: readonly AnnotatedParagraph[],
  { openings, others = [], isTold = false }: Openings,
): void {
  const ends = new Set(others.map(({ paragraph }) => paragraph));
  const last = openings.at(-1);
  const byParagraph = new Map(openings.map((opening) => [opening.paragraph, opening]));
  let turn: Turn | undefined;
  for (const paragraph of paragraphs) {
    const opening = byParagraph.get(paragraph);
    if (opening) {
      ({ turn } = opening);
      paragraph.label = turn.label;
      if (!opening.words.isEmpty) paragraph.spoken = { turn, words: opening.words };
    } else if (ends.has(paragraph)) turn = undefined;
    else if (turn && isSaid(paragraph) && !isEithers(paragraph, byParagraph)) {
      const isUnderHeader = turn.form !== 'label' && paragraph.previous === turn.cue.paragraph;
      const isOpen = isTold || turn === last?.turn;
      if (isOpen && !isUnderHeader && !holdsFirstPerson(paragraph.span)) turn = undefined;
      else paragraph.spoken = { turn, words: paragraph.span };
    }
  }
}
