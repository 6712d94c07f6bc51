import { ArticleRejected } from './article-rejected.ts';

/** First bytes of what newsrooms drop by mistake, in hexadecimal, with the way to an article. */
const MAGIC_NUMBERS: readonly (readonly [magic: string, name: string, remedy: string])[] = [
  ['255044462d', 'a PDF', 'extract its text, for example with pdftotext -enc UTF-8'],
  ['d0cf11e0', 'an old Office document', 'save it as plain text (UTF-8) or HTML'],
  ['7b5c727466', 'rich text (RTF)', 'save it as plain text (UTF-8) or HTML'],
  ['504b0506', 'an empty ZIP archive', 'drop the text itself'],
  ['89504e47', 'a picture (PNG)', 'drop the text that it belongs to'],
  ['ffd8ff', 'a picture (JPEG)', 'drop the text that it belongs to'],
  ['47494638', 'a picture (GIF)', 'drop the text that it belongs to'],
  ['49492a00', 'a picture (TIFF)', 'drop the text that it belongs to'],
  ['4d4d002a', 'a picture (TIFF)', 'drop the text that it belongs to'],
  ['494433', 'a sound (MP3)', 'drop a transcript'],
  ['425a68', 'a bzip2 archive', 'unpack it with bunzip2 and drop the text inside'],
  ['fd377a585a', 'an xz archive', 'unpack it with unxz and drop the text inside'],
  ['28b52ffd', 'a Zstandard archive', 'unpack it with unzstd and drop the text inside'],
  ['377abcaf271c', 'a 7-Zip archive', 'unpack it and drop the text inside'],
  ['526172211a07', 'a RAR archive', 'unpack it and drop the text inside'],
];

const ZIP = '504b0304';

/** An Office document names its parts at the beginning; OpenDocument and EPUB their type. */
const OFFICE_PARTS = /\[Content_Types\]\.xml|word\/|xl\/|ppt\/|_rels\/|mimetypeapplication\//;

const OFFICE_WITHIN = 4_000;

/** No format above needs more bytes than this to be told. */
const BEGINNING = 16;

/** Start of header and of text, end of text and of transmission, shifts and separators: what wires are sent with. */
const WIRE_CONTROLS = new Set([1, 2, 3, 4, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30, 31]);

/** Tab and the breaks of lines are text; 0x1a ends files of old systems. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32) || byte === 127;

/** A short wire has a control byte in twenty; in binary data they are one byte in eight. */
const MOST_WIRE_SHARE = 0.08;
const MOST_OTHER_SHARE = 0.01;

/** @throws ArticleRejected where the bytes are of a known format that is not read. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('hex');
  for (const [magic, name, remedy] of MAGIC_NUMBERS) {
    if (beginning.startsWith(magic)) {
      throw new ArticleRejected('UNSUPPORTED_FORMAT', `The file is ${name}, which is not read: ${remedy}.`);
    }
  }
  if (!beginning.startsWith(ZIP)) return;
  if (OFFICE_PARTS.test(Buffer.from(bytes.subarray(0, OFFICE_WITHIN)).toString('latin1'))) {
    throw new ArticleRejected(
      'UNSUPPORTED_FORMAT',
      'The file is an Office document (DOCX or the like), which is not read: save it as plain text (UTF-8) or HTML.',
    );
  }
  throw new ArticleRejected(
    'SEVERAL_ARTICLES',
    'The file is a ZIP archive: take it apart with "news-ingest put FILE", which drops each article by itself.',
  );
}

/** @throws ArticleRejected where bytes that are no wide characters hold zeros. */
export function refuseNul(bytes: Uint8Array): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw binary(`a NUL at byte ${nul}`);
}

/** @throws ArticleRejected where decoded text holds what text does not: it is data. */
export function refuseBinary(text: string): void {
  let wire = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isControl(unit)) continue;
    if (unit === 0) throw binary(`a NUL at character ${at}`);
    if (WIRE_CONTROLS.has(unit)) wire += 1;
    else other += 1;
  }
  if (wire > text.length * MOST_WIRE_SHARE || other > text.length * MOST_OTHER_SHARE) {
    throw binary(`${wire + other} control characters`);
  }
}

const binary = (found: string): ArticleRejected =>
  new ArticleRejected('BINARY', `The file is binary (${found}): drop plain text.`);
