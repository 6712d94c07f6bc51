import { TokenSpan, type Token } from '../../annotated.ts';
import { QUESTION_WORDS, RELATIVE_SUBJECTS, WHETHER, wordSet } from '../../lexicon/closed-classes.ts';
import type { VerbCue } from '../../lexicon/reporting.ts';
import { isInTitle, SENTENCE_EXTENT } from '../clause-extent.ts';
import { cueOf, isInfinitive, isPassive } from '../cues.ts';
import { speakerBehind, subjectBehind } from '../inverted-speakers.ts';
import { isDenying } from '../modality.ts';
import { Pattern } from '../pattern.ts';
import { afterDay, circumstanceEnd } from './addressee.ts';
import { isSubjectOfNext } from './cut-subjects.ts';
import { verbRule, type VerbRule } from './verb-rule.ts';

/** Most tokens of "the party's new leader in the house said" between two commas. */
const LONGEST_PARENTHESIS = 12;

/** The comma after a verb; after when and where it was said, too, where the verb of what is said follows: `, she said in May, will be sold`. */
function commaAfter(verb: Token): Token | undefined {
  if (verb.next?.text === ',') return verb.next;
  // "announced a loss, compared with": the verb has what is said behind it.
  if (!cueOf(verb)?.traits.has('addressee') && verb.children('obj').length > 0) return undefined;
  const comma = verb.paragraph.tokens[circumstanceEnd(TokenSpan.of(verb), verb.index + 1)];
  return comma?.text === ',' && isFinite(comma.next) ? comma : undefined;
}

const isFinite = (token: Token | undefined): boolean =>
  token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.lower.endsWith('ing'));

const parenthesis = verbRule({
  id: 'clause/parenthesis',
  example: '<content>Time</content>, <source>Firth</source> <cue>added</cue>, <content>was on their side</content>.',
  counter: ['The council, she said.', 'Firth, who denied the charge, has left the harbour.'],
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue, verb) => cue.kind === 'assertion' && cue.frames.has('clause') && commaAfter(verb) !== undefined,
  pattern: Pattern.verb.with('subject', {
    relation: 'nsubj',
    before: 'verb',
    where: ({ lower }) => !RELATIVE_SUBJECTS.has(lower),
  }),
  content: ({ verb, subject }) => {
    const { sentence } = verb;
    // "The woman who led her in, Ms Cole recalled, asked": the tree may give the verb both subjects.
    const nearest = verb.children('nsubj').findLast((token) => token.isBefore(verb)) ?? subject;
    const { start, previous } = nearest.subtree().trimmed();
    if (start <= sentence.start + 1 || previous?.text !== ',' || commaAfter(verb)?.next?.quoted) return null;
    return verb.index - start < LONGEST_PARENTHESIS ? sentence : null;
  },
  extent: SENTENCE_EXTENT,
});

const inverted = verbRule({
  id: 'clause/inverted',
  example:
    '<content>The key to the plan</content>, <cue>says</cue> <source>Lund</source>, <content>is the old pier</content>.',
  counter: ['The mayor, says Lund.'],
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue, verb) => cue.kind === 'assertion' && cue.frames.has('clause') && speakerBehind(verb) !== undefined,
  pattern: Pattern.verb.with('clause', { relation: 'ccomp', after: 'verb' }),
  content: ({ verb }) => verb.sentence,
  extent: SENTENCE_EXTENT,
});

/** Whether a verb's dependent can be the clause that it reports. */
function isComplement(clause: Token, verb: Token): boolean {
  const frames = cueOf(verb)?.frames;
  if (!frames || isInTitle(clause) || isDenying(clause)) return false;
  if (clause.relation === 'xcomp') return !frames.has('predicative') && !frames.has('objectControl');
  return !(frames.has('objectControl') && isInfinitive(clause));
}

