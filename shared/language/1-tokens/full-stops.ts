import { AMBIGUOUS, isAbbreviation } from './abbreviations.ts';
import { cutAt } from './piece.ts';
import type { TokenPass } from './piece.ts';

/** "U.S.", "J.", "a.m.", "Ph.D.", "U.N.-", letters each with its stop; the last stop belongs to them. */
const INITIALS = /^(?:\p{L}\p{M}*\.){2,}$|^\p{Lu}\p{M}*\.$/u;
/** Two sentences without a space between them: "ended.The". */
const MISSING_SPACE = /^(\p{L}\p{Ll}{2,}\.)(\p{Lu}\p{Ll}+\.?)$/u;

/** Cuts the stop at the end of a word, unless the word is written with it. */
export const splitStops: TokenPass = (piece, text) => {
  const word = text.slice(piece.start, piece.end);
  const joined = word.length <= 60 ? MISSING_SPACE.exec(word)?.[1] : undefined;
  if (joined) {
    const places = [joined.length - 1, joined.length, ...(word.endsWith('.') ? [word.length - 1] : [])];
    return cutAt(
      piece,
      places.map((place) => piece.start + place),
    );
  }
  if (word.length === 1 || !word.endsWith('.') || keepsItsStop(word, piece.end, text)) return [piece];
  return cutAt(piece, [piece.end - 1]);
};

function keepsItsStop(word: string, end: number, text: string): boolean {
  if (word.length > 60) return false;
  // "U.S.", "R-N.Y."
  if (INITIALS.test(word) || INITIALS.test(word.slice(word.lastIndexOf('-') + 1))) return true;
  const stem = word.slice(0, -1);
  const last = stem.slice(stem.lastIndexOf('-') + 1);
  if (!isAbbreviation(last)) return false;
  if (!AMBIGUOUS.has(last.toLowerCase())) return true;
  if (/^nos?$/i.test(last)) return /^\s?\d/.test(text.slice(end, end + 2));
  // "Lund v. Firth"
  if (last === 'v') return /^\s\p{Lu}/u.test(text.slice(end, end + 2));
  return /^\p{Lu}/u.test(last);
}
