import type { Article, Paragraph, TextSpan } from '../../shared/article/article.ts';

/** What a paragraph is for its reader: the style that it is set in. */
export type ParagraphStyle = 'headline' | 'byline' | 'text' | 'aside';

export function styleOf(paragraph: Paragraph, article: Pick<Article, 'headline' | 'bylines'>): ParagraphStyle {
  const { ordinal, text, role } = paragraph;
  const covers = (span: TextSpan | undefined): boolean =>
    span?.paragraph === ordinal && span.end - span.start >= text.trim().length * MOST;
  if (covers(article.headline)) return 'headline';
  if (article.bylines.some(covers)) return 'byline';
  return role === undefined ? 'text' : 'aside';
}

/** A field that takes so much of its paragraph is the paragraph. */
const MOST = 0.6;
