import { cutAt } from './piece.ts';
import type { TokenPass } from './piece.ts';

/** What is no word by itself stays with the word after the hyphen: "anti-American", "e-mail", "mid-1980s". */
const PREFIXES = new Set(
  `anti co counter e ex extra hyper infra inter intra macro mega meta micro mid mini mis multi neo non out over pan para
  post pre pro proto pseudo quasi re semi sub super trans tri bi ultra un under uni vice`
    .trim()
    .split(/\s+/),
);

/** "Post-ABC" and "Post-SurveyMonkey" are two firms that asked together. */
const NEWSPAPER_AND_ANOTHER = /^Post[-‐‑]\p{Lu}+(?:\p{Ll}+\p{Lu}|\p{Lu})/u;

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}.]/u;

/** Cuts compounds at their hyphens: "long|-|range", "Yoon Suk|-|yeol", "North Korea|-|Russia". */
export const splitHyphens: TokenPass = (piece, text) => {
  const places: number[] = [];
  let wordStart = piece.start;
  for (let at = piece.start; at < piece.end; at++) {
    if (!HYPHENS.has(text[at]!)) continue;
    const prefix = wordStart === piece.start && PREFIXES.has(text.slice(wordStart, at).toLowerCase());
    const paper = NEWSPAPER_AND_ANOTHER.test(text.slice(wordStart, piece.end));
    const inside = at + 1 < piece.end && LETTER_OR_DIGIT.test(text[at + 1]!);
    if (paper || !(prefix && inside)) places.push(at, at + 1);
    wordStart = at + 1;
  }
  return cutAt(
    piece,
    [...new Set(places)].filter((place) => place > piece.start && place < piece.end),
  );
};

/** Hyphen-minus, hyphen, non-breaking hyphen, minus. */
const HYPHENS = new Set(['-', '‐', '‑', '−']);
