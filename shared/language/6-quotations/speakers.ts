import type { Span } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { RELATIVE_PRONOUNS } from '../lexicon/closed-classes.ts';
import type { Attribution } from './rule.ts';
import { ANSWER, INTERVIEW } from './rules/interviews.ts';

/** What can speak: people, and organisations and places through theirs. */
const SPEAKING: readonly Entity['type'][] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

/** The entity behind a source, or nobody: a wrong speaker can be libel. */
export interface Speaker {
  readonly entity?: Entity;
  /** Why it is this entity, or why it is none. */
  readonly reason: string;
}

/** Who speaks, attribution by attribution. */
export function speakersOf(
  attributions: readonly Attribution[],
  index: EntityIndex,
): (attribution: Attribution) => Speaker {
  const firstTurn = attributions.find(({ rule }) => rule === INTERVIEW.id)?.cue.paragraph.ordinal;
  const interviewee = firstTurn === undefined ? undefined : intervieweeOf(index, firstTurn);
  return ({ rule, source }) => {
    if (!source) return { reason: 'no words name a source' };
    if (rule !== INTERVIEW.id || source.span.toText().text !== ANSWER) return speakerOf(source.span, index);
    if (!interviewee) return { reason: 'not one person alone is interviewed' };
    return { entity: interviewee, reason: 'the one who is interviewed' };
  };
}

function speakerOf(source: TokenSpan, index: EntityIndex): Speaker {
  if (namesSeveral(source, index)) return { reason: 'the source names several' };
  const antecedent = source.length === 1 ? antecedentOf(source.first) : undefined;
  const entity = index.entityOf((antecedent ?? source).toText());
  if (!entity) return { reason: 'the source is no mention of an entity, or of one that is not clear' };
  if (!SPEAKING.includes(entity.type)) return { reason: `the source is a ${entity.type}, which does not speak` };
  return { entity, reason: antecedent ? 'whom the relative pronoun stands for' : 'whom the source mentions' };
}

/** Who is interviewed: the one person in the headline, else in what stands before the first turn; nobody where there are two. */
function intervieweeOf({ entities }: EntityIndex, firstTurn: number): Entity | undefined {
  const people = entities.filter(({ type }) => type === 'PERSON');
  const until = (end: number) => people.filter(({ mentions }) => mentions.some(({ paragraph }) => paragraph < end));
  const inHeadline = until(Math.min(1, firstTurn));
  const [only, second] = inHeadline.length > 0 ? inHeadline : until(firstTurn);
  return second ? undefined : only;
}

/** "Ade and Lopez": more than one speaks, so none is named; "Pacific Gas & Electric" is one. */
function namesSeveral(source: TokenSpan, index: EntityIndex): boolean {
  const head = source.tokens.find((token) => !token.head || !source.has(token.head));
  const entityOf = (token: Token) => index.entityOf(TokenSpan.of(token).toText());
  return (
    head?.children('conj').some((other) => {
      if (!source.has(other) || describesTheSame(head, other)) return false;
      const entity = entityOf(head);
      return entity === undefined || entity !== entityOf(other);
    }) ?? false
  );
}

/** "Her rival and later husband, Lindgren,": two nouns under one determiner describe one person. */
function describesTheSame(noun: Token, other: Token): boolean {
  const isBare = !other.dependents.some(
    ({ relation, subtype }) => relation === 'det' || (relation === 'nmod' && subtype === 'poss'),
  );
  return noun.pos === 'NOUN' && other.pos === 'NOUN' && isBare && !noun.lower.endsWith('s');
}

/** The role that the article has given the speaker up to this point, the nearest one before or in the source. */
export function roleOf({ roles }: Entity, { paragraph, end }: Span): string | undefined {
  return roles.findLast((role) => role.paragraph < paragraph || (role.paragraph === paragraph && role.start < end))
    ?.text;
}

/** "Sullivan, who said …": whom the pronoun stands for. */
function antecedentOf(pronoun: Token): TokenSpan | undefined {
  if (!RELATIVE_PRONOUNS.has(pronoun.lower)) return undefined;
  for (let token: Token | undefined = pronoun; token; token = token.head)
    if (token.relation === 'acl' && token.head) return TokenSpan.of(token.head);
  return undefined;
}
