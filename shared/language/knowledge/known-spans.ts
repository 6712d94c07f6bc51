import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import type { Gazetteer, Knowledge, KnownType } from './gazetteer.ts';

/** No name has more tokens; longer ones are not looked for. */
const LONGEST = 9;

/** Small words inside names. */
const INSIDE =
  /^(?:of|for|the|and|&|in|on|to|de|del|des|di|do|da|du|la|le|les|el|al|et|y|e|van|von|der|den|bin|ez|es|as|ash|ad|[-‐–'’]|['’]s)$/;

/** Words in small letters that end names. */
const TAIL = /^(?:network|group|movement|clan|militia|list)$/;

/** What a sentence in capitals would make of any word. */
const MOST_CAPITALS = 0.6;

/** How well known a name must be to be found where the tagger found none: of several words, of one, of one that means other things too, of two letters. */
const LEAST_PROMINENCE = { ofWords: 30, ofWord: 44, ofOrdinaryWord: 60, ofTwoLetters: 80 } as const;

/** Tokens [first, end) that are a name in the gazetteer. */
interface KnownSpan {
  readonly first: number;
  readonly end: number;
  readonly type: KnownType;
  readonly prominence: number;
  readonly isWord: boolean;
}

/** Names of the gazetteer get its borders: cut ones are made whole, joined ones are parted, missed ones found. */
export function withKnownSpans(sentence: Sentence, gazetteer: Gazetteer): Sentence {
  const { tokens, names } = sentence;
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text));
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  if (words.length > 3 && capitals > words.length * MOST_CAPITALS) return sentence;
  const known = knownSpansIn(tokens, gazetteer).filter((span) => isBetter(span, names, tokens));
  if (known.length === 0) return withoutLeaders(sentence, gazetteer);
  const kept = names.filter((name) => !known.some((span) => overlap(span, name)));
  const found = known.map(({ type, first, end }): TaggedName => {
    const same = names.find((name) => name.first === first && name.end === end);
    return same ?? { type, first, end };
  });
  return withoutLeaders({ ...sentence, names: [...kept, ...found].sort((a, b) => a.first - b.first) }, gazetteer);
}

/** Bodies of any government, which go by their leader: "the Obama Justice Department". */
const BODY_OF_GOVERNMENT = /(?:Cabinet|Commission|Council|Department|Ministry|White House)$/;
/** Leaders whom everybody knows by surname. */
const LEAST_PROMINENCE_OF_LEADERS = 80;

/** "Obama Justice Department" is parted: no such body has a leader's name in its own. */
function withoutLeaders(sentence: Sentence, gazetteer: Gazetteer): Sentence {
  const { tokens } = sentence;
  const names = sentence.names.flatMap((name): TaggedName[] => {
    const { length, first, written } = new SentenceSpan(tokens, name);
    if (name.type !== 'ORGANIZATION' || length < 3 || !BODY_OF_GOVERNMENT.test(written)) return [name];
    const leader = gazetteer
      .lookUp(first.text)
      .bearers.find(({ type, prominence }) => type === 'PERSON' && prominence >= LEAST_PROMINENCE_OF_LEADERS);
    const body = { ...name, first: name.first + 1 };
    const isKnown = (span: SentenceSpan) => gazetteer.lookUp(span.written).bearers.length > 0;
    if (!leader || isKnown(new SentenceSpan(tokens, name)) || !isKnown(new SentenceSpan(tokens, body))) return [name];
    return [{ type: 'PERSON', first: name.first, end: name.first + 1 }, body];
  });
  return names.length === sentence.names.length ? sentence : { ...sentence, names };
}

const overlap = (one: { first: number; end: number }, other: { first: number; end: number }): boolean =>
  one.first < other.end && other.first < one.end;

