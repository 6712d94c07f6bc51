import type { Entity } from '../analysis.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { examplesIn, namedInside } from './named-inside.ts';

/** "Ade and Lopez": each of those who are joined, an unclear one undefined; "Pacific Gas & Electric" is one. */
export function severalIn(source: TokenSpan, index: EntityIndex): (Entity | undefined)[] | undefined {
  const { head } = source;
  const others = head?.children('conj').filter((other) => source.has(other) && !describesTheSame(head, other)) ?? [];
  const [next] = others;
  if (!head || !next) return undefined;
  const own = index.entityOf(TokenSpan.of(head));
  if (own !== undefined && others.every((other) => index.entityOf(TokenSpan.of(other)) === own)) return undefined;
  // "Ade or Lopez"
  if (source.tokens.some(({ relation, lower }) => relation === 'cc' && lower === 'or')) return [];
  const first = index.entityOf(source.until(beforeConjunction(next)).trimmed());
  return [first, ...others.flatMap((other) => namedBy(other, index))];
}

/** Who is joined, or those who are named as some of those: "and others, including Norway". */
function namedBy(other: Token, index: EntityIndex): (Entity | undefined)[] {
  const phrase = other.subtree();
  const examples = examplesIn(phrase, index);
  return examples.length > 0 ? examples : [index.entityOf(phrase) ?? namedInside(phrase, index)];
}

/** "bakers", "Republicans", not "Lois" */
export const isPlural = ({ head }: TokenSpan, index: EntityIndex): boolean =>
  head !== undefined && head.lower.endsWith('s') && index.entityOf(TokenSpan.of(head))?.type !== 'PERSON';

/** "some Democrats" are not their party. */
export const isSomeOf = ({ first, head }: TokenSpan): boolean =>
  head !== undefined && head !== first && head.lower.endsWith('s') && SOME.has(first.lower);

const SOME = wordSet('some many most several few other two three more');

/** `lead researcher and harbour scientist Ida Lund`: one person behind two nouns without an article. */
export function describedTogether(source: TokenSpan, { entities }: EntityIndex): Entity | undefined {
  const { tokens } = source;
  if (!tokens.some(({ relation, lower }) => relation === 'cc' && lower === 'and')) return undefined;
  const { paragraph, end } = source.toText();
  for (const entity of entities)
    for (const mention of entity.type === 'PERSON' ? entity.mentions : []) {
      if (mention.kind !== 'name' || mention.paragraph !== paragraph || mention.end !== end) continue;
      const lead = tokens.filter((token) => token.end <= mention.start);
      const nouns = lead.filter(({ pos }) => pos === 'NOUN').filter(({ lower }) => isPersonNoun(lower));
      const isBare = lead.every(({ pos, lower }) => ['NOUN', 'ADJ', 'PROPN'].includes(pos) || lower === 'and');
      if (isBare && nouns.length > 1 && lead.at(-1) === nouns.at(-1)) return entity;
    }
  return undefined;
}

/** Where the conjunction and the comma before a joined phrase begin. */
function beforeConjunction(joined: Token): Token {
  const start = joined.subtree().first;
  return joined.children('cc').find((token) => token.isBefore(joined)) ?? start;
}

/** "Her rival and later husband, Lindgren,": two nouns under one determiner describe one person. */
function describesTheSame(noun: Token, other: Token): boolean {
  const isBare = !other.dependents.some(
    ({ relation, subtype }) => relation === 'det' || (relation === 'nmod' && subtype === 'poss'),
  );
  return noun.pos === 'NOUN' && other.pos === 'NOUN' && isBare && !noun.lower.endsWith('s');
}
