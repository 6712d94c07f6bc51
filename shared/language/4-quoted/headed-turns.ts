import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import { groupBy } from '../group-by.ts';
import { isTalk, NO_TURNS, type Opening, type Openings } from './turn.ts';

/** Most tokens of `Ann Cole -- Harrow Lines -- Executive Vice President and Chief Financial Officer`. */
const LONGEST_HEADER = 20;
/** Most tokens of a name before the dash, or alone. */
const LONGEST_NAME = 5;

/**
 * The turns of a conference call: `Ann Cole -- Chief Executive Officer`, or her name alone, as a line above what she says; at
 * least two who speak more than once, and words of people who talk to each other in most of what stands below.
 */
export function headedTurns(paragraphs: readonly AnnotatedParagraph[]): Openings {
  const headers = paragraphs.flatMap((paragraph) => headerOf(paragraph) ?? []);
  const times = groupBy(headers, ({ key }) => key);
  const recurring = [...times].filter(([, { length }]) => length > 1);
  const titled = new Set(headers.filter(isTitled).map(({ key }) => key));
  if (recurring.length < 2 || titled.size === 0) return NO_TURNS;
  const openings = headers.filter((header) => isTitled(header) || titled.has(header.key) || isRecurring(header, times));
  const opened = new Set(openings.map(({ paragraph }) => paragraph));
  const spoken = openings.filter(({ paragraph: { next } }) => next && !opened.has(next));
  const talking = spoken.filter(({ paragraph: { next } }) => next && isTalk(next.span));
  return 2 * talking.length > spoken.length ? { openings } : NO_TURNS;
}

const isTitled = ({ turn: { label, cue } }: Opening): boolean => cue !== label;

const isRecurring = ({ key }: Opening, times: ReadonlyMap<string, readonly Opening[]>): boolean =>
  (times.get(key)?.length ?? 0) > 1;

/** A line of a name, or of a name, a dash and what he is. */
function headerOf(paragraph: AnnotatedParagraph): Opening | undefined {
  const { tokens, span } = paragraph;
  if (tokens.length === 0 || tokens.length > LONGEST_HEADER || /[.!?:;,"”]$/u.test(paragraph.source.text.trim()))
    return undefined;
  const dash = tokens.find(isSpacedDash);
  const label = span.until(dash ?? tokens.length);
  if (label.isEmpty || label.length > LONGEST_NAME || !label.tokens.every(isNameLike)) return undefined;
  if (dash && (!dash.next || !/^\p{Lu}/u.test(dash.next.text))) return undefined;
  const turn = { form: 'header', label, cue: dash ? TokenSpan.of(dash) : label } as const;
  return { paragraph, key: label.toText().text, turn, words: span.from(tokens.length) };
}

const isNameLike = ({ text }: Token): boolean => /^[\p{Lu}.-]/u.test(text);

const isSpacedDash = ({ text, start, end, previous, next }: Token): boolean =>
  /^(?:-|--|–|—)$/u.test(text) && (previous?.end ?? start) < start && end < (next?.start ?? end);
