import type { Article, Paragraph } from './article.ts';
import { ArticleRejected } from './article-rejected.ts';
import { findBylines } from './bylines.ts';
import { checkSize } from './check-size.ts';
import { findDateline } from './dateline.ts';
import { decodeUtf8 } from './decode.ts';
import { refuseOtherFormats } from './file-format.ts';
import { findHeadline } from './headline.ts';
import { MAX_PARAGRAPH_BYTES, MAX_PARAGRAPHS } from './limits.ts';
import { splitParagraphs } from './paragraphs.ts';

/**
 * Reads the bytes of a plain text file. Nothing is normalised: fields point into verbatim paragraphs.
 * Throws ArticleRejected, and nothing else, for whatever bytes.
 */
export function parseArticle(bytes: Uint8Array): Article {
  checkSize(bytes.length);
  refuseOtherFormats(bytes);
  const paragraphs = splitParagraphs(decodeUtf8(bytes));
  checkParagraphs(paragraphs);
  const headline = findHeadline(paragraphs);
  const dateline = findDateline(paragraphs);
  return {
    paragraphs,
    ...(headline && { headline }),
    bylines: findBylines(paragraphs),
    ...(dateline && { dateline }),
  };
}

function checkParagraphs(paragraphs: readonly Paragraph[]): void {
  if (paragraphs.length === 0) {
    throw new ArticleRejected('EMPTY', 'The file holds no text: drop it again once it is written in full.');
  }
  if (paragraphs.length > MAX_PARAGRAPHS) {
    throw new ArticleRejected(
      'TOO_MANY_PARAGRAPHS',
      `The file has ${paragraphs.length} paragraphs, an article at most ${MAX_PARAGRAPHS}: drop one article a file.`,
    );
  }
  for (const { ordinal, text } of paragraphs) {
    const size = Buffer.byteLength(text);
    if (size > MAX_PARAGRAPH_BYTES) {
      throw new ArticleRejected(
        'PARAGRAPH_TOO_LARGE',
        `Paragraph ${ordinal + 1} has ${size} bytes, a paragraph at most ${MAX_PARAGRAPH_BYTES}: break it up with blank lines.`,
      );
    }
  }
}
