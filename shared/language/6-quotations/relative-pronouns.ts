import type { Entity } from '../analysis.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import { namedBy, personNamedBy, type EntityIndex } from '../5-entities/entity-index.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { RELATIVE_PRONOUNS } from '../lexicon/closed-classes.ts';
import { nounPhrase } from './noun-phrases.ts';

/** "Sullivan, who said …": whom the pronoun stands for. */
export function antecedentOf(pronoun: Token): Token | undefined {
  if (!RELATIVE_PRONOUNS.has(pronoun.lower)) return undefined;
  for (let token: Token | undefined = pronoun; token; token = token.head)
    if (token.relation === 'acl' && token.head) return token.head;
  return undefined;
}

/** `her daughter, Ana Lund, who …`, `the attack on Lund, who …`: who is named by the antecedent, or by the last words before the pronoun where the tree hangs the clause on a thing. */
export function namedBefore(pronoun: Token, antecedent: Token, index: EntityIndex): Entity | undefined {
  const named =
    index.entityOf(TokenSpan.of(antecedent)) ??
    index.entityOf(nounPhrase(antecedent, (token) => isRelative(token) || token.index >= pronoun.index));
  const said = named?.type === 'PERSON' ? named : (namedByApposition(antecedent, index) ?? named);
  if (!said && pronoun.lower === 'which') return bodyBefore(pronoun, index);
  if (said || pronoun.lower !== 'who' || isPersonNoun(antecedent.lower) || isPeopleNoun(antecedent.lower)) return said;
  const before = pronoun.previous?.text === ',' ? pronoun.at(-2) : pronoun.previous;
  return personNamedBy(before, index);
}

/** `a decision of the Board of Elections, which ruled that …`: the body that stands right before the pronoun. */
function bodyBefore(pronoun: Token, index: EntityIndex): Entity | undefined {
  const last = namedBy(pronoun.previous?.text === ',' ? pronoun.at(-2) : undefined, index);
  return last?.type === 'ORGANIZATION' ? last : undefined;
}

/** `Ann Lund, a baker and the head of the guild, who …`: whom the noun stands beside. */
function namedByApposition(noun: Token, index: EntityIndex): Entity | undefined {
  const first = noun.relation === 'conj' ? noun.head : noun;
  return personNamedBy(first?.relation === 'appos' ? first.head : undefined, index);
}

/** "Lund is a baker who says …", "a baker and a liar who says …", "Lund bakes and is a liar who says …", "Orrin and Tamar are among the firms that say …": whom the noun is said of. */
export function subjectOfNoun(noun: Token): Token | undefined {
  const isSaid = (token: Token) =>
    token.children('cop').length > 0 && token.children('case').every(({ lower }) => lower === 'among');
  const first = [noun, ...(noun.relation === 'conj' && noun.head ? [noun.head] : [])].find(isSaid);
  const own = first?.children('nsubj')[0];
  return own ?? (first?.relation === 'conj' ? first.head?.children('nsubj')[0] : undefined);
}

export const isRelative = ({ subtype }: Token): boolean => subtype === 'relcl';
