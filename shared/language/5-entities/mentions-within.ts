import type { Entity, Mention } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';

/**
 * The mentions of an entity that stand whole in a span, in reading order. They are searched by halves: somebody may be
 * named in every sentence of a long article, and each of his pronouns asks.
 */
export function mentionsWithin({ mentions }: Entity, { paragraph, first, last }: TokenSpan): readonly Mention[] {
  const from = firstNotBefore(mentions, paragraph.ordinal, first.start);
  const to = firstNotBefore(mentions, paragraph.ordinal, last.end);
  return mentions.slice(from, to).filter(({ end }) => end <= last.end);
}

/** Index of the first of ordered mentions that begins at or after a place, their number for none. */
function firstNotBefore(mentions: readonly Mention[], ordinal: number, place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const mention = mentions[middle];
    if (mention && (mention.paragraph - ordinal || mention.start - place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
