import { ArticleRejected } from './article-rejected.ts';

/** First bytes of what newsrooms drop by mistake, in hexadecimal, with the way to plain text. */
const MAGIC_NUMBERS: readonly (readonly [magic: string, name: string, remedy: string])[] = [
  ['1f8b', 'a gzip archive', 'unpack it with gunzip and drop the text inside'],
  ['504b0304', 'a ZIP archive or an Office document', 'unpack it, or save the document as plain text (UTF-8)'],
  ['504b0506', 'an empty ZIP archive', 'drop the text itself'],
  ['255044462d', 'a PDF', 'extract its text, for example with pdftotext -enc UTF-8'],
  ['d0cf11e0', 'an old Office document', 'save it as plain text (UTF-8)'],
  ['7b5c727466', 'rich text (RTF)', 'save it as plain text (UTF-8)'],
  ['fffe0000', 'UTF-32 text', 'convert it with iconv -f UTF-32 -t UTF-8'],
  ['0000feff', 'UTF-32 text', 'convert it with iconv -f UTF-32 -t UTF-8'],
  ['fffe', 'UTF-16 text', 'convert it with iconv -f UTF-16 -t UTF-8'],
  ['feff', 'UTF-16 text', 'convert it with iconv -f UTF-16 -t UTF-8'],
];

const MARKUP = /^(\u{FEFF})?\s*<(!doctype html|html|head|body|\?xml)[\s>]/iu;

/** No format above needs more bytes than this to be told, leading white space included. */
const BEGINNING = 256;

/** Control characters but tab, line feed, vertical tab, form feed and carriage return. */
const CONTROL = new Set([...Array(32).keys()].filter((byte) => byte < 9 || byte > 13));

/** Stray control characters occur in wires (end of message and the like); in binary data they are one byte in eight. */
const MOST_CONTROL_SHARE = 0.01;

/** Throws ArticleRejected where the bytes are of a known format other than plain text, or of none. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING));
  for (const [magic, name, remedy] of MAGIC_NUMBERS) {
    if (beginning.toString('hex').startsWith(magic)) {
      throw new ArticleRejected('UNSUPPORTED_FORMAT', `The file is ${name}, not plain text: ${remedy}.`);
    }
  }
  if (MARKUP.test(beginning.toString('utf8'))) {
    throw new ArticleRejected(
      'UNSUPPORTED_FORMAT',
      'The file is an HTML or XML page: drop its text alone, without markup.',
    );
  }
  const nul = bytes.indexOf(0);
  const controls = bytes.reduce((count, byte) => (CONTROL.has(byte) ? count + 1 : count), 0);
  if (nul >= 0 || controls > bytes.length * MOST_CONTROL_SHARE) {
    const found = nul >= 0 ? `a NUL at byte ${nul}` : `${controls} control characters`;
    throw new ArticleRejected('BINARY', `The file is binary (${found}): drop plain text in UTF-8.`);
  }
}
