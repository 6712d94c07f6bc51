import type { EntityId } from '../analysis.ts';
import type { EntityType } from '../document.ts';
import type { Place } from './lexicon/places.ts';
import type { Read } from '../values/read-value.ts';
import { isFullName, isRegnal, parsePersonName } from './person-name.ts';
import { entityId, fold, partialPersonId, singular } from './slug.ts';

/** What an entity is called, and by what it is known in every article. */
export interface CanonicalName {
  readonly id: EntityId;
  /** The fullest of its names. */
  readonly name: string;
  readonly countryCode?: string;
}

/** What dates and amounts are known by, where they can be told: "DATE#2026-11-23", "MONEY#5-usd". */
export const valueId = (type: EntityType, { date, amount }: Read): EntityId | undefined => {
  if (date) return `${type}#${date.date.replace('/', '..')}`;
  return amount && entityId(type, `${amount.value} ${amount.unit ?? ''}`);
};

/** From the names of one entity, in order of appearance, and the country or province that it is, or is the people of. */
export function canonicalName(type: EntityType, names: readonly string[], place?: Place): CanonicalName {
  const written = fullest(names.map((name) => withoutPossessive(type, name)));
  if (place) {
    const usual = type === 'GROUP' ? (place.people ?? place.name) : place.name;
    return { id: entityId(type, usual), name: written, countryCode: place.code };
  }
  const name = inSmallLetters(type, written);
  if (type === 'PERSON') {
    const parsed = parsePersonName(name.split(/\s+/));
    const full = isFullName(parsed) || isRegnal(parsed);
    return { id: full ? entityId(type, withoutNickname(name)) : partialPersonId(name), name };
  }
  if (type === 'GROUP') return { id: entityId(type, singular(fold(name))), name };
  return { id: entityId(type, type === 'LOCATION' ? withoutRegion(withoutArticle(name)) : withoutArticle(name)), name };
}

/** Most words, then most letters, then not all in capitals; the first of equals. Words beat an acronym however long. */
const fullest = (names: readonly string[]): string =>
  names.reduce((best, name) => (weight(name) > weight(best) ? name : best));

const weight = (name: string): number =>
  name.split(/[\s-]+/).length * 1000 + name.replace(/[^\p{L}\p{N}]/gu, '').length + (/\p{Ll}/u.test(name) ? 0.5 : 0);

/** Fewest letters of a name that is no acronym. */
const SHORTEST_NAME = 4;

/** "MARISOL VANCE" of a byline, "WASHINGTON" of a dateline, where the article writes them in no other way. */
function inSmallLetters(type: EntityType, name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if ((type !== 'PERSON' && type !== 'LOCATION') || letters.length < SHORTEST_NAME || /\p{Ll}/u.test(name)) return name;
  return name.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}

/** "Lund’s", "Ann) Lund" of "Coach (Ann) Lund"; "Moody’s" is whole. */
const withoutPossessive = (type: EntityType, name: string): string =>
  withoutLoneBracket(name.replace(type === 'ORGANIZATION' ? /['’]$/ : /['’]s?$/, '').replace(/\s+/g, ' '));

const withoutLoneBracket = (name: string): string => (/^[^()]*\)[^()]*$/u.test(name) ? name.replace(')', '') : name);

const withoutNickname = (name: string): string => name.replace(/ ["“‘(][^"”’)]*["”’)](?= )/g, '');

const withoutArticle = (name: string): string => name.replace(/^the /i, '');

/** "Washington, D.C." is Washington. */
const withoutRegion = (name: string): string => name.split(',', 1)[0]!;
