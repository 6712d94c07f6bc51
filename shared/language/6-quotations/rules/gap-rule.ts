import type { TokenSpan } from '../../annotated.ts';
import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import type { CueAndSource, IsOn, RuleHead } from '../rule.ts';

/** The words between quoted words and the next, or the end of the sentence. */
export interface GapAfter {
  readonly quoted: QuotedSpan;
  /** Without the comma or dash that opens it. */
  readonly words: TokenSpan;
  /** Whether a comma, a dash, a question or an exclamation parts it from the quoted words. */
  readonly isPaused: boolean;
  /** Whether the quoted words open their sentence, or a stretch between dashes. */
  readonly opensSentence: boolean;
}

/** The words between the start of a sentence, or the quoted words before, and a content. */
export interface GapBefore {
  /** With the comma, dash or colon that ends it. */
  readonly span: TokenSpan;
  /** Without punctuation. */
  readonly words: TokenSpan['tokens'];
  readonly endsWith: 'colon' | 'comma' | 'dash';
}

export type FoundInGap = Omit<CueAndSource, 'rule'>;

/** A rule that reads punctuation and place in a gap beside quoted words. */
export interface GapRule<Gap> extends RuleHead {
  /** Undefined: the next rule is asked; null: no rule is. */
  readonly find: (gap: Gap) => FoundInGap | null | undefined;
}

/** Asks the rules for a gap in turn; the first that answers decides. */
export function askRules<Gap>(rules: readonly GapRule<Gap>[], gap: Gap, isOn: IsOn = () => true): CueAndSource | null {
  for (const { id, find } of rules) {
    const found = isOn(id) ? find(gap) : undefined;
    if (found !== undefined) return found && { rule: id, ...found };
  }
  return null;
}
