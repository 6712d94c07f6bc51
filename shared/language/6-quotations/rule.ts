import type { Turn } from '../4-quoted/turn.ts';
import type { TokenSpan } from '../annotated.ts';
import type { CueKind, Frame } from '../lexicon/cue-kinds.ts';
import type { FoundSource } from './sources.ts';

/** What every rule tells of itself, whatever it reads. */
export interface RuleHead {
  /** Family and case: "clause/before". What a row carries, `--without` switches off and `--ablation` lists. */
  readonly id: string;
  /** A text with its attribution marked, which the rule finds and no other does. */
  readonly example: string;
  /** Texts in which it finds nothing. */
  readonly counter?: readonly string[];
  /** Share of its attributions whose content and source are right, before what else speaks against one. */
  readonly confidence: number;
}

/** A named step that moved the end of a content. */
export interface Step {
  readonly name: string;
  readonly from: TokenSpan;
  readonly to: TokenSpan;
}

/** Cue and source, as one rule bound them. */
export interface CueAndSource {
  readonly rule: string;
  readonly cue: TokenSpan;
  readonly cueKind: CueKind;
  readonly source: FoundSource | null;
  /** How a verb takes the content; undefined for words that punctuation and place attribute. */
  readonly frame?: Frame;
  /** What else the rule bound, by its names in the rule. */
  readonly bound?: Readonly<Record<string, TokenSpan | undefined>>;
  /** Of an interview or a transcript: its words are as if they stood in marks. */
  readonly turn?: Turn;
}

/** A content with its cue and source. */
export interface Candidate extends CueAndSource {
  readonly contents: readonly TokenSpan[];
  readonly steps?: readonly Step[];
}

/** An attribution in the making: later words may still join its contents. */
export interface Attribution extends CueAndSource {
  readonly contents: TokenSpan[];
  readonly steps: Step[];
  /** Whether the content is at least partly in quotation marks. */
  readonly isQuoted: boolean;
  /** From 1, in the order of finding. */
  readonly number: number;
}

/** Which rules are asked; all but those that somebody leaves out to measure what they give. */
export type IsOn = (id: string) => boolean;

export const sourceSpan = ({ source }: CueAndSource): TokenSpan | null => source?.span ?? null;

/** The same cue and source for other words, by another rule. */
export const sameSpeaker = ({ cue, cueKind, source }: CueAndSource, rule: string): CueAndSource => ({
  rule,
  cue,
  cueKind,
  source,
});
