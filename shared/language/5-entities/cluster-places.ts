import { clusterBy, type Cluster } from './cluster.ts';
import { countryOfPeople, placeNamed, type Place } from './lexicon/places.ts';
import type { NameMention } from './name-mentions.ts';
import { fold, singular } from './slug.ts';

/** Names that the rest of the article decides on, with what they then mean; folded. */
type Readings = ReadonlyMap<string, string>;

/** Countries, states and provinces by their code, other places by their name; a capital is no country. */
export function clusterPlaces(mentions: readonly NameMention[]): Cluster[] {
  const readings = readingsIn(mentions);
  const placeOf = ({ words }: NameMention): Place | undefined =>
    placeNamed(readings.get(keyOf(words)) ?? words.join(' '));
  return withPlaces(
    clusterBy(mentions, (mention) => placeOf(mention)?.code ?? keyOf(mention.words)),
    placeOf,
  );
}

/** Peoples by their country, others by their name in the singular. */
export function clusterGroups(mentions: readonly NameMention[]): Cluster[] {
  const placeOf = ({ words }: NameMention): Place | undefined => countryOfPeople(words.join(' '));
  return withPlaces(
    clusterBy(mentions, (mention) => placeOf(mention)?.code ?? singular(keyOf(mention.words))),
    placeOf,
  );
}

const withPlaces = (
  clusters: ReadonlyMap<string, Cluster>,
  placeOf: (mention: NameMention) => Place | undefined,
): Cluster[] => [...clusters.values()].map((cluster) => ({ ...cluster, place: placeOf(cluster.names[0]!) }));

const keyOf = (words: readonly string[]): string =>
  fold(words.join(' '))
    .replace(/^the /, '')
    .replace(/['’]s?$/, '')
    .split(',', 1)[0]!
    .replace(/[.]/g, '');

/** Both Koreas are meant by their half once North Korea is named; among American states Georgia is one of them. */
function readingsIn(mentions: readonly NameMention[]): Readings {
  const readings = new Map<string, string>();
  const codes = new Set(mentions.map(({ words }) => placeNamed(words.join(' '))?.code ?? ''));
  if (codes.has('KP')) readings.set('north', 'North Korea').set('south', 'South Korea');
  if ([...codes].some((code) => code.startsWith('US-'))) readings.set('georgia', 'Georgia state');
  return readings;
}