const complementAfter = Pattern.verb.with('clause', {
  relation: 'ccomp xcomp',
  after: 'verb',
  where: (clause, { verb }) => isComplement(clause, verb),
});
const complementBefore = Pattern.verb.with('clause', {
  relation: 'ccomp xcomp',
  before: 'verb',
  // "denied it and said": what stands before the conjunction is not what is said after it.
  where: (clause, { verb }) =>
    isComplement(clause, verb) && !isSubjectOfNext(clause, verb) && verb.previous?.pos !== 'CCONJ',
});

const seeming = verbRule({
  id: 'clause/seeming',
  example: '<content>The ice</content> <cue>seems</cue> <content>to hold the sledges</content>.',
  counter: ['The ice broke.'],
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue) => cue.traits.has('seems'),
  pattern: complementAfter.with('subject', { relation: 'nsubj' }),
  content: ({ verb, clause, subject }) =>
    subject.lower === 'it' || subject !== verb.children('nsubj')[0]
      ? null
      : new TokenSpan(verb.paragraph, subject.subtree().start, clauseSpan(verb, clause).end),
});

const after = verbRule({
  id: 'clause/after',
  example: '<source>The union</source> <cue>insists</cue> <content>it wants the pier back</content>.',
  counter: ['Police sent an ambulance.'],
  confidence: 0.75,
  frame: 'clause',
  pattern: complementAfter,
  content: ({ verb, clause }, cue) =>
    clause.relation === 'ccomp' && !subjectBehind(verb) ? reported(verb, clause, cue) : null,
});

const infinitive = verbRule({
  id: 'clause/infinitive',
  example: '<source>The firm</source> <cue>promised</cue> <content>to repair the pier</content>.',
  counter: ['The firm began to repair the pier.'],
  confidence: 0.75,
  frame: 'clause',
  pattern: complementAfter,
  content: ({ verb, clause }, cue) => (clause.relation === 'xcomp' ? reported(verb, clause, cue) : null),
});

const before = verbRule({
  id: 'clause/before',
  example: '<content>Sometimes crews don’t follow the rules</content>, <source>he</source> <cue>said</cue>.',
  counter: ['The road opened in May, and officials cheered.'],
  confidence: 0.75,
  frame: 'clause',
  pattern: complementBefore,
  content: ({ verb, clause }, cue) => reported(verb, clause, cue),
});

/** The clause, from its "that", or from an object that is rather its subject. */
function reported(verb: Token, clause: Token, cue: VerbCue): TokenSpan {
  const span = clauseSpan(verb, clause);
  const that = clause.children('mark').find((mark) => mark.lower === 'that' && mark.isAfter(verb));
  // "said the trouble is that it leaks": the clause begins before its "that".
  const isPredicate = clause
    .children('nsubj', 'cop')
    .some((token) => that && token.isBefore(that) && token.isAfter(verb));
  const start =
    (isPredicate ? undefined : that?.index) ?? mistakenSubject(verb, clause, span, cue)?.subtree().start ?? span.start;
  return span.from(that ? start : afterDay(span.from(start), verb)).trimmed();
}

/** `argued his fight is relevant`: what looks like an object or a second subject is the subject of the clause. */
function mistakenSubject(verb: Token, clause: Token, { start }: TokenSpan, cue: VerbCue): Token | undefined {
  if (cue.traits.has('addressee') && !lacksSubject(clause, cue)) return undefined;
  const hasSubject = verb.children('nsubj').some((token) => token.isBefore(verb));
  const relations = hasSubject ? ['obj', 'nsubj'] : ['obj'];
  return verb.children(...relations).find((token) => token.isAfter(verb) && token.index < start);
}

/** `showed Lund poised to win`, `show Lund up by ten points`: a participle or an adverb has no subject of its own. */
const lacksSubject = (clause: Token, { lemma }: VerbCue): boolean =>
  (/(?:ed|ing)$/u.test(clause.lower) || (lemma === 'show' && ['ADV', 'ADP', 'ADJ'].includes(clause.pos))) &&
  clause.children('nsubj', 'csubj', 'expl', 'mark', 'aux', 'cop', 'advmod').length === 0;

