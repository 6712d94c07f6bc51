import { TokenSpan, type Token } from '../annotated.ts';
import type { Gender } from './lexicon/people.ts';
import { genderOfNoun, isPersonNoun } from './lexicon/people.ts';
import type { HeadedSpan } from './mention-grammar.ts';

/** A person in the text: named, described by a noun, or a pronoun. */
export interface PersonMention extends HeadedSpan {
  readonly kind: 'name' | 'description' | 'pronoun';
  /** Index of the sentence in the document. */
  readonly sentence: number;
  readonly gender?: Gender | undefined;
  /** Index of the named person, where known from the start. */
  readonly person?: number;
}

export const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
]);

const ARTICLES_OF_ONE = /^(?:the|this|that|a|an|his|her|their|its|my|our|your|another|one|every|each|any|no)$/;

/** People of one sentence, in order: names, single people described by a noun outside of any other span, pronouns. */
export function peopleIn(
  tokens: readonly Token[],
  sentence: number,
  names: readonly PersonMention[],
  taken: readonly TokenSpan[],
): PersonMention[] {
  const isTaken = new Set([...names.map(({ span }) => span), ...taken].flatMap((span) => span.tokens));
  const mentions: PersonMention[] = [...names];
  for (const token of tokens) {
    if (isTaken.has(token)) continue;
    const gender = token.pos === 'PRON' ? PRONOUNS.get(token.lower) : undefined;
    if (gender) mentions.push({ kind: 'pronoun', sentence, span: TokenSpan.of(token), head: token, gender });
    else if (isOnePerson(token)) {
      const span = TokenSpan.of(startOfPhrase(token), token);
      mentions.push({ kind: 'description', sentence, span, head: token, gender: genderOfNoun(token.text) });
    }
  }
  return mentions.sort((a, b) => a.head.index - b.head.index);
}

const INNER_RELATIONS = new Set(['compound', 'flat', 'amod', 'fixed', 'appos']);

/** A noun for one person that heads its phrase: "the White House official", not "doctor" in "doctor visits". */
function isOnePerson({ text, pos, relation, subtype, dependents }: Token): boolean {
  if ((pos !== 'NOUN' && pos !== 'PROPN') || !isPersonNoun(text)) return false;
  if (INNER_RELATIONS.has(relation) || (relation === 'nmod' && subtype === 'desc')) return false;
  // "He was a teacher" tells of him and brings in nobody.
  if (dependents.some((token) => token.relation === 'cop')) return false;
  return dependents.some((token) => ARTICLES_OF_ONE.test(token.lower) || token.subtype === 'poss');
}

const OUTSIDE = new Set([
  'case',
  'cc',
  'ccomp',
  'mark',
  'cop',
  'nsubj',
  'punct',
  'advmod',
  'aux',
  'appos',
  'parataxis',
]);

/** The leftmost token that hangs directly under the noun without a gap of other phrases. */
const startOfPhrase = (noun: Token): Token =>
  noun.dependents.find((token) => token.isBefore(noun) && !OUTSIDE.has(token.relation)) ?? noun;
