import type { Token, TokenSpan } from '../annotated.ts';
import { isInfinitive } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { isIncidental } from '../6-quotations/reported-by-verb.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { QUESTION_WORDS, RELATIVE_THINGS, wordSet } from '../lexicon/closed-classes.ts';
import { lemmaOf, type Candidate, type Exclusion } from './exclusion.ts';
import { FINDS } from './finds.ts';

/** What words do to others, whatever they are. */
const PERSUADING = wordSet('convince persuade');

/** Calls by telephone, and those of others that are taken up. */
const CALLS = wordSet('call calls');
const TAKING_UP = wordSet('answer answers answered answering heed heeds heeded heeding');

/** Nouns whose infinitive is what is said: "her promise to go". */
const PROMISES =
  wordSet(`promise pledge vow oath commitment offer threat proposal suggestion recommendation call request demand plea
  appeal urging invitation warning refusal claim declaration`);

/** What is done by words or by force. */
const PUSHING = wordSet('push press');

/** Verbs that give a picture of somebody or something. */
const DESCRIBING = wordSet('describe depict portray');

/** Verbs of a talk, which tell its topic. */
const TALKING = wordSet('talk speak');

/** Nouns of no saying. */
const NO_SAYINGS_BY_NOUN =
  wordSet(`slogan slogans sense order orders decision decisions message messages hint hints sign signs
  evidence proof idea ideas plan plans ruling verdict effort efforts move moves bid bids`);

/** What is agreed or decreed tells what shall be; it says so where it "says". */
const LAWS =
  wordSet(`law laws bill bills measure measures legislation constitution accord agreement deal treaty pact act decree
  amendment charter contract`);

/** What something accords with, although nobody says it: "according to tradition". */
const UNSPOKEN = wordSet('tradition legend custom folklore plan schedule law rules protocol myth superstition');

/** What sources ask of those who write about them. */
const IDENTIFYING_VERBS = wordSet('named identified quoted');

const NOBODY = wordSet('nobody none neither nothing');

/** What somebody pleads in court. */
const PLEAS = wordSet('guilty not innocent nolo no');

/** What one is found or said to be for a deed: "guilty to threatening". */
const CHARGED = wordSet(
  'guilty charged accused convicted suspected innocent acquitted cleared arrested charges charge',
);

/** Words that have no verb and tell nothing alone: "which", "This", "Meanwhile". */
const NO_WORDS_ALONE: ReadonlySet<string> = new Set(['PRON', 'ADV', 'DET', 'CCONJ', 'SCONJ', 'PUNCT', 'INTJ']);

/** Asked of what stands in marks, too. */
export const NOBODY_SAYS: Exclusion = {
  name: 'nobody',
  example: 'Nobody said that the pier was safe.',
  isOpaque: true,
  applies: ({ attribution, word }) => {
    const source = sourceSpan(attribution);
    return isNobody(source?.tokens ?? []) || (source !== null && isAnyOfThem(source, word));
  },
};

