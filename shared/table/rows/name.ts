import type { Entity } from '../../language/analysis.ts';
import { directoryWords } from '../directory-words.ts';
import { directoryKey, nameKey } from '../keys.ts';
import { type Analysed, isListed, listedEntityFields, MAX_LISTED_ALIASES } from './entity.ts';
import { withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

/** One row for each word of an entity's names beyond the first, for which the entity's own row stands. */
export const directoryItems = (article: Analysed, entities: readonly Entity[]): Item[] =>
  entities.filter(isListed).flatMap((entity) => furtherWords(article, entity));

function furtherWords({ key, revision, extractorVersion }: Analysed, entity: Entity): Item[] {
  const [, ...words] = directoryWords(entity);
  return words.map((word) => ({
    ...nameKey(key, word, entity.id),
    ...directoryKey(word, entity.id),
    revision,
    extractorVersion,
    ...withoutEmpty({ ...listedFieldsOf(entity), aliases: entity.aliases.slice(0, MAX_LISTED_ALIASES) }),
  }));
}

/** Salience is of the article, and told by the entity's own row. */
const listedFieldsOf = (entity: Entity) =>
  Object.fromEntries(
    Object.keys(listedEntityFields)
      .filter((name) => name !== 'salience')
      .map((name) => [name, entity[name as keyof Entity]]),
  );
