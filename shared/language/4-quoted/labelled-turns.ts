import { TokenSpan, type AnnotatedParagraph } from '../annotated.ts';
import { groupBy } from '../group-by.ts';
import { ANSWER, isSaid, isTalk, NO_TURNS, opensSentence, QUESTION, type Opening, type Openings } from './turn.ts';

/** Most tokens of "Prime Minister Hanna Lindqvist:", "MS. COLE (via interpreter):". */
const LONGEST_LABEL = 7;

/**
 * The turns of an interview or a transcript: labels that come more than once, at least two of them (`Okafor: …`, `Q. …`), or
 * questions and one who answers. In a transcript whose labels stand in capitals, whoever speaks once has a turn, too.
 */
export function labelledTurns(paragraphs: readonly AnnotatedParagraph[]): Openings {
  const labelled: Opening[] = [];
  let asker: TokenSpan | undefined;
  for (const paragraph of paragraphs) {
    asker = askerIn(paragraph) ?? asker;
    const opening = withColon(paragraph) ?? withLetter(paragraph, labelled.at(-1), asker);
    if (opening) labelled.push(opening);
  }
  const keys = [...groupBy(labelled, ({ key }) => key)];
  const recurring = keys.filter(([, { length }]) => length > 1).map(([key]) => key);
  const inCapitals = recurring.some(isCapitals) ? keys.map(([key]) => key).filter(isCapitals) : [];
  const speakers = new Set([...recurring, ...inCapitals]);
  const isTranscript = recurring.length > 1 || (recurring[0] === QUESTION && speakers.size > 1);
  const openings = labelled.filter(({ key }) => speakers.has(key));
  if (!isTranscript || !openings.some(({ words }) => isTalk(words))) return NO_TURNS;
  // "New Price Drop: Apple Watch for $169": the lines of a list are no sentences.
  if (2 * openings.filter(({ paragraph }) => isSaid(paragraph)).length <= openings.length) return NO_TURNS;
  return {
    openings,
    isTold:
      inCapitals.every((key) => key.length === 1) && openings.every(({ turn: { cue } }) => cue.first.text === ':'),
    others: labelled.filter(({ key }) => !speakers.has(key)),
  };
}

/** "COLE", "Q" */
const isCapitals = (key: string): boolean => /^(?:[QA]|[\p{Lu}'’.-]{2,})$/u.test(key);

/** The words before a colon with which a paragraph begins, where all are written as names are: a surname, or "Q". */
function withColon(paragraph: AnnotatedParagraph): Opening | undefined {
  const { tokens, span } = paragraph;
  const colon = tokens.slice(0, LONGEST_LABEL + 1).find(({ text }) => text === ':');
  if (!colon?.previous || colon.quoted) return undefined;
  const label = span.until(colon);
  const bracket = label.tokens.find(({ text }) => text === '(');
  const name = bracket && bracket.index > 0 ? label.until(bracket) : label;
  if (!name.tokens.every(({ text, pos }) => /^[\p{Lu}(]/u.test(text) || pos === 'PUNCT')) return undefined;
  const words = span.from(colon.index + 1);
  if (words.isEmpty) return undefined;
  const turn = { form: 'label', label: label.trimmed(), cue: TokenSpan.of(colon) } as const;
  return { paragraph, key: name.last.text, words, turn };
}

/** `Q. Where were you?`, `A. At home.`, `Q    Will he go?`: the letter without a colon; an answer follows a question. */
function withLetter(
  paragraph: AnnotatedParagraph,
  before: Opening | undefined,
  asker: TokenSpan | undefined,
): Opening | undefined {
  const [letter, second] = paragraph.tokens;
  const key = letter?.text[0] ?? '';
  if (!letter || !second || !/^[QA]\.?$/u.test(letter.text)) return undefined;
  if (key === ANSWER && before?.key !== QUESTION) return undefined;
  const stop = second.text === '.' ? second : undefined;
  const words = paragraph.span.from((stop ?? letter).index + 1);
  if (words.isEmpty || !opensSentence(words.first)) return undefined;
  const label = TokenSpan.of(letter);
  const cue = stop ? TokenSpan.of(stop) : label;
  const turn = { form: 'label', label, cue, asker: key === QUESTION ? asker : undefined } as const;
  return { paragraph, key, words, turn };
}

/** `CROSS-EXAMINATION BY MR. HOLT:`: who asks from here on. */
function askerIn({ tokens, span }: AnnotatedParagraph): TokenSpan | undefined {
  if (tokens.at(-1)?.text !== ':' && !tokens.some(({ text }) => text.includes('EXAMINATION'))) return undefined;
  const by = tokens.findLast(({ text }) => text === 'BY');
  if (!by || tokens.length - by.index > LONGEST_LABEL) return undefined;
  const name = span.from(by.index + 1).trimmed();
  return !name.isEmpty && name.tokens.every(({ text }) => !/\p{Ll}/u.test(text)) ? name : undefined;
}
