import type { Token } from '../annotated.ts';
import type { Entity } from '../analysis.ts';
import { isInfinitive, isPassive, mainVerb } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan, type Attribution } from '../6-quotations/rule.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { verbCue } from '../lexicon/reporting.ts';
import { isClause } from './content-clause.ts';
import { CONVICTIONS, isInMind } from './convictions.ts';
import { isMereEvidence, isProvedByDeeds, NO_EVIDENCE } from './evidence.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';
import { isLabel } from './labels.ts';
import { NO_SAYINGS, NOBODY_SAYS } from './no-sayings.ts';
import { OTHER_SENSES } from './other-senses.ts';
import { UNSAID, UNSAID_IN_MARKS } from './unsaid.ts';

/** Deeds by word. */
const DEEDS = wordSet(`order command instruct direct compel force forbid ban name appoint elect designate nominate rule
  sentence convict acquit charge fine award grant approve adopt pass vote sign veto file encourage persuade convince
  pressure pressurise nudge prod coax lobby certify rank rate classify diagnose`);

/** Manners of speech that are other deeds where no marks stand beside them. */
const MANNERS = wordSet(`shoot fire gush beam bristle thunder fume sing rap spit bellow hiss crack cast read tease taunt
  scold write attack slam blast bark pen file wire cable close open cut address publish`);

const NOT_DOING = wordSet('decline refuse');
const PROMISING = wordSet(`promise pledge vow threaten offer swear ask beg plead demand request claim profess urge call
  guarantee warn advise propose volunteer`);

const hasOwnSubject = (clause: Token): boolean => clause.children('nsubj', 'csubj').length > 0;

/** "is running out", "would be to go" */
const isFinite = (predicate: Token): boolean => predicate.children('aux', 'cop').some(({ lower }) => FINITE.has(lower));

const FINITE = wordSet("am is are was were 's 're 'm will would can could should might must may 'll 'd");

/** Longest name or term in marks under a verb of another sense. */
const LONGEST_TERM = 4;

/** `released the "App Store"`: all that stands in marks is a name. */
const areNames = ({ attribution: { contents } }: Candidate): boolean =>
  contents
    .flatMap((content) => content.quotedSpans())
    .every(
      (quoted) => quoted.words.length <= LONGEST_TERM && quoted.startsUpper && !/[.?!]/u.test(quoted.lastCharacter),
    );

