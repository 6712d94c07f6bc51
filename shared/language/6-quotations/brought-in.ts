import type { Token } from '../annotated.ts';
import { beforeSubheads } from './headings.ts';

/** How many tokens of a paragraph are looked back on: a few screens. Keeps the work linear. */
export const MOST_BACK = 400;

/** "a senator … the senator": somebody who was brought in without a name. */
export function isBroughtIn(head: Token): boolean {
  const isOther = (token: Token) =>
    token.lower === head.lower &&
    token.quoted === undefined &&
    token.dependents.some(isIndefinite) &&
    token.children('cop').length === 0 &&
    !['appos', 'compound', 'xcomp'].includes(token.relation);
  return tokensBefore(head).some(isOther);
}

/** Tokens of the paragraph before a place and of the paragraph before that, the nearest first. */
export function tokensBefore({ paragraph, index }: Token): Token[] {
  const own = paragraph.tokens.slice(Math.max(0, index - MOST_BACK), index);
  return [...(beforeSubheads(paragraph)?.tokens.slice(-MOST_BACK) ?? []), ...own].reverse();
}

export const isIndefinite = ({ lower }: Token): boolean => /^(?:an?|one|another|some)$/u.test(lower);
