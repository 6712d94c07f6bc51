import type { Token } from '../annotated.ts';
import type { QuotedSpan } from '../4-quoted/quoted-span.ts';

/** A comma or a dash, as between quoted words and their attribution. */
export const isPause = (token: Token | undefined): boolean => /^[,–—-]+$/u.test(token?.text ?? '');

export const isDash = (token: Token | undefined): boolean => /^(?:–|—|―|-|--)$/u.test(token?.text ?? '');

const STOP = /^[.!?…]+$/u;

/** Whether a sentence ends with this token; a stop within brackets or before a comma or a small letter is an abbreviation's. */
export function endsSentence(token: Token | undefined): boolean {
  if (!token || token.text === ';') return true;
  // "(It is for sale, too.) “Nobody sails,” …": a whole sentence in brackets
  const isStop = STOP.test(token.text) || (token.text === ')' && STOP.test(token.previous?.text ?? ''));
  return isStop && !/^(?:[),:;.]|\p{Ll})/u.test(token.next?.text ?? '');
}

/** Whether quoted words end where their sentence does. */
export function fillsSentence({ lastCharacter, next }: QuotedSpan): boolean {
  const goesOn = /^(?:\p{Ll}|,)/u.test(next?.text ?? '');
  return (/[.!?…]/u.test(lastCharacter) && !goesOn) || endsSentence(next);
}
