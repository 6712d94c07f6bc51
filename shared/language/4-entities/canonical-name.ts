import type { EntityId } from '../analysis.ts';
import type { EntityType } from '../document.ts';
import { countryOfPeople, placeNamed, type Place } from './lexicon/places.ts';
import { isFullName, isRegnal, parsePersonName } from './person-name.ts';
import { entityId, partialPersonId } from './slug.ts';

/** What an entity is called, and by what it is known in every article. */
export interface CanonicalName {
  readonly id: EntityId;
  /** The fullest of its names. */
  readonly name: string;
  readonly countryCode?: string;
}

/** From the names of one entity, in order of appearance. */
export function canonicalName(type: EntityType, names: readonly string[]): CanonicalName {
  const name = fullest(names.map(withoutPossessive));
  if (type === 'LOCATION' || type === 'GROUP') {
    const place = names.map(type === 'GROUP' ? countryOfPeople : placeNamed).find((found) => found !== undefined);
    if (place) return { id: entityId(type, usualName(type, place)), name, countryCode: place.code };
  }
  if (type === 'PERSON') {
    const parsed = parsePersonName(name.split(/\s+/));
    if (!isFullName(parsed) && !isRegnal(parsed)) return { id: partialPersonId(name), name };
  }
  return { id: entityId(type, type === 'PERSON' ? withoutNickname(name) : withoutArticle(name)), name };
}

const usualName = (type: EntityType, { name, people }: Place): string => (type === 'GROUP' ? (people ?? name) : name);

/** Most words, then most letters; the first of equals. Words beat an acronym however long. */
const fullest = (names: readonly string[]): string =>
  names.reduce((best, name) => (weight(name) > weight(best) ? name : best));

const weight = (name: string): number =>
  name.split(/[\s-]+/).length * 1000 + name.replace(/[^\p{L}\p{N}]/gu, '').length;

const withoutPossessive = (name: string): string => name.replace(/['’]s?$/, '').replace(/\s+/g, ' ');

const withoutNickname = (name: string): string => name.replace(/ ["“‘(][^"”’)]*["”’)](?= )/g, '');

const withoutArticle = (name: string): string => name.replace(/^the /i, '');
