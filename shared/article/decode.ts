import { isUtf8 } from 'node:buffer';
import { ArticleRejected } from './article-rejected.ts';
import { refuseNul } from './refuse-binary.ts';

export interface Decoded {
  readonly text: string;
  /** Name of the encoding, in small letters. */
  readonly encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What HTML's standard reads these labels as: pages and wires that say latin1 hold curly quotes. */
const WINDOWS_1252_LABELS = /^(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii|cp-?1252|windows-?1252|ansi)$/;

/** Declarations stand at the beginning: the HTML standard looks through so many bytes. */
const DECLARED_WITHIN = 1_024;

const DECLARATIONS = [
  /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)/i,
  /<meta\b[^>]{0,200}\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/i,
];

/**
 * The text of bytes: by their byte order mark, else as UTF-8 where they are valid UTF-8, else in the encoding that the
 * content type, an XML declaration or a meta element names, else as Windows-1252 where they look like it.
 * @throws ArticleRejected with the offset of the first byte that no encoding explains.
 */
export async function decode(bytes: Uint8Array, contentType?: string): Promise<Decoded> {
  for (const [mark, encoding] of BYTE_ORDER_MARKS) {
    if (startsWith(bytes, mark)) return decodeAs(encoding, bytes.subarray(mark.length), bytes);
  }
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(wide, bytes, bytes);
  refuseNul(bytes);
  const declared = declaredEncoding(bytes, contentType);
  // ISO-2022-JP and HZ are ASCII throughout: valid UTF-8, and no text in it.
  const isEscaped = declared !== undefined && /^(?:iso-2022|hz)/.test(declared);
  if (isUtf8(bytes) && !isEscaped) return { text: Buffer.from(bytes).toString('utf8'), encoding: 'utf-8' };
  const isOther = declared !== undefined && declared !== 'utf-8' && !declared.startsWith('utf-16');
  if (isOther && (await tables()).encodingExists(declared)) return decodeAs(declared, bytes, bytes);
  if (declared !== 'utf-8' && looksLikeWindows1252(bytes)) return decodeAs('windows-1252', bytes, bytes);
  throw notUtf8(bytes);
}

/** The tables of all encodings are half a megabyte, and most files are UTF-8. */
const tables = async () => (await import('iconv-lite')).default;

async function decodeAs(encoding: string, bytes: Uint8Array, file: Uint8Array): Promise<Decoded> {
  if (encoding !== 'utf-8') {
    return { text: (await tables()).decode(Buffer.from(bytes), encoding, { stripBOM: false }), encoding };
  }
  if (!isUtf8(bytes)) throw notUtf8(file);
  return { text: Buffer.from(bytes).toString('utf8'), encoding };
}

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

/** UTF-16 without its mark: every other byte of its first characters is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const beginning = bytes.subarray(0, 64);
  const zeros = (odd: number) => beginning.every((byte, index) => index % 2 !== odd || byte === 0);
  const letters = (even: number) => beginning.every((byte, index) => index % 2 !== even || (byte > 8 && byte < 127));
  if (zeros(1) && letters(0)) return 'utf-16le';
  if (zeros(0) && letters(1)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array, contentType = ''): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const label =
    /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ??
    DECLARATIONS.map((declaration) => declaration.exec(beginning)?.[1]).find((found) => found !== undefined);
  const name = label?.toLowerCase();
  if (name === undefined) return undefined;
  return WINDOWS_1252_LABELS.test(name) ? 'windows-1252' : name.replace(/^utf8$/, 'utf-8');
}

/** Bytes that Windows-1252 leaves without a character. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Of the letters of French and German some 4 % have an accent; text in Cyrillic or Greek letters has hardly others. */
const MOST_HIGH_SHARE = 0.3;

/**
 * Old text in a Western language: quotes, dashes and accented letters stand among ASCII letters, mostly alone. What is mostly
 * shaped as UTF-8 is UTF-8 that was cut or corrupted.
 */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let alone = 0;
  let shaped = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      if ((byte | 32) >= 0x61 && (byte | 32) <= 0x7a) letters += 1;
      continue;
    }
    if (UNASSIGNED.has(byte)) return false;
    const length = shapedLength(bytes, at);
    if (length > 1) {
      shaped += 1;
      at += length - 1;
    } else alone += 1;
  }
  return alone > shaped && alone <= (letters + alone) * MOST_HIGH_SHARE;
}

/** How many bytes a lead byte of UTF-8 and its continuations take here; 1 where they are not such. */
function shapedLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 && lead <= 0xf7 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  for (let next = at + 1; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 1;
  }
  return lead > 0xf7 ? 1 : length;
}

function notUtf8(bytes: Uint8Array): ArticleRejected {
  const offset = firstInvalidByte(bytes);
  return new ArticleRejected(
    'INVALID_UTF8',
    `Byte ${offset} (0x${bytes[offset]!.toString(16)}) is not valid UTF-8, and the file declares no other encoding and does ` +
      'not look like Windows-1252: save the file as UTF-8, or convert it, for example with iconv -f WINDOWS-1251 -t UTF-8.',
  );
}

/** The longest beginning that is valid, by halves: its end is the place, moved back to the beginning of a character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  const isValid = (end: number) => {
    // A character cut in two is not invalid: its beginning is looked for within the last three bytes.
    for (let cut = 0; cut < 4; cut++) if (end - cut >= 0 && isUtf8(bytes.subarray(0, end - cut))) return true;
    return false;
  };
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValid(middle)) valid = middle;
    else invalid = middle;
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}
