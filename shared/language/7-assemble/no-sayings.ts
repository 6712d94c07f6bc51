import type { Token } from '../annotated.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate, type Exclusion } from './exclusion.ts';

/** Verbs of what somebody perceives or has in mind, rather than believes and says. */
const IN_MIND = wordSet('know realise realize see hear learn notice forget consider remember like love hate prefer');

/** Nouns of no saying. */
const NO_SAYINGS_BY_NOUN =
  wordSet(`slogan slogans sense order orders decision decisions message messages hint hints sign signs
  evidence proof idea ideas plan plans ruling verdict effort efforts move moves bid bids prediction predictions`);

const NOBODY = wordSet('nobody none neither nothing');

const FUTURE = wordSet("will 'll shall");

/** What somebody pleads in court. */
const PLEAS = wordSet('guilty not innocent nolo no');

/** What one is found or said to be for a deed: "guilty to threatening". */
const CHARGED = wordSet(
  'guilty charged accused convicted suspected innocent acquitted cleared arrested charges charge',
);

/** Words that have no verb and tell nothing alone: "which", "This", "Meanwhile". */
const NO_WORDS_ALONE: ReadonlySet<string> = new Set(['PRON', 'ADV', 'DET', 'CCONJ', 'SCONJ', 'PUNCT', 'INTJ']);

/** Further reasons, asked of what stands without marks. */
export const NO_SAYINGS: readonly Exclusion[] = [
  {
    name: 'nobody',
    example: 'Nobody said that the pier was safe.',
    isTransparent: false,
    applies: ({ attribution }) => isNobody(sourceSpan(attribution)?.tokens ?? []),
  },
  {
    name: 'in-mind',
    example: 'Lund realised that the pier was lost.',
    isTransparent: true,
    applies: (candidate) => candidate.cue !== undefined && IN_MIND.has(candidate.cue.lemma),
  },
  {
    name: 'supposed',
    example: 'The mayor may believe that the pier is safe.',
    isTransparent: false,
    applies: ({ attribution: { cue, cueKind }, word }) =>
      cueKind !== 'assertion' &&
      (modalityOf(cue) === 'hypothetical' || word.children('aux').some(({ lower }) => FUTURE.has(lower))),
  },
  {
    name: 'act',
    example: 'Tebbit pleaded guilty to threatening to burn the pier.',
    isTransparent: true,
    applies: (candidate) => isPlea(candidate) || isOffence(candidate.word) || isUnspokenNoun(candidate),
  },
  {
    name: 'sense',
    example: 'Lund added a goal and an assist.',
    isTransparent: true,
    applies: (candidate) =>
      lemmaOf(candidate) === 'add' && candidate.word.children('obj').some((object) => object.isAfter(candidate.word)),
  },
  {
    name: 'noun',
    example: 'The pier, said Lund, …',
    isTransparent: true,
    applies: ({ attribution: { contents } }) =>
      contents.every(({ tokens }) => tokens.every(({ pos }) => NO_WORDS_ALONE.has(pos))),
  },
];

function isNobody([first, second]: readonly Token[]): boolean {
  if (!first) return false;
  return NOBODY.has(first.lower) || (first.lower === 'no' && (second?.lower === 'one' || second?.pos === 'NOUN'));
}

const isPlea = (candidate: Candidate): boolean =>
  candidate.cue?.lemma === 'plead' && PLEAS.has(candidate.content.first.lower);

/** "guilty to threatening to kill", "charged with threatening": a deed that somebody stands accused of. */
function isOffence(verb: Token): boolean {
  if (!verb.lower.endsWith('ing') || verb.children('mark', 'case').length === 0) return false;
  const { head } = verb;
  return head !== undefined && (CHARGED.has(head.lower) || head.dependents.some(({ lower }) => CHARGED.has(lower)));
}

const isUnspokenNoun = ({ attribution: { rule, cue } }: Candidate): boolean =>
  rule.startsWith('noun/') && cue.tokens.some(({ lower }) => NO_SAYINGS_BY_NOUN.has(lower));