/** `agreed to return the cash for “We”`: marks around a term make nothing somebody's words. */
const areTerms = ({ attribution: { contents } }: Candidate): boolean =>
  contents
    .flatMap((content) => content.quotedSpans())
    .every(({ words }) => words.length <= LONGEST_TERM && words.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX'));

/** Words of a title that are written small: "The Making of an Island". */
const LONGEST_SMALL_WORD = 4;

/** `plans to publish “The Making of an Island”`; in a headline every word is written large. */
const areTitles = ({ attribution: { contents }, word }: Candidate): boolean =>
  word.text === word.lower &&
  contents
    .flatMap((content) => content.quotedSpans())
    .every(({ words }) =>
      words.every(({ text, pos }) => pos === 'PUNCT' || text.length <= LONGEST_SMALL_WORD || /^[^\p{Ll}]/u.test(text)),
    );

/** What stands on a banner or above an article. */
const SLOGANS = wordSet('slogan motto tagline headline sign banner hashtag title');

/** With which somebody says a slogan. */
const REPEATING = wordSet('repeat chant shout utter coin echo tweet post write');

/** "the slogan “…”": words that somebody speaks of. */
const areSlogans = ({ attribution: { contents } }: Candidate): boolean =>
  contents
    .flatMap((content) => content.quotedSpans().map((quoted) => ({ content, quoted })))
    .every(({ content, quoted }) => quoted.start > content.start && SLOGANS.has(quoted.previous?.lower ?? ''));

/** What things are called. */
const NAMING = wordSet('call name title entitle dub');

/** "a play called “…”", "it was named “…”": without "by". */
const isOfNobody = (verb: Token): boolean =>
  !verb.lower.endsWith('ing') &&
  (isPassive(verb) || (verb.relation === 'acl' && verb.subtype !== 'relcl' && verb.children('nsubj').length === 0)) &&
  !verb.children('obl').some((agent) => agent.children('case').some(({ lower }) => lower === 'by'));

const isNominal = ({ attribution: { frame } }: Candidate): boolean => frame === 'object' || frame === 'oblique';

/** Asked in order of what stands in marks, at least in part: it is somebody's words, but for these. */
const IN_MARKS: readonly Exclusion[] = [
  NOBODY_SAYS,
  ...UNSAID_IN_MARKS,
  {
    name: 'marks',
    example: 'Apple released the “App Store” and a new phone.',
    applies: (candidate) => isNominal(candidate) && areNames(candidate),
  },
  {
    name: 'marks',
    example: 'The council ended a scheme known as “cash for boats”.',
    applies: ({ attribution: { frame }, word }) =>
      frame === 'predicative' &&
      word.relation === 'acl' &&
      word.subtype !== 'relcl' &&
      !word.lower.endsWith('ing') &&
      word.children('nsubj', 'mark').length === 0 &&
      !word.children('obl').some((agent) => agent.children('case').some(({ lower }) => lower === 'by')),
  },
  {
    name: 'marks',
    example: 'The governor is defending a campaign with the slogan “Nets, we’re on it.”',
    applies: (candidate) => isNominal(candidate) && !REPEATING.has(lemmaOf(candidate)) && areSlogans(candidate),
  },
  {
    name: 'marks',
    example: 'A group performs a play called “The Sons of the Pier”.',
    applies: (candidate) =>
      candidate.attribution.frame !== undefined && NAMING.has(lemmaOf(candidate)) && isOfNobody(candidate.word),
  },
  {
    name: 'in-mind',
    example: 'The crews learned that the “old north” gave them no more fish.',
    applies: (candidate) => isInMind(candidate) && (areTerms(candidate) || opensQuestion(candidate)),
  },
  {
    name: 'evidence',
    example: 'Lund showed “respect” to the union.',
    applies: (candidate) => candidate.attribution.frame === 'object' && isProvedByDeeds(candidate),
  },
  {
    name: 'evidence',
    example: 'The order of events shows that Lund knew of it long before it was called a “harbour issue”.',
    applies: (candidate) => areTerms(candidate) && isMereEvidence(candidate),
  },
  {
    name: 'no-source',
    example: 'The council seems to like the “lifeboat”.',
    applies: ({ attribution: { rule } }) => rule === 'clause/seeming',
  },
  {
    name: 'no-source',
    example: 'The pier is regarded as “a relic”.',
    applies: ({ attribution: { source, frame } }) => !source && frame !== undefined && frame !== 'clause',
  },
  {
    name: 'plan',
    example: 'The firm agreed to return the cash that it was paid for “Wexmoor”.',
    isOpaque: true,
    applies: (candidate) => (areTerms(candidate) || areTitles(candidate)) && isPlan(candidate),
  },
  {
    name: 'layout',
    example: 'Reports: “streamlined” process to replace interview',
    applies: isLabel,
  },
];

/** What a paragraph that begins with a label is, where it is no turn. */
const LABELS: readonly Exclusion[] = [
  { name: 'layout', example: 'Rovers: Host Castleton on Saturday night.', applies: () => true },
];

/** The writer and the reader, where no marks make them somebody else's. */
const WRITER = wordSet('i we you my our your');

/** "one can say that", not "one says that", who is one of several. */
const isAnybody = ({ attribution: { source }, word }: Candidate): boolean =>
  source?.span.length === 1 &&
  source.span.first.lower === 'one' &&
  word.children('aux').some(({ lower }) => FINITE.has(lower));

/** Asked in order of what stands without marks; the first that applies gives the reason. */
const WITHOUT_MARKS: readonly Exclusion[] = [
  {
    name: 'layout',
    example: 'Wexmoor: Mayor opens library',
    applies: isLabel,
  },
  {
    name: 'sense',
    example: 'Israeli troops have shot dead a militant.',
    applies: (candidate) =>
      MANNERS.has(lemmaOf(candidate)) &&
      (candidate.attribution.frame !== 'clause' || candidate.head?.relation === 'xcomp' || opensQuestion(candidate)),
  },
  {
    name: 'writer',
    example: 'You can say all you want that there are cheaper ones.',
    applies: (candidate) => {
      const { source } = candidate.attribution;
      return (source?.span.length === 1 && WRITER.has(source.span.first.lower)) || isAnybody(candidate);
    },
  },
  ...NO_SAYINGS,
  ...CONVICTIONS,
  ...OTHER_SENSES,
  ...UNSAID_IN_MARKS,
  ...UNSAID,
  {
    name: 'noun',
    example: 'The union condemned the attack.',
    applies: (candidate) => !isClause(candidate),
  },
  {
    name: 'no-source',
    example: 'Lund seemed to indicate that the pier is safe.',
    applies: ({ attribution: { rule } }) => rule === 'clause/seeming',
  },
  {
    name: 'no-source',
    example: 'It is said to be the oldest boat of the fleet.',
    isOpaque: true,
    applies: ({ attribution }) => !attribution.source,
  },
  {
    name: 'no-comment',
    example: 'The firm declined to comment and did not say how many jobs would go.',
    isOpaque: true,
    applies: (candidate) =>
      NOT_DOING.has(lemmaOf(candidate)) ||
      (modalityOf(candidate.attribution.cue) === 'negated' && opensQuestion(candidate)),
  },
  {
    name: 'plan',
    example: 'The club hopes to win.',
    isOpaque: true,
    applies: isPlan,
  },
  {
    name: 'plan',
    example: 'The party has decided that it needs a new leader.',
    isOpaque: true,
    applies: (candidate) => lemmaOf(candidate) === 'decide' && !isOfCourt(candidate),
  },
  {
    name: 'act',
    example: 'The judge ordered the firm to pay.',
    applies: (candidate) =>
      DEEDS.has(lemmaOf(candidate)) &&
      candidate.head?.relation !== 'ccomp' &&
      candidate.attribution.frame !== undefined,
  },
  ...NO_EVIDENCE,
];

/** Hopes, plans, refusals and decisions to do something oneself; questions in one's mind. */
function isPlan(candidate: Candidate): boolean {
  const { attribution, head, cue, content } = candidate;
  const { cueKind, frame, rule } = attribution;
  if (!head) return false;
  // "wants to leave", where the tree has an object between.
  if (frame === 'objectControl') return cueKind !== 'assertion' && content.first.lower === 'to';
  if (cueKind !== 'assertion' && opensQuestion(candidate) && !cue?.traits.has('asks')) return true;
  const isInfinitiveOfOwn = isInfinitive(head) && !hasOwnSubject(head) && !isFinite(head);
  if (cueKind !== 'assertion')
    return isInfinitiveOfOwn || head.relation === 'xcomp' || (head.lower.endsWith('ing') && !isFinite(head));
  return isInfinitiveOfOwn && rule === 'clause/infinitive' && cue !== undefined && !PROMISING.has(cue.lemma);
}

const COURTS = wordSet('court judge jury tribunal justices judges panel');

/** "the court decided that …": its judgement is made known. */
function isOfCourt({ attribution }: Candidate): boolean {
  const source = sourceSpan(attribution);
  return source?.tokens.some(({ lower }) => COURTS.has(lower)) ?? false;
}

/** `Rovers: Host Castleton on Saturday`: a label that names no person has no turn. */
const isTableLabel = ({ rule }: Attribution, speaker: Entity | undefined): boolean =>
  rule === 'interview' && speaker !== undefined && speaker.type !== 'PERSON';

/** What gives a whole turn or paragraph to its speaker: these are words as if they stood in marks. */
const isWhole = ({ turn, rule }: Attribution): boolean => turn !== undefined || rule === 'announced';

/** Why an attribution is no statement, or undefined where it is one. */
export function exclusionOf(attribution: Attribution, speaker: Entity | undefined): Exclusion | undefined {
  const { cue, contents, rule, isQuoted } = attribution;
  const [content] = contents;
  if (!content || (isWhole(attribution) && !isTableLabel(attribution, speaker))) return undefined;
  const verb = mainVerb(cue);
  const head = content.headWord;
  const candidate = { attribution, cue: verb && verbCue(verb.lower), word: verb ?? cue.last, head, content, speaker };
  const exclusions =
    rule === 'interview'
      ? LABELS
      : isQuoted || contents.some((span) => span.touchesQuoted())
        ? IN_MARKS
        : WITHOUT_MARKS;
  return exclusions.find(({ applies }) => applies(candidate));
}
