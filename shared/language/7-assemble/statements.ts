import type { Entity } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import { mainVerb } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan, type Attribution } from '../6-quotations/rule.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { verbCue } from '../lexicon/reporting.ts';
import { isBlame, isClause } from './content-clause.ts';
import { CONVICTIONS } from './convictions.ts';
import { NO_EVIDENCE } from './evidence.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';
import { IN_MARKS } from './in-marks.ts';
import { isLabel } from './labels.ts';
import { NO_SAYINGS } from './no-sayings.ts';
import { OTHER_SENSES } from './other-senses.ts';
import { FINITE, isPlan } from './plans.ts';
import { UNSAID, UNSAID_IN_MARKS } from './unsaid.ts';

/** Deeds by word. */
const DEEDS = wordSet(`order command instruct direct compel force forbid ban name appoint elect designate nominate rule
  sentence convict acquit charge fine award grant approve adopt pass vote sign veto file encourage persuade convince
  pressure pressurise nudge prod coax lobby certify rank rate classify diagnose`);

/** Manners of speech that are other deeds where no marks stand beside them. */
const MANNERS = wordSet(`shoot fire gush beam bristle thunder fume sing rap spit bellow hiss crack cast read tease taunt
  scold write attack slam blast bark pen file wire cable close open cut address publish`);

const NOT_DOING = wordSet('decline refuse');

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
      !isBlame(candidate) &&
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

/** "aware" of "became aware of", "claim" of "Roe’s claim" */
const wordOf = ({ tokens, last }: TokenSpan): Token =>
  tokens.find(({ pos }) => pos === 'ADJ' || pos === 'NOUN') ?? last;

/** Why an attribution is no statement, or undefined where it is one. */
export function exclusionOf(attribution: Attribution, speaker: Entity | undefined): Exclusion | undefined {
  const { cue, contents, rule, isQuoted } = attribution;
  const [content] = contents;
  if (!content || (isWhole(attribution) && !isTableLabel(attribution, speaker))) return undefined;
  const verb = mainVerb(cue);
  const head = content.headWord;
  const candidate = {
    attribution,
    cue: verb && verbCue(verb.lower),
    word: verb ?? wordOf(cue),
    head,
    content,
    speaker,
  };
  const exclusions =
    rule === 'interview'
      ? LABELS
      : isQuoted || contents.some((span) => span.touchesQuoted())
        ? IN_MARKS
        : WITHOUT_MARKS;
  return exclusions.find(({ applies }) => applies(candidate));
}
