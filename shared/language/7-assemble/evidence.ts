import type { Token } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { DOCUMENTS, PERSONAL, wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate, type Exclusion } from './exclusion.ts';

/** Words that tell without speaking, unless somebody or a document is their subject. */
const EVIDENCE = wordSet(`show demonstrate suggest indicate illustrate signal reveal prove mean reflect underline
  underscore highlight imply persuade convince teach dictate explain`);

/** What people do by deeds; documents and figures alone tell by it. */
const PROVING = wordSet('show demonstrate prove illustrate');

/** Bodies and events that prove something by what they do. */
const DOING = wordSet('campaign camp side team party administration');

/** What people do by word, and events without a word. */
const BODING = wordSet('threaten promise guarantee');

/** What reports, beside people, bodies and documents. */
const RESEARCH = wordSet(`study research poll survey data figure statistic census review analysis paper filing document
  complaint indictment lawsuit affidavit testimony transcript record memo audit inquiry investigation estimate forecast
  court judge jury team group company firm government ministry agency office department police army military council
  committee commission union party panel board bank authority administration opposition rebel force court team club
  association organisation organization watchdog regulator network paper newspaper magazine website channel station
  broadcaster outlet press media service campaign camp side delegation majority half quarter third percent source other
  most many some people public resident voter book website blog account website briefing announcement verdict bulletin section page chapter passage
  entry guide manual laboratory lab`);

const singular = (lower: string): string => lower.replace(/ies$/u, 'y').replace(/(?<=[^si])s$/u, '');

/** What stands for a thing that shows something: "it shows that …". */
const THINGS = wordSet('it this that which these those what nothing something everything anything');

/** "promising to stay", not "was promising to be": the tree often hangs it on the noun before. */
const isParticiple = (verb: Token): boolean => verb.lower.endsWith('ing') && verb.children('aux').length === 0;

/** Somebody, a body or a document, as far as its head tells. */
function isSpeaking({ attribution, speaker }: Candidate): boolean {
  const head = sourceSpan(attribution)?.head;
  if (head && THINGS.has(head.lower)) return false;
  if (speaker && !(speaker.type === 'LOCATION' && head?.pos === 'NOUN')) return true;
  if (!head) return false;
  return head.pos !== 'NOUN' || isSpeaker(head);
}

/** A noun for people, a body or a document. */
const isSpeaker = ({ lower }: Token): boolean =>
  isPersonNoun(lower) || isPeopleNoun(lower) || DOCUMENTS.has(lower) || RESEARCH.has(singular(lower));

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
  return EVIDENCE.has(lemmaOf(candidate)) && !isSpeaking(candidate);
}

/** "has to show that she can win", "Wexmoor showed that it can be done" */
export function isProvedByDeeds(candidate: Candidate): boolean {
  return PROVING.has(lemmaOf(candidate)) && (isDoing(candidate) || candidate.speaker?.type === 'LOCATION');
}

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
    example: 'Lund has to show that she can win.',
    applies: isProvedByDeeds,
  },
];