/** Further reasons, asked of what stands without marks. */
export const NO_SAYINGS: readonly Exclusion[] = [
  NOBODY_SAYS,
  {
    name: 'no-source',
    example: 'According to tradition, the pier was built in a night.',
    applies: ({ attribution }) =>
      attribution.rule === 'according-to' && UNSPOKEN.has(sourceSpan(attribution)?.last.lower ?? ''),
  },
  {
    name: 'no-comment',
    example: 'An official, who asked not to be named, left.',
    applies: ({ content }) =>
      content.first.lower === 'not' && content.tokens.some(({ lower }) => IDENTIFYING_VERBS.has(lower)),
  },
  {
    name: 'no-comment',
    example: 'An aide, who requested anonymity to speak freely, left.',
    applies: ({ content: { first } }) => first.lower === 'anonymity',
  },
  {
    name: 'act',
    example: 'Tebbit pleaded guilty to threatening to burn the pier.',
    applies: (candidate) => isPlea(candidate) || isOffence(candidate.word) || isUnspokenNoun(candidate),
  },
  {
    name: 'act',
    example: 'The findings of the board to be released in May made waves.',
    applies: ({ attribution: { rule, cue }, head }) =>
      rule === 'noun/clause' &&
      head !== undefined &&
      isInfinitive(head) &&
      !cue.tokens.some(({ lower }) => PROMISES.has(lower.replace(/s$/u, ''))),
  },
  {
    name: 'act',
    example: 'Lund has to convince voters that she can deliver.',
    applies: (candidate) => PERSUADING.has(lemmaOf(candidate)),
  },
  {
    name: 'sense',
    example: 'Lund held a conference call to defend the firm and answered the call to help.',
    applies: ({ attribution: { rule }, word }) =>
      rule.startsWith('noun/') &&
      CALLS.has(word.lower) &&
      (word.children('compound').length > 0 || (word.relation === 'obj' && TAKING_UP.has(word.head?.lower ?? ''))),
  },
  {
    name: 'act',
    example: 'The new law calls for elections to be held in May.',
    applies: (candidate) => lemmaOf(candidate) === 'call' && isLaw(candidate),
  },
  {
    name: 'sense',
    example: 'Lund added a goal and an assist.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'add' && candidate.word.children('obj').some((object) => object.isAfter(candidate.word)),
  },
  ...FINDS,
  {
    name: 'sense',
    example: 'The settlers reached said harbour in May.',
    applies: ({ word }) => isThis(word),
  },
  {
    name: 'supposed',
    example: 'Leaders are cautious about making any predictions about how they will do.',
    applies: ({ attribution: { rule }, word }) =>
      rule.startsWith('noun/') && word.children('det').some(({ lower }) => lower === 'any'),
  },
  {
    name: 'sense',
    example: 'Lund and Firth were on opposing sides of the debate.',
    applies: ({ attribution: { frame, contents } }) => frame === 'object' && contents.length > 1,
  },
  {
    name: 'sense',
    example: 'The visit presents a chance for the mayor as she seeks a second term.',
    applies: (candidate) => lemmaOf(candidate) === 'present',
  },
  {
    name: 'noun',
    example: 'Stories describe the attempts of the crews to leave.',
    applies: ({ attribution: { frame }, content, cue }) =>
      frame === 'predicative' &&
      DESCRIBING.has(cue?.lemma ?? '') &&
      content.tokens.every(({ lower, pos, relation }) => lower !== 'as' && !(pos === 'ADJ' && relation === 'xcomp')),
  },
  {
    name: 'noun',
    example: 'The Courier reported about a sailor who was lost.',
    applies: ({ attribution: { frame }, content: { first } }) =>
      frame === 'clause' &&
      first.lower === 'about' &&
      first.relation !== 'advmod' &&
      !QUESTION_WORDS.has(first.next?.lower ?? ''),
  },
  {
    name: 'noun',
    example: 'Who will win is not certain, especially if the ice breaks.',
    applies: ({ attribution: { rule }, content }) => rule === 'adjective/clause' && content.previous?.text === ',',
  },
  {
    name: 'noun',
    example: 'The two boards clashed over how to mend the pier.',
    applies: (candidate) => lemmaOf(candidate) === 'clash',
  },
  {
    name: 'noun',
    example: 'Lund tweeted the following: …',
    applies: ({ content }) => content.first.lower === 'the' && content.last.lower === 'following',
  },
  {
    name: 'act',
    example: 'The crews put money into an effort to push Lund to step down.',
    applies: (candidate) =>
      PUSHING.has(lemmaOf(candidate)) &&
      (isIncidental(candidate.word) || modalityOf(candidate.attribution.cue) === 'hypothetical'),
  },
  {
    name: 'noun',
    example: 'The two sides talked about moving on.',
    applies: (candidate) =>
      TALKING.has(lemmaOf(candidate)) &&
      candidate.attribution.frame === 'oblique' &&
      candidate.head?.lower.endsWith('ing') === true,
  },
  {
    name: 'sense',
    example: 'The party holds a rally, the first that it has held this year.',
    applies: (candidate) => lemmaOf(candidate) === 'hold' && candidate.word.children('obj').length > 0,
  },
  {
    name: 'noun',
    example: 'That’s according to Lund.',
    applies: ({ attribution: { rule, contents } }) =>
      rule === 'according-to' &&
      contents.every(({ tokens }) => tokens.every(({ pos }) => pos === 'PRON' || pos === 'AUX' || pos === 'PUNCT')),
  },
  {
    name: 'noun',
    example: 'According to Lund, writing for the Courier: …',
    applies: ({ attribution: { rule }, content: { first }, head }) =>
      rule === 'according-to' && first === head && first.pos === 'VERB' && first.lower.endsWith('ing'),
  },
  {
    name: 'noun',
    example: 'The pier, said Lund, …',
    applies: ({ attribution: { contents } }) =>
      contents.every(({ tokens }) => tokens.every(({ pos }) => NO_WORDS_ALONE.has(pos))),
  },
];

/** "said harbour": the one that was told of. */
const isThis = ({ lower, next, previous }: Token): boolean =>
  lower === 'said' &&
  next?.pos === 'NOUN' &&
  !next.lower.endsWith('s') &&
  next.children('det', 'amod', 'nmod').length === 0 &&
  BEFORE_NOUN.has(previous?.pos ?? '');

/** What stands before a noun with its article. */
const BEFORE_NOUN: ReadonlySet<string> = new Set(['VERB', 'ADP']);

function isLaw({ attribution }: Candidate): boolean {
  const head = sourceSpan(attribution)?.head;
  return head !== undefined && LAWS.has(head.lower);
}

function isNobody([first, second]: readonly Token[]): boolean {
  if (!first) return false;
  return NOBODY.has(first.lower) || (first.lower === 'no' && (second?.lower === 'one' || second?.pos === 'NOUN'));
}

/** "any list that claims to be complete", and "here" of "here shown" */
function isAnyOfThem({ length, first, head }: TokenSpan, word: Token): boolean {
  if (head?.lower === 'here') return true;
  const isRelative = length === 1 && RELATIVE_THINGS.has(first.lower) && word.subtype === 'relcl';
  return isRelative && word.head?.children('det').some(({ lower }) => lower === 'any') === true;
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
