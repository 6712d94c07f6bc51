import type { Token } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { DOCUMENTS, PERSONAL, wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate, type Exclusion } from './exclusion.ts';
import { isOfSpeakers, isSpeaker, isSpeaking, isThing, singular } from './speaking-sources.ts';

/** Words that tell without speaking, unless somebody or a document is their subject. */
const EVIDENCE = wordSet(`show demonstrate suggest indicate illustrate signal reveal prove mean reflect underline
  underscore highlight imply persuade convince teach dictate explain document`);

/** What people do by deeds; documents and figures alone tell by it. */
const PROVING = wordSet('show demonstrate prove illustrate');

/** What places do beside. */
const MARKING = wordSet('underscore underline reflect highlight');

/** Bodies and events that prove something by what they do. */
const DOING = wordSet('campaign camp side team party administration');

/** What people do by word, and events without a word. */
const BODING = wordSet('threaten promise guarantee');

/** "promising to stay", not "was promising to be": the tree often hangs it on the noun before. */
const isParticiple = (verb: Token): boolean => verb.lower.endsWith('ing') && verb.children('aux').length === 0;

/** A person, or a body that acts, rather than a document or a figure. */
function isDoing({ attribution, speaker }: Candidate): boolean {
  const head = sourceSpan(attribution)?.head;
  if (!head || DOCUMENTS.has(head.lower)) return false;
  if (isPersonNoun(head.lower) || isPeopleNoun(head.lower) || DOING.has(singular(head.lower))) return true;
  const isNamed = head.pos === 'PROPN' || head.pos === 'PRON';
  return isNamed && (speaker?.type === 'PERSON' || PERSONAL.has(head.lower));
}

/** "the crash shows that" */
export function isMereEvidence(candidate: Candidate): boolean {
  return EVIDENCE.has(lemmaOf(candidate)) && (!isSpeaking(candidate) || standsForThings(candidate));
}

/** `Two probes flew past the moon. They revealed …`: a pronoun for what the sentence before is about, where that is a thing. */
function standsForThings({ attribution, speaker }: Candidate): boolean {
  const pronoun = sourceSpan(attribution)?.head;
  if (!pronoun || speaker || pronoun.lower !== 'they') return false;
  const before = pronoun.sentence.previous?.sentence;
  const subject = before?.tokens.find(({ relation, head }) => relation === 'nsubj' && head?.relation === 'root');
  return subject?.pos === 'NOUN' && !isSpeaker(subject) && !isOfSpeakers(subject);
}

/** "has to show that she can win", "Wexmoor showed that it can be done" */
export function isProvedByDeeds(candidate: Candidate): boolean {
  const lemma = lemmaOf(candidate);
  const isPlace = candidate.speaker?.type === 'LOCATION';
  return PROVING.has(lemma) ? isPlace || isDoing(candidate) : isPlace && MARKING.has(lemma);
}

/** What a camera has seen. */
const isRecording = ({ lower, dependents }: Token): boolean =>
  RECORDINGS.has(singular(lower)) && dependents.some(({ lower: word }) => CAMERAS.has(word));

const RECORDINGS = wordSet('video tape recording film image picture');
const CAMERAS = wordSet(`surveillance security camera bodycam body-camera dashcam dash-cam cctv cellphone phone mobile
  satellite drone`);

/** What tells without speaking; asked of what stands without marks. */
export const NO_EVIDENCE: readonly Exclusion[] = [
  {
    name: 'evidence',
    example: 'The swollen river was threatening to flood the market.',
    applies: (candidate) => {
      const { attribution, cue, word } = candidate;
      if (!BODING.has(cue?.lemma ?? '') || isParticiple(word)) return false;
      // "in a debate that threatened to break her", "the firm that threatened to sue"
      const isRelative = sourceSpan(attribution)?.first.lower === 'that';
      return isRelative ? word.head?.pos === 'NOUN' && !isSpeaker(word.head) : !isSpeaking(candidate);
    },
  },
  {
    name: 'evidence',
    example: 'All signs point to the mayor resigning.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'point' && candidate.attribution.frame === 'oblique' && !isSpeaking(candidate),
  },
  {
    name: 'evidence',
    example: 'The crash shows that the road is dangerous.',
    applies: (candidate) =>
      isMereEvidence(candidate) || (candidate.attribution.rule.startsWith('noun/') && !isSpeaking(candidate)),
  },
  {
    name: 'evidence',
    example: 'Surveillance video shows that the car left at noon.',
    applies: (candidate) => {
      const head = sourceSpan(candidate.attribution)?.head;
      return lemmaOf(candidate) === 'show' && head !== undefined && isRecording(head);
    },
  },
  {
    name: 'evidence',
    example: 'Lund has to show that she can win.',
    applies: isProvedByDeeds,
  },
  {
    name: 'evidence',
    example: 'The stream of new money confirms that the port is rich.',
    applies: isThing,
  },
];
