import { clusterBy, type Cluster } from './cluster.ts';
import { countryOfPeople, placeNamed, type Place } from './lexicon/places.ts';
import type { NameMention } from './name-mentions.ts';
import { fold } from './slug.ts';

/** "the North" and "the South" of Korea, where the article names the country. */
const HALVES: ReadonlyMap<string, string> = new Map([
  ['north', 'North Korea'],
  ['south', 'South Korea'],
]);

/** Countries, states and provinces by their code, other places by their name; a capital is no country. */
export function clusterPlaces(mentions: readonly NameMention[]): Cluster[] {
  const halves = halvesNamed(mentions);
  return [...clusterBy(mentions, ({ words }) => placeOf(words, halves)?.code ?? keyOf(words)).values()];
}

/** Peoples by their country, others by their name in the singular. */
export const clusterGroups = (mentions: readonly NameMention[]): Cluster[] => [
  ...clusterBy(
    mentions,
    ({ words }) => countryOfPeople(words.join(' '))?.code ?? keyOf(words).replace(/s$/, ''),
  ).values(),
];

const keyOf = (words: readonly string[]): string =>
  fold(words.join(' '))
    .replace(/^the /, '')
    .replace(/['’]s?$/, '')
    .replace(/,.*$/, '')
    .replace(/[.]/g, '');

/** Which "North" and "South" are countries here: both Koreas are, once North Korea is named. */
function halvesNamed(mentions: readonly NameMention[]): ReadonlyMap<string, string> {
  const north = mentions.some(({ words }) => placeNamed(words.join(' '))?.code === 'KP');
  return north ? HALVES : new Map();
}

const placeOf = (words: readonly string[], halves: ReadonlyMap<string, string>): Place | undefined => {
  const name = words.join(' ');
  return placeNamed(name) ?? placeNamed(halves.get(keyOf(words)) ?? '');
};
