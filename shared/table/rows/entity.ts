import * as z from 'zod/mini';
import { list, listedArticleFields } from '../../article/article.ts';
import { type Entity, entity, entityType, listedEntityFields, mention } from '../../language/analysis.ts';
import { ENTITY_TYPES, type EntityType } from '../../language/document.ts';
import { firstWordOfId } from '../directory-words.ts';
import { groupBy } from '../group-by.ts';
import { chunkBySize } from '../item-size.ts';
import { entityKey, mentionedKey, valuesKey } from '../keys.ts';
import type { ReadyArticle } from './article.ts';
import { type ExtractorVersion, instant, readRow, s3Key, withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

/** Dates and amounts: packed in one row without an index, where each name has a row of its own. */
const VALUE_TYPES: ReadonlySet<EntityType> = new Set(['DATE', 'MONEY', 'QUANTITY']);

/** Whether an entity has a row of its own, and a place in the directory. */
export const isListed = ({ type }: Entity): boolean => !VALUE_TYPES.has(type);

/** An entity as it stands in a row; mentions that do not fit follow in the next, which says no more than those. */
const storedPart = z.looseObject({ id: z.string(), mentions: list(mention) });
type StoredPart = z.output<typeof storedPart>;

/** Dates and amounts of an article. */
const storedValues = z.object({ entities: z.array(storedPart) });

/** What index 2 carries of an entity. */
export { listedEntityFields };

const { salience, ...nameFields } = listedEntityFields;

/** An entity as it is listed, with the names that one of its articles gives it. */
export const namedEntity = z.object({ type: entityType, ...nameFields });
export type NamedEntity = Readonly<z.output<typeof namedEntity>>;

/** An article that mentions an entity, and what it calls it. */
export const mentioningArticle = z.object({
  ...namedEntity.shape,
  key: s3Key,
  publishedAt: instant,
  ...listedArticleFields,
  salience,
});
export type MentioningArticle = Readonly<z.output<typeof mentioningArticle>>;

/** An entity under all names that its newest articles give it. */
export const knownEntity = z.object({
  ...namedEntity.shape,
  latest: z.object({ key: s3Key, publishedAt: instant, ...listedArticleFields }),
});
export type KnownEntity = Readonly<z.output<typeof knownEntity>>;

/** A type and a name, with "#" between them and nowhere else: what follows in a key begins with another. */
export function isEntityId(text: string): boolean {
  const [type, name, ...rest] = text.split('#');
  return ENTITY_TYPES.some((known) => known === type) && name !== undefined && name !== '' && rest.length === 0;
}

/** Names that a row of the directory repeats: as many as anybody reads, and a bound for the row. */
export const MAX_LISTED_ALIASES = 16;

/** From a row of the directory. */
export const namedEntityOf = (row: Item): NamedEntity => readRow(namedEntity, row, listed(row));

export const mentioningArticleOf = (row: Item, place: Pick<MentioningArticle, 'key' | 'publishedAt'>) =>
  readRow(mentioningArticle, row, { ...listed(row), ...place });

/** An index row says its entity's type in the id alone. */
const listed = (row: Item) => ({
  ...row,
  type: String(row['id']).split('#', 1)[0],
  aliases: Array.isArray(row['aliases']) ? row['aliases'].slice(0, MAX_LISTED_ALIASES) : row['aliases'],
});

/** The revision and the extractor that all rows of an analysis carry, and where and when the article stands. */
export type Analysed = Pick<ReadyArticle, 'key' | 'revision' | 'publishedAt'> & {
  readonly extractorVersion: ExtractorVersion;
};

export function entityItems(article: Analysed, entities: readonly Entity[]): Item[] {
  const values = entities.filter((entity) => !isListed(entity));
  const names = entities.filter(isListed);
  return [...names.flatMap((entity) => nameItems(article, entity)), ...valueItems(article, values)];
}

/** The first row is found through the directory of names; further ones hold mentions alone. */
function nameItems({ key, revision, extractorVersion, publishedAt }: Analysed, entity: Entity): Item[] {
  const word = firstWordOfId(entity.id);
  return partsOf(entity).map((stored, part) => ({
    ...entityKey(key, entity.id, part),
    ...(part === 0 && mentionedKey(key, word, entity.id, publishedAt)),
    revision,
    extractorVersion,
    ...stored,
  }));
}

function valueItems({ key, revision, extractorVersion }: Analysed, values: readonly Entity[]): Item[] {
  if (values.length === 0) return [];
  return chunkBySize(values.flatMap(partsOf)).map((entities, part) => ({
    ...valuesKey(key, part),
    revision,
    extractorVersion,
    entities,
  }));
}

const partsOf = ({ mentions, ...entity }: Entity): StoredPart[] =>
  chunkBySize(mentions).map((run, part) => ({ ...(part === 0 && withoutEmpty(entity)), id: entity.id, mentions: run }));

/** The inverse of `entityItems`, in the order of their first mentions. */
export function entitiesOf(items: readonly Item[]): Entity[] {
  const parts = items.flatMap((item) =>
    ('entities' in item ? readRow(storedValues, item).entities : [readRow(storedPart, item)]).map((part) => ({
      item,
      part,
    })),
  );
  return groupBy(parts, ({ part }) => part.id)
    .map(([first, ...further]) =>
      // The first part says all but the further mentions.
      readRow(entity, first!.item, {
        ...first!.part,
        mentions: [first!, ...further].flatMap(({ part }) => part.mentions),
      }),
    )
    .sort(byFirstMention);
}

function byFirstMention(left: Entity, right: Entity): number {
  const [one, other] = [left.mentions[0], right.mentions[0]];
  if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
  return one.paragraph - other.paragraph || one.start - other.start || one.end - other.end;
}
