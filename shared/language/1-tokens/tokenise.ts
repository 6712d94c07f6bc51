import type { Word } from '../document.ts';
import { keepAddresses } from './addresses.ts';
import { splitClitics } from './clitics.ts';
import { splitHyphens } from './hyphens.ts';
import { splitMarks } from './marks.ts';
import { cutEndless } from './max-length.ts';
import type { TokenPass, Piece } from './piece.ts';
import { splitStops } from './full-stops.ts';
import { splitUnits } from './units.ts';

const passes: readonly TokenPass[] = [
  cutEndless,
  keepAddresses,
  splitMarks,
  splitStops,
  splitHyphens,
  splitUnits,
  splitClitics,
];

/**
 * Words and marks in order, as the English Web Treebank (Universal Dependencies) cuts them. Between two words stands
 * nothing but white space, so the words rejoin to the text. Offsets are UTF-16 into `text`.
 */
export function tokenise(text: string): Word[] {
  const chunks = Array.from(text.matchAll(/\S+/g), (chunk): Piece => ({
    start: chunk.index,
    end: chunk.index + chunk[0].length,
  }));
  return passes
    .reduce((pieces, pass) => pieces.flatMap((piece) => (piece.whole ? [piece] : pass(piece, text))), chunks)
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}
