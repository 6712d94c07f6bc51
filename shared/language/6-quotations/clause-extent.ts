import type { Token, TokenSpan } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import type { Frame } from '../lexicon/cue-kinds.ts';
import { cueOf, isSaying } from './cues.ts';

/** A named step that moves the end of what a verb reports. */
export interface ExtentStep {
  readonly name: string;
  readonly move: (content: TokenSpan, verb: Token, frame: Frame) => TokenSpan;
}

/** In order; each starts from what the one before it has left. */
export const CLAUSE_EXTENT: readonly ExtentStep[] = [
  { name: 'to the clause’s end', move: extendedToClauseEnd },
  { name: 'within the opening participle', move: withinOpening },
  { name: 'before the next cue', move: beforeNextCue },
  { name: 'before the place of saying', move: beforePlace },
  { name: 'before the comment', move: beforeComment },
  { name: 'without loose marks', move: (content) => content.trimmed() },
];

/** The same for what a parenthesis parts: the sentence as a whole is the content. */
export const SENTENCE_EXTENT: readonly ExtentStep[] = CLAUSE_EXTENT.slice(1);

/** Words that go on with what is said where its marks follow: "…, but the rest were “fine”". */
const GOES_ON = wordSet('but and because even though although or so');

/** Up to the end of the clause that the cue heads, without what is coordinated with the cue: parsers hang the last phrases too high. */
function extendedToClauseEnd(content: TokenSpan, verb: Token): TokenSpan {
  if (content.start < verb.index || endsInMarks(content)) return content;
  const isNext = (token: Token) =>
    token.head === verb && token.index > content.start && ['conj', 'parataxis'].includes(token.relation);
  const next = verb.children('conj', 'parataxis').find(({ index }) => index > content.start);
  const limit = Math.min(verb.subtree(isNext).end, next?.subtree().start ?? Infinity);
  const coordinated = endOfSecondClause(content, verb);
  if (coordinated > limit) return content.until(coordinated);
  // What follows a comma is the reporter's comment more often than not.
  const comma = content
    .from(content.end)
    .until(limit)
    .tokens.find((token) => isCommaOfComment(token, limit));
  return comma ? content.until(comma) : content.until(Math.max(content.end, limit));
}

function isCommaOfComment(comma: Token, limit: number): boolean {
  if (comma.text !== ',' || comma.quoted || comma.previous?.lower === 'that') return false;
  const { next } = comma;
  return !(next && GOES_ON.has(next.lower) && next.sentence.from(next).until(limit).touchesQuoted());
}

/** `shouted “love you” as he was led away`: words in marks that a circumstance of the saying follows. */
function endsInMarks({ first, start, end }: TokenSpan): boolean {
  const { quoted } = first;
  if (quoted?.start !== start || end > quoted.end) return false;
  return quoted.next?.pos === 'SCONJ' && /^(?:as|when|while|after|before)$/u.test(quoted.next.lower);
}

/** `said it was “new” and that nobody knew`, `and would sell well`: the end of a second clause that parsers hang elsewhere, or -1. */
function endOfSecondClause({ next: after }: TokenSpan, verb: Token): number {
  const and = after?.text === ',' ? after.next : after;
  const next = and?.next;
  const clause = next?.head;
  if (and?.pos !== 'CCONJ' || !next || !clause) return -1;
  const isThat = next.lower === 'that' && next.pos === 'SCONJ';
  const goesOn = next.lower === 'would' && clause.head === verb && cueOf(verb)?.traits.has('tells');
  return isThat || goesOn ? clause.subtree().end : -1;
}

/** `Asked whether it was safe, Okonkwo, a lawyer, left`: a participle that opens the sentence ends with its first comma. */
function withinOpening(content: TokenSpan, verb: Token): TokenSpan {
  const opening = verb.sentence.first;
  if (opening.pos !== 'VERB' || opening.relation !== 'advcl' || !verb.isUnder(opening)) return content;
  const comma = content.tokens.find(({ text, quoted }) => text === ',' && !quoted);
  return comma && comma.index > content.start ? content.until(comma) : content;
}

const PAUSES_AND_TIMES = wordSet(', – — - -- before while');

