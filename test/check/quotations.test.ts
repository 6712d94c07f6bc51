import { expect, test } from '@jest/globals';
import { endsSentence, isWord, tokensOf } from '../../shared/check/wording.ts';
import type { EntityId } from '../../shared/language/analysis.ts';
import { askedWords, better, checkInArticle, type Finding, type Verdict } from '../../shared/table/check-quotation.ts';
import { randomly } from '../randomly.ts';
import { archive } from './archive.ts';

const ARTICLES = await archive();

/** Of the whole archive, as the table's question puts it together. */
const check = (words: string, by: readonly EntityId[] = []): Finding | undefined =>
  ARTICLES.reduce<Finding | undefined>(
    (best, stored) => better(by, best, checkInArticle(askedWords(words), by, stored)),
    undefined,
  );

const verdict = (words: string, by: readonly EntityId[] = []): Verdict => check(words, by)?.verdict ?? 'not found';

interface Said {
  readonly words: string;
  readonly speaker: EntityId;
}

/** Sentences of a text, with their marks. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const token of tokensOf(text)) {
    if (!endsSentence(token)) continue;
    sentences.push(text.slice(start, token.end).trim());
    start = token.end;
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => wordsIn(sentence) >= 4);
}

const wordsIn = (text: string): number => tokensOf(text).filter(isWord).length;

/** What is said in quotation marks: all of it, and each sentence of it. */
const SAID: readonly Said[] = ARTICLES.flatMap(({ quotations }) =>
  quotations.flatMap(({ speaker, quoted }) => {
    if (speaker === null) return [];
    const wordings = quoted.flatMap(({ text }) => [text, ...sentencesOf(text)]).filter((text) => wordsIn(text) >= 4);
    return [...new Set(wordings.map((text) => text.replace(/[“”"]/g, '').trim()))].map((words) => ({
      words,
      speaker,
    }));
  }),
);

const SPEAKERS = [...new Set(SAID.map(({ speaker }) => speaker))];

const random = randomly(20_261_126);
const one = <T>(from: readonly T[]): T => from[random(from.length)]!;

const TRUE = Array.from({ length: 100 }, () => one(SAID));

/** A word taken for another of the same length of text, so that nothing else gives it away. */
function withOtherWord({ words }: Said): string {
  const tokens = tokensOf(words).filter((token) => isWord(token) && token.end - token.start > 3);
  const { start, end } = one(tokens.length > 0 ? tokens : tokensOf(words).filter(isWord));
  return `${words.slice(0, start)}${one(['remarkable', 'yellow', 'yesterday', 'sleeping'])}${words.slice(end)}`;
}

function withOtherNegation({ words }: Said): string {
  const negations = /\b(?:not|never|no)\s|n['’]t\b/g;
  const without = words.replace(negations, '');
  if (without !== words) return without;
  const { end } = one(tokensOf(words).filter(isWord).slice(0, -1));
  return `${words.slice(0, end)} not${words.slice(end)}`;
}

function withOtherNumber({ words }: Said): string {
  const other = words.replace(/\d+/, (number) => String(Number(number) + 1));
  const spelt = other.replace(/\b(?:one|two|three|four|five|six|seven|eleven|single)\b/, 'forty');
  if (spelt !== words) return spelt;
  const { start } = one(tokensOf(words).filter(isWord).slice(1));
  return `${words.slice(0, start)}forty ${words.slice(start)}`;
}

function joinedHalves(said: Said): string {
  const other = one(SAID.filter(({ words }) => !words.includes(said.words) && !said.words.includes(words)));
  const half = (words: string, which: 0 | 1): string => {
    const tokens = tokensOf(words).filter(isWord);
    const middle = tokens[Math.floor(tokens.length / 2)]!.start;
    return which === 0 ? words.slice(0, middle).trim() : words.slice(middle).trim();
  };
  return `${half(said.words, 0)} ${half(other.words, 1)}`;
}

const ALTERATIONS = { word: withOtherWord, negation: withOtherNegation, number: withOtherNumber, joined: joinedHalves };

const ALTERED = Object.entries(ALTERATIONS).flatMap(([how, alter]) =>
  Array.from({ length: 20 }, () => {
    const said = one(SAID);
    return { how, words: alter(said), speaker: said.speaker };
  }),
);

const OTHERS = Array.from({ length: 20 }, () => {
  const said = one(SAID);
  return { how: 'speaker', words: said.words, speaker: one(SPEAKERS.filter((speaker) => speaker !== said.speaker)) };
});

const INVENTED = Array.from(
  { length: 50 },
  (_, number) =>
    `${one(['My uncle', 'The harbour office', 'Every accountant', 'Our choir', 'That wolf'])} ${one([
      'promised the children',
      'sold the widow',
      'painted for the bishop',
      'counted behind the mill',
      'borrowed from the army',
    ])} ${one(['nineteen', 'several', 'half a dozen', 'far too many'])} ${one([
      'umbrellas',
      'barrels of tar',
      'letters of regret',
      'clockwork geese',
    ])} in ${1700 + number}.`,
);

test('every true quotation is found, word for word', () => {
  const missed = TRUE.filter(({ words, speaker }) => verdict(words, [speaker]) !== 'exact');
  expect(missed.map(({ words, speaker }) => ({ words, is: check(words, [speaker]) }))).toEqual([]);
});

test('and is found without its speaker, and in other quotation marks and white space', () => {
  for (const { words } of TRUE) {
    const typed = `"${words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/ /g, '  ')}"`;
    expect(verdict(typed)).toBe('exact');
  }
});

test.each(ALTERED)('no altered one is called exact ($how): $words', ({ words, speaker }) => {
  expect(verdict(words, [speaker])).not.toBe('exact');
  expect(verdict(words)).not.toBe('exact');
});

test('words put into another mouth are said by somebody else', () => {
  const wrong = OTHERS.filter(({ words, speaker }) => verdict(words, [speaker]) !== 'said by another');
  expect(wrong).toEqual([]);
});

test('no invented one is found', () => {
  expect(INVENTED.filter((words) => verdict(words) !== 'not found')).toEqual([]);
});

test('most altered ones are told with what was altered', () => {
  const told = ALTERED.filter(({ how, words }) => how !== 'joined' && check(words)?.verdict === 'altered');
  expect(told.length).toBeGreaterThan(0.9 * 60);
});
