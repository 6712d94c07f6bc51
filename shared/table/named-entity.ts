import type { EntityId } from '../language/analysis.ts';
import { ENTITY_TYPES, type EntityType } from '../language/document.ts';
import type { Item } from './table.ts';

/** An entity as it is listed, with the names that one of its articles gives it. */
export interface NamedEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  /** At most `MAX_LISTED_ALIASES`. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, or ISO 3166-2. */
  readonly countryCode?: string;
}

/** A type and a name, with "#" between them and nowhere else: what follows in a key begins with another. */
export function isEntityId(text: string): boolean {
  const [type, name, ...rest] = text.split('#');
  return ENTITY_TYPES.some((known) => known === type) && name !== undefined && name !== '' && rest.length === 0;
}

/** Names that a row of the directory repeats: as many as anybody reads, and a bound for the row. */
export const MAX_LISTED_ALIASES = 16;

/** From a row of the directory. */
export function namedEntity(row: Item): NamedEntity {
  const { id, name, countryCode } = row as unknown as NamedEntity;
  const aliases = (row['aliases'] ?? []) as string[];
  return {
    id,
    type: id.slice(0, id.indexOf('#')) as EntityType,
    name,
    aliases: aliases.slice(0, MAX_LISTED_ALIASES),
    ...(countryCode !== undefined && { countryCode }),
  };
}
