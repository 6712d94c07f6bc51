import type { Entity, EntityId, Mention } from '../language/analysis.ts';
import type { EntityType } from '../language/document.ts';
import { firstWordOfId } from './directory-words.ts';
import { groupBy } from './group-by.ts';
import { inRuns } from './item-size.ts';
import { entityKey, mentionedKey, valuesKey } from './keys.ts';
import type { Extractor, ReadyArticle } from './rows.ts';
import type { Item } from './table.ts';

/** Dates and amounts: packed in one row without an index, where each name has a row of its own. */
const VALUE_TYPES: ReadonlySet<EntityType> = new Set(['DATE', 'MONEY', 'QUANTITY']);

/** Whether an entity has a row of its own, and a place in the directory. */
export const isListed = ({ type }: Entity): boolean => !VALUE_TYPES.has(type);

/** An entity, or a part of one: what is empty is left out, mentions that do not fit a row follow in the next. */
type StoredEntity = FirstPart | FurtherPart;

interface FirstPart extends Omit<Entity, 'aliases' | 'roles'> {
  readonly aliases?: Entity['aliases'];
  readonly roles?: Entity['roles'];
}

interface FurtherPart {
  readonly id: EntityId;
  readonly mentions: readonly Mention[];
}

/** The revision and the extractor that all rows of an analysis carry, and where and when the article stands. */
export type Analysed = Pick<ReadyArticle, 'key' | 'revision' | 'publishedAt'> & { readonly extractor: Extractor };

export function entityItems(article: Analysed, entities: readonly Entity[]): Item[] {
  const values = entities.filter((entity) => !isListed(entity));
  const names = entities.filter(isListed);
  return [...names.flatMap((entity) => nameItems(article, entity)), ...valueItems(article, values)];
}

/** The first row is found through the directory of names; further ones hold mentions alone. */
function nameItems({ key, revision, extractor, publishedAt }: Analysed, entity: Entity): Item[] {
  const word = firstWordOfId(entity.id);
  return partsOf(entity).map((stored, part) => ({
    ...entityKey(key, entity.id, part),
    ...(part === 0 && mentionedKey(key, word, entity.id, publishedAt)),
    revision,
    extractor,
    ...stored,
  }));
}

function valueItems({ key, revision, extractor }: Analysed, values: readonly Entity[]): Item[] {
  if (values.length === 0) return [];
  return inRuns(values.flatMap(partsOf)).map((entities, part) => ({
    ...valuesKey(key, part),
    revision,
    extractor,
    entities,
  }));
}

function partsOf({ mentions, ...entity }: Entity): StoredEntity[] {
  return inRuns(mentions).map((run, part) =>
    part === 0 ? { ...withoutEmpty(entity), mentions: run } : { id: entity.id, mentions: run },
  );
}

const withoutEmpty = ({ aliases, roles, ...entity }: Omit<Entity, 'mentions'>): Omit<FirstPart, 'mentions'> => ({
  ...entity,
  ...(aliases.length > 0 && { aliases }),
  ...(roles.length > 0 && { roles }),
});

/** The inverse of `entityItems`, in the order of their first mentions. */
export function entitiesOf(items: readonly Item[]): Entity[] {
  const parts = items.flatMap((item) => (item['entities'] ?? [item]) as StoredEntity[]);
  return groupBy(parts, ({ id }) => id)
    .map(joined)
    .sort(byFirstMention);
}

/** The first part says all but the further mentions. */
function joined(parts: readonly StoredEntity[]): Entity {
  const { id, type, name, aliases = [], roles = [], affiliation, countryCode, salience } = parts[0] as FirstPart;
  return {
    id,
    type,
    name,
    aliases,
    roles,
    ...(affiliation !== undefined && { affiliation }),
    ...(countryCode !== undefined && { countryCode }),
    salience,
    mentions: parts.flatMap(({ mentions }) => mentions),
  };
}

function byFirstMention(left: Entity, right: Entity): number {
  const [one, other] = [left.mentions[0], right.mentions[0]];
  if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
  return one.paragraph - other.paragraph || one.start - other.start || one.end - other.end;
}