/** `argued that it works, saying …`: a participle of saying after a comma or "before" begins the next attribution. */
function beforeNextCue(content: TokenSpan, verb: Token): TokenSpan {
  for (const token of content.from(content.start + 2).until(content.end - 1).tokens) {
    const end = token.quoted ? undefined : endBeforeCue(token, content, verb);
    if (end !== undefined) return content.until(end);
  }
  return content;
}

/** The end of a content before a token with which somebody else's words or another report begin. */
function endBeforeCue(token: Token, content: TokenSpan, verb: Token): number | undefined {
  if (token.index > content.start + 2 && token.lower === 'according' && token.next?.lower === 'to') return token.index;
  if (token.isAfter(verb) && isContrast(token)) return endBeforeConjunction(token, content);
  if (token.relation === 'conj' && isNextSaying(token, verb)) return endBeforeConjunction(token, content);
  if (!PAUSES_AND_TIMES.has(token.previous?.lower ?? '')) return undefined;
  const isParticiple = token.pos === 'VERB' && token.lower.endsWith('ing') && token.relation !== 'amod';
  return token.isAfter(verb) && isParticiple && isSaying(token) ? token.index - 1 : undefined;
}

/** `said it was “a lie,” while the union accused him of …`: somebody else's words. */
function isContrast({ lower, head: verb, previous }: Token): boolean {
  if (lower !== 'while' && lower !== 'whereas') return false;
  const isPaused = previous?.quoted ? previous.quoted.lastCharacter === ',' : previous?.text === ',';
  return (
    isPaused &&
    verb !== undefined &&
    cueOf(verb)?.kind === 'assertion' &&
    verb.children('nsubj').some((subject) => subject.pos !== 'PRON' && subject.isBefore(verb))
  );
}

/** `said that it works and called it cheap`: a verb of saying in the same form, without a subject, is coordinated with the cue. */
function isNextSaying(token: Token, verb: Token): boolean {
  if (token.pos !== 'VERB' || token.isBefore(verb) || cueOf(token)?.kind !== 'assertion') return false;
  if (token.children('nsubj', 'aux', 'mark').length > 0) return false;
  const isPresent = ({ lower }: Token) => lower.endsWith('s');
  return isPresent(token) === isPresent(verb) && !token.lower.endsWith('ing') && !verb.lower.endsWith('ing');
}

/** Before "and also called". */
function endBeforeConjunction(token: Token, { start }: TokenSpan): number {
  let end = token.index;
  for (let { previous } = token; previous && end > start + 1; previous = previous.previous) {
    if (!['ADV', 'CCONJ'].includes(previous.pos) && previous.text !== ',') break;
    end = previous.index;
  }
  return end;
}

/** Most tokens of "on Wednesday's broadcast of CNN's". */
const LONGEST_PLACE = 9;

/** `said it would fail on Monday's "Today" show`: a broadcast or a paper at the end is where it was said. */
function beforePlace(content: TokenSpan): TokenSpan {
  const title = titleEndingAt(content.last) ?? titleEndingAt(content.last.previous);
  if (!title || title.start <= content.start) return content;
  for (let token = title.previous; token && token.index > content.start; token = token.previous) {
    if (token.index <= title.start - LONGEST_PLACE) break;
    if (/^(?:on|in|during)$/u.test(token.lower)) return content.until(token);
    if (['VERB', 'AUX', 'SCONJ', 'PUNCT'].includes(token.pos)) break;
  }
  return content;
}

const titleEndingAt = (token: Token | undefined): TokenSpan | undefined =>
  token?.marked && isName(token.marked) && token.marked.last === token ? token.marked : undefined;

const isName = ({ kind }: { kind: string }): boolean => kind === 'title' || kind === 'nickname' || kind === 'label';

/** Whether a token stands in a title in marks. */
export const isInTitle = ({ marked }: Token): boolean => marked !== undefined && isName(marked);

/** `called it “reckless,” which nobody disputed`: a comma within the marks ends what was said before the reporter's comment. */
function beforeComment(content: TokenSpan, _verb: Token, frame: Frame): TokenSpan {
  for (const quoted of content.quotedSpans()) {
    const { next } = quoted;
    if (!next || quoted.end >= content.end || quoted.lastCharacter !== ',') continue;
    const isParticiple = next.pos === 'VERB' && next.lower.endsWith('ing');
    if (next.lower === 'which' || (isParticiple && (frame !== 'clause' || isSaying(next))))
      return content.until(quoted.end);
  }
  return content;
}
