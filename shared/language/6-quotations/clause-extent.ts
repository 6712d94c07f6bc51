import type { Token, TokenSpan } from '../annotated.ts';
import { TIME_CONJUNCTIONS, wordSet } from '../lexicon/closed-classes.ts';
import type { Frame } from '../lexicon/cue-kinds.ts';
import { verbCue } from '../lexicon/reporting.ts';
import { cueOf, isInfinitive, isSaying } from './cues.ts';
import { beforeAside, beforeOccasion, behindAddressee } from './writers-asides.ts';
import {
  beforeNextReport,
  beforeOthersOfCount,
  beforeComparison,
  beforePoll,
  beforeReply,
  beforeSomething,
  beforeSummary,
  goesOnBehind,
} from './writers-words.ts';

/** A named step that moves the end of what a verb reports. */
export interface ExtentStep {
  readonly name: string;
  readonly move: (content: TokenSpan, verb: Token, frame: Frame) => TokenSpan;
}

/** In order; each starts from what the one before it has left. */
export const CLAUSE_EXTENT: readonly ExtentStep[] = [
  { name: 'to the clause’s end', move: extendedToClauseEnd },
  { name: 'behind the addressee', move: behindAddressee },
  { name: 'within the opening participle', move: withinOpening },
  { name: 'before the next cue', move: beforeNextCue },
  { name: 'before the others of a count', move: beforeOthersOfCount },
  { name: 'before the poll', move: beforePoll },
  { name: 'before the comparison', move: beforeComparison },
  { name: 'before another’s answer', move: beforeReply },
  { name: 'before what the writer adds', move: beforeSomething },
  { name: 'before the writer’s aside', move: beforeAside },
  { name: 'before the place of saying', move: beforePlace },
  { name: 'before the comment', move: beforeComment },
  { name: 'before the occasion of a headline', move: beforeOccasion },
  { name: 'without loose marks', move: withoutLooseMarks },
];

/** Without a bracket that is opened outside it, either: "(she called them “the ladies”)". */
function withoutLooseMarks(content: TokenSpan): TokenSpan {
  const trimmed = content.trimmed();
  const isOpened = trimmed.tokens.some(({ text }) => text === '(');
  const isClosed = trimmed.tokens.some(({ text }) => text === ')');
  if (trimmed.length === 1 || isOpened === isClosed) return trimmed;
  if (trimmed.last.text === ')') return trimmed.until(trimmed.last).trimmed();
  return trimmed.first.text === '(' ? trimmed.from(trimmed.start + 1) : trimmed;
}

/** The same for what a parenthesis parts: the sentence as a whole is the content. */
export const SENTENCE_EXTENT: readonly ExtentStep[] = [
  ...CLAUSE_EXTENT.slice(1),
  { name: 'before another’s report', move: beforeNextReport },
  { name: 'before the writer’s summary', move: beforeSummary },
];

/** Words that go on with what is said where its marks follow: "…, but the rest were “fine”". */
const GOES_ON = wordSet('but and because even though although or so');

/** Up to the end of the clause that the cue heads, without what is coordinated with the cue: parsers hang the last phrases too high. */
function extendedToClauseEnd(content: TokenSpan, verb: Token): TokenSpan {
  if (content.start < verb.index || endsInMarks(content)) return content;
  if (isCutAfterSubject(content)) return content.until(verb.subtree().end);
  const next = verb.children('conj', 'parataxis').find(({ index }) => index > content.start);
  const limit = next?.subtree().start ?? verb.subtree().end;
  const further = endOfFurtherComplement(content, verb);
  if (further > content.end) return content.until(further);
  const coordinated = Math.max(endOfSecondClause(content, verb), endOfOwnSubject(content, verb));
  if (coordinated > limit) return content.until(coordinated);
  // What follows a comma is the reporter's comment more often than not.
  const rest = content.from(content.end).until(limit);
  const comma = rest.tokens.find((token) => isCommaOfComment(token, limit));
  return content.until(comma ?? Math.max(content.end, limit));
}

/** `said ending it early, without knowing who will win, could sink the port`: an act whose verb follows. */
function isCutAfterSubject({ headWord, next }: TokenSpan): boolean {
  const isAct = headWord?.lower.endsWith('ing') === true && headWord.children('nsubj', 'aux', 'cop').length === 0;
  return isAct && (next?.text === ',' ? next.next : next)?.pos === 'AUX';
}

