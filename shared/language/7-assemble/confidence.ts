import type { Attribution } from '../6-quotations/rule.ts';
import { ruleOf } from '../6-quotations/rules.ts';

/** What makes an attribution doubtful, and the share of its odds that remains. */
const DOUBTS: readonly { readonly share: number; readonly applies: (attribution: Attribution) => boolean }[] = [
  // No source
  { share: 0.35, applies: ({ source, turn }) => !source && !turn },
  // A pronoun
  { share: 0.9, applies: ({ source }) => source?.span.length === 1 && source.span.first.pos === 'PRON' },
  // A belief or an intention
  { share: 0.6, applies: ({ cueKind }) => cueKind !== 'assertion' },
  // No words in marks
  {
    share: 0.85,
    applies: ({ contents, cue }) =>
      !contents.some((content) => content.paragraph !== cue.paragraph || content.touchesQuoted()),
  },
  // Marks that are not closed
  { share: 0.5, applies: ({ cue }) => cue.paragraph.marked.at(-1)?.isClosed === false },
];

/** Probability that content and source are right, 0..1: the rule's, less where something speaks against it. */
export function confidenceOf(attribution: Attribution): number {
  const { confidence } = ruleOf(attribution.rule);
  const odds = DOUBTS.filter(({ applies }) => applies(attribution)).reduce(
    (left, { share }) => left * share,
    confidence / (1 - confidence),
  );
  return Math.round((100 * odds) / (1 + odds)) / 100;
}
