import type { Span, TextSpan } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import { TokenSpan, type AnnotatedDocument, type AnnotatedParagraph } from '../annotated.ts';
import { firstIndex } from '../first-index.ts';

/** What salience is weighed from. */
interface Prominence {
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
function salienceOf({ mentions, most, inHeadline, firstParagraph, subjects }: Prominence): number {
  const salience =
    0.5 * Math.sqrt(mentions / Math.max(1, most)) +
    0.2 * (inHeadline ? 1 : 0) +
    0.2 / (1 + firstParagraph) +
    0.1 * (mentions > 0 ? subjects / mentions : 0);
  return Math.round(salience * 1000) / 1000;
}

const isInside = (inner: Span, outer: Span | undefined): boolean =>
  inner.paragraph === outer?.paragraph && inner.start >= outer.start && inner.end <= outer.end;

/** Entities with how central each is, from all of their mentions. */
export function withSalience(
  entities: readonly Entity[],
  { paragraphs }: AnnotatedDocument,
  headline: TextSpan | undefined,
): Entity[] {
  const most = Math.max(...entities.map(({ mentions }) => mentions.length));
  const bodyStart = headline ? headline.paragraph + 1 : 0;
  return entities.map((entity) => {
    const { mentions } = entity;
    const first = mentions[0]?.paragraph ?? 0;
    const salience = salienceOf({
      mentions: mentions.length,
      most,
      inHeadline: mentions.some((mention) => isInside(mention, headline)),
      firstParagraph: first >= bodyStart ? first - bodyStart : first,
      subjects: mentions.filter((mention) => isSubject(paragraphs[mention.paragraph], mention)).length,
    });
    return { ...entity, salience };
  });
}

/** Whether words are the subject of their clause, or the name in it: "Associate editor Tunde Bello". */
function isSubject(paragraph: AnnotatedParagraph | undefined, { start, end }: Span): boolean {
  let head = paragraph && tokensAt(paragraph, start, end).head;
  while (head?.relation === 'flat') head = head.head;
  return head?.relation === 'nsubj' || head?.relation === 'csubj';
}

/** The tokens between two offsets of a paragraph's text. */
function tokensAt(paragraph: AnnotatedParagraph, start: number, end: number): TokenSpan {
  const { tokens } = paragraph;
  const first = firstIndex(tokens, (token) => token.start >= start);
  let last = first;
  while ((tokens[last]?.start ?? Infinity) < end) last++;
  return new TokenSpan(paragraph, first, last);
}
