import type { EntityType } from '../document.ts';
import type { Place } from './lexicon/places.ts';
import type { NameMention } from './name-mentions.ts';

/** Names that stand for one thing. */
export interface Cluster {
  readonly type: EntityType;
  readonly names: NameMention[];
  /** The country or province that is named, or whose people are. */
  readonly place?: Place | undefined;
}

/** One cluster a key, in order of first mention. */
export function clusterBy(
  mentions: readonly NameMention[],
  keyOf: (mention: NameMention) => string,
): Map<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const cluster = clusters.get(key);
    if (cluster) cluster.names.push(mention);
    else clusters.set(key, { type: mention.type, names: [mention] });
  }
  return clusters;
}
