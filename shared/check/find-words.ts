import { denies, endsSentence, qualifies, type Token } from './wording.ts';

/** A token of what was said. */
export interface SaidToken extends Token {
  /** Whether it stands in quotation marks. */
  readonly quoted: boolean;
  /** A mark before an interruption, "We stay," he said, "and fight": said or not, as one likes. */
  readonly optional: boolean;
}

/** Tokens [first, end) of what was said. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

/** Where the words stand, one after the other as they were asked for; undefined where they do not. */
export function findWords(asked: readonly Token[], said: readonly SaidToken[]): WordRange | undefined {
  if (asked.length === 0) return undefined;
  for (let first = 0; first < said.length; first++) {
    const end = matchAt(asked, said, first);
    if (end !== undefined) return { first, end };
  }
  return undefined;
}

function matchAt(asked: readonly Token[], said: readonly SaidToken[], first: number): number | undefined {
  let at = first;
  for (const { text } of asked) {
    const here = said[at];
    const isStop = text === ',' || text === '.';
    if (at > first && here?.optional === true && !isStop) at += 1;
    const there = said[at];
    if (there === undefined || (there.text !== text && !(there.optional && isStop))) return undefined;
    at += 1;
  }
  return at;
}

/** The whole sentences in which a place is. */
export function sentencesAround(said: readonly SaidToken[], { first, end }: WordRange): WordRange {
  let start = first;
  while (start > 0 && !endsSentenceAt(said, start - 1)) start -= 1;
  let stop = end;
  while (stop < said.length && !endsSentenceAt(said, stop - 1)) stop += 1;
  return { first: start, end: stop };
}

/** A comma before an interruption stands for the full stop, where a new sentence follows: "We stay," he said. "Nobody leaves." */
const endsSentenceAt = (said: readonly SaidToken[], index: number): boolean =>
  endsSentence(said[index]!) || (said[index]!.optional && /^\p{Lu}/u.test(said[index + 1]?.text ?? ''));

/**
 * Whether a sentence from which the words were cut says something else with what was left out: a denial, in anybody's words;
 * a condition of the speaker's own.
 */
export function isCutFromItsMeaning(said: readonly SaidToken[], place: WordRange): boolean {
  const around = sentencesAround(said, place);
  return [...said.slice(around.first, place.first), ...said.slice(place.end, around.end)].some(
    (token) => denies(token) || (token.quoted && qualifies(token)),
  );
}
