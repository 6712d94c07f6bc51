import type { Sentence, TaggedName, Token } from '../document.ts';

/** What bodies are, as the last word of their names. */
const BODY =
  /^(?:AGENCY|ASSOCIATION|AUTHORITY|BOARD|BUREAU|CENT(?:ER|RE)|COMMISSION|COMMITTEE|COUNCIL|DEPARTMENT|FEDERATION|FUND|GUARD|INSTITUTE|MINISTRY|OFFICE|SERVICE|SOCIETY|UNION)$/;

/** No name of a body has more tokens. */
const LONGEST = 8;

/** "NORLAND SEARCH AND RESCUE AGENCY SAYS BODIES FOUND": in a line in capitals the tagger cuts names; they end with what the body is. */
export const withNamesInCapitals = (sentences: readonly Sentence[]): Sentence[] =>
  sentences.map((sentence) => {
    const { tokens, names } = sentence;
    const whole = names.map((name) => endOfBody(name, tokens) ?? name);
    if (whole.every((name, index) => name === names[index])) return sentence;
    return { ...sentence, names: whole.filter(({ first }, index) => first >= (whole[index - 1]?.end ?? 0)) };
  });

/** A body or a place that goes on in capitals up to what it is, and the line after it. */
function endOfBody({ type, first, end }: TaggedName, tokens: readonly Token[]): TaggedName | undefined {
  if (type !== 'ORGANIZATION' && type !== 'LOCATION') return undefined;
  if (BODY.test(tokens[end - 1]?.text ?? '')) return undefined;
  for (let index = first; index < tokens.length && index - first < LONGEST; index++) {
    const token = tokens[index];
    if (!token || !isPart(token)) return undefined;
    if (index >= end && BODY.test(token.text))
      return isInCapitals(tokens[index + 1]) ? { type: 'ORGANIZATION', first, end: index + 1 } : undefined;
  }
  return undefined;
}

const isInCapitals = (token: Token | undefined): boolean => /^\p{Lu}{2,}$/u.test(token?.text ?? '');

/** No verb and no preposition stands within the name. */
const isPart = (token: Token): boolean =>
  isInCapitals(token) && (['NOUN', 'PROPN', 'ADJ', 'CCONJ'].includes(token.pos) || token.text === 'OF');
