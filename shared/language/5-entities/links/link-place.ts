import type { Paragraph } from '../../../article/article.ts';
import type { Entity } from '../../analysis.ts';
import type { Gazetteer, Known } from '../../knowledge/gazetteer.ts';
import { CLEARLY_BETTER, only, type Scene } from './scene.ts';

/** Who is so well known needs no more than the name; among several of the name, than a clear lead. */
const KNOWN_TO_ALL = 34;
const FIRST_OF_SEVERAL = 50;
const LARGE_TOWN = 28;

/** The region stands with one of the first mentions, in so many characters. */
const MOST_MENTIONS = 5;
const LONGEST_REGION = 40;

/** So many teams make it an article on matches, in which a city may be its team. */
const TEAMS_OF_A_MATCH = 2;

interface Surroundings {
  readonly paragraphs: readonly Paragraph[];
  readonly scene: Scene;
  readonly gazetteer: Gazetteer;
  /** Teams that the article names. */
  readonly teams: number;
}

/** The place of the lists that an entity is. */
export function linkPlace(entity: Entity, surroundings: Surroundings): Known | undefined {
  const { paragraphs, scene, gazetteer, teams } = surroundings;
  const { name, countryCode, mentions } = entity;
  const [bare = '', inName] = name.split(/, ?/);
  const { bearers, word } = gazetteer.lookUp(bare);
  // "Liverpool" in an article that names another team
  const isTeamToo = (bearers.find(({ kind }) => kind === 'team')?.prominence ?? 0) > (bearers[0]?.prominence ?? 0);
  if (teams >= TEAMS_OF_A_MATCH && !isPlaceThere(entity, paragraphs)) return undefined;
  if (
    teams > 0 &&
    isTeamToo &&
    countryCode === undefined &&
    !isAfter(/\b(?:in|near|outside)\s+$/i, mentions, paragraphs)
  )
    return undefined;
  const told = kindTold(entity, paragraphs);
  const places = bearers.filter(
    ({ type, weak, kind }) => type === 'LOCATION' && !weak && !(told !== undefined && OPPOSITE[told] === kind),
  );
  if (countryCode !== undefined) return ofCode(countryCode, places, entity, scene);
  const other = bearers.find(({ weak }) => !weak);
  if (other && other.type !== 'LOCATION' && other.prominence > (places[0]?.prominence ?? 0)) return undefined;
  const region = inName ?? regionAfter(mentions, paragraphs, gazetteer);
  if (region !== undefined) return only(placesIn(region, places, gazetteer));
  // "the West Division", "Reading" at the beginning of a sentence
  return word ? undefined : likeliestPlace(places, scene);
}

/** What a place that is called the one is not. */
const OPPOSITE = { city: 'region', region: 'city', airport: 'city' } as const;

/** "the city of Diwaniyah", "Kandahar province", "Manas air base", but not "the U.S. state of" */
function kindTold({ mentions }: Entity, paragraphs: readonly Paragraph[]): keyof typeof OPPOSITE | undefined {
  if (isAfter(/\b(?:city|town|village)(?: of)?,?\s+$/i, mentions, paragraphs)) return 'city';
  if (isBefore(/^ (?:international )?air(?:port|field| ?base)\b/i, mentions, paragraphs)) return 'airport';
  if (isAfter(/\b(?:state|province) of\s+$/i, mentions, paragraphs)) return 'region';
  return isBefore(/^ (?:state|province|governorate)\b(?! of\b)/i, mentions, paragraphs) ? 'region' : undefined;
}

/**
 * The country or province of an ISO code. A province may share its name with its better-known capital ("Rio de Janeiro")
 * or with a province abroad ("Punjab"): then the words around it must tell, or the countries that are named besides.
 */
