import { cutAt } from './piece.ts';
import type { TokenPass, Piece } from './piece.ts';

/** Longer runs without a space are no addresses: browsers cut them there (UTF-16 characters). */
export const LONGEST_ADDRESS = 2_048;

const OPENING = new Set(['(', '[', '{', '<', '"', '“', '”', '‘', '’', "'", '«', '‹', '`']);
const CLOSING = new Set([
  ')',
  ']',
  '}',
  '>',
  '"',
  '“',
  '”',
  '’',
  '‘',
  "'",
  '»',
  '›',
  ',',
  '.',
  ';',
  ':',
  '!',
  '?',
  '…',
]);

const ADDRESSES = [
  /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  /^www\.\S+$/i,
  /^(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+$/i,
  /^@\w+$/,
  // Domains with or without a path, of the common endings: "example.com/news".
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|mil|info|biz|io|co|ai|tv|me|uk|us|eu|de|fr|ru|jp|cn|in|au|ca|br|za)(?:\/\S*)?$/i,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  /^\d{1,4}\/\d{1,2}(?:\/\d{2,4})?$/,
  /^\d{3}-\d{4}$/,
  /^\d{3}-\d{3}-\d{4}$/,
  /^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}$/i,
  /^\+?\d{1,2}-\d{3}-\d{3}-\d{4}$/,
  /^[:;=]-?[()DPp]$/,
];

/** E-mail and web addresses, times, dates and telephone numbers stay whole; the marks around them come off. */
export const keepAddresses: TokenPass = (piece, text) => {
  let { start, end } = piece;
  while (start < end && OPENING.has(text[start]!)) start++;
  while (end > start && CLOSING.has(text[end - 1]!)) end--;
  const address = (from: number, to: number) => ADDRESSES.some((pattern) => pattern.test(text.slice(from, to)));
  if (start === end || !address(start, end)) {
    return address(piece.start, piece.end) ? [{ ...piece, whole: true }] : [piece];
  }
  return cutAt(
    piece,
    [start, end].filter((place) => place > piece.start && place < piece.end),
  ).map((part): Piece => (part.start === start ? { ...part, whole: true } : part));
};
