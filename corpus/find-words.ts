import type { CorpusSpan } from '../measure/quality/statement-corpus.ts';

/** Between the first and the last words of a span. */
const BETWEEN = '…';

/**
 * The place of words copied from a paragraph: "whole", "first words … last words", "@4 in another paragraph",
 * "said#2". Throws where they do not stand there, or stand there more than once and no number tells which.
 * `avoid`: a place in it counts only where there is no other.
 */
export function findWords(
  paragraphs: readonly string[],
  paragraph: number,
  words: string,
  avoid: readonly CorpusSpan[] = [],
): CorpusSpan {
  const elsewhere = /^@(\d+) (.*)$/s.exec(words);
  if (elsewhere) return findWords(paragraphs, Number(elsewhere[1]) - 1, elsewhere[2]!, avoid);
  const text = paragraphs[paragraph];
  if (text === undefined) throw new Error(`There is no paragraph ${paragraph + 1}.`);
  const [first = '', last] = words.split(BETWEEN).map((part) => part.trim());
  const begin = place(text, first, paragraph, avoid);
  if (last === undefined) return begin;
  const end = place(text, last, paragraph, [], begin.end);
  return { paragraph, start: begin.start, end: end.end };
}

function place(text: string, asked: string, paragraph: number, avoid: readonly CorpusSpan[], from = 0): CorpusSpan {
  const [, words, number] = /^(.*?)(?:#(\d+))?$/s.exec(asked)! as unknown as [string, string, string | undefined];
  if (words === '') throw new Error(`No words are given in paragraph ${paragraph + 1}.`);
  const all = occurrences(text, words)
    .filter((start) => start >= from)
    .map((start) => ({ paragraph, start, end: start + words.length }));
  if (number !== undefined) {
    const chosen = all[Number(number) - 1];
    if (!chosen) throw new Error(`“${words}” does not stand ${number} times in paragraph ${paragraph + 1}.`);
    return chosen;
  }
  const outside = all.filter((one) => !avoid.some((span) => contains(span, one)));
  const candidates = outside.length > 0 ? outside : all;
  if (candidates.length !== 1)
    throw new Error(
      `“${words}” stands ${candidates.length} times in paragraph ${paragraph + 1}: “${text.slice(0, 60)}…”`,
    );
  return candidates[0]!;
}

const contains = (outer: CorpusSpan, inner: CorpusSpan): boolean =>
  outer.paragraph === inner.paragraph && outer.start <= inner.start && inner.end <= outer.end;

/** Where words begin in a text, as whole words. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!cutsWord(text, at) && !cutsWord(text, at + words.length)) found.push(at);
  return found;
}

const LETTER = /[\p{L}\p{N}]/u;
const cutsWord = (text: string, at: number): boolean => LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '');