function ofCode(countryCode: string, places: readonly Known[], { mentions }: Entity, scene: Scene): Known | undefined {
  const found = places.find(({ code, kind }) => code === countryCode && (kind === 'country' || kind === 'region'));
  if (found?.kind !== 'region') return found;
  const isCityToo = places.some(
    ({ code, kind, prominence }) => code === countryCode && kind === 'city' && prominence >= found.prominence,
  );
  if (isCityToo) return undefined;
  const abroad = places.filter(
    ({ code = '', kind, prominence }) =>
      kind === 'region' &&
      code.slice(0, 2) !== countryCode.slice(0, 2) &&
      prominence + CLEARLY_BETTER > found.prominence,
  );
  const besides = scene.mentionsOf(found) - mentions.length;
  return abroad.every((one) => scene.mentionsOf(one) < besides) ? found : undefined;
}

/** "Paris, Texas": the state or country behind a name, where somewhere there is one. */
function regionAfter(
  mentions: Entity['mentions'],
  paragraphs: readonly Paragraph[],
  gazetteer: Gazetteer,
): string | undefined {
  for (const { paragraph, end } of mentions.slice(0, MOST_MENTIONS)) {
    const after = (paragraphs[paragraph]?.text ?? '').slice(end, end + LONGEST_REGION);
    const region = /^, (?<region>\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)/u.exec(after)?.groups?.['region'];
    if (region === undefined) continue;
    const [best] = gazetteer.lookUp(region).bearers;
    if (best?.kind === 'country' || best?.kind === 'region') return region;
  }
  return undefined;
}

/** Somewhere a preposition stands before the name. */
const isPlaceThere = ({ mentions, countryCode }: Entity, paragraphs: readonly Paragraph[]): boolean =>
  countryCode !== undefined || isAfter(/\b(?:in|at|from|near|of|to)\s+$/i, mentions, paragraphs);

/** What may stand before or behind a name, at its longest. */
const REACH = 24;

const isAfter = (before: RegExp, mentions: Entity['mentions'], paragraphs: readonly Paragraph[]): boolean =>
  mentions.some(({ paragraph, start }) =>
    before.test((paragraphs[paragraph]?.text ?? '').slice(Math.max(0, start - REACH), start)),
  );

const isBefore = (after: RegExp, mentions: Entity['mentions'], paragraphs: readonly Paragraph[]): boolean =>
  mentions.some(({ paragraph, end }) => after.test((paragraphs[paragraph]?.text ?? '').slice(end, end + REACH)));

/** Those of the places that lie in a region or are it. */
function placesIn(region: string, places: readonly Known[], gazetteer: Gazetteer): Known[] {
  const codes = gazetteer
    .lookUp(region)
    .bearers.flatMap(({ type, code }) => (type === 'LOCATION' && code ? [code] : []));
  return places.filter(({ code }) => code !== undefined && codes.some((one) => code.startsWith(one)));
}

/** Of places with one name: the one in the provinces and countries that the article names, or one that all know. */
function likeliestPlace(places: readonly Known[], scene: Scene): Known | undefined {
  const [best, next] = places;
  if (!best) return undefined;
  if (!next) return best.prominence >= KNOWN_TO_ALL || isNear(best, scene) ? best : undefined;
  const isBetter = best.prominence >= next.prominence + CLEARLY_BETTER;
  const inRegion = places.filter(scene.hasRegion);
  // Paris stays Paris where Texas is named.
  if (isBetter && inRegion.length > 0 && !inRegion.includes(best))
    return best.prominence >= FIRST_OF_SEVERAL ? best : undefined;
  if (inRegion.length > 0) return only(inRegion);
  const near = places.filter(scene.has);
  const [nearest] = near;
  if (!nearest) return isBetter && best.prominence >= FIRST_OF_SEVERAL ? best : undefined;
  if (!near.includes(best)) return best.prominence >= nearest.prominence + CLEARLY_BETTER ? undefined : only(near);
  return isBetter || near.length === 1 ? best : undefined;
}

/** American towns share their names with towns of other states that no list has: large they are, or the state is named. */
const isNear = (place: Known, scene: Scene): boolean => {
  const isTown = place.kind === 'city' && place.code?.startsWith('US-') === true && place.prominence < LARGE_TOWN;
  return isTown ? scene.hasRegion(place) : scene.has(place);
};
