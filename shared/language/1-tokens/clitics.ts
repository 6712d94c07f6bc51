import { cutAt } from './piece.ts';
import type { TokenPass } from './piece.ts';

const CLITIC = /^(.+?)(n['’]t|['’](?:s|m|d|re|ve|ll))$/isu;
const DOUBLE = /^(.+?)(n['’]t|['’]d)(['’](?:ve|d|ll))$/isu;
/** Two words written as one, with the length of the first. */
const JOINED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
]);

/** The longest word with a clitic; keeps the work on endless runs bounded. */
const LONGEST_WORD = 80;

/** Cuts what leans on the word before it: "do|n't", "it|'s", "they|'d|'ve", "can|not". */
export const splitClitics: TokenPass = (piece, text) => {
  if (piece.end - piece.start > LONGEST_WORD) return [piece];
  const word = text.slice(piece.start, piece.end);
  const joined = JOINED.get(word.toLowerCase());
  if (joined) return cutAt(piece, [piece.start + joined]);
  const double = DOUBLE.exec(word);
  if (double) return cutAt(piece, [piece.start + double[1]!.length, piece.end - double[3]!.length]);
  const single = CLITIC.exec(word);
  return single ? cutAt(piece, [piece.start + single[1]!.length]) : [piece];
};
