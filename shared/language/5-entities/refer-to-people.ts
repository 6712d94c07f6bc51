import type { Document } from '../document.ts';
import type { Cluster } from './cluster.ts';
import { genderOf } from './cluster-people.ts';
import { resolveDescriptions, type KnownRole } from './descriptions.ts';
import { groupBy } from '../group-by.ts';
import { genderOfNoun, type Gender } from './lexicon/people.ts';
import type { NameMention } from './name-mentions.ts';
import { peopleIn, type PersonMention } from './people-in-text.ts';
import { quotedTokens } from './quoted-tokens.ts';
import { resolvePronouns, type Choose } from './resolve-pronouns.ts';
import { rolesOf, type Role } from './roles.ts';
import type { Tree } from './tree.ts';

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

/** Descriptions and pronouns of people, and their roles. */
export function referToPeople(
  { sentences }: Document,
  clusters: readonly Cluster[],
  trees: readonly Tree[],
  choose?: Choose,
): PeopleReferredTo {
  const names = new Map<number, { name: NameMention; person: number; gender: Gender | undefined }[]>();
  const roles = new Map<number, Role[]>();
  for (const [person, cluster] of clusters.entries()) {
    if (cluster.type !== 'PERSON') continue;
    const own = cluster.names.flatMap((name) => rolesOf(trees[name.sentence]!, name));
    roles.set(person, own);
    const gender = genderOf(cluster) ?? genderOfRoles(own, trees);
    for (const name of cluster.names)
      names.set(name.sentence, [...(names.get(name.sentence) ?? []), { name, person, gender }]);
  }
  const knownRoles = [...roles].flatMap(([person, own]) => own.map((role): KnownRole => ({ person, role })));
  const rolesBySentence = groupBy(knownRoles, ({ role }) => role.sentence);
  const people = trees.flatMap((tree, sentence) =>
    peopleIn(
      tree,
      sentence,
      names.get(sentence) ?? [],
      (rolesBySentence.get(sentence) ?? []).map(({ role }) => role),
    ),
  );
  const surroundings = { trees, quotedAt: quotedTokens(sentences) };
  const referents = resolvePronouns(resolveDescriptions(people, knownRoles, trees), surroundings, choose);
  const references = referents.flatMap(({ person, mentions }) =>
    person === undefined
      ? []
      : mentions.filter(({ kind }) => kind !== 'name').map((mention) => ({ cluster: person, mention })),
  );
  return { references, roles };
}

const genderOfRoles = (roles: readonly Role[], trees: readonly Tree[]): Gender | undefined =>
  roles
    .map(({ sentence, noun }) => genderOfNoun(trees[sentence]!.tokens[noun]!.text))
    .find((gender) => gender !== undefined);
