import type { TextSpan } from '../../article/article.ts';
import type { Document, EntityType, TaggedName, Token } from '../document.ts';
import { isPeopleNoun, isPersonNoun, PARTICLES, REGNAL_TITLES, TITLES } from './lexicon/people.ts';
import type { Amount } from '../values/amounts.ts';
import type { DateValue } from '../values/dates.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { readValue, VALUE_TYPES } from '../values/read-value.ts';
import { typeByContext, withOneTypeASpelling } from './name-types.ts';
import { endsInPossessive, withOwnPossessive } from './own-possessives.ts';
import { withRelatives } from './relatives.ts';
import { withSharedSurnames } from './shared-surnames.ts';

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
  readonly words: readonly [string, ...string[]];
  /** What a date or an amount means, where it can be told. */
  readonly date?: DateValue;
  readonly amount?: Amount;
  /** Title before the name that is no part of it: "Mrs.", "President". */
  readonly titles: readonly string[];
  /** The name of the person whose father, wife, son … this is said to be. */
  readonly relativeOf?: readonly [string, ...string[]];
}

const LEANING = new Set(["'s", '’s', "'", '’', ',', '.', ';', ':', '"', '“', '”']);
const ARTICLES = new Set(['the', 'a', 'an']);

/** Every tagged name, in reading order, typed the same wherever it is spelt the same. */
export function nameMentions({ paragraphs, sentences, publishedAt }: Document): NameMention[] {
  const mentions = sentences.flatMap(({ paragraph, tokens, names }, sentence) => {
    const text = paragraphs[paragraph]?.text ?? '';
    return names.flatMap((name) => toMention({ paragraph, text, tokens, sentence, publishedAt }, name) ?? []);
  });
  const tokensOf = ({ sentence }: NameMention) => sentences[sentence]?.tokens ?? [];
  return withRelatives(withSharedSurnames(withOneTypeASpelling(mentions, tokensOf), tokensOf), tokensOf);
}

interface NamePlace {
  readonly paragraph: number;
  /** Of the paragraph. */
  readonly text: string;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  readonly publishedAt: string | undefined;
}

function toMention(place: NamePlace, { type, ...range }: TaggedName): NameMention | undefined {
  const { paragraph, text, sentence, tokens, publishedAt } = place;
  const [titles, name] = withoutTitles(withoutLeaning(new SentenceSpan(tokens, range), type), type);
  if (LEANING.has(name.first.text) || isOrdinary(name, type)) return undefined;
  const [{ start }, { end }] = [name.first, name.last];
  const written = text.slice(start, end);
  const value = VALUE_TYPES.has(type) ? readValue(type, written, tokens, name.start, name.end, publishedAt) : {};
  if (value === undefined) return undefined;
  return {
    ...value,
    type: typeByContext(name, type),
    sentence,
    first: name.start,
    end: name.end,
    head: name.headIndex,
    span: { paragraph, start, end, text: written },
    words: wordsOf(name),
    titles,
  };
}

/** Without articles, marks and possessives at either end; "Moody's" is whole. */
function withoutLeaning({ sentence, start, end }: SentenceSpan, type: EntityType): SentenceSpan {
  const textAt = (index: number) => sentence[index]?.text ?? '';
  let [first, last] = [start, end];
  const isWhole = () => type === 'ORGANIZATION' && endsInPossessive(new SentenceSpan(sentence, { first, end: last }));
  while (last - first > 1 && LEANING.has(textAt(last - 1)) && !isWhole()) last--;
  while (last - first > 1 && (LEANING.has(textAt(first)) || ARTICLES.has(textAt(first).toLowerCase()))) first++;
  const name = new SentenceSpan(sentence, { first, end: last });
  return type === 'ORGANIZATION' ? withOwnPossessive(name) : name;
}

/** The titles of a person before the name and in it, and the name without them. */
function withoutTitles(name: SentenceSpan, type: EntityType): [titles: string[], name: SentenceSpan] {
  if (type !== 'PERSON') return [[], name];
  const { sentence, end } = name;
  const first = firstAfterTitles(name);
  let { start } = name;
  while (isTitle(sentence[start - 1]?.text ?? '')) start--;
  const titles = sentence.slice(start, first).map(({ text }) => text);
  return [titles, new SentenceSpan(sentence, { first, end })];
}

/** "Bakers" at the beginning of a sentence, "works council": nouns that the tagger took for names. */
function isOrdinary({ tokens, start, length, first }: SentenceSpan, type: EntityType): boolean {
  if (!/^(?:PERSON|ORGANIZATION|LOCATION)$/.test(type)) return false;
  if (tokens.every(({ text }) => !/[\p{Lu}\p{Lo}\p{N}]/u.test(text))) return true;
  if (type !== 'PERSON' || length > 1) return false;
  // "Adm.", whose name the sentence has lost.
  return (start === 0 && isPeopleNoun(first.text)) || (first.text.endsWith('.') && isTitle(first.text));
}

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace('.', ''));

/** Behind the last title or noun for people; a word in small letters before a name is a particle or no part of it. */
function firstAfterTitles({ sentence, start: first, end }: SentenceSpan): number {
  let start = first;
  for (let at = first; at < end - 1; at++) {
    const [text, next] = [sentence[at]?.text ?? '', sentence[at + 1]?.text ?? ''];
    const isSmallNoun =
      /^\p{Ll}/u.test(text) && (isPersonNoun(text) || (at === start && !PARTICLES.has(text) && /^\p{Lu}/u.test(next)));
    const isLeading = at === start && (isTitle(text) || isTitleOfFullName(sentence.slice(at, end)));
    if (isSmallNoun || isLeading) start = at + 1;
  }
  return start;
}

/** "Prince" belongs to the name in "Prince Harry", not in "Prince Mohammed bin Salman". */
const isTitleOfFullName = ([title, , third]: readonly Token[]): boolean =>
  title !== undefined &&
  third !== undefined &&
  REGNAL_TITLES.has(title.text.toLowerCase()) &&
  !/^[IVX]+$/.test(third.text);

function wordsOf({ first, tokens }: SentenceSpan): [string, ...string[]] {
  const words: [string, ...string[]] = [first.text];
  let { end } = first;
  for (const token of tokens.slice(1)) {
    if (token.start === end) words.push((words.pop() ?? '') + token.text);
    else words.push(token.text);
    end = token.end;
  }
  return words;
}
