import { LONGEST_ADDRESS } from './addresses.ts';
import { cutAt } from './piece.ts';
import type { TokenPass } from './piece.ts';

/** Cuts what goes on without a space for longer than any word or address: all later work is bounded by the word. */
export const cutEndless: TokenPass = (piece, text) => {
  const places: number[] = [];
  for (let at = piece.start + LONGEST_ADDRESS; at < piece.end; at += LONGEST_ADDRESS) {
    places.push(isLowSurrogate(text, at) ? at - 1 : at);
  }
  return places.length > 0 ? cutAt(piece, places) : [piece];
};

/** Between the two halves of one character. */
const isLowSurrogate = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
