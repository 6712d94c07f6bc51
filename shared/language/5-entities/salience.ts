import type { Span } from '../../article/article.ts';

/** What salience is weighed from. */
export interface Prominence {
  readonly mentions: number;
  /** Mentions of the entity that has most. */
  readonly most: number;
  readonly inHeadline: boolean;
  /** Ordinal of the first paragraph, below the headline, that mentions it. */
  readonly firstParagraph: number;
  /** Mentions that are the subject of their clause. */
  readonly subjects: number;
}

/**
 * How central an entity is, 0..1: half for its share of mentions (against the most mentioned, as square roots, so that a
 * runner-up counts), a fifth for the headline, a fifth for an early first mention (paragraph 1: 1, 2: 1/2, 3: 1/3 …), a
 * tenth for the share of its mentions that are subjects. After Dunietz and Gillick (2014), who found these to matter most.
 */
export function salienceOf({ mentions, most, inHeadline, firstParagraph, subjects }: Prominence): number {
  const salience =
    0.5 * Math.sqrt(mentions / Math.max(1, most)) +
    0.2 * (inHeadline ? 1 : 0) +
    0.2 / (1 + firstParagraph) +
    0.1 * (mentions > 0 ? subjects / mentions : 0);
  return Math.round(salience * 1000) / 1000;
}

export const isInside = (inner: Span, outer: Span | undefined): boolean =>
  inner.paragraph === outer?.paragraph && inner.start >= outer.start && inner.end <= outer.end;