function isBetter(span: KnownSpan, names: readonly TaggedName[], tokens: readonly Token[]): boolean {
  const { first, end, prominence, type, isWord } = span;
  const touched = names.filter((name) => overlap(span, name));
  const ofWords = end - first > 1;
  if (touched.length === 0) {
    if (type === 'GROUP') return false;
    if (ofWords) return prominence >= LEAST_PROMINENCE.ofWords;
    if (type === 'PERSON' || (first === 0 && isWord)) return false;
    return prominence >= leastOf(span, new SentenceSpan(tokens, span).first);
  }
  const another = touched[1];
  if (
    touched.some(
      (one) => /^(?:DATE|MONEY|QUANTITY)$/.test(one.type) && !(ofWords && one.first >= first && one.end <= end),
    )
  )
    return false;
  // What is tagged in part, or in parts, is whole.
  if (touched.every((one) => one.first >= first && one.end <= end)) return ofWords;
  if (another) return ofWords && prominence >= LEAST_PROMINENCE.ofWords && end - first > 2;
  return false;
}

/** The least prominence of one word that the tagger did not take for a name. */
function leastOf({ isWord }: KnownSpan, { text, pos }: Token): number {
  const letters = text.replaceAll('.', '');
  if (/^\p{Lu}{2}$/u.test(letters)) return LEAST_PROMINENCE.ofTwoLetters;
  if (/^\p{Lu}[\p{Lu}\d]+$/u.test(letters)) return LEAST_PROMINENCE.ofWord;
  if (!/^(?:PROPN|NOUN|X)$/.test(pos) || text.length < 3 || (isWord && pos !== 'PROPN')) return Infinity;
  return isWord ? LEAST_PROMINENCE.ofOrdinaryWord : LEAST_PROMINENCE.ofWord;
}

/** The longest known names, from left to right. */
function knownSpansIn(tokens: readonly Token[], gazetteer: Gazetteer): KnownSpan[] {
  const spans: KnownSpan[] = [];
  for (const [first, token] of tokens.entries()) {
    if (first < (spans.at(-1)?.end ?? 0) || !mayBegin(token)) continue;
    const span = longestFrom(tokens, first, gazetteer);
    if (span) spans.push(span);
  }
  return spans;
}

const mayBegin = (token: Token): boolean =>
  token.text !== 'The' && (isCapital(token) || /^(?:al|el)$/.test(token.text));

function longestFrom(tokens: readonly Token[], first: number, gazetteer: Gazetteer): KnownSpan | undefined {
  // "The Post" inside a sentence is nothing else.
  const isTitle = first > 1 && tokens[first - 1]?.text === 'The';
  for (let end = farthestEnd(tokens, first); end > first; end--) {
    const span = new SentenceSpan(tokens, { first, end });
    if (INSIDE.test(span.last.text)) continue;
    const knowledge = gazetteer.lookUp(span.written);
    const best = bestOf(knowledge, isTitle || span.length > 1);
    if (best) {
      const { type, prominence } = best;
      return { first, end, type, prominence, isWord: !isTitle && isAlsoOrdinary(knowledge) };
    }
  }
  return undefined;
}

/** Where a name that begins here ends at the latest. */
function farthestEnd(tokens: readonly Token[], first: number): number {
  const near = tokens.slice(first + 1, first + LONGEST);
  const outside = near.findIndex((token) => !isCapital(token) && !isInside(token));
  if (outside < 0) return first + 1 + near.length;
  const end = first + 1 + outside;
  // "Haqqani network", "Ban Ki-moon"
  const tail = near[outside]?.text ?? '';
  const isTail = TAIL.test(tail) || (/^\p{Ll}/u.test(tail) && /^[-‐]$/.test(tokens[end - 1]?.text ?? ''));
  return isTail ? end + 1 : end;
}

const bestOf = ({ bearers }: Knowledge, ofWords: boolean) => bearers.find(({ weak }) => !weak || ofWords);

const isAlsoOrdinary = ({ word, surname, forename }: Knowledge): boolean => word || surname || forename;

const isCapital = ({ text }: Token): boolean => /^[\p{Lu}\p{Lt}]/u.test(text);

const isInside = ({ text }: Token): boolean => INSIDE.test(text) || /^\p{N}+$/u.test(text);
