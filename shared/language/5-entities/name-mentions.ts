import type { TextSpan } from '../../article/article.ts';
import type { Document, EntityType, TaggedName, Token } from '../document.ts';
import { isPeopleNoun, isPersonNoun, PARTICLES, REGNAL_TITLES, TITLES } from './lexicon/people.ts';
import type { Amount } from '../values/amounts.ts';
import type { DateValue } from '../values/dates.ts';
import { readValue, VALUE_TYPES } from '../values/read-value.ts';
import { typeByContext, withOneTypeASpelling } from './name-types.ts';

/** A name in the text without what only leans on it: article, title, possessive. */
export interface NameMention {
  readonly type: EntityType;
  /** Index of the sentence in the document. */
  readonly sentence: number;
  /** Tokens [first, end) of the sentence. */
  readonly first: number;
  readonly end: number;
  /** The token that the rest of the sentence hangs on. */
  readonly head: number;
  readonly span: TextSpan;
  /** Words as written together: "Suk-yeol" is one. */
  readonly words: readonly string[];
  /** What a date or an amount means, where it can be told. */
  readonly date?: DateValue;
  readonly amount?: Amount;
  /** Title before the name that is no part of it: "Mrs.", "President". */
  readonly titles: readonly string[];
}

const LEANING = new Set(["'s", '’s', "'", '’', ',', '.', ';', ':', '"', '“', '”']);
const ARTICLES = new Set(['the', 'a', 'an']);

/** Every tagged name, in reading order, typed the same wherever it is spelt the same. */
export function nameMentions({ paragraphs, sentences, publishedAt }: Document): NameMention[] {
  const mentions = sentences.flatMap(({ paragraph, tokens, names }, sentence) =>
    names.flatMap(
      (name) => toMention(paragraphs[paragraph]!.text, { paragraph, tokens, sentence, publishedAt }, name) ?? [],
    ),
  );
  return withOneTypeASpelling(mentions, ({ sentence }) => sentences[sentence]!.tokens);
}

interface NamePlace {
  readonly paragraph: number;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  readonly publishedAt: string | undefined;
}

function toMention(
  text: string,
  { paragraph, sentence, tokens, publishedAt }: NamePlace,
  name: TaggedName,
): NameMention | undefined {
  let { first, end } = name;
  const titles: string[] = [];
  while (end - first > 1 && LEANING.has(tokens[end - 1]!.text)) end--;
  while (end - first > 1 && (LEANING.has(tokens[first]!.text) || ARTICLES.has(tokens[first]!.text.toLowerCase())))
    first++;
  if (name.type === 'PERSON') {
    const start = firstAfterTitles(tokens, first, end);
    for (; first < start; first++) titles.push(tokens[first]!.text);
    for (let at = first - 1; at >= 0 && isTitle(tokens[at]!.text); at--) titles.unshift(tokens[at]!.text);
  }
  if (LEANING.has(tokens[first]!.text) || isOrdinary(tokens, first, end, name.type)) return undefined;
  const { start } = tokens[first]!;
  const stop = tokens[end - 1]!.end;
  const written = text.slice(start, stop);
  const value = VALUE_TYPES.has(name.type) ? readValue(name.type, written, tokens, first, end, publishedAt) : {};
  if (value === undefined) return undefined;
  const mention = {
    ...value,
    type: name.type,
    sentence,
    first,
    end,
    head: headOf(tokens, first, end),
    span: { paragraph, start, end: stop, text: text.slice(start, stop) },
    words: wordsOf(tokens, first, end),
    titles,
  };
  return { ...mention, type: typeByContext(tokens, mention) };
}

/** "Bakers" at the beginning of a sentence, "works council": nouns that the tagger took for names. */
function isOrdinary(tokens: readonly Token[], first: number, end: number, type: EntityType): boolean {
  if (!/^(?:PERSON|ORGANIZATION|LOCATION)$/.test(type)) return false;
  const named = tokens.slice(first, end);
  if (named.every(({ text }) => !/[\p{Lu}\p{Lo}\p{N}]/u.test(text))) return true;
  return type === 'PERSON' && first === 0 && end === 1 && isPeopleNoun(named[0]!.text);
}

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace('.', ''));

/** Behind the last title or noun for people; a word in small letters before a name is a particle or no part of it. */
function firstAfterTitles(tokens: readonly Token[], first: number, end: number): number {
  let start = first;
  for (let at = first; at < end - 1; at++) {
    const { text } = tokens[at]!;
    const smallNoun =
      /^\p{Ll}/u.test(text) &&
      (isPersonNoun(text) || (at === start && !PARTICLES.has(text) && /^\p{Lu}/u.test(tokens[at + 1]!.text)));
    if (smallNoun || (at === start && (isTitle(text) || isTitleOfFullName(tokens, at, end)))) start = at + 1;
  }
  return start;
}

/** "Prince" belongs to the name in "Prince Harry", not in "Prince Mohammed bin Salman". */
const isTitleOfFullName = (tokens: readonly Token[], at: number, end: number): boolean =>
  REGNAL_TITLES.has(tokens[at]!.text.toLowerCase()) && end - at > 2 && !/^[IVX]+$/.test(tokens[at + 2]!.text);

function wordsOf(tokens: readonly Token[], first: number, end: number): string[] {
  const words: string[] = [];
  for (let at = first; at < end; at++) {
    const joined = at > first && tokens[at]!.start === tokens[at - 1]!.end;
    if (joined) words.push(words.pop()! + tokens[at]!.text);
    else words.push(tokens[at]!.text);
  }
  return words;
}

/** The token of [first, end) whose head lies outside. */
export function headOf(tokens: readonly Token[], first: number, end: number): number {
  const inside = tokens.slice(first, end);
  const head = inside.findIndex((token) => token.head < first || token.head >= end);
  return first + Math.max(0, head);
}
