import type { TokenPass, Piece } from './piece.ts';

/** Runs that are one mark: dots, dashes, TeX quotes, repeated stops ("?!"), lines of a table. */
const RUNS = /^(?:\.{2,}|-{2,}|[—–]+|``|''|[!?]{2,}|\*+|={2,}|_{2,}|~{2,}|<+|>+)/;

/** Always a mark of its own, wherever it stands. */
const ALONE = new Set('"“”„‟«»‹›`()[]{}!?;…—–―•·|*¡¿~^§¶©®™→←%‰$€£¥₹₽₩₺¢=+°'.split(''));

/** Between two digits it belongs to the number: "13,000", "5:30", "1.5". */
const INSIDE_NUMBERS = new Set([',', ':']);

const SINGLE_QUOTES = new Set(["'", '’', '‘', '‛', '‚']);

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
const DIGIT = /\d/;
/** "’90s", "’til": an apostrophe that begins a word. */
const APOSTROPHE_WORD = /^['’](?:\d0s|\d{2}|em|til|tis|twas|cause|bout|n)(?![\p{L}\p{N}])/iu;
/** Currency that is written as a word: "US$", "C$". */
const CURRENCY_CODE = /^(?:US|C|A|AU|CA|NZ|HK|S|R|NT)\$/;

/** Cuts marks from words: quotes, brackets, dashes, commas and colons outside numbers, slashes, currency, percent. */
export const splitMarks: TokenPass = (piece, text) => {
  const pieces: Piece[] = [];
  let wordStart = piece.start;
  const endWord = (at: number) => {
    if (at > wordStart) pieces.push({ start: wordStart, end: at });
  };
  for (let at = piece.start; at < piece.end;) {
    const length = markLength(text, at, piece);
    if (length > 0) {
      endWord(at);
      pieces.push({ start: at, end: at + length, whole: true });
      wordStart = at + length;
    }
    at += Math.max(length, 1);
  }
  endWord(piece.end);
  return pieces;
};

/** Length of the mark that begins here; 0 where none does. */
function markLength(text: string, at: number, { start, end }: { start: number; end: number }): number {
  const character = text[at]!;
  if (LETTER_OR_DIGIT.test(character)) {
    return at === start ? (CURRENCY_CODE.exec(text.slice(at, at + 4))?.[0].length ?? 0) : 0;
  }
  const run = RUNS.exec(text.slice(at, end))?.[0].length;
  if (run) return run;
  if (ALONE.has(character)) return 1;
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + 1 < end ? text[at + 1]! : ' ';
  const betweenDigits = DIGIT.test(before) && DIGIT.test(after);
  if (INSIDE_NUMBERS.has(character)) return betweenDigits ? 0 : 1;
  if (character === '/') return betweenDigits ? 0 : 1;
  if (character === '#') return at === start ? 1 : 0;
  if (character === '&') return LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after) ? 0 : 1;
  if (SINGLE_QUOTES.has(character)) return singleQuote(text, at, before, after, end);
  return 0;
}

/** An apostrophe inside a word, before a figure of years or at a clitic is left for the clitics. */
function singleQuote(text: string, at: number, before: string, after: string, end: number): number {
  if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) return 0;
  if (LETTER_OR_DIGIT.test(after)) {
    const apostrophe = text[at] !== '‘' && APOSTROPHE_WORD.test(text.slice(at, Math.min(at + 8, end)));
    return apostrophe ? 0 : 1;
  }
  return 1;
}
