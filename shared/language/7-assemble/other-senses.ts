import type { Token } from '../annotated.ts';
import { isInfinitive, isVerb } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan } from '../6-quotations/rule.ts';
import { RELATIVE_THINGS, wordSet } from '../lexicon/closed-classes.ts';
import { verbCue } from '../lexicon/reporting.ts';
import { lemmaOf, opensQuestion, type Candidate, type Exclusion } from './exclusion.ts';

/** What is thought about or withstood, where it is something to be done. */
const WEIGHING = wordSet('weigh oppose');

/** What is done with other words than those that stand beside it. */
const DOING = wordSet('campaign volunteer lay oppose');

const BARELY = wordSet(`barely hardly scarcely not n't n’t`);
const CAN = wordSet('can could ca');

const FINDING = wordSet('find discover');
const SEEMING = wordSet('seem seems seemed appear appears appeared');

/** How somebody is left: "leaving many to wonder", "You could leave thinking that". */
const LEAVING = wordSet('leave leaves left leaving');
const LEADING = wordSet('lead leads led leading');
const HAVING = wordSet('have has had having keep keeps kept');
const WONDERING = wordSet('wonder question ponder think believe feel speculate');

/** What makes others say something, whether they do or not. */
const MAKING = wordSet(`require requires required requiring force forces forced forcing cause causes caused causing push
  pushes pushed pushing wish wishes wished`);

const INTENDING = wordSet('intend intends intended meant hoped planned');
const SIGNS = wordSet('evidence proof reason indication sign signs grounds');

