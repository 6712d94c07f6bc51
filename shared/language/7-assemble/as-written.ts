import type { Token, TokenSpan } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';

/** What leads a clause into its sentence, and is no part of what was said: "said that …", "quoted as saying", "described as …". */
function isLeading(token: Token, content: TokenSpan): boolean {
  if (token.text === 'that') return token.pos === 'SCONJ' || token.relation === 'mark';
  const { head } = token;
  return token.text === 'as' && head !== undefined && content.has(head) && !(head.head && content.has(head.head));
}

/** How the writer goes on from one sentence to the next: "But …", "And so …", "Also, …", "That's why …". */
function startAfterConnective({ first, start, end, paragraph }: TokenSpan): number {
  if (first !== first.sentence.first || first.quoted) return start;
  const isPointer = POINTERS.has(first.lower) && first.next?.pos === 'AUX' && first.at(2)?.lower === 'why';
  if (isPointer) return start + 3;
  if (!isConnective(first) && !(LEADING.has(first.lower) && first.next?.text === ',')) return start;
  let at = start + 1;
  while (at < end && FURTHER.has(paragraph.tokenAt(at).lower)) at += 1;
  return at;
}

const isConnective = ({ pos, lower }: Token): boolean => pos === 'CCONJ' && CONNECTIVES.has(lower);

const CONNECTIVES = wordSet('and but or yet so');
/** Adverbs that lead on before a comma. */
const LEADING = wordSet('also however moreover furthermore');
const POINTERS = wordSet('that this it');
const FURTHER = wordSet(', so also yet');

/**
 * The clause as the article writes it, without a leading "that" or "as", and without the "But" that leads the sentence. One in a capital stays: it begins the sentence, and its
 * clause is the subject of what was said ("That he won is clear, Cole said").
 */
function asWritten(content: TokenSpan): TokenSpan {
  if (content.length < 2) return content;
  const own = content.from(startAfterConnective(content));
  if (own.isEmpty) return content;
  return isLeading(own.first, own) ? own.from(own.start + 1).trimmed() : own;
}

/** The same of each part; a "But" that is parted from its clause ("But, she said, it holds") is none. */
export function partsAsWritten(contents: readonly TokenSpan[]): readonly TokenSpan[] {
  const parts = contents.filter(
    ({ length, first }) => length > 1 || !(isConnective(first) || LEADING.has(first.lower)),
  );
  return (parts.length > 0 ? parts : contents).map(asWritten);
}
