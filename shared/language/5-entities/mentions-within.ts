import type { Entity, Mention } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import { firstIndex } from '../first-index.ts';

/**
 * The mentions of an entity that stand whole in a span, in reading order. They are searched by halves: somebody may be
 * named in every sentence of a long article, and each of his pronouns asks.
 */
export function mentionsWithin({ mentions }: Entity, { paragraph, first, last }: TokenSpan): readonly Mention[] {
  const from = firstNotBefore(mentions, paragraph.ordinal, first.start);
  const to = firstNotBefore(mentions, paragraph.ordinal, last.end);
  return mentions.slice(from, to).filter(({ end }) => end <= last.end);
}

/** Whether a mention ends before a place. */
const standsBefore = ({ paragraph, end }: Mention, { paragraph: { ordinal }, start }: Token): boolean =>
  paragraph < ordinal || (paragraph === ordinal && end <= start);

/** Whether an entity is mentioned before a place, at most `reach` paragraphs back. */
export const isMentionedBefore = ({ mentions }: Entity, place: Token, reach = Infinity): boolean =>
  mentions.some((mention) => standsBefore(mention, place) && place.paragraph.ordinal - mention.paragraph <= reach);

/** Index of the first of ordered mentions that begins at or after a place, their number for none. */
const firstNotBefore = (mentions: readonly Mention[], ordinal: number, place: number): number =>
  firstIndex(mentions, ({ paragraph, start }) => (paragraph - ordinal || start - place) >= 0);
