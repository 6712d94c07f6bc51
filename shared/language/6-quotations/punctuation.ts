import type { Token } from '../annotated.ts';
import type { QuotedSpan } from '../4-quoted/quoted-span.ts';

/** A comma or a dash, as between quoted words and their attribution. */
export const isPause = (token: Token | undefined): boolean => /^[,–—-]+$/u.test(token?.text ?? '');

export const isDash = (token: Token | undefined): boolean => /^(?:–|—|―|-|--)$/u.test(token?.text ?? '');

/** Whether a sentence ends with this token; a stop within brackets or before a comma or a small letter is an abbreviation's. */
export function endsSentence(token: Token | undefined): boolean {
  if (!token || token.text === ';') return true;
  return /^[.!?…]+$/u.test(token.text) && !/^(?:[),:;]|\p{Ll})/u.test(token.next?.text ?? '');
}

/** Whether quoted words end where their sentence does. */
export function fillsSentence({ lastCharacter, next }: QuotedSpan): boolean {
  const goesOn = /^(?:\p{Ll}|,)/u.test(next?.text ?? '');
  return (/[.!?…]/u.test(lastCharacter) && !goesOn) || endsSentence(next);
}
