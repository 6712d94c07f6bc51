import type { CueKind } from './cue-lexicon.ts';
import type { Range } from './paragraph-tree.ts';

/** Nodes of one paragraph. */
export interface Place extends Range {
  /** Ordinal of the paragraph. */
  readonly paragraph: number;
}

/** Source, cue and content, found by one sieve. */
export interface Attribution {
  readonly contents: readonly Place[];
  readonly cue: Place | null;
  readonly cueKind: CueKind | null;
  readonly source: Place | null;
  readonly decidedBy: string;
}
