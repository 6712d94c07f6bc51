/** A stretch of text on its way to become words; `whole` once no later pass may cut it. UTF-16, half open. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly whole?: boolean;
}

/** Cuts one piece into pieces that cover it, in order; each pass may assume those before it. */
export type TokenPass = (piece: Piece, text: string) => readonly Piece[];

/** The piece cut at the given places, which are ordered, distinct and inside it. */
export function cutAt(piece: Piece, places: readonly number[]): Piece[] {
  const ends = [...places, piece.end];
  return ends.map((end, index) => ({ start: index === 0 ? piece.start : ends[index - 1]!, end }));
}
