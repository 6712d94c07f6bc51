import { isInfinitive } from '../6-quotations/cues.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate, type Exclusion } from './exclusion.ts';

const REFLEXIVE = /sel(?:f|ves)$/u;

const FINDING = wordSet('find discover');

/** `As the ice melted, the crew found a way`: what is found stands behind the verb. */
const isPastObject = (candidate: Candidate): boolean =>
  candidate.attribution.rule === 'clause/lost-before' &&
  FINDING.has(lemmaOf(candidate)) &&
  candidate.word.children('obj').length > 0;

/** What is come upon or looked at rather than made known; asked of what stands without marks. */
export const FINDS: readonly Exclusion[] = [
  {
    name: 'sense',
    example: 'The crew found it difficult to leave.',
    applies: (candidate) => lemmaOf(candidate) === 'find' && candidate.attribution.frame === 'predicative',
  },
  {
    name: 'sense',
    example: 'The settlers sailed north only to find that the harbour was lost.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'find' && candidate.word.relation === 'advcl' && isInfinitive(candidate.word),
  },
  {
    name: 'sense',
    example: 'A guard observed voting in the north.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'observe' && candidate.head?.relation === 'xcomp' && candidate.head.lower.endsWith('ing'),
  },
  {
    name: 'sense',
    example: 'Lund found herself fighting for her seat, and her party has found its voice.',
    applies: (candidate) =>
      isPastObject(candidate) || (lemmaOf(candidate) === 'find' && REFLEXIVE.test(candidate.content.first.lower)),
  },
];
