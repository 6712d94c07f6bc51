import { isUtf8 } from 'node:buffer';
import { ArticleRejected } from './article-rejected.ts';

const REPLACEMENT = '\u{FFFD}';
const REPLACEMENT_BYTES = [0xef, 0xbf, 0xbd];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The text of UTF-8 bytes without its byte order mark. Throws ArticleRejected with the offset of the first invalid byte. */
export function decodeUtf8(bytes: Uint8Array): string {
  const start = startsWith(bytes, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start));
  if (!isUtf8(bytes)) {
    const offset = start + firstInvalidByte(bytes.subarray(start), text);
    throw new ArticleRejected(
      'INVALID_UTF8',
      `Byte ${offset} (0x${bytes[offset]!.toString(16)}) is not valid UTF-8: save the file as UTF-8, or convert it, for example with iconv -f WINDOWS-1252 -t UTF-8.`,
    );
  }
  return text;
}

/** Invalid bytes decode to U+FFFD; the first such character that the file does not itself contain marks the place. */
function firstInvalidByte(bytes: Uint8Array, text: string): number {
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!startsWith(bytes, offset, REPLACEMENT_BYTES)) return offset;
    offset += REPLACEMENT_BYTES.length;
    from = at + REPLACEMENT.length;
  }
  throw new Error('Every byte is valid UTF-8: ask only about bytes that isUtf8 refuses.');
}

function startsWith(bytes: Uint8Array, offset: number, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[offset + index] === byte);
}
