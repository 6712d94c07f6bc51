import type { Token } from '../annotated.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { hasAgent, isInfinitive } from '../6-quotations/cues.ts';
import { isPause } from '../6-quotations/punctuation.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { DOCUMENTS, PERSONAL, wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';
import { isOfSpeakers, maySpeak } from './speaking-sources.ts';

/** What somebody may, must or would like to say. */
const OCCASIONS = wordSet(`challenge challenges pressure duty obligation need temptation chance opportunity way ways
  incentive burden task ability tendency struggle urge`);

/** What makes something possible that nobody has said. */
const ALLOWING = wordSet('allow allows allowed allowing permit permits permitted permitting enable enables enabled');

/** What nobody has done yet who has them. */
const DUTIES = wordSet('duty obligation need burden task pressure tendency ability');

/** What is taken up to say something: "took the chance to warn that". */
const TAKING = wordSet(`take takes took taken taking use uses used using seize seizes seized seizing find finds found
  finding get gets got have has had`);

/** What words and things show, be it so. */
const SHOWING = wordSet('show prove reveal suggest indicate demonstrate confirm');

const ASKED = wordSet('asked pressed questioned');
const QUESTIONS = wordSet('questions question doubts doubt concerns fears');
const RAISING = /^rais(?:e|es|ed|ing)$/u;
const VIEWS = wordSet('belief beliefs view views notion suspicion suspicions fear fears impression theory');
const MERE_THINGS = wordSet('it this that which');
const BECOMING = wordSet('become becomes became becoming');

/** Verbs that ask somebody to do something, and push things, too. */
const URGING = wordSet('press push urge');

/** What is urged to do something beside people and what may speak. */
const ACTING = wordSet('world market industry public electorate nation side');

const REFLEXIVE_READER = /^yoursel(?:f|ves)$/u;

/** Asked of what stands in marks, too. */
export const UNSAID_IN_MARKS: readonly Exclusion[] = [
  {
    name: 'nobody',
    example: 'As they say, the pier was lost.',
    applies: ({ attribution, word, speaker }) =>
      speaker === undefined &&
      word.lower === 'say' &&
      sourceSpan(attribution)?.length === 1 &&
      sourceSpan(attribution)?.first.lower === 'they' &&
      word.children('mark').some(({ lower }) => lower === 'as'),
  },
  {
    name: 'writer',
    example: 'Ask yourself: Who would buy such a boat?',
    applies: ({ attribution: { cue, contents }, word }) =>
      [cue.last.next, word.next, contents[0]?.previous?.previous].some(
        (token) =>
          token !== undefined && REFLEXIVE_READER.test(token.lower) && /^ask$/u.test(token.previous?.lower ?? ''),
      ),
  },
  {
    name: 'writer',
    example: 'You have heard predictions that the pier will be the “heart of the port”.',
    applies: ({ attribution }) => {
      const source = sourceSpan(attribution);
      return (
        source?.length === 1 &&
        ((source.first.lower === 'you' && attribution.rule.startsWith('noun/')) ||
          (/^(?:i|we)$/u.test(source.first.lower) && attribution.rule === 'adjective/about')) &&
        !source.first.quoted
      );
    },
  },
];

