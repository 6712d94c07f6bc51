export type RejectionCode =
  | 'EMPTY'
  | 'ARTICLE_TOO_LARGE'
  | 'UNSUPPORTED_FORMAT'
  | 'BINARY'
  | 'INVALID_UTF8'
  | 'MOJIBAKE'
  | 'MALFORMED'
  | 'TOO_COMPLEX'
  | 'EMBARGO_TOO_LONG'
  | 'NOT_AN_ARTICLE'
  | 'SEVERAL_ARTICLES'
  | 'PARAGRAPH_TOO_LARGE'
  | 'TOO_MANY_PARAGRAPHS'
  | 'TOO_MANY_WORDS'
  | 'RESULT_TOO_LARGE'
  | 'ARCHIVED'
  | 'FOREIGN_KEY';

/** The file can never become an article, however often it is tried: permanent. The message ends with the remedy. */
export class ArticleRejected extends Error {
  override readonly name = 'ArticleRejected';
  readonly code: RejectionCode;

  constructor(code: RejectionCode, message: string) {
    super(message);
    this.code = code;
  }
}
