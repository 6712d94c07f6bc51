/** A word or mark of a wording, with its place in the text that it was taken from. */
export interface Token {
  /** As it is compared. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words, with the apostrophes and marks that stand within them; else each mark by itself. Quotation marks are none. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ＇][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}"'‘’‚‛“”„‟«»‹›`´＂＇]/gu;

/**
 * A wording as it is compared: quotation marks and white space are all that does not count, and an apostrophe is one however
 * it is drawn. Letters, capitals, numbers and other marks count.
 */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token.normalize('NFC').replace(/['’ʼ＇]/g, "'"),
    start: index,
    end: index + token.length,
  }));

/** A comma or full stop that ends a quotation is the sentence's around it: "We stay," he said. */
const isFinal = ({ text }: Token): boolean => text === ',' || text === '.';

/** What somebody asks for, without the mark at its end. */
export function askedTokens(text: string): Token[] {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  return last !== undefined && isFinal(last) ? tokens.slice(0, -1) : tokens;
}

export const isWord = ({ text }: Token): boolean => /[\p{L}\p{N}]/u.test(text);

const DENYING = new Set([
  ...['not', 'no', 'never', 'none', 'nobody', 'nothing', 'nowhere', 'neither', 'nor', 'cannot', 'without', 'hardly'],
  ...['barely', 'scarcely'],
]);

/** Without such a word a sentence says the opposite. */
export const denies = ({ text }: Token): boolean => {
  const word = text.toLowerCase();
  return DENYING.has(word) || word.endsWith("n't");
};

const QUALIFYING = new Set(['if', 'unless', 'until', 'except', 'but']);

/** Without such a word and what follows it a sentence says more than was said. */
export const qualifies = ({ text }: Token): boolean => QUALIFYING.has(text.toLowerCase());

/** Ends a sentence, as far as marks tell. */
export const endsSentence = ({ text }: Token): boolean => ['.', '!', '?', '…'].includes(text);
