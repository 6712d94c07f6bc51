import { TokenSpan, type AnnotatedDocument, type Token } from '../annotated.ts';
import type { TaggedName } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { Cluster } from './cluster.ts';
import { genderOf } from './cluster-people.ts';
import { resolveDescriptions, type KnownRole } from './descriptions.ts';
import { genderOfNoun, type Gender } from './lexicon/people.ts';
import type { HeadedSpan } from './mention-grammar.ts';
import type { NameMention } from './name-mentions.ts';
import { peopleIn, type PersonMention } from './people-in-text.ts';
import { resolvePronouns, type Choose } from './resolve-pronouns.ts';
import { rolesOf, type Role } from './roles.ts';

/** Words that refer to a named person without naming them. */
export interface Reference {
  /** Index of the person's cluster. */
  readonly cluster: number;
  readonly mention: PersonMention;
}

export interface PeopleReferredTo {
  readonly references: readonly Reference[];
  /** Roles by index of cluster. */
  readonly roles: ReadonlyMap<number, readonly Role[]>;
}

/** Tokens [first, end) of a sentence of the document. */
export const spanIn = (
  { sentences }: AnnotatedDocument,
  sentence: number,
  { first, end }: Pick<TaggedName, 'first' | 'end'>,
): TokenSpan => {
  const span = sentences[sentence];
  if (!span) throw new RangeError(`The document has no sentence ${sentence}`);
  return new TokenSpan(span.paragraph, span.start + first, span.start + end);
};

/** Descriptions and pronouns of people, and their roles; `names` of each sentence are not read as descriptions. */
export function referToPeople(
  document: AnnotatedDocument,
  names: readonly (readonly TaggedName[])[],
  clusters: readonly Cluster[],
  choose?: Choose,
): PeopleReferredTo {
  const people = clusters.flatMap((cluster, person) => (cluster.type === 'PERSON' ? [{ cluster, person }] : []));
  const roles = new Map<number, Role[]>();
  const named: PersonMention[] = [];
  for (const { cluster, person } of people) {
    const spans = cluster.names.map((name) => ({ name, ...headed(document, name) }));
    const own = spans.flatMap(({ name, ...headedSpan }) => rolesOf(headedSpan, name.sentence));
    roles.set(person, own);
    const gender = genderOf(cluster) ?? genderOfRoles(own);
    for (const { name, span, head } of spans)
      named.push({ kind: 'name', sentence: name.sentence, span, head, person, gender });
  }
  const knownRoles = [...roles].flatMap(([person, own]) => own.map((role): KnownRole => ({ person, role })));
  const rolesBySentence = groupBy(knownRoles, ({ role }) => role.sentence);
  const namedBySentence = groupBy(named, ({ sentence }) => sentence);
  const mentions = document.sentences.flatMap(({ tokens }, sentence) =>
    peopleIn(tokens, sentence, namedBySentence.get(sentence) ?? [], [
      ...(rolesBySentence.get(sentence) ?? []).map(({ role }) => role.span),
      ...(names[sentence] ?? []).map((name) => spanIn(document, sentence, name)),
    ]),
  );
  const references = resolvePronouns(resolveDescriptions(mentions, knownRoles), choose).flatMap((referent) => {
    const { person } = referent;
    if (person === undefined) return [];
    return referent.mentions
      .filter(({ kind }) => kind !== 'name')
      .map((mention): Reference => ({ cluster: person, mention }));
  });
  return { references, roles };
}

function headed(document: AnnotatedDocument, name: NameMention): HeadedSpan {
  const span = spanIn(document, name.sentence, name);
  const head: Token = span.paragraph.tokenAt(span.start + name.head - name.first);
  return { span, head };
}

const genderOfRoles = (roles: readonly Role[]): Gender | undefined =>
  roles.map(({ noun }) => genderOfNoun(noun.text)).find((gender) => gender !== undefined);