function isCommaOfComment(comma: Token, limit: number): boolean {
  if (comma.text !== ',' || comma.quoted || comma.previous?.lower === 'that') return false;
  const rest = comma.sentence.from(comma.index + 1).until(limit);
  return !(GOES_ON.has(comma.next?.lower ?? '') && rest.touchesQuoted());
}

/** `shouted “love you” as he was led away`: words in marks that a circumstance of the saying follows. */
function endsInMarks({ first, start }: TokenSpan): boolean {
  const { quoted } = first;
  const next = quoted?.start === start ? quoted.next : undefined;
  return next?.pos === 'SCONJ' && TIME_CONJUNCTIONS.has(next.lower);
}

/** What may be rather than is: "argue that it costs too much and could fail". */
const MODALS = wordSet('could might may should');

/** `said it was “new” and that nobody knew`, `and would sell well`: the end of a second clause that parsers hang elsewhere, or -1. */
function endOfSecondClause({ next: after }: TokenSpan, verb: Token): number {
  const and = after?.text === ',' ? after.next : after;
  const next = and?.pos === 'CCONJ' ? and.next : undefined;
  const clause = next?.head;
  if (!clause) return -1;
  const isOfCue = clause.head === verb && clause.children('nsubj').length === 0;
  const goesOn = isOfCue && (next.lower === 'would' ? cueOf(verb)?.traits.has('tells') : MODALS.has(next.lower));
  return goesOn || next.pos === 'SCONJ' ? clause.subtree().end : -1;
}

const SHARES = wordSet('majority most many others rest none remainder');

/** `says it is cheap and the council pays for it`, `said 300 were lost, but most were old`: a second clause with a subject of its own, or -1. */
function endOfOwnSubject(content: TokenSpan, verb: Token): number {
  const isPaused = content.next?.text === ',';
  const and = isPaused ? content.next.next : content.next;
  const clause = and?.head;
  const [subject] = clause?.children('nsubj') ?? [];
  if (!and || !clause || !subject || clause.head !== verb || clause.relation !== 'conj') return -1;
  if (subject.isBefore(and) || verb.lower.endsWith('ing') || isSaying(clause)) return -1;
  // "said the pier was lost, and the council sold it": behind a comma it is the writer's more often than not.
  const isOfCount = SHARES.has(subject.lower) && content.tokens.some(({ pos }) => pos === 'NUM');
  const isTold =
    goesOnBehind(and, subject, clause) &&
    content.last.quoted?.lastCharacter !== ',' &&
    !clause.subtree().touchesQuoted();
  return (isPaused ? isOfCount && and.lower === 'but' : isTold) ? clause.subtree().end : -1;
}

/** `said that it had no part in it, had begun in May`: the end of a further clause that the verb reports, or -1. */
function endOfFurtherComplement(content: TokenSpan, verb: Token): number {
  const further = verb.children('ccomp').find(({ index }) => index >= content.end);
  // "suggesting that it stay, was cool about it": what the subject of the participle does besides.
  const isMain = verb.lower.endsWith('ing') && further?.children('nsubj').length === 0;
  return further && !isMain ? further.subtree().end : -1;
}

/** `Asked whether it was safe, Okonkwo, a lawyer, left`: a participle that opens the sentence ends with its first comma. */
function withinOpening(content: TokenSpan, verb: Token): TokenSpan {
  const opening = verb.sentence.first;
  if (opening.relation !== 'advcl' || !verb.isUnder(opening)) return content;
  const comma = content.tokens.find(({ text, quoted }) => text === ',' && !quoted);
  return comma ? content.until(comma) : content;
}

const PAUSES_AND_TIMES = wordSet(', – — - -- before while');

/** `argued that it works, saying …`: a participle of saying after a comma or "before" begins the next attribution. */
function beforeNextCue(content: TokenSpan, verb: Token): TokenSpan {
  for (const token of content.from(content.start + 2).until(content.end - 1).tokens) {
    const end = token.quoted ? undefined : endBeforeCue(token, verb);
    if (end !== undefined) return content.until(end);
  }
  return content;
}

/** The end of a content before a token with which somebody else's words or another report begin. */
function endBeforeCue(token: Token, verb: Token): number | undefined {
  if (token.lower === 'according') return token.index;
  const isCoordinated = token.relation === 'conj' && !isAlternative(token) && isNextSaying(token, verb);
  if (isCoordinated || isContrast(token)) return endBeforeConjunction(token);
  const pause = token.previous;
  const isPaused = PAUSES_AND_TIMES.has(pause?.lower ?? '') && (pause?.pos === 'PUNCT' || reports(token));
  return isPaused && token.lower.endsWith('ing') && isSaying(token) ? token.index - 1 : undefined;
}

