import type { Entity } from '../language/analysis.ts';
import { directoryWords } from './directory-words.ts';
import { type Analysed, isListed } from './entity-items.ts';
import { directoryKey, nameKey } from './keys.ts';
import { MAX_LISTED_ALIASES } from './named-entity.ts';
import type { Item } from './table.ts';

/** One row for each word of an entity's names beyond the first, for which the entity's own row stands. */
export const directoryItems = (article: Analysed, entities: readonly Entity[]): Item[] =>
  entities.filter(isListed).flatMap((entity) => furtherWords(article, entity));

function furtherWords({ key, revision, extractor }: Analysed, entity: Entity): Item[] {
  const { id, name, aliases, countryCode } = entity;
  const [, ...words] = directoryWords(entity);
  return words.map((word) => ({
    ...nameKey(key, word, id),
    ...directoryKey(word, id),
    revision,
    extractor,
    id,
    name,
    ...(aliases.length > 0 && { aliases: aliases.slice(0, MAX_LISTED_ALIASES) }),
    ...(countryCode !== undefined && { countryCode }),
  }));
}
