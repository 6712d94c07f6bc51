import type { Entity } from '../analysis.ts';

/** The entities behind a source, or nobody: a wrong speaker can be libel. */
export interface FoundSpeakers {
  /** In the order of the source. */
  readonly entities: readonly Entity[];
  /** Why these, or why nobody. */
  readonly reason: string;
}

export const nobody = (reason: string): FoundSpeakers => ({ entities: [], reason });
