import type { Paragraph, TextSpan } from '../article/article.ts';
import type { Entity, Quotation } from '../language/analysis.ts';
import type { ArticleKey, Instant } from './keys.ts';

/** Sequencer of the S3 event that told of this version of the object, padded: a later one is greater as text. */
export type Revision = string;

/** Version of model and rules: a later one is greater. */
export type Extractor = number;

interface Revised {
  readonly key: ArticleKey;
  readonly revision: Revision;
}

interface Accepted extends Revised {
  readonly publishedAt: Instant;
  /** How many PARAGRAPH rows the revision has. */
  readonly paragraphCount: number;
  readonly headline?: TextSpan;
  readonly bylines: readonly TextSpan[];
  readonly dateline?: TextSpan;
}

/** Paragraphs are being written, or entities and quotations found; `extractor` once one has taken it on. */
export interface PendingArticle extends Accepted {
  readonly status: 'PENDING';
  readonly extractor?: Extractor;
}

/** All rows are there, and none of an older revision. */
export interface ReadyArticle extends Accepted {
  readonly status: 'READY';
  readonly extractor: Extractor;
  /** ISO 639-3. */
  readonly language: string;
  /** Why nothing was extracted, where nothing was. */
  readonly skipped?: string;
  readonly entityCount: number;
  readonly quotationCount: number;
}

/** The file is no article; it has no other row. */
export interface RejectedArticle extends Revised {
  readonly status: 'REJECTED';
  readonly code: string;
  /** Ends with the remedy. */
  readonly message: string;
}

/** A tombstone: removed from the inbox. It stays, so that a late, older creation loses. */
export interface WithdrawnArticle extends Revised {
  readonly status: 'WITHDRAWN';
}

/** The row that all others of an article are judged by. */
export type ArticleRow = PendingArticle | ReadyArticle | RejectedArticle | WithdrawnArticle;

/** An article with everything in it. */
export interface StoredArticle {
  readonly article: ArticleRow;
  readonly paragraphs: readonly Paragraph[];
  /** In the order of their first mentions. */
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
}
