import { sentenceShapes, SPECIAL_SHAPE, type Shape } from './word-shape.ts';

/** A word as the encoder reads it. */
export interface EncodedWord {
  readonly pieces: readonly number[];
  readonly shape: Shape;
}

/** The words [first, end) of a sentence; all of it, unless it is longer than a window. */
export interface Part {
  readonly sentence: number;
  readonly first: number;
  readonly end: number;
}

/** What the encoder reads at once: consecutive sentences with their context. Arrays run over pieces or over words. */
export interface Window {
  readonly parts: readonly Part[];
  /** Piece ids, the marks of start and end around them. */
  readonly pieces: readonly number[];
  /** Shape class of each piece's word. */
  readonly shapes: readonly number[];
  /** Index of each word's first piece. */
  readonly words: readonly number[];
  /** Index in `parts` of each word's part. */
  readonly sentences: readonly number[];
}

export interface WindowLimits {
  /** A window takes whole sentences up to this many pieces. */
  readonly packPieces: number;
  /** A longer sentence stands alone, and is cut between words at this many pieces. */
  readonly maxPieces: number;
  readonly start: number;
  readonly end: number;
}

/** Lazily, one window after the other, so that a text of any length needs the memory of one. Empty sentences have none. */
export function* windowsOf(
  sentences: Iterable<readonly EncodedWord[]>,
  { packPieces, maxPieces, start, end }: WindowLimits,
): Generator<Window> {
  let waiting: { part: Part; words: readonly EncodedWord[] }[] = [];
  let size = 0;
  for (const { part, words } of partsOf(sentences, maxPieces)) {
    const added = words.reduce((sum, word) => sum + word.pieces.length, 0);
    if (waiting.length > 0 && size + added > packPieces) {
      yield layOut(waiting, start, end);
      waiting = [];
      size = 0;
    }
    waiting.push({ part, words });
    size += added;
  }
  if (waiting.length > 0) yield layOut(waiting, start, end);
}

function* partsOf(
  sentences: Iterable<readonly EncodedWord[]>,
  maxPieces: number,
): Generator<{ part: Part; words: readonly EncodedWord[] }> {
  let sentence = 0;
  for (const words of sentences) {
    let first = 0;
    let size = 0;
    for (const [index, { pieces }] of words.entries()) {
      if (size + pieces.length > maxPieces) {
        yield { part: { sentence, first, end: index }, words: words.slice(first, index) };
        first = index;
        size = 0;
      }
      size += pieces.length;
    }
    if (first < words.length) {
      yield { part: { sentence, first, end: words.length }, words: words.slice(first) };
    }
    sentence += 1;
  }
}

function layOut(parts: readonly { part: Part; words: readonly EncodedWord[] }[], start: number, end: number): Window {
  const window = {
    parts: parts.map(({ part }) => part),
    pieces: [start],
    shapes: [SPECIAL_SHAPE],
    words: [] as number[],
    sentences: [] as number[],
  };
  for (const [number, { words }] of parts.entries()) {
    const shapes = sentenceShapes(words.map(({ shape }) => shape));
    for (const [index, { pieces }] of words.entries()) {
      window.words.push(window.pieces.length);
      window.sentences.push(number);
      for (const piece of pieces) {
        window.pieces.push(piece);
        window.shapes.push(shapes[index]!);
      }
    }
  }
  window.pieces.push(end);
  window.shapes.push(SPECIAL_SHAPE);
  return window;
}