/** "were leaning to one, or opposed to the other", "broken, rather than promising": no verb of saying beside the cue. */
const isAlternative = (token: Token): boolean =>
  token.children('cc').some(({ lower }) => lower === 'rather' || lower === 'or');

/** "while insisting that …", not "while talking about her son" */
const reports = (saying: Token): boolean =>
  saying.children('ccomp', 'xcomp', 'obj').length > 0 || saying.subtree().touchesQuoted();

/** `said it was “a lie,” while the union accused him of …`: somebody else's words. */
function isContrast({ lower, head: verb, previous }: Token): boolean {
  if (lower !== 'while' && lower !== 'whereas') return false;
  const isPaused = previous?.quoted ? previous.quoted.lastCharacter === ',' : previous?.text === ',';
  return isPaused && verb !== undefined && cueOf(verb)?.kind === 'assertion';
}

/** `said that it works and called it cheap`: a verb of saying in the same form, without a subject, is coordinated with the cue. */
function isNextSaying(token: Token, verb: Token): boolean {
  const form = formOf(token);
  if (token.isBefore(verb) || cueOf(token)?.kind !== 'assertion' || form !== formOf(verb)) return false;
  const isOpened = token.children('nsubj', 'aux', 'mark').some(({ lower }) => lower !== 'to' || !isInfinitive(verb));
  if (isOpened) return false;
  const { head } = token;
  // "saying he would stay and suggesting that …", not "saying that it was lying and cheating"
  if (form === 'ing') return isSaying(token) && head !== undefined && !head.lower.endsWith('ing');
  // "say that it will push firms to leave or lay off workers"
  return form !== 'base' || !head || head === verb || !isInBase(head);
}

const BEFORE_BASE = wordSet("to will 'll would 'd shall should can could may might must do does did");

/** "to leave", "will leave" */
const isInBase = (verb: Token): boolean => verb.children('aux', 'mark').some(({ lower }) => BEFORE_BASE.has(lower));

/** Whether a verb of the lexicon stands in its base, with "-s", with "-ing" or in the past. */
function formOf({ lower }: Token): 'base' | 's' | 'ing' | 'past' {
  if (verbCue(lower)?.lemma === lower) return 'base';
  return lower.endsWith('ing') ? 'ing' : lower.endsWith('s') ? 's' : 'past';
}

/** Before "and also called". */
function endBeforeConjunction(token: Token): number {
  let end = token.index;
  for (let { previous } = token; previous; previous = previous.previous) {
    if (!['ADV', 'CCONJ'].includes(previous.pos) && previous.text !== ',' && previous.lower !== 'to') break;
    end = previous.index;
  }
  return end;
}

const WHERE = wordSet('on in during');

/** What a phrase of place does not reach over. */
const BEFORE_PLACE: ReadonlySet<string> = new Set(['VERB', 'AUX', 'SCONJ', 'PUNCT']);

/** `said it would fail on Monday's "Today" show`: a broadcast or a paper at the end is where it was said. */
function beforePlace(content: TokenSpan): TokenSpan {
  const { last } = content.trimmed();
  const title = titleEndingAt(last) ?? titleEndingAt(last.previous);
  if (!title) return content;
  const before = content.from(content.start + 1).until(title.start);
  const opening = before.tokens.findLast(({ lower, pos }) => WHERE.has(lower) || BEFORE_PLACE.has(pos));
  return opening && WHERE.has(opening.lower) ? content.until(opening) : content;
}

const titleEndingAt = (token: Token | undefined): TokenSpan | undefined =>
  token && isInTitle(token) && token.marked?.last === token ? token.marked : undefined;

/** Whether a token stands in marks that hold nobody's words: in a title, a nickname. */
export const isInTitle = ({ marked }: Token): boolean => marked?.holdsWords === false;

/** `called it “reckless,” which nobody disputed`: a comma within the marks ends what was said before the reporter's comment. */
function beforeComment(content: TokenSpan, _verb: Token, frame: Frame): TokenSpan {
  for (const quoted of content.quotedSpans()) {
    const { next } = quoted;
    if (!next || !content.has(next) || quoted.lastCharacter !== ',') continue;
    const isComment = next.lower.endsWith('ing') && (frame !== 'clause' || isSaying(next));
    if (isComment || next.lower === 'which') return content.until(next);
  }
  return content;
}