/** Adverbs and phrases, which tell when and where. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set([
  'advcl',
  'advmod',
  'obl',
  'cc',
  'punct',
  'case',
  'mark',
  'discourse',
]);

/** Verbs of the lexicon in another sense, as the words around them tell; asked of what stands without marks. */
export const OTHER_SENSES: readonly Exclusion[] = [
  {
    name: 'plan',
    example: 'The two camps agreed on creating a board.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'agree' &&
      candidate.attribution.frame === 'oblique' &&
      candidate.head?.lower.endsWith('ing') === true,
  },
  {
    name: 'plan',
    example: 'The union weighed sailing to the north.',
    applies: (candidate) =>
      WEIGHING.has(lemmaOf(candidate)) && candidate.head?.lower.endsWith('ing') === true && !hasSubject(candidate.head),
  },
  {
    name: 'plan',
    example: 'It is a voyage that Lund planned to make.',
    applies: ({ attribution: { cueKind, contents } }) =>
      cueKind !== 'assertion' &&
      contents[0]?.length === 1 &&
      RELATIVE_THINGS.has(contents[0].first.lower) &&
      contents.some(({ headWord }) => headWord && isInfinitive(headWord)),
  },
  {
    name: 'sense',
    example: 'As Lund gave a speech, Firth campaigned on her behalf, and Holt spoke.',
    applies: (candidate) =>
      DOING.has(lemmaOf(candidate)) && candidate.attribution.frame === 'clause' && !isPromise(candidate.head),
  },
  {
    name: 'noun',
    example: 'In June, after the firm asked for help, 80 workers agreed.',
    applies: ({ attribution: { rule, contents }, word }) =>
      rule === 'clause/parenthesis' &&
      contents.length === 1 &&
      contents.every(
        ({ tokens }) =>
          tokens.every((token) => token.head !== word || CIRCUMSTANCES.has(token.relation)) &&
          tokens.some(({ head }) => head === word),
      ),
  },
  {
    name: 'sense',
    example: 'Lund has never called a donor to ask for money.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'call' &&
      candidate.attribution.frame === 'predicative' &&
      candidate.content.tokens.some((token) => isVerb(token) && isInfinitive(token) && token.head === candidate.word),
  },
  {
    name: 'in-mind',
    example: 'Lund can barely believe that the pier holds.',
    applies: (candidate) =>
      candidate.attribution.cueKind === 'belief' &&
      candidate.word.children('aux').some(({ lower }) => CAN.has(lower)) &&
      candidate.word.children('advmod').some(({ lower }) => BARELY.has(lower)),
  },
  {
    name: 'no-comment',
    example: 'The leaders do not have an answer for how the ice will hold.',
    applies: (candidate) =>
      candidate.attribution.rule === 'noun/carried' &&
      opensQuestion(candidate) &&
      candidate.word.head !== undefined &&
      isNegated(candidate.word.head),
  },
  {
    name: 'in-mind',
    example: 'The loss left many to wonder whether the pier was safe.',
    applies: (candidate) => WONDERING.has(lemmaOf(candidate)) && (isLeft(candidate.word) || isHeld(candidate.word)),
  },
  {
    name: 'in-mind',
    example: 'Lund seems to have found that the pier was lost.',
    applies: (candidate) =>
      FINDING.has(lemmaOf(candidate)) &&
      (SEEMING.has(candidate.word.head?.lower ?? '') || modalityOf(candidate.attribution.cue) === 'hypothetical'),
  },
  {
    name: 'in-mind',
    example: 'The council worries so much about the ice that nobody may sail.',
    applies: ({ word, content }) =>
      word.children('advmod', 'obj').some((degree) => isSo(degree) && degree.isBefore(content.first)) &&
      content.previous?.lower === 'that',
  },
  {
    name: 'plan',
    example: 'The judges seemed ready to say that the toll is too high.',
    applies: ({ word }) => word.head?.lower === 'ready' && isInfinitive(word),
  },
  {
    name: 'act',
    example: 'Lund summoned the crew to tell them what they would see.',
    applies: (candidate) =>
      candidate.word.relation === 'advcl' &&
      isInfinitive(candidate.word) &&
      opensQuestion(candidate) &&
      !isDegree(candidate.content.first) &&
      candidate.cue?.traits.has('asks') !== true,
  },
  {
    name: 'act',
    example: 'The vote required Lund to pledge that she would leave.',
    applies: ({ word }) => isInfinitive(word) && MAKING.has(governorOf(word)?.lower ?? ''),
  },
  {
    name: 'plan',
    example: 'Lund intended to say that the pier was safe.',
    applies: ({ word }) => word.relation === 'xcomp' && isInfinitive(word) && INTENDING.has(word.head?.lower ?? ''),
  },
  {
    name: 'evidence',
    example: 'The police have no evidence to suggest that the pier was sold.',
    applies: ({ word }) => word.relation === 'acl' && isInfinitive(word) && SIGNS.has(word.head?.lower ?? ''),
  },
  {
    name: 'in-mind',
    example: 'The crews tell themselves that the ice will hold.',
    applies: (candidate) =>
      lemmaOf(candidate) === 'tell' &&
      candidate.word.children('obj', 'iobj').some(({ lower }) => /sel(?:f|ves)$/u.test(lower)),
  },
  {
    name: 'noun',
    example: 'The council will ask the town for 70 million to help pay for the pier.',
    applies: (candidate) =>
      ASKING.has(lemmaOf(candidate)) && candidate.attribution.frame === 'objectControl' && asksForMoney(candidate),
  },
  {
    name: 'no-source',
    example: 'An official cast doubt on claims that the boat had been repaired.',
    applies: ({ attribution: { rule }, word }) =>
      rule.startsWith('noun/') &&
      word.children('case').some(({ lower }) => lower === 'on') &&
      [word.head, ...(word.head?.children('obj') ?? [])].some((doubt) => /^doubts?$/u.test(doubt?.lower ?? '')),
  },
  {
    name: 'writer',
    example: 'Let’s hope it stays that way.',
    applies: ({ attribution }) => {
      const source = sourceSpan(attribution);
      return (
        source?.length === 1 &&
        /^(?:let|lets)$/u.test(source.first.previous?.lower ?? '') &&
        /^(?:['’]s|us)$/u.test(source.first.lower)
      );
    },
  },
];

const ASKING = wordSet('ask request seek demand');

/** "asked Congress for $70 billion | to help": a sum, and what it is for. */
function asksForMoney({ content: { tokens } }: Candidate): boolean {
  const task = tokens.findIndex(({ lower }) => lower === 'to');
  return tokens.slice(0, Math.max(task, 0)).some(({ pos, lower }) => pos === 'SYM' || SUMS.has(lower));
}

const SUMS = wordSet('thousand million billion trillion dollars euros pounds');

/** The verb that an infinitive and what is coordinated with it hang on. */
function governorOf({ relation, head }: Token): Token | undefined {
  if (relation === 'conj' && head) return governorOf(head);
  // "caused many to wonder", where the tree hangs it on those who do.
  return relation === 'acl' && head?.relation === 'obj' ? head.head : head;
}

/** "how tough it is" */
const isDegree = ({ lower, next }: Token): boolean => lower === 'how' && (next?.pos === 'ADJ' || next?.pos === 'ADV');

const hasSubject = (clause: Token): boolean => clause.children('nsubj', 'csubj').length > 0;

/** "volunteered to replace him", "campaigned for the bridge to be built" */
const isPromise = (head: Token | undefined): boolean => head !== undefined && isInfinitive(head);

const isNegated = (verb: Token): boolean =>
  verb.children('advmod', 'det').some(({ lower }) => /^(?:not|n[’']t|never)$/u.test(lower));

/** "left many to wonder": what leaves somebody so comes first. */
const isLeft = (verb: Token): boolean =>
  verb.head !== undefined &&
  // "led historians to believe that": they do.
  (LEAVING.has(verb.head.lower) || (LEADING.has(verb.head.lower) && verbCue(verb.lower)?.kind === 'assertion')) &&
  verb.isAfter(verb.head) &&
  ['xcomp', 'advcl', 'ccomp'].includes(verb.relation);

/** "has officials wondering" */
const isHeld = (verb: Token): boolean =>
  verb.lower.endsWith('ing') &&
  verb.children('aux').length === 0 &&
  [verb.head, verb.relation === 'acl' ? verb.head?.head : undefined].some(
    (holder) => holder?.pos === 'VERB' && HAVING.has(holder.lower),
  );

/** "so", "so much" */
const isSo = (degree: Token): boolean =>
  degree.lower === 'so' || degree.children('advmod').some(({ lower }) => lower === 'so');
