import type { Entity, EntityId } from '../language/analysis.ts';
import { singular, slug } from '../language/5-entities/slug.ts';
import { DIRECTORY_LETTERS, letters } from './keys.ts';

type Named = Pick<Entity, 'id' | 'name' | 'aliases'>;

/** Each word beyond the first costs a row and its index row; the titles of works and laws are found by fewer. */
const MAX_WORDS = 8;

/** Nobody looks a name up by these, and a tenth of the directory would stand under them. */
const UNSAID = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** The words of a name as the directory and the ids fold them: "O'Brien-Smith" gives "obrien" and "smith". */
export const wordsOf = (name: string): string[] => slug(name).split('-');

/** The words of an id are the same in every article. */
export const wordsOfId = (id: EntityId): string[] => wordsOf(id.slice(id.indexOf('#') + 1));

/** All words that an entity may be looked up by: of its id, its name and its aliases. */
export const lookupWords = ({ id, name, aliases }: Named): Set<string> =>
  new Set([...wordsOfId(id), ...[name, ...aliases].flatMap(wordsOf)]);

/** Without the little words, where others remain. */
export const saidWords = (words: readonly string[]): string[] => whereSome(words, (word) => !UNSAID.has(word));

/** Initials cannot be looked up. */
const isLookedUp = (word: string): boolean => letters(word).length >= DIRECTORY_LETTERS;

function whereSome(words: readonly string[], matches: (word: string) => boolean): string[] {
  const some = words.filter(matches);
  return some.length > 0 ? some : [...words];
}

/** The word under which the articles that mention an entity are found: the same in every article. */
export const firstWordOfId = (id: EntityId): string => ownWords(id)[0]!;

const ownWords = (id: EntityId): string[] => withoutBeginnings(whereSome(saidWords(wordsOfId(id)), isLookedUp));

/**
 * The words under which an entity stands in the directory; at least one. First those of its id, which are the same in every
 * article, then those that its names add. Left out is a word that begins another one: who looks up "korea" finds "korean"; and
 * another form of the id's own: "republicans" are looked up as "republican".
 */
export function directoryWords(entity: Named): [string, ...string[]] {
  const ofId = ownWords(entity.id);
  const added = [...lookupWords(entity)].filter(
    (word) => isLookedUp(word) && !UNSAID.has(word) && !ofId.includes(singular(word)),
  );
  const all = withoutBeginnings([...new Set([...ofId, ...added])]);
  return [...new Set([...ofId, ...all])].slice(0, MAX_WORDS) as [string, ...string[]];
}

function withoutBeginnings(words: readonly string[]): string[] {
  const distinct = [...new Set(words)];
  const inOrder = [...distinct].sort();
  const beginnings = new Set(inOrder.filter((word, index) => inOrder[index + 1]?.startsWith(word)));
  return distinct.filter((word) => !beginnings.has(word));
}
