/**
 * Sentences of tokens as the text they were: spaces, marks and numbers. Deterministic; only spacing changes, but for
 * the numbers that a spreadsheet had regrouped ("1,00,000") and the quotation marks of the Penn Treebank (“``”).
 */
export function detokenise(tokens: readonly string[], open = false): { text: string; open: boolean } {
  let text = '';
  let glue = true;
  let isOpen = open;
  for (const [index, raw] of tokens.entries()) {
    const token = regroup(raw === '``' || raw === "''" ? '"' : raw);
    const isQuote = token === '"';
    const closes = isQuote && isOpen;
    const joinsLeft = closes || CLOSES.test(token) || isPossessive(tokens, index) || isSlash(tokens, index);
    text += glue || joinsLeft ? token : ` ${token}`;
    if (isQuote) isOpen = !isOpen;
    glue = (isQuote && !closes) || OPENS.test(token) || isSlash(tokens, index);
  }
  return { text, open: isOpen };
}

const CLOSES = /^(?:[.,;:!?)\]%…”’]|\.\.\.|n't|'(?:s|S|ll|m|re|ve|d))$/u;
const OPENS = /^(?:[([$“‘#]|US\$|GB[P£]?£?)$/u;

/** A plural's apostrophe: "the rebels ' camp". */
const isPossessive = (tokens: readonly string[], index: number): boolean =>
  tokens[index] === "'" && /[sz]$/iu.test(tokens[index - 1] ?? '');

const isSlash = (tokens: readonly string[], index: number): boolean => tokens[index] === '/';

/** "1,50,000" as "150,000". */
const regroup = (token: string): string =>
  /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(token) ? Number(token.replaceAll(',', '')).toLocaleString('en-US') : token;

/** Whether a sentence lost something on its way: a range that became a date ("06-Mar"), a mark that became "?", single marks. */
export const isBroken = (tokens: readonly string[]): boolean =>
  tokens.some((token, index) =>
    token === "'"
      ? !isPossessive(tokens, index)
      : /^\d{2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/.test(token) || /\w\?\w|[#�]/.test(token),
  ) || tokens.length === 1;