/** What is not said, as the words around it tell; asked of what stands without marks. */
export const UNSAID: readonly Exclusion[] = [
  {
    name: 'layout',
    example: 'He said, she said',
    applies: ({ attribution, cue, content }) => {
      const words = content.tokens.filter(({ pos }) => pos !== 'PUNCT');
      return (
        cue?.lemma === 'say' &&
        words.length === 2 &&
        words[0]?.pos === 'PRON' &&
        words[1]?.lower === 'said' &&
        sourceSpan(attribution)?.first.pos === 'PRON'
      );
    },
  },
  {
    name: 'plan',
    example: 'The challenge is to find a way to admit that the pier is lost.',
    isOpaque: true,
    applies: ({ word }) => isOccasion(word),
  },
  {
    name: 'supposed',
    example: 'The rules allow firms to propose building the pier.',
    applies: ({ word }) => isInfinitive(word) && ALLOWING.has(word.head?.lower ?? ''),
  },
  {
    name: 'noun',
    example: 'Lund will say whatever the owners like.',
    applies: ({ attribution: { contents }, word, content: { first } }) =>
      contents.length === 1 && first.isAfter(word) && /^(?:what|who|which|whom)ever$/u.test(first.lower),
  },
  {
    name: 'sense',
    example: 'Lund speaks Norwegian.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'speak' && candidate.word.children('obj').some(({ text }) => /^\p{Lu}/u.test(text)),
  },
  {
    name: 'evidence',
    example: 'If the letters show that he sold the pier, Lund could lose his post.',
    applies: (candidate) =>
      SHOWING.has(lemmaOf(candidate)) &&
      candidate.word.children('mark').some(({ lower }) => lower === 'if' || lower === 'unless'),
  },
  {
    name: 'no-source',
    example: 'Lund used the same words when asked in May if she would leave.',
    isOpaque: true,
    applies: (candidate) =>
      ASKED.has(candidate.word.lower) &&
      opensQuestion(candidate) &&
      candidate.word.relation === 'advcl' &&
      candidate.word.children('nsubj', 'aux').length === 0 &&
      !hasAgent(candidate.word),
  },
  {
    name: 'evidence',
    example: 'Remarks that he would run the port are raising questions about how it would work.',
    applies: ({ attribution, word, speaker }) => {
      const head = sourceSpan(attribution)?.head;
      return (
        QUESTIONS.has(word.lower) &&
        RAISING.test(word.head?.lower ?? '') &&
        speaker === undefined &&
        head?.pos === 'NOUN' &&
        !DOCUMENTS.has(head.lower) &&
        !isSomebody(head)
      );
    },
  },
  {
    name: 'evidence',
    example: 'It confirms the belief that the pier is old.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'confirm' &&
      VIEWS.has(candidate.head?.lower ?? '') &&
      MERE_THINGS.has(sourceSpan(candidate.attribution)?.last.lower ?? ''),
  },
  {
    name: 'sense',
    example: 'The list ranks ports according to the steps that they took.',
    applies: isMeasure,
  },
  {
    name: 'sense',
    example: 'The owners pressed the limits to win customers.',
    applies: (candidate) => {
      const object = candidate.word.children('obj').find((token) => token.isAfter(candidate.word));
      return (
        URGING.has(lemmaOf(candidate)) &&
        candidate.attribution.frame === 'objectControl' &&
        object?.pos === 'NOUN' &&
        !isSomebody(object)
      );
    },
  },
  {
    name: 'no-source',
    example: 'The owners left, but it is becoming clear that the pier is safe.',
    applies: ({ word }) =>
      word.lower === 'clear' &&
      BECOMING.has(word.head?.lower ?? '') &&
      (word.head?.children('expl', 'nsubj') ?? []).some(({ lower }) => lower === 'it'),
  },
  {
    name: 'in-mind',
    example: 'The makers are happy for others to copy the boat.',
    applies: ({ attribution: { rule }, content: { first } }) => rule === 'adjective/clause' && first.lower === 'for',
  },
  {
    name: 'noun',
    example: 'Look at what Lund said that made us laugh.',
    applies: ({ attribution: { rule }, content: { first }, head }) =>
      rule.startsWith('clause/') &&
      head?.subtype === 'relcl' &&
      first.lower === 'that' &&
      first.relation === 'nsubj' &&
      first.head === head,
  },
];

/** "a way to admit that", "under pressure to pledge", "while arguing that" beside them. */
function isOccasion(verb: Token): boolean {
  const isBeside = ['conj', 'advcl'].includes(verb.relation) && verb.children('nsubj').length === 0;
  if (isBeside && verb.head && isInfinitive(verb.head)) return isOccasion(verb.head);
  if (!isInfinitive(verb)) return false;
  const noun =
    verb.relation === 'acl' ? verb.head : verb.children('cop').length > 0 ? verb.children('nsubj')[0] : undefined;
  if (!noun || !OCCASIONS.has(noun.lower)) return false;
  const { head } = noun;
  // "took the chance to warn that", not "the challenge is to find a way to admit that"
  const isTaken =
    !DUTIES.has(noun.lower) &&
    noun.relation === 'obj' &&
    head !== undefined &&
    TAKING.has(head.lower) &&
    !isInfinitive(head);
  return !isTaken;
}

/** "ranks ports according to the steps that they took": what is counted by, which nobody sets apart by a comma. */
function isMeasure({ attribution: { rule, cue, source }, speaker }: Candidate): boolean {
  const head = source?.span.head;
  if (rule !== 'according-to' || !head || speaker) return false;
  const { previous } = cue.first;
  return (
    previous?.sentence === cue.first.sentence &&
    !isPause(previous) &&
    head.pos === 'NOUN' &&
    !maySpeak(head) &&
    !isOfSpeakers(head)
  );
}

const isSomebody = (noun: Token): boolean =>
  isPersonNoun(noun.lower) ||
  isPeopleNoun(noun.lower) ||
  PERSONAL.has(noun.lower) ||
  ACTING.has(noun.lower) ||
  (maySpeak(noun) && !noun.lower.startsWith('remark')) ||
  isOfSpeakers(noun);
