import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import {
  COINS,
  COUNTED_INDICES,
  DEFINITE_INDICES,
  DIRECTION,
  DRIVES,
  GRADE,
  GRADING,
  INDEX_NOUNS,
  INDICES,
  MAY_MOVE,
  MOVE_NOUNS,
  MOVES,
  SHARED_WITH_INDEX,
  TICKER_EXCHANGE,
  TRADED,
} from './lexicon/markets.ts';

/**
 * Without what markets call by name and no type of name holds: indices, tickers, debt and grades of debt, coins.
 * An index is a figure that somebody publishes; whether its name means the figure or who publishes it, the words around it
 * tell ("the Nasdaq rose 2 %", "Nasdaq said").
 */
export function withoutFinancialNames(sentence: Sentence): Sentence {
  const { tokens, names } = sentence;
  return { ...sentence, names: names.filter((name) => !isFinancial(new SentenceSpan(tokens, name), name)) };
}

const isFinancial = (name: SentenceSpan, { type }: TaggedName): boolean =>
  !/^(?:DATE|MONEY|QUANTITY|GROUP)$/.test(type) &&
  !isSomebody(name, type) &&
  (isInIndex(name) || isSharedIndex(name) || isOfIndex(name, type) || isTicker(name) || isTraded(name) || isCoin(name));

/** "Dax said", "Russell rose to his feet", but not "the Dax" */
const isSomebody = ({ length, before }: SentenceSpan, type: TaggedName['type']): boolean =>
  type === 'PERSON' && length === 1 && !/^the$/i.test(before?.text ?? '');

