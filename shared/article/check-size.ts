import { ArticleRejected } from './article-rejected.ts';
import { MAX_ARTICLE_BYTES, MAX_FILE_BYTES } from './limits.ts';

/** @throws ArticleRejected: known before the file is read. */
export function checkFileSize(bytes: number): void {
  if (bytes <= MAX_FILE_BYTES) return;
  throw new ArticleRejected(
    'ARTICLE_TOO_LARGE',
    `The file has ${bytes} bytes, at most ${MAX_FILE_BYTES} are read: drop one article a file, in parts if it is longer.`,
  );
}

/** @throws ArticleRejected where the text alone, without markup, is too long. */
export function checkTextSize(bytes: number): void {
  if (bytes <= MAX_ARTICLE_BYTES) return;
  throw new ArticleRejected(
    'ARTICLE_TOO_LARGE',
    `The text has ${bytes} bytes, an article at most ${MAX_ARTICLE_BYTES}: drop one article a file, in parts if it is longer.`,
  );
}
