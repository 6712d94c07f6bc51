import { gunzipSync } from 'node:zlib';
import type { Article, Format } from './article.ts';
import { ArticleRejected } from './article-rejected.ts';
import { assemble } from './assemble.ts';
import { checkFileSize, checkTextSize } from './check-size.ts';
import { decode } from './decode.ts';
import { detectFormat } from './detect-format.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readPlainText } from './readers/plain-text.ts';
import type { FormatReader, Hints } from './reading.ts';
import { refuseBinary, refuseOtherFormats } from './refuse-binary.ts';

/** Loaded when a file of the format comes: most files of a newsroom are of one. */
const READERS: Readonly<Record<Format, () => FormatReader | Promise<FormatReader>>> = {
  text: () => readPlainText,
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
  html: async () => (await import('./readers/html.ts')).readHtml,
  ninjs: async () => (await import('./readers/ninjs.ts')).readNinjs,
  'newsml-g2': async () => (await import('./readers/newsml-g2.ts')).readNewsMl,
  nitf: async () => (await import('./readers/nitf.ts')).readNitf,
  mail: async () => (await import('./readers/mail.ts')).readMail,
};

/**
 * Reads a file of any format that newsrooms have: what it is, is told by its content; the hints help where that is unclear.
 * @throws ArticleRejected, and nothing else, for whatever bytes.
 */
export async function parseArticle(file: Uint8Array, hints: Hints = {}): Promise<Article> {
  checkFileSize(file.length);
  const isGzip = file[0] === 0x1f && file[1] === 0x8b;
  const bytes = isGzip ? unpack(file) : file;
  refuseOtherFormats(bytes);
  const { text, encoding } = await decode(bytes, hints.contentType);
  refuseBinary(text);
  const format = detectFormat(text, hints);
  if (format === 'text') checkTextSize(bytes.length);
  const reader = await READERS[format]();
  const reading = await reader({ bytes, text, hints });
  return assemble(reading, { format, encoding: isGzip ? `${encoding}, gzip` : encoding });
}

/** @throws ArticleRejected where it grows beyond the limit; no more than that is ever in memory. */
function unpack(file: Uint8Array): Uint8Array {
  try {
    return gunzipSync(file, { maxOutputLength: MAX_FILE_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ArticleRejected(
        'ARTICLE_TOO_LARGE',
        `The file unpacks to more than ${MAX_FILE_BYTES} bytes, the most that is read: drop one article a file.`,
      );
    }
    throw new ArticleRejected(
      'MALFORMED',
      `The file begins as gzip and cannot be unpacked (${(error as Error).message}): compress it again, or drop it unpacked.`,
    );
  }
}