/** In small letters, one kind of apostrophe, without article, hyphens and slashes as spaces: "s&p asx", "bel 20". */
const plainName = ({ written }: SentenceSpan): string =>
  written
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/ ?[-‐–/] ?/g, ' ')
    .replaceAll(/ ?('s?)\b/g, '$1')
    .replace(/^the /, '')
    .replace(/^s ?& ?p\b/, 's&p');

/** No name of an index has more tokens: "Standard & Poor's 500". */
const LONGEST_INDEX = 7;
/** Most tokens of an index's name before a part of it that is tagged: "S&P/" "ASX". */
const FARTHEST_BEGINNING = 3;

/** Words of which names of indices are made: most names have others, and need no closer look. */
const INDEX_WORDS: ReadonlySet<string> = new Set(
  [...INDICES, ...COUNTED_INDICES, ...SHARED_WITH_INDEX, 'share stock index'].flatMap((name) => name.split(' ')),
);

/** Written as a word of an index, or as several in one. */
const mayBeIndexWord = ({ text }: Token): boolean => INDEX_WORDS.has(text.toLowerCase()) || /[^\p{L}]/u.test(text);

const isOfIndexWords = (name: SentenceSpan): boolean =>
  mayBeIndexWord(name.last) &&
  plainName(name)
    .split(' ')
    .every((word) => INDEX_WORDS.has(word) || /\d$/.test(word));

/** The name, or one that holds it, is an index's: "S&P" of "S&P 500". */
function isInIndex(name: SentenceSpan): boolean {
  if (!isOfIndexWords(name)) return false;
  const { sentence, start, end } = name;
  for (let first = start; first >= Math.max(0, start - FARTHEST_BEGINNING); first--) {
    for (let last = Math.min(sentence.length, first + LONGEST_INDEX); last >= end; last--)
      if (isIndexName(new SentenceSpan(sentence, { first, end: last }))) return true;
  }
  return false;
}

function isIndexName(span: SentenceSpan): boolean {
  const name = plainName(span).replace(/(?: share| stock)? index$/, '');
  if (INDICES.has(name)) return true;
  const counted = /^(.+?) ?\d{2,4}$/.exec(name)?.[1];
  return counted !== undefined && COUNTED_INDICES.has(counted);
}

/** "Emerging Markets" of the "Emerging Markets Index", "Gini" of the "Gini index", but not Tokyo of "the Tokyo index" */
const isOfIndex = ({ last, after, length }: SentenceSpan, type: TaggedName['type']): boolean =>
  /^(?:Index|Indices)$/.test(after?.text ?? '') ||
  /^(?:Index|Indices)$/.test(last.text) ||
  (length === 1 && after?.text === 'index' && type !== 'LOCATION');

/** A name that an index shares with a body means the index here. */
function isSharedIndex(name: SentenceSpan): boolean {
  if (!mayBeIndexWord(name.last)) return false;
  const plain = plainName(name);
  if (!SHARED_WITH_INDEX.has(plain)) return false;
  const leading = leadingWords(name);
  if (leading.some(isIndexNoun) || isIndexNoun(name.after) || /^averages?$/.test(name.after?.text ?? '')) return true;
  const hasArticle = leading.some(({ text }) => /^the$/i.test(text));
  if (hasArticle && DEFINITE_INDICES.has(plain) && isNoPartOfAnother(name) && !isSaid(name.governor)) return true;
  const before = name.sentence[name.start - leading.length - 1];
  const preposition = before?.pos === 'ADP' ? before.text.toLowerCase() : '';
  if (isDependentOnIndex(name, preposition) || isListedWithIndex(name, before)) return true;
  const { relation, head } = firstJoined(name);
  if (hasArticle && relation === 'obj' && DRIVES.test(name.sentence[head]?.text ?? '')) return true;
  return !/^(?:at|by|from|in|into|of|on|to|via)$/.test(preposition) && isMoving(name);
}

const isIndexNoun = (token: Token | undefined): boolean => INDEX_NOUNS.has(token?.text.toLowerCase() ?? '');

const isNoPartOfAnother = ({ after }: SentenceSpan): boolean => !/^(?:NOUN|PROPN)$/.test(after?.pos ?? '');

const isSaid = (verb: Token | undefined): boolean =>
  /^(?:says?|said|reports?|reported|wrote|told)$/.test(verb?.text ?? '');

/** Articles, adjectives and nouns before a name: "the tech-heavy", "the benchmark". */
function leadingWords({ sentence, start }: SentenceSpan): readonly Token[] {
  let first = start;
  while (/^(?:DET|ADJ|NOUN)$/.test(sentence[first - 1]?.pos ?? '') || sentence[first - 1]?.text === '-') first--;
  return sentence.slice(first, start);
}

/** "the index, the Nasdaq", "indices such as the Nasdaq", "a drop in the Dow and the Nasdaq", "futures on the Nasdaq" */
function isDependentOnIndex(name: SentenceSpan, preposition: string): boolean {
  const { sentence } = name;
  const first = firstJoined(name);
  const governor = sentence[first.head];
  if (
    sentence.some(({ relation, head }, index) => relation === 'appos' && name.has(head) && isIndexNoun(sentence[index]))
  )
    return true;
  if (first.relation !== 'appos' && first.relation !== 'nmod') return false;
  if (isIndexNoun(governor)) return true;
  const isJoined = first !== name.head;
  return MOVE_NOUNS.has(governor?.text.toLowerCase() ?? '') && (isJoined || /^(?:in|of|for)$/.test(preposition));
}

/** "the S&P 500 and the Nasdaq" */
function isListedWithIndex({ sentence, start }: SentenceSpan, before: Token | undefined): boolean {
  if (!before || !/^(?:and|or|,)$/.test(before.text)) return false;
  const joint = sentence.lastIndexOf(before, start);
  const end = sentence[joint - 1]?.text === ',' ? joint - 1 : joint;
  const listed = sentence.slice(Math.max(0, end - LONGEST_INDEX), end);
  return listed.some((_, first) => {
    const span = new SentenceSpan(listed, { first, end: listed.length });
    return isIndexName(span) || DEFINITE_INDICES.has(plainName(span));
  });
}

/** The head of the name, or of the first of those that it is joined with. */
const firstJoined = ({ head, sentence }: SentenceSpan): Token =>
  head.relation === 'conj' ? (sentence[head.head] ?? head) : head;

/** Most tokens from a verb to the figure that it is about: "closed on Tuesday at 8,412 points". */
const FIGURE_REACH = 8;

/** The name is the subject of a movement. */
function isMoving(name: SentenceSpan): boolean {
  const { sentence } = name;
  return [verbOf(name), nextVerb(name)].some((index) => {
    const verb = sentence[index]?.text ?? '';
    if (MOVES.test(verb)) return !actsOn(sentence, index);
    const behind = sentence.slice(index + 1, index + 1 + FIGURE_REACH);
    return MAY_MOVE.test(verb) && (behind.some(({ text }) => DIRECTION.test(text)) || isLevel(behind));
  });
}

/** "declined to comment", "dropped the bank from its list" */
const actsOn = (sentence: readonly Token[], verb: number): boolean =>
  sentence.some(
    ({ head, relation, text, pos }) =>
      head === verb && (relation === 'xcomp' || (relation === 'obj' && pos !== 'NUM' && !DIRECTION.test(text))),
  );

/** "at 8,412", "10,000 for the first time" */
function isLevel(behind: readonly Token[]): boolean {
  const number = behind.findIndex(({ text }) => /^\d[\d,.]*\d$/.test(text));
  const isNear = number === 0 || (number > 0 && number <= 3 && behind[number - 1]?.pos === 'ADP');
  return isNear && !/^(?:NOUN|PROPN|ADJ)$/.test(behind[number + 1]?.pos ?? '');
}

/** Index of the verb whose subject the name is, or is joined with; -1 if none. */
function verbOf(name: SentenceSpan): number {
  const { relation, head } = firstJoined(name);
  return relation.startsWith('nsubj') ? head : -1;
}

/** Index of the verb behind a name where nothing else can be its subject; -1 if none. */
function nextVerb({ sentence, end }: SentenceSpan): number {
  const rest = sentence.slice(end);
  const next = rest.findIndex(({ pos }) => !/^(?:ADV|CCONJ|DET|PART|PROPN|NUM)$/.test(pos));
  return /^(?:VERB|AUX)$/.test(rest[next]?.pos ?? '') ? end + next : -1;
}

/** Most tokens from a bracket to a name in it: "(NYSE American: ABCD)". */
const FARTHEST_BRACKET = 4;

/** "(NYSE: ABCD)", "under the symbol ABCD" */
function isTicker({ sentence, start, end, before, length, first }: SentenceSpan): boolean {
  if (length === 1 && /^(?:symbol|ticker)$/.test(before?.text ?? '') && /^\p{Lu}+$/u.test(first.text)) return true;
  const near = sentence.slice(Math.max(0, start - FARTHEST_BRACKET), start);
  const bracket = near.findLastIndex(({ text }) => text === '(' || text === '[');
  if (bracket < 0) return false;
  const inside = sentence.slice(start - near.length + bracket + 1);
  const colon = inside.findIndex(({ text }) => text === ':');
  const close = inside.findIndex(({ text }) => text === ')' || text === ']');
  const isInside = end <= sentence.length - inside.length + close;
  if (colon < 1 || close <= colon + 1 || !isInside) return false;
  const exchange = inside.slice(0, colon).map(({ text }) => text);
  return TICKER_EXCHANGE.test(exchange.join(' '));
}

/** "Treasuries", "Treasury notes", "Brent crude"; "rated BBB" */
function isTraded({ sentence, first: { text }, length, after }: SentenceSpan): boolean {
  if (length > 1) return false;
  if (/^Treasur(?:ies|ys)$/.test(text) || TRADED.get(text)?.test(after?.text ?? '')) return true;
  return GRADE.test(text) && sentence.some((token) => GRADING.test(token.text));
}

const isCoin = ({ first, length }: SentenceSpan): boolean => length === 1 && COINS.has(first.text.toLowerCase());
