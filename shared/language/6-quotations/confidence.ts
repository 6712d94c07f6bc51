import type { Attribution } from './drafts.ts';
import { touchesQuoted, type ParagraphTree } from './paragraph-tree.ts';

/** Share of a sieve's attributions whose content and source are right, rounded, from free news text and our own cases. */
const SIEVES: Readonly<Record<string, number>> = {
  'source then verb': 0.93,
  'verb then source': 0.94,
  'according to after': 0.85,
  'cue before': 0.8,
  headline: 0.85,
  announced: 0.6,
  interview: 0.8,
  signature: 0.9,
  'in their words': 0.8,
  colon: 0.5,
  'noun before colon': 0.6,
  'verb before colon': 0.5,
  that: 0.75,
  order: 0.65,
  name: 0.65,
  thing: 0.55,
  'according to': 0.8,
  'in a poll': 0.6,
  noun: 0.5,
  adjective: 0.65,
  'nearest cue': 0.4,
  floating: 0.3,
};
const UNKNOWN_SIEVE = 0.4;

/** Conditions that make an attribution doubtful, with the share of its odds that remains. */
const PRONOUN = 0.9;
const NO_SOURCE = 0.35;
const NOT_SAYING = 0.6;
const UNMARKED = 0.85;
const UNCLOSED = 0.5;

/** Probability that content and source are right, 0..1: the sieve's, less where something speaks against it. */
export function confidenceOf(tree: ParagraphTree, { contents, rule, cueKind, source }: Attribution): number {
  let odds = toOdds(SIEVES[rule] ?? UNKNOWN_SIEVE);
  if (!source) odds *= NO_SOURCE;
  else if (source.first === source.last && tree.nodes[source.first]?.pos === 'PRON') odds *= PRONOUN;
  if (cueKind !== 'assertion') odds *= NOT_SAYING;
  if (!contents.some((content) => content.paragraph !== tree.paragraph.ordinal || touchesQuoted(tree, content)))
    odds *= UNMARKED;
  if (tree.quoted.at(-1)?.passage.closed === false) odds *= UNCLOSED;
  return Math.round((100 * odds) / (1 + odds)) / 100;
}

const toOdds = (probability: number): number => probability / (1 - probability);
