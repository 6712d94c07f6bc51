import type { EntityType, Sentence } from '../document.ts';

/** "AD" of "Ava Denny", "AMD" and "AD" of "Ava Mae Denny"; none of one word, or of words that stand in capitals. */
export function initialsOf(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  if (names.length < 2 || !names.some((name) => /\p{Ll}/u.test(name))) return [];
  const letters = names.map((name) => name[0] ?? '');
  return [letters.join(''), `${letters[0] ?? ''}${letters.at(-1) ?? ''}`];
}

const PERSON: EntityType = 'PERSON';

/** The initials of the people whom an article names. */
export const initialsOfPeople = (sentences: readonly Sentence[]): ReadonlySet<string> =>
  new Set(
    sentences.flatMap(({ names, tokens }) =>
      names
        .filter(({ type }) => type === PERSON)
        .flatMap(({ first, end }) => initialsOf(tokens.slice(first, end).map(({ text }) => text))),
    ),
  );