/**
 * A clause stands on one side of its verb, whatever its tree takes or leaves: `Talks broke up, mediators said` begins where
 * the sentence does, `the general denied it and said they lied` after "said". Only a parenthesis has both.
 */
function clauseSpan(verb: Token, clause: Token): TokenSpan {
  const span = clause.subtree((token) => token === verb);
  const { sentence } = verb;
  // "which the police say is false"
  const isParted = verb.subtype === 'relcl' || verb.next?.text === ',';
  if (clause.isAfter(verb)) return isParted ? span : span.from(Math.max(span.start, verb.index + 1));
  if (span.end > verb.index + 1) return span;
  if (isCutFromSubject(clause)) return span.from(subjectStart(span));
  const isOpened = sentence.until(span.start).tokens.some(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ');
  return isOpened ? span : span.from(sentence.start);
}

/** `Lund’s charge that they lied had hurt the crews, Cole said`: a finite verb whose subject hangs elsewhere. */
const isCutFromSubject = (clause: Token): boolean =>
  clause.children('aux', 'cop').length > 0 && clause.children('nsubj', 'csubj', 'expl', 'mark').length === 0;

/** Behind the last comma before a clause, or where its sentence begins. */
function subjectStart({ start, first: { sentence } }: TokenSpan): number {
  const pause = sentence.until(start).tokens.findLast(({ text }) => /^[,;:–—]$/u.test(text));
  return pause ? pause.index + 1 : sentence.start;
}

const question = verbRule({
  id: 'clause/question',
  example: 'At noon <source>they</source> <cue>asked</cue> 800 adults <content>if they supported the bridge</content>.',
  counter: ['The reporter left if the dam was safe.'],
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue) => cue.frames.has('clause') && cue.traits.has('asks'),
  pattern: Pattern.verb.with('clause', {
    relation: 'advcl',
    after: 'verb',
    where: (clause) => clause.children('mark').some(({ lower }) => WHETHER.has(lower)),
  }),
  content: ({ clause }) => clause.subtree(),
});

/** What tells or asks when something happens; after others, "when" tells the time. */
const TELLING_WHEN =
  wordSet(`say tell report explain reveal disclose announce specify decide know ask wonder determine discuss remember
  recall clarify indicate understand learn forget predict`);

const wonder = verbRule({
  id: 'clause/question-word',
  example: '<source>Nobody</source> <cue>will ever know</cue> <content>why Holt and his crew grew apart</content>.',
  counter: ['The firm left when it rained.'],
  confidence: 0.75,
  frame: 'clause',
  pattern: Pattern.verb.with('clause', { relation: 'advcl', after: 'verb' }),
  content: ({ verb, clause }, cue) => {
    const word = verb.next?.lower ?? '';
    // "was not reported when it left", "conceded when the polls closed": the time of it.
    const isTime = word === 'when' && (isPassive(verb) || !TELLING_WHEN.has(cue.lemma));
    return QUESTION_WORDS.has(word) && !isTime ? clause.subtree() : null;
  },
});

/** What a verb reports as a clause that the tree gives it. */
export const CLAUSE_RULES: readonly VerbRule[] = [
  inverted,
  parenthesis,
  seeming,
  after,
  infinitive,
  before,
  question,
  wonder,
];

export const parataxis = verbRule({
  id: 'clause/parataxis',
  example: '<content>That’s really two questions</content>, <source>I</source> <cue>guess</cue>.',
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue, verb) => cue.frames.has('clause') && verb.relation === 'parataxis',
  pattern: Pattern.verb.with('subject', { relation: 'nsubj' }),
  // The cue hangs below the clause that it reports.
  content: ({ verb }) => {
    const { head } = verb;
    // "Lund wants a pier; Firth disagrees": a sentence of its own.
    const isOwn = head?.isBefore(verb) === true && /^[;:–—-]$/u.test(verb.subtree().trimmed().previous?.text ?? '');
    return head && !isOwn && !isInfinitive(verb) ? head.subtree((token) => token === verb) : null;
  },
});
