import { TokenSpan, type Token } from '../../annotated.ts';
import type { Frame } from '../../lexicon/cue-kinds.ts';
import type { VerbCue } from '../../lexicon/reporting.ts';
import { CLAUSE_EXTENT, type ExtentStep } from '../clause-extent.ts';
import type { Bound, Pattern } from '../pattern.ts';
import type { RuleHead } from '../rule.ts';

/** A content, and the last token of the cue where a preposition or particle of its own belongs to it. */
interface Governed {
  readonly content: TokenSpan;
  readonly cueEnd?: Token;
}

/** How a verb takes what it reports: a trigger in the lexicon, a pattern over the tree, a content. */
interface VerbRuleRecord<Names extends string, Optional extends string> extends RuleHead {
  /** What the content is to the verb. */
  readonly frame: Frame;
  /** Which verbs it asks; those that have the frame where it is left out. */
  readonly trigger?: (cue: VerbCue, verb: Token) => boolean;
  readonly pattern: Pattern<Names, Optional>;
  /** Null where the words around the bound tokens speak against it. */
  readonly content: (
    bound: Bound<Names, Optional> & { readonly verb: Token },
    cue: VerbCue,
  ) => TokenSpan | Governed | null;
  /** CLAUSE_EXTENT where left out. */
  readonly extent?: readonly ExtentStep[];
}

export interface FoundByVerb {
  readonly content: TokenSpan;
  readonly cueEnd: Token;
  readonly bound: Readonly<Record<string, TokenSpan | undefined>>;
}

/** A rule that starts from a verb which the lexicon knows. */
export interface VerbRule extends RuleHead {
  readonly frame: Frame;
  readonly extent: readonly ExtentStep[];
  readonly find: (verb: Token, cue: VerbCue) => FoundByVerb | null;
}

export function verbRule<Names extends string, Optional extends string>(
  record: VerbRuleRecord<Names, Optional>,
): VerbRule {
  const { id, example, counter, confidence, frame, pattern, content, extent = CLAUSE_EXTENT } = record;
  const trigger = record.trigger ?? ((cue: VerbCue) => cue.frames.has(frame));
  return {
    id,
    example,
    ...(counter && { counter }),
    confidence,
    frame,
    extent,
    find: (verb, cue) => {
      if (!trigger(cue, verb)) return null;
      const bound = pattern.match(verb);
      if (!bound) return null;
      const found = content({ ...bound, verb }, cue);
      if (!found) return null;
      const governed: Governed = found instanceof TokenSpan ? { content: found } : found;
      const spans = Object.entries<Token | undefined>(bound).map(
        ([name, token]) => [name, token && TokenSpan.of(token)] as const,
      );
      return { content: governed.content, cueEnd: governed.cueEnd ?? verb, bound: Object.fromEntries(spans) };
    },
  };
}
