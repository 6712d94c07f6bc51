import { TokenSpan, type Token } from '../annotated.ts';
import { RELATIVE_OPENERS, WEEKDAYS } from '../lexicon/closed-classes.ts';
import { isVerb } from './cues.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X']);

/** The whole noun phrase of a head: its determiners, modifiers, appositions and relative clauses. */
export const nounPhrase = (head: Token, without: (token: Token) => boolean = () => false): TokenSpan =>
  closeAside(withoutDay(head, barePhrase(head, without)));

/** `The Senate on Thursday rejected …`: when is no part of who. */
function withoutDay(head: Token, phrase: TokenSpan): TokenSpan {
  const { last: day } = phrase;
  const isDay = isWeekday(day) && day.head === head && day.previous?.lower === 'on';
  return isDay ? phrase.until(phrase.end - 2) : phrase;
}

export const isWeekday = ({ lower }: Token): boolean => WEEKDAYS.has(lower);

/** Ends a source before a participle that tells what the speaker does: `said Smith, waving a flag`. */
export function beforeParticiple(phrase: TokenSpan): TokenSpan {
  for (const comma of phrase.from(phrase.start + 1).until(phrase.end - 1).tokens) {
    const participle = comma.next?.pos === 'VERB' && /(?:ing|ed|n)$/u.test(comma.next.lower);
    if (comma.text === ',' && participle) return closeAside(phrase.until(comma));
  }
  return phrase;
}

/** `Smith, a carpenter` takes the comma that closes the apposition, and an open bracket its partner. */
export function closeAside(phrase: TokenSpan): TokenSpan {
  const { next, tokens } = phrase;
  if (!next) return phrase;
  const isOpen = tokens.findLast(({ text }) => text === '(' || text === ')')?.text === '(';
  if (isOpen && next.text === ')') return closeAside(phrase.through(next));
  const comma = tokens.find(({ text }) => text === ',');
  return next.text === ',' && comma && opensAside(comma) ? phrase.through(next) : phrase;
}

const ASIDE_STARTS = new Set(['DET', 'NUM', 'NOUN', 'ADJ', 'ADP', 'PROPN']);

/** Whether a comma opens an apposition or relative clause rather than parts a list. */
const opensAside = ({ next }: Token): boolean =>
  next !== undefined && (ASIDE_STARTS.has(next.pos) || RELATIVE_OPENERS.has(next.lower));

/** Relations of what stands before the head of a noun phrase and is no part of it. */
const OUTSIDE_BEFORE = new Set('case mark cc parataxis discourse nsubj cop aux advcl obl advmod conj'.split(' '));
/** Relations of what is no part of a noun phrase on either side. */
const OUTSIDE = new Set('parataxis nsubj cop aux punct'.split(' '));

/** A noun phrase without a comma or bracket that closes it. */
export const barePhrase = (head: Token, without: (token: Token) => boolean): TokenSpan =>
  head
    .subtree(
      (token) =>
        (token.head === head &&
          (OUTSIDE.has(token.relation) ||
            isBehindVerb(token, head) ||
            (token.isBefore(head) && token.subtype !== 'preconj' && OUTSIDE_BEFORE.has(token.relation)))) ||
        without(token),
    )
    .trimmed();

/** `The White House said that | President | Roe will speak`: a title that the tree hangs on a name across its verb. */
const isBehindVerb = (token: Token, { head: verb, index }: Token): boolean =>
  /^(?:nmod|compound|flat)$/u.test(token.relation) &&
  verb !== undefined &&
  isVerb(verb) &&
  index < verb.index &&
  verb.index < token.index;

/** Also a noun: `According to the ministry, the contracts are for two firms`. */
const isPredicate = (token: Token): boolean => isVerb(token) || token.children('cop').length > 0;

/** What only a whole noun phrase is to its head. */
const WHOLE: ReadonlySet<string> = new Set(['nsubj', 'obj', 'obl']);

/** The noun phrase that starts at a token, by the tree; it ends at the latest where `within` does. */
export function nounPhraseFrom(start: Token | undefined, within: TokenSpan): TokenSpan | null {
  if (!start || start.index >= within.end) return null;
  let top = start;
  for (let { head } = top; head && !WHOLE.has(top.relation); head = top.head) {
    if (head.isBefore(start) || head.index >= within.end || isPredicate(head)) break;
    top = head;
  }
  if (!NOMINAL.has(top.pos)) return null;
  const end = Math.max(start.index + 1, Math.min(nounPhrase(top).end, within.end));
  return new TokenSpan(start.paragraph, start.index, end).trimmed();
}
