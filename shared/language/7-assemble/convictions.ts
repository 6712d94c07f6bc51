import type { Token } from '../annotated.ts';
import { isInfinitive } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';

/** Verbs of what somebody perceives or has in mind, rather than believes and says. */
const IN_MIND = wordSet(`know realise realize see hear learn notice forget consider remember like love hate prefer
  recognise recognize understand anticipate
  wonder focus fixate`);

/** Adjectives of the same. */
const AWARE = wordSet('aware unaware conscious');

/** What somebody or something brings to light: whether, who and why. */
const FINDING_OUT = wordSet('determine find discover understand establish decide');

/** Beliefs that are a mere supposition where they are past. */
const SUPPOSED_ONCE = wordSet('think assume suppose figure reckon');

/** What facts do to somebody. */
const STARTLED = wordSet('surprised shocked stunned amazed astonished startled');
const FEELING = wordSet('feel think believe');
const MAKING =
  wordSet(`make makes made making lead leads led leading cause causes caused causing prompt prompts prompted
  get gets got`);

/** When a belief is given up later. */
const AT_FIRST = wordSet('initially originally once');

/** Clauses that tell of somebody or of a reason, rather than of a saying. */
const ASIDES: ReadonlySet<string> = new Set(['acl', 'advcl']);

/** Beliefs that are given up where somebody “had” them; what analysts had expected they had said. */
const GIVEN_UP = wordSet('believe hope think assume fear suspect imagine intend');

/** What was felt, and is not said. */
const FELT = wordSet('felt');

/** What makes a belief a reason or a condition. */
const REASONS_AND_CONDITIONS = wordSet('because if unless until');

const FUTURE = wordSet("will 'll shall");

/** What somebody has in mind rather than says, and beliefs that nobody has voiced; asked of what stands without marks. */
export const CONVICTIONS: readonly Exclusion[] = [
  {
    name: 'in-mind',
    example: 'Lund realised that the pier was lost.',
    applies: isInMind,
  },
  {
    name: 'in-mind',
    example: 'Buyers can’t tell that the paint is new.',
    applies: isNoticing,
  },
  {
    name: 'act',
    example: 'Shoppers should look at the page to verify that the shop is real.',
    applies: (candidate) => lemmaOf(candidate) === 'verify' && isInfinitive(candidate.word),
  },
  {
    name: 'in-mind',
    example: 'The vote will determine who runs the port.',
    applies: (candidate) => FINDING_OUT.has(lemmaOf(candidate)) && opensQuestion(candidate),
  },
  {
    name: 'in-mind',
    example: 'Lund, apparently assuming that the pier was safe, sold it.',
    applies: ({ attribution: { cueKind }, cue, word }) =>
      cueKind === 'belief' && cue !== undefined && (isNever(word) || isReason(word) || isOnceSupposed(cue.lemma, word)),
  },
  {
    name: 'in-mind',
    example: 'The crew felt that the pier was lost, and nobody sails because he fears that the ice will break.',
    applies: ({ attribution: { cueKind }, word }) =>
      cueKind !== 'assertion' &&
      (FELT.has(word.lower) || word.children('mark').some(({ lower }) => REASONS_AND_CONDITIONS.has(lower))),
  },
  {
    name: 'in-mind',
    example: 'Her doctor initially thought that it was a cold.',
    applies: ({ cue, word }) =>
      SUPPOSED_ONCE.has(cue?.lemma ?? '') && word.children('advmod').some(({ lower }) => AT_FIRST.has(lower)),
  },
  {
    name: 'in-mind',
    example: 'Roe’s manner makes them feel that he talks to them alone, and many are surprised that he leads.',
    applies: ({ word }) => STARTLED.has(word.lower) || (FEELING.has(word.lower) && MAKING.has(word.head?.lower ?? '')),
  },
  {
    name: 'in-mind',
    example: 'Clients broke the site to figure out why the fund had closed.',
    applies: ({ cue, word }) => cue?.lemma === 'figure' && word.next?.lower === 'out',
  },
  {
    name: 'in-mind',
    example: 'The firm had believed that its forecasts were safe.',
    applies: ({ cue, word }) =>
      (GIVEN_UP.has(cue?.lemma ?? '') && hasHad(word)) ||
      (cue?.lemma === 'expect' && word.subtype === 'relcl' && hasHad(word)),
  },
  {
    name: 'in-mind',
    example: 'Relatives had been holding out hope that the crew would be saved.',
    applies: ({ attribution: { rule, cueKind }, word, content }) =>
      rule === 'noun/clause' &&
      cueKind !== 'assertion' &&
      content.first.lower !== 'to' &&
      word.head !== undefined &&
      hasHad(word.head),
  },
  {
    name: 'supposed',
    example: 'The mayor may believe that the pier is safe.',
    isOpaque: true,
    applies: ({ attribution: { cue, cueKind }, word }) =>
      cueKind !== 'assertion' &&
      (modalityOf(cue) === 'hypothetical' || isFuture(word) || (word.relation === 'xcomp' && isFuture(word.head))),
  },
];

const hasHad = (verb: Token): boolean => verb.children('aux').some(({ lower }) => lower === 'had');

/** "will think", "will begin to think" */
const isFuture = (verb: Token | undefined): boolean =>
  verb?.children('aux').some(({ lower }) => FUTURE.has(lower)) ?? false;

/** "can’t tell that the paint is new": who tells it to nobody notices it. */
function isNoticing({ word }: Candidate): boolean {
  if (word.lower !== 'tell' || word.children('obj', 'iobj', 'obl').length > 0) return false;
  return word.children('aux').some(({ lower }) => ABLE.has(lower));
}

const ABLE = wordSet('can could ca');

export function isInMind({ cue, word }: Candidate): boolean {
  return AWARE.has(word.lower) || (cue !== undefined && IN_MIND.has(cue.lemma));
}

/** "never expected that the pier would fall", "did not believe that it would" */
const isNever = (verb: Token): boolean =>
  verb.children('advmod').some(({ lower }) => lower === 'never' || (NOT.has(lower) && hasDid(verb)));

const NOT = wordSet("not n't n’t");

const hasDid = (verb: Token): boolean => verb.children('aux').some(({ lower }) => lower === 'did');

/** "fearing that the dam would break, they fled": why something was done. */
const isReason = (verb: Token): boolean =>
  verb.lower.endsWith('ing') && ASIDES.has(verb.relation) && verb.children('aux', 'nsubj').length === 0;

/** "who thought that it was cheap", "They assumed that": not "think", which is believed still. */
const isOnceSupposed = (lemma: string, verb: Token): boolean =>
  SUPPOSED_ONCE.has(lemma) &&
  verb.lower !== lemma &&
  /(?:ed|t)$/u.test(verb.lower) &&
  (lemma === 'assume' || verb.lower === 'thought' || ASIDES.has(verb.relation));
