import type { Token } from '../annotated.ts';
import { hasAgent, isPassive } from '../6-quotations/cues.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isInMind } from './convictions.ts';
import { isMereEvidence, isProvedByDeeds } from './evidence.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';
import { isLabel } from './labels.ts';
import { NOBODY_SAYS } from './no-sayings.ts';
import { isPlan } from './plans.ts';
import { UNSAID_IN_MARKS } from './unsaid.ts';

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

/** What is done rather than said where no tree gives the marks to it. */
const DOINGS = wordSet('push hold show advertise support oppose back welcome');

/** The same, of verbs that take what is done. */
const DOINGS_TO = wordSet('observe maintain');

/** With which somebody takes sides, in a policy that has a name. */
const SIDING = wordSet('back support oppose favor favour embrace accept');

/** What stands on a banner or above an article. */
const SLOGANS = wordSet('slogan motto tagline headline sign banner hashtag title');

/** With which somebody says a slogan. */
const REPEATING = wordSet('repeat chant shout utter coin echo tweet post write');

/** "the slogan “…”": words that somebody speaks of. */
const areSlogans = ({ attribution: { contents } }: Candidate): boolean =>
  contents
    .flatMap((content) => content.quotedSpans().map((quoted) => ({ content, quoted })))
    .every(({ content, quoted }) => quoted.start > content.start && SLOGANS.has(quoted.previous?.lower ?? ''));

/** With which a thing is given a name of its own. */
const BYNAMING = wordSet('dub nickname christen');

/** `named the bay “Silver Bay”`, `referred to as “the Teeth” by sailors`; not "named “Silver Bay” as her first choice". */
const isGivenName = ({ attribution: { rule }, word }: Candidate): boolean =>
  (word.lower.startsWith('name') && !word.dependents.some(hasAs)) ||
  (word.lower.startsWith('refer') && rule === 'predicative/lost-object');

const hasAs = (token: Token): boolean =>
  token.lower === 'as' || token.children('case').some(({ lower }) => lower === 'as');

/** `dubbed it “the bay of fire”`: what many call it, not "a bribe". */
const areDefinite = ({ attribution: { contents } }: Candidate): boolean =>
  contents.flatMap((content) => content.quotedSpans()).every(({ words }) => words[0]?.lower === 'the');

function isByname(candidate: Candidate): boolean {
  if (isGivenName(candidate)) return areNames(candidate) || (areTerms(candidate) && areDefinite(candidate));
  if (!BYNAMING.has(lemmaOf(candidate))) return false;
  return areNames(candidate) || (!candidate.speaker && areTerms(candidate) && areDefinite(candidate));
}

const REFLEXIVE = /sel(?:f|ves)$/u;

/** What things are called. */
const NAMING = wordSet('call name title entitle dub');

/** "a play called “…”", "it was named “…”": without "by". */
const isOfNobody = (verb: Token): boolean =>
  !verb.lower.endsWith('ing') &&
  (isPassive(verb) || (verb.relation === 'acl' && verb.subtype !== 'relcl' && verb.children('nsubj').length === 0)) &&
  !hasAgent(verb);

const isNominal = ({ attribution: { frame } }: Candidate): boolean => frame === 'object' || frame === 'oblique';

/** Asked in order of what stands in marks, at least in part: it is somebody's words, but for these. */
export const IN_MARKS: readonly Exclusion[] = [
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
      !hasAgent(word),
  },
  {
    name: 'marks',
    example: 'The governor is defending a campaign with the slogan “Nets, we’re on it.”',
    applies: (candidate) => isNominal(candidate) && !REPEATING.has(lemmaOf(candidate)) && areSlogans(candidate),
  },
  {
    name: 'marks',
    example: 'The White House still backs the “strong crown” policy.',
    applies: (candidate) => isNominal(candidate) && SIDING.has(lemmaOf(candidate)) && areTerms(candidate),
  },
  {
    name: 'sense',
    example: 'The crews found themselves stunned by “the Lund of it all.”',
    applies: (candidate) => lemmaOf(candidate) === 'find' && REFLEXIVE.test(candidate.content.first.lower),
  },
  {
    name: 'marks',
    example: 'Its guests dubbed the inn the “Hanoi Hilton”.',
    applies: isByname,
  },
  {
    name: 'sense',
    example: 'Lund had planned to charge almost $6 million for his trademark of the word “We”.',
    applies: ({ attribution: { rule }, cue }) => cue?.lemma === 'charge' && rule === 'clause/infinitive',
  },
  {
    name: 'writer',
    example: 'As we have noted, the pier was called “a relic” in May.',
    applies: ({ attribution: { rule, source } }) => rule === 'as-told' && source?.span.first.lower === 'we',
  },
  {
    name: 'marks',
    example: 'A group performs a play called “The Sons of the Pier”.',
    applies: (candidate) =>
      candidate.attribution.frame !== undefined && NAMING.has(lemmaOf(candidate)) && isOfNobody(candidate.word),
  },
  {
    name: 'sense',
    example: 'A voter, Ann Roe, 35, showed up in the “brown beret” of the crews.',
    applies: (candidate) =>
      candidate.attribution.rule.startsWith('nearest/') &&
      (DOINGS.has(lemmaOf(candidate)) ||
        (DOINGS_TO.has(lemmaOf(candidate)) && candidate.word.children('obj').length > 0)),
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
