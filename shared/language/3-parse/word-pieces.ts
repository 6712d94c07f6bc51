import { ModelMismatch } from './model-files.ts';

/** Word pieces as BERT's uncased models cut them; training/pieces.py does the same. */

/** The rest of a longer word is dropped: its first pieces tell what it is, and a word costs a bounded share of a window. */
export const MAX_WORD_PIECES = 12;

/** BERT takes a longer part (in code points) for unknown rather than cut it. */
const MAX_PART_CHARACTERS = 100;

/** What lies behind cannot reach the first MAX_WORD_PIECES pieces (UTF-16 characters, with room for accents). */
const MAX_READ_CHARACTERS = 4 * MAX_WORD_PIECES * MAX_PART_CHARACTERS;

/** The same word in straight and in typographic writing gives the same pieces. */
const STRAIGHT: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ′`´]/g, "'"],
  [/[“”„‟«»]/g, '"'],
  [/[‐‑‒–—―]/g, '-'],
];

const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/gu;
const ACCENTS = /\p{Mn}/gu;

/** Punctuation (with all ASCII signs) and CJK ideographs are parts of their own. */
const ALONE = String.raw`!-\/:-@\[-\x60\{-~\p{P}\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}`;
const PARTS = new RegExp(String.raw`[${ALONE}]|[^\s${ALONE}]+`, 'gu');

export interface Vocabulary {
  readonly idOf: ReadonlyMap<string, number>;
  readonly start: number;
  readonly end: number;
  readonly unknown: number;
}

/** `text`: one piece a line, its id the line's number. Throws ModelMismatch where a special piece is missing. */
export function parseVocabulary(text: string): Vocabulary {
  const idOf = new Map(
    text
      .trimEnd()
      .split('\n')
      .map((piece, id) => [piece, id]),
  );
  const special = (piece: string): number => {
    const id = idOf.get(piece);
    if (id === undefined) throw new ModelMismatch(`its vocabulary lacks ${piece}`);
    return id;
  };
  return { idOf, start: special('[CLS]'), end: special('[SEP]'), unknown: special('[UNK]') };
}

/** Piece ids of a word: at least one, at most MAX_WORD_PIECES. */
export function wordPieces(word: string, vocabulary: Vocabulary): number[] {
  const ids: number[] = [];
  for (const [part] of plain(word).matchAll(PARTS)) {
    ids.push(...longestMatches(part, vocabulary));
    if (ids.length >= MAX_WORD_PIECES) break;
  }
  return ids.length === 0 ? [vocabulary.unknown] : ids.slice(0, MAX_WORD_PIECES);
}

function plain(word: string): string {
  let text = word.slice(0, MAX_READ_CHARACTERS);
  for (const [typographic, straight] of STRAIGHT) text = text.replace(typographic, straight);
  return text.replace(INVISIBLE, '').toLowerCase().normalize('NFD').replace(ACCENTS, '');
}

/** Longest match first; the whole part is unknown where a rest of it fits nothing. */
function longestMatches(part: string, { idOf, unknown }: Vocabulary): number[] {
  if (part.length > MAX_PART_CHARACTERS && Array.from(part).length > MAX_PART_CHARACTERS) return [unknown];
  const ids: number[] = [];
  let start = 0;
  while (start < part.length) {
    const prefix = start === 0 ? '' : '##';
    let end = part.length;
    let id = idOf.get(prefix + part.slice(start, end));
    while (id === undefined && end > start + 1) id = idOf.get(prefix + part.slice(start, --end));
    if (id === undefined) return [unknown];
    ids.push(id);
    start = end;
  }
  return ids;
}
