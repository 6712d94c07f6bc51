import type { TextSpan } from '../../article/article.ts';
import type { Document, EntityType, TaggedName, Token } from '../document.ts';
import { isPersonNoun, PARTICLES, REGNAL_TITLES, TITLES } from './lexicon/people.ts';
import { countryOfPeople, placeNamed } from './lexicon/places.ts';
import { fold } from './slug.ts';
import { headOf } from './tree.ts';

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
  /** Title before the name that is no part of it: "Mrs.", "President". */
  readonly titles: readonly string[];
}

const LEANING = new Set(["'s", '’s', "'", '’', ',', '.', ';', ':', '"', '“', '”']);
const ARTICLES = new Set(['the', 'a', 'an']);

/** Every tagged name, in reading order, typed the same wherever it is spelt the same. */
export function nameMentions({ paragraphs, sentences }: Document): NameMention[] {
  const mentions = sentences.flatMap(({ paragraph, tokens, names }, sentence) =>
    names.flatMap((name) => toMention(paragraphs[paragraph]!.text, { paragraph, tokens, sentence }, name) ?? []),
  );
  return withOneTypeASpelling(mentions);
}

interface Place {
  readonly paragraph: number;
  readonly sentence: number;
  readonly tokens: readonly Token[];
}

function toMention(text: string, { paragraph, sentence, tokens }: Place, name: TaggedName): NameMention | undefined {
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
  if (LEANING.has(tokens[first]!.text)) return undefined;
  const { start } = tokens[first]!;
  const stop = tokens[end - 1]!.end;
  return {
    type: name.type,
    sentence,
    first,
    end,
    head: headOf(tokens, first, end),
    span: { paragraph, start, end: stop, text: text.slice(start, stop) },
    words: wordsOf(tokens, first, end),
    titles,
  };
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

/** How much more often another type must be tagged to win over a single word. */
const CLEAR_MAJORITY = 3;

function withOneTypeASpelling(mentions: readonly NameMention[]): NameMention[] {
  const tally = new Map<string, Map<EntityType, number>>();
  for (const { type, words } of mentions) {
    const key = fold(words.join(' '));
    const types = tally.get(key) ?? new Map<EntityType, number>();
    types.set(type, (types.get(type) ?? 0) + 1);
    tally.set(key, types);
  }
  const north = tally.has('north korea') || tally.has('dprk');
  return mentions.map((mention) => {
    const type = typeByLexicon(mention, north) ?? typeByMajority(mention, tally.get(fold(mention.words.join(' ')))!);
    return type === mention.type ? mention : { ...mention, type };
  });
}

/** An acting country is a place, whatever it is tagged as; so are peoples groups. "The North" beside North Korea is one. */
function typeByLexicon({ type, words }: NameMention, north: boolean): EntityType | undefined {
  const name = words.join(' ');
  if (type === 'ORGANIZATION' || type === 'GROUP' || type === 'LOCATION') {
    if (countryOfPeople(name)) return 'GROUP';
    if (placeNamed(name) || (north && /^(?:North|South)$/.test(name))) return 'LOCATION';
  }
  return undefined;
}

function typeByMajority({ type, words }: NameMention, types: ReadonlyMap<EntityType, number>): EntityType {
  if (type === 'DATE' || type === 'MONEY' || type === 'QUANTITY') return type;
  const [best, count] = [...types].reduce((a, b) => (b[1] > a[1] ? b : a));
  const own = types.get(type)!;
  return count >= own * (words.length > 1 ? 2 : CLEAR_MAJORITY) ? best : type;
}
