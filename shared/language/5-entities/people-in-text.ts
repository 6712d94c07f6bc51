import type { Gender } from './lexicon/people.ts';
import { genderOfNoun, isPersonNoun } from './lexicon/people.ts';
import type { NameMention } from './name-mentions.ts';
import type { Role } from './roles.ts';
import type { Tree } from './tree.ts';

/** A person in the text: named, described by a noun, or a pronoun. */
export interface PersonMention {
  readonly kind: 'name' | 'description' | 'pronoun';
  readonly sentence: number;
  /** Tokens [first, end). */
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly gender?: Gender | undefined;
  /** Index of the named person, where known from the start. */
  readonly person?: number;
}

export const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
]);

const ARTICLES_OF_ONE = /^(?:the|this|that|a|an|his|her|their|its|my|our|your|another|one|every|each|any|no)$/i;

/** People of one sentence, in order: names, single people described by a noun outside of any name's role, pronouns. */
export function peopleIn(
  tree: Tree,
  sentence: number,
  names: readonly { readonly name: NameMention; readonly person: number; readonly gender: Gender | undefined }[],
  roles: readonly Role[],
): PersonMention[] {
  const taken = new Set<number>();
  for (const { name } of names) for (let at = name.first; at < name.end; at++) taken.add(at);
  for (const { first, end } of roles) for (let at = first; at < end; at++) taken.add(at);
  for (const { first, end } of tree.sentence.names) for (let at = first; at < end; at++) taken.add(at);
  const mentions: PersonMention[] = names.map(({ name: { first, end, head }, person, gender }) => ({
    kind: 'name',
    sentence,
    first,
    end,
    head,
    person,
    gender,
  }));
  for (const [index, { text, pos }] of tree.tokens.entries()) {
    const gender = PRONOUNS.get(text.toLowerCase());
    if (gender && pos === 'PRON' && !taken.has(index)) {
      mentions.push({ kind: 'pronoun', sentence, first: index, end: index + 1, head: index, gender });
    } else if (!taken.has(index) && isOnePerson(tree, index)) {
      mentions.push({
        kind: 'description',
        sentence,
        first: startOfPhrase(tree, index),
        end: index + 1,
        head: index,
        gender: genderOfNoun(text),
      });
    }
  }
  return mentions.sort((a, b) => a.head - b.head);
}

/** A noun for one person that heads its phrase: "the White House official", not "doctor" in "doctor visits". */
function isOnePerson({ tokens, children }: Tree, index: number): boolean {
  const { text, pos, relation } = tokens[index]!;
  if ((pos !== 'NOUN' && pos !== 'PROPN') || !isPersonNoun(text)) return false;
  if (/^(?:compound|nmod:desc|flat|amod|fixed|appos)/.test(relation)) return false;
  // "He was a teacher" tells of him and brings in nobody.
  if (children[index]!.some((child) => tokens[child]!.relation === 'cop')) return false;
  return children[index]!.some(
    (child) => ARTICLES_OF_ONE.test(tokens[child]!.text) || tokens[child]!.relation.startsWith('nmod:poss'),
  );
}

/** The leftmost token that hangs directly under the noun without a gap of other phrases. */
function startOfPhrase({ tokens, children }: Tree, noun: number): number {
  let first = noun;
  for (const child of children[noun]!) {
    if (
      child < first &&
      !/^(?:case|cc|mark|cop|nsubj|punct|advmod|aux|appos|parataxis)/.test(tokens[child]!.relation)
    ) {
      first = Math.min(first, child);
    }
  }
  return first;
}
