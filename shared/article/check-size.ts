import { ArticleRejected } from './article-rejected.ts';
import { MAX_ARTICLE_BYTES } from './limits.ts';

/** @throws ArticleRejected: known before the file is read. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_ARTICLE_BYTES) return;
  throw new ArticleRejected(
    'ARTICLE_TOO_LARGE',
    `The file has ${bytes} bytes, an article at most ${MAX_ARTICLE_BYTES}: drop one article a file, in parts if it is longer.`,
  );
}
