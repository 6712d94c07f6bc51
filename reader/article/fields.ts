import type { Paragraph, TextSpan } from '../../shared/article/article.ts';

/** What an article's row says that this page shows where it is there; more comes with other formats of files. */
export interface ArticleFacts {
  readonly status: string;
  readonly key: string;
  readonly revision?: string;
  readonly extractor?: number;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly skipped?: string;
  readonly code?: string;
  readonly message?: string;
  readonly headline?: TextSpan;
  readonly bylines?: readonly TextSpan[];
  readonly dateline?: TextSpan;
  readonly source?: string;
  readonly url?: string;
  readonly format?: string;
  readonly section?: string;
  readonly correction?: string;
  readonly reason?: string;
  readonly publicationStatus?: string;
  readonly embargoedUntil?: string;
}

/** What a paragraph is for its reader: the style that it is set in. */
export type ParagraphStyle = 'headline' | 'byline' | 'text' | 'aside';

export function styleOf(paragraph: Paragraph, article: ArticleFacts): ParagraphStyle {
  const { ordinal, text, role } = paragraph;
  const covers = (span: TextSpan | undefined): boolean =>
    span?.paragraph === ordinal && span.end - span.start >= text.trim().length * MOST;
  if (covers(article.headline)) return 'headline';
  if (article.bylines?.some(covers)) return 'byline';
  return role === undefined ? 'text' : 'aside';
}

/** A field that takes so much of its paragraph is the paragraph. */
const MOST = 0.6;

/** Other schemes than these would run what a file brings. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
