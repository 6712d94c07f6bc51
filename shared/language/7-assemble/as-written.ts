import type { Token, TokenSpan } from '../annotated.ts';

/** What leads a clause into its sentence, and is no part of what was said: "said that …", "quoted as saying", "described as …". */
function isLeading(token: Token, content: TokenSpan): boolean {
  if (token.text === 'that') return token.pos === 'SCONJ' || token.relation === 'mark';
  const { head } = token;
  return token.text === 'as' && head !== undefined && content.has(head) && !(head.head && content.has(head.head));
}

/**
 * The clause as the article writes it, without a leading "that" or "as". One in a capital stays: it begins the sentence, and its
 * clause is the subject of what was said ("That he won is clear, Cole said").
 */
export function asWritten(content: TokenSpan): TokenSpan {
  if (content.length < 2 || !isLeading(content.first, content)) return content;
  return content.from(content.start + 1).trimmed();
}
