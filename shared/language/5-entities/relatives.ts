import type { Token } from '../document.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { groupBy } from '../group-by.ts';
import type { NameMention } from './name-mentions.ts';
import { parsePersonName, type PersonName } from './person-name.ts';

/** What one is to another who bears, as often as not, a name like his. */
const RELATIVES =
  wordSet(`father mother dad mum mom parent stepfather stepmother son daughter stepson stepdaughter child
  brother sister half-brother half-sister stepbrother stepsister twin sibling husband wife ex-husband ex-wife widow widower
  fiancé fiancée fiance fiancee partner uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter
  father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law`);

/** Most words between "’s" or an article and the noun: "late", "40-year-old" with its hyphens. */
const MOST_BETWEEN = 6;

/** `Kirana’s father, Hasan Fauzi,`: tells of a person whose relative he is, who is somebody else whatever their names. */
export function withRelatives(
  mentions: readonly NameMention[],
  tokensOf: (mention: NameMention) => readonly Token[],
): NameMention[] {
  const owners = new Map<NameMention, NameMention>();
  const people = mentions.filter(({ type }) => type === 'PERSON');
  for (const inSentence of groupBy(people, ({ sentence }) => sentence).values()) {
    for (const [index, mention] of inSentence.entries()) {
      const next = inSentence[index + 1];
      const between =
        next &&
        tokensOf(mention)
          .slice(mention.end, next.first)
          .map(({ text }) => text.toLowerCase());
      if (!between || between.length > MOST_BETWEEN + 3) continue;
      if (isOwnerBefore(between, tokensOf(mention), mention)) owners.set(next, mention);
      else if (isOwnerBehind(between, tokensOf(next), next)) owners.set(mention, next);
    }
  }
  return mentions.map((mention) => {
    const owner = owners.get(mention);
    return owner ? { ...mention, relativeOf: owner.words } : mention;
  });
}

/** "[Kirana]’s late father, [Hasan]", "the father of [Kirana], [Hasan]" */
function isOwnerBefore(between: readonly string[], tokens: readonly Token[], { first }: NameMention): boolean {
  const words = between.at(-1) === ',' ? between.slice(0, -1) : between;
  if (/^['’]s?$/.test(words[0] ?? '')) return RELATIVES.has(words.at(-1) ?? '') && isPlain(words.slice(1));
  return words.length === 0 && between.length === 1 && isRelativeOf(tokens, first);
}

/** "[Hasan], [Kirana]’s father", "[Hasan], the father of [Kirana]" */
function isOwnerBehind([comma, ...words]: readonly string[], tokens: readonly Token[], owner: NameMention): boolean {
  if (comma !== ',' || !isPlain(words)) return false;
  if (words.at(-1) === 'of') return RELATIVES.has(words.at(-2) ?? '');
  const after = tokens.slice(owner.end, owner.end + MOST_BETWEEN).map(({ text }) => text.toLowerCase());
  const noun = after.findIndex((word) => RELATIVES.has(word));
  return words.length === 0 && /^['’]s?$/.test(after[0] ?? '') && noun > 0 && isPlain(after.slice(1, noun));
}

/** "father of" before a name */
const isRelativeOf = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.text === 'of' && RELATIVES.has(tokens[first - 2]?.text.toLowerCase() ?? '');

/** Nothing that begins another clause or phrase. */
const isPlain = (words: readonly string[]): boolean => words.every((word) => /^[\p{L}\p{N}-]+$/u.test(word));

/** Whether one of two names is known as a relative of who may bear the other. */
export type AreApart = (name: PersonName, other: PersonName) => boolean;

/** By all mentions: "Hasan Fauzi" is nowhere Kirana Hasan Fauzi. */
export function relativesApart(mentions: readonly NameMention[]): AreApart {
  const owners = new Map<string, PersonName[]>();
  for (const { words, relativeOf } of mentions) {
    if (!relativeOf) continue;
    const key = wholeOf(parsePersonName(words));
    const owner = parsePersonName(relativeOf);
    const known = owners.get(key) ?? [];
    if (!known.some((other) => wholeOf(other) === wholeOf(owner))) owners.set(key, [...known, owner]);
  }
  const isOwner = (relative: PersonName, other: PersonName): boolean =>
    wholeOf(relative) !== wholeOf(other) &&
    (owners.get(wholeOf(relative)) ?? []).some(
      ({ parts }) =>
        parts.every((part) => other.parts.includes(part)) &&
        !(isSurnameOf(relative, parts) && isLonger(relative, other)),
    );
  return (name, other) => owners.size > 0 && (isOwner(name, other) || isOwner(other, name));
}

const wholeOf = ({ joined, suffix }: PersonName): string => `${joined} ${suffix ?? ''}`;

const isSurnameOf = ({ last }: PersonName, parts: readonly string[]): boolean =>
  parts.length === 1 && parts[0] === last;

/** `Roe’s brother, Tom Roe`, who is Tom A. Roe as well. */
const isLonger = (name: PersonName, other: PersonName): boolean => name.parts.length > 1 && name.first === other.first;
