import type { Sentence, TaggedName, Token } from '../document.ts';
import type { Gazetteer } from '../knowledge/gazetteer.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { PARTICLES } from './lexicon/people.ts';
import { fold } from './slug.ts';

/** How many of the longer words of a headline begin with a capital. */
const HEADLINE_CAPITALS = 0.85;
/** Fewest longer words that tell a headline. */
const HEADLINE_WORDS = 3;
/** A shorter word may be a preposition, which headlines write small. */
const LONGER_WORD = /^\p{L}[\p{L}'’-]{3,}$/u;

/** What ends a name without being a surname. */
const SUFFIX = /^(?:Jr|Sr|[IVX]+)\.?$/;

/** The letter of a party and the state: "D-Ohio". */
const PARTY_OF_STATE = /^[DRI]-\p{Lu}/u;

/** What a building or a body is, after the name of a person. */
const NAMED_AFTER_PEOPLE =
  /^(?:Cent(?:er|re)|School|Academy|Foundation|College|University|Institute|Museum|Library|Hospital|Association|Organizations?|Consulting)$/;

/** What running text calls the people of an article, folded: their names, the surnames, all words of them. */
interface PeopleInText {
  readonly whole: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/**
 * "Hanna Roe Endorses Lund" of a headline names Hanna Roe, where the text calls her so: a name that the tagger ran on over
 * the next words ends where the names of the text end. Linear.
 */
export function withoutOverruns(sentences: readonly Sentence[], gazetteer: Gazetteer): Sentence[] {
  const text = peopleIn(sentences);
  return sentences.map((sentence) => {
    const { tokens } = sentence;
    if (sentence.names.length === 0) return sentence;
    const isHeading = sentence.names.some(({ type }) => type === 'PERSON') && isHeadline(tokens);
    const names = sentence.names.flatMap((name): TaggedName[] => {
      const span = new SentenceSpan(tokens, name);
      if (name.type !== 'PERSON') return withoutPoll(span, name);
      if (PARTY_OF_STATE.test(span.first.text)) return [];
      if (span.length > 2 && NAMED_AFTER_PEOPLE.test(span.last.text)) return [{ ...name, type: 'ORGANIZATION' }];
      const end = isHeading ? endInHeadline(span, text, gazetteer) : endInText(span, text, gazetteer);
      return end > name.first ? [{ ...name, end }] : [name];
    });
    return { ...sentence, names };
  });
}

/** "Orvane University/Salem Globe Poll": who asks is no poll. */
function withoutPoll({ length, last }: SentenceSpan, name: TaggedName): TaggedName[] {
  const isPoll = name.type === 'ORGANIZATION' && length > 1 && /^Poll$/.test(last.text);
  return [isPoll ? { ...name, end: name.end - 1 } : name];
}

function peopleIn(sentences: readonly Sentence[]): PeopleInText {
  const whole = new Set<string>();
  const surnames = new Set<string>();
  const words = new Set<string>();
  for (const { tokens, names } of sentences) {
    const people = names.filter(({ type }) => type === 'PERSON');
    if (people.length === 0 || isHeadline(tokens)) continue;
    for (const name of people) {
      const span = new SentenceSpan(tokens, name);
      whole.add(written(span));
      surnames.add(fold(span.last.text));
      for (const { text } of span.tokens) words.add(fold(text));
    }
  }
  return { whole, surnames, words };
}

const written = (span: SentenceSpan): string => fold(span.spaced);

/** Behind the longest beginning of a name that the text knows, where it does not know the whole. */
function endInHeadline(span: SentenceSpan, text: PeopleInText, gazetteer: Gazetteer): number {
  const { whole, surnames, words } = text;
  if (whole.has(written(span))) return span.end;
  for (let end = span.end - 1; end > span.start; end--) {
    const beginning = new SentenceSpan(span.sentence, { first: span.start, end });
    const isKnown = beginning.length === 1 ? surnames.has(written(beginning)) : whole.has(written(beginning));
    const next = span.sentence[end];
    if (isKnown) return isSurname(next, gazetteer) || words.has(fold(next?.text ?? '')) ? span.end : end;
  }
  return endInText(span, text, gazetteer);
}

/** Before what can be no part of a name: "George Roe of", "Ann Lund (“Lund"; "Aaron Roe Investigative Radio". */
function endInText(span: SentenceSpan, { whole }: PeopleInText, gazetteer: Gazetteer): number {
  const { sentence, start, end } = span;
  const bracket = span.tokens.findIndex(({ text }, index) => index > 0 && text === '(');
  const isOpen = bracket > 0 && !span.tokens.some(({ text }) => text === ')');
  let last = isOpen ? start + bracket : end;
  while (last - start > 1 && /^(?:of|at|for|from|in)$/.test(sentence[last - 1]?.text ?? '')) last--;
  // Of two words the second is the surname, however strange; what goes on in capitals is the name of something else.
  const goesOn = /^\p{Lu}/u.test(sentence[last]?.text ?? '') && sentence[last]?.pos === 'PROPN';
  const inner = sentence[last - 2]?.text ?? '';
  const isCalled = last - start > 2 && whole.has(fold(inner)) && !whole.has(fold(sentence[last - 1]?.text ?? ''));
  return goesOn && isCalled && !isSurname(sentence[last - 1], gazetteer) ? last - 1 : last;
}

/** Also a place or a firm that bears a name, a particle, an initial and a suffix. */
function isSurname(token: Token | undefined, gazetteer: Gazetteer): boolean {
  if (!token || SUFFIX.test(token.text) || PARTICLES.has(fold(token.text)) || !/\p{L}{2}/u.test(token.text))
    return true;
  const { surname, forename, word } = gazetteer.lookUp(token.text);
  return (surname || forename) && !word;
}

/** A line whose longer words begin with capitals. */
function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => LONGER_WORD.test(text));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return words.length >= HEADLINE_WORDS && capitals >= words.length * HEADLINE_CAPITALS;
}
