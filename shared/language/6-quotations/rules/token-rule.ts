import type { Token, TokenSpan } from '../../annotated.ts';
import type { CueKind } from '../../lexicon/cue-kinds.ts';
import type { RuleHead } from '../rule.ts';
import type { FoundSource } from '../sources.ts';

/** What a rule found around a token that is no verb of reporting by itself. */
export interface FoundAround {
  readonly contents: readonly TokenSpan[];
  readonly cue: TokenSpan;
  readonly cueKind: CueKind;
  readonly source: FoundSource | null;
}

/** A rule that starts from a word: a noun, an adjective, "according", "in". */
export interface TokenRule extends RuleHead {
  readonly find: (token: Token) => FoundAround | null;
}

export const saidBy = (span: TokenSpan, rule: string): FoundSource => ({ span, rule });
