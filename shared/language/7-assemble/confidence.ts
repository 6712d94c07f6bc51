import type { Attribution } from '../6-quotations/rule.ts';
import { ruleOf } from '../6-quotations/rules.ts';
import { oddsOfStatement } from './judge.ts';

/** What makes an attribution doubtful, and the share of its odds that remains. */
const DOUBTS: readonly { readonly share: number; readonly applies: (attribution: Attribution) => boolean }[] = [
  // No source
  { share: 0.35, applies: ({ source, turn }) => !source && !turn },
  // A pronoun
  { share: 0.9, applies: ({ source }) => source?.span.length === 1 && source.span.first.pos === 'PRON' },
  // A belief or an intention
  { share: 0.6, applies: ({ cueKind }) => cueKind !== 'assertion' },
  // Marks that are not closed
  { share: 0.5, applies: ({ cue }) => cue.paragraph.marked.at(-1)?.isClosed === false },
];

/**
 * Confidence, 0..1: of words in marks the probability that content and source are right (the rule's, less where something
 * speaks against it); of others the judge's, that they are a statement at all.
 */
export const confidenceOf = (attribution: Attribution): number =>
  touchesMarks(attribution) ? confidenceByRule(attribution) : probability(oddsOfStatement(attribution));

/** The rule's confidence, less where something speaks against it, 0..1. */
export const confidenceByRule = (attribution: Attribution): number => probability(oddsByRule(attribution));

const probability = (odds: number): number => Math.round((100 * odds) / (1 + odds)) / 100;

/** Words in marks, or a paragraph that is somebody's as a whole. */
export const touchesMarks = ({ contents, cue }: Attribution): boolean =>
  contents.some((content) => content.paragraph !== cue.paragraph || content.touchesQuoted());

function oddsByRule(attribution: Attribution): number {
  const { confidence } = ruleOf(attribution.rule);
  return DOUBTS.filter(({ applies }) => applies(attribution)).reduce(
    (left, { share }) => left * share,
    confidence / (1 - confidence),
  );
}
