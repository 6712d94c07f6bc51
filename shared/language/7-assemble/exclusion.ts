import type { Token, TokenSpan } from '../annotated.ts';
import type { Entity } from '../analysis.ts';
import type { Attribution } from '../6-quotations/rule.ts';
import { QUESTION_WORDS } from '../lexicon/closed-classes.ts';
import type { VerbCue } from '../lexicon/reporting.ts';

/** An attribution with what is asked of it. */
export interface Candidate {
  readonly attribution: Attribution;
  readonly cue: VerbCue | undefined;
  /** The verb of the cue, or its noun. */
  readonly word: Token;
  /** The token that the content hangs on. */
  readonly head: Token | undefined;
  readonly content: TokenSpan;
  /** The entity behind the source. */
  readonly speaker: Entity | undefined;
}

/** Why an attribution is no statement (docs/statements.md). */
export interface Exclusion {
  readonly name: string;
  readonly example: string;
  /** Whether what is reported inside it is no statement either: it was only hoped for, planned or kept back with it. */
  readonly isOpaque?: true;
  readonly applies: (candidate: Candidate) => boolean;
}

export const lemmaOf = ({ cue, word }: Candidate): string => cue?.lemma ?? word.lower;

/** "who …", "whether …", "which …"; "if he can, he will" is no question. */
export const opensQuestion = ({ content: { first }, head }: Candidate): boolean =>
  QUESTION_WORDS.has(first.lower) || first.lower === 'which' || (first.lower === 'if' && !isCondition(first, head));

const isCondition = ({ head: clause }: Token, head: Token | undefined): boolean =>
  clause?.relation === 'advcl' && clause.head === head;
