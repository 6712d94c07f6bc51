import { endOfTimeStamp } from '../../article/text/time-stamp.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import { stopsBefore, type QuotedSpan } from '../4-quoted/quoted-span.ts';
import { RELATIVE_SUBJECTS } from '../lexicon/closed-classes.ts';
import type { ParagraphBoard } from './attribution-board.ts';
import { cueOf, isQuoting, isVerb } from './cues.ts';
import { endsSentence, isDash, isPause } from './punctuation.ts';
import { sourceSpan, type CueAndSource } from './rule.ts';
import { attributionAfter } from './rules/speech-after.ts';
import { attributionEnding, gapBefore } from './rules/speech-before.ts';

/** `Based on that, "I do not see it," he said`: the words before in the sentence belong to the content. */
export function fromClauseStart(board: ParagraphBoard, quoted: QuotedSpan): TokenSpan {
  let { start } = quoted;
  const stamp = endOfTimeStamp(quoted.paragraph.source.text) ?? 0;
  for (let { previous } = quoted; previous; previous = previous.previous) {
    if (
      endsSentence(previous) ||
      endsBeforeMarks(previous) ||
      previous.text === ':' ||
      previous.end <= stamp ||
      board.isTaken(TokenSpan.of(previous))
    )
      break;
    start = previous.index;
  }
  // `They laughed - "Go on," he said`: a dash sets a new speech off.
  if (start === quoted.start || (isDash(quoted.previous) && !quoted.startsLower)) return quoted;
  const clause = new TokenSpan(quoted.paragraph, start, quoted.end);
  // "With talks under way, the plan is …": the circumstance is the reporter's.
  const comma = clause.until(quoted.start + 1).tokens.find(({ text }) => text === ',');
  const isCircumstance = clause.first.lower === 'with' && comma && !(comma === quoted.previous && quoted.startsLower);
  return (isCircumstance ? clause.from(comma.index + 1) : clause).trimmed();
}

/** `thanked Xi Min. "Thank you," he said`, `"Never." "Well, maybe," she said`: a stop, or marks that close after one. */
function endsBeforeMarks(token: Token | undefined): boolean {
  if (!token) return false;
  const { quoted } = token;
  if (quoted) return quoted.last === token && stopsBefore(token.paragraph, token.end);
  const next = token.next?.quoted;
  return token.text.endsWith('.') && next?.start === token.index + 1 && next.startsUpper;
}

/** The quoted words right before others, with nothing between: `"Never." "Well, maybe," she said`. */
export function adjacentBefore(board: ParagraphBoard, quoted: QuotedSpan): QuotedSpan[] {
  const { before } = quoted;
  const isOwnSentence = before && (endsSentence(before.previous) || endsBeforeMarks(before.previous));
  if (!isOwnSentence || before.end !== quoted.start || board.isTaken(before)) return [];
  return [...adjacentBefore(board, before), before];
}

/** Most tokens between two quoted spans of one sentence, dashes and all. */
const LONGEST_ASIDE = 14;

/** `"You see" - she paused - "that nobody came," Ade said`: the words before what a reporter tells between dashes, or nothing. */
export function beforeAside(quoted: QuotedSpan): QuotedSpan | undefined {
  const { before } = quoted;
  if (!before || !quoted.startsLower) return undefined;
  const gap = new TokenSpan(quoted.paragraph, before.end, quoted.start);
  const isInterruption = gap.length > 2 && gap.length <= LONGEST_ASIDE && isDash(gap.first) && isDash(gap.last);
  return isInterruption && !gap.tokens.some((token) => cueOf(token)) ? before : undefined;
}

/** `Cruz, Blackwell wrote, "has …"`: the words before the source belong to the content where what is quoted goes on with them. */
export function leadBefore(quoted: QuotedSpan, link: CueAndSource): TokenSpan | null {
  const gap = gapBefore(quoted);
  const source = sourceSpan(link);
  const start = Math.min(source?.start ?? gap.end - 1, link.cue.start);
  const attribution = gap.from(start);
  if (start <= gap.start + 1 || attribution.previous?.text !== ',') return null;
  const { startsLower: resumes } = quoted;
  const lead = gap.until(start - 1).trimmed();
  if (gap.last.text !== ':') return isSpoken(lead, resumes) ? lead : null;
  const isParenthesis =
    source?.start === start && link.cue.end === gap.end - 1 && !RELATIVE_SUBJECTS.has(source.first.lower);
  return isInterjection(lead) || (isParenthesis && isClause(lead)) ? lead : null;
}

/** Whether what stands before the source is the speaker's: "At the same time, she added, …" is the reporter's. */
function isSpoken(lead: TokenSpan, resumes: boolean): boolean {
  if (isInterjection(lead)) return true;
  // "So when she called, he said, …"
  const opening = /^(?:so|and|but)$/u.test(lead.first.lower) ? lead.first.next : lead.first;
  const { lower, pos } = opening ?? lead.first;
  // A subject or a condition is the speaker's.
  if (resumes) return !['ADP', 'ADV', 'CCONJ'].includes(pos) || /^(?:when|once|after|before|as|since|if)$/u.test(lower);
  return /^(?:if|because|unless)$/u.test(lower);
}

/** What speakers begin with, and reporters seldom do. */
const INTERJECTIONS = new Set(['after all', 'of course', 'in other words', 'instead']);

const isInterjection = ({ tokens }: TokenSpan): boolean =>
  INTERJECTIONS.has(tokens.map(({ lower }) => lower).join(' '));

/** `The ice was thin, she said: "…"`: a main clause of its own is reported speech. */
const isClause = (lead: TokenSpan): boolean =>
  ['DET', 'PRON', 'NOUN', 'PROPN'].includes(lead.first.pos) &&
  lead.tokens.some(
    (token) =>
      ['root', 'ccomp', 'parataxis'].includes(token.relation) &&
      token.children('nsubj').some((subject) => lead.has(subject) && subject.isBefore(token)),
  );

/** `said, "I have not heard that concern" from officials.`: where marks end in mid-sentence the content runs on to its end. */
export function toClauseEnd(quoted: QuotedSpan): TokenSpan {
  let current = quoted;
  let { end } = quoted;
  for (let next = quoted.next; next && runsOn(current, end, next); next = quoted.paragraph.tokens[end]) {
    current = next.quoted ?? current;
    end = next.quoted?.end ?? end + 1;
  }
  const content = quoted.until(end);
  return end === current.end ? content : content.trimmed();
}

/** Whether the clause of quoted words goes on with the token after the end that its content has reached. */
function runsOn(quoted: QuotedSpan, end: number, next: Token): boolean {
  if (endsSentence(next) || isPause(next)) return false;
  if (end > quoted.end) return true;
  if (/\p{P}/u.test(quoted.lastCharacter)) return leadsToNext(quoted);
  return next.pos !== 'PUNCT' && next.pos !== 'CCONJ';
}

/** Most tokens between two quoted spans that one sentence joins. */
const LONGEST_JOINT = 6;

/** `"Rather than help," Lopez "went sailing."`: a few words without a verb join two quoted spans of one sentence. */
function leadsToNext({ paragraph, lastCharacter, end, after }: QuotedSpan): boolean {
  if (lastCharacter !== ',' || !after?.startsLower) return false;
  const { tokens } = new TokenSpan(paragraph, end, after.start);
  return (
    tokens.length > 0 &&
    tokens.length <= LONGEST_JOINT &&
    !tokens.some((token) => isVerb(token) || isPause(token) || endsSentence(token))
  );
}

/** Whether quoted words go on with the speech of others before them: only the attribution stands between. */
export function followsDirectly(quoted: QuotedSpan, next: QuotedSpan, link: CueAndSource | null): boolean {
  const gap = new TokenSpan(quoted.paragraph, quoted.end, next.start);
  if (gap.isEmpty) return true;
  if (!link) return false;
  const closing = gap.last;
  // `"smart," Roe wrote, and "full of holes."`
  if (closing.lower === 'and' && closing.previous?.text === ',' && next.startsLower && endsSentence(next.last.previous))
    return !gap.tokens.some(endsSentence);
  if (closing.text === ',' && next.startsLower) return gap.tokens.every(({ text }) => !/^[.!?:;]$/u.test(text));
  if (attributionEnding(gap.from(Math.min(Math.max(gap.start, link.cue.end), gap.end - 1)))) return false;
  if (gap.until(gap.end - 2).tokens.some(endsSentence)) return false;
  const stops = stopsBefore(gap.paragraph, closing.end);
  if (stops && attributionAfter(next)) return false;
  return stops || closing.text === ',' || gap.end === sourceSpan(link)?.end || gap.end === link.cue.end;
}

/** `"The mayor," she said, would never sell the port`: a clause without marks goes on where its subject or verb has them. */
export function resumedBare(quoted: QuotedSpan, { cue, source }: CueAndSource): TokenSpan | null {
  const comma = quoted.paragraph.tokens[Math.max(cue.end, source?.span.end ?? 0)];
  const next = comma?.next;
  if (!next || comma.index < quoted.end || comma.text !== ',' || quoted.lastCharacter !== ',') return null;
  if (next.quoted || !goesOnBare(next)) return null;
  let last = next;
  for (let token = last.next; token && !endsSentence(last); token = token.next) last = token;
  return TokenSpan.of(next, last.quoted?.last ?? last).trimmed();
}

/** Whether a token goes on with a clause that quoted words have begun: "that", a finite verb, a word or two before further marks. */
const goesOnBare = (token: Token): boolean =>
  (token.lower === 'that' && token.pos === 'SCONJ') ||
  token.pos === 'AUX' ||
  (token.pos === 'VERB' && !/(?:ing|ed|n)$/u.test(token.lower) && !isQuoting(token)) ||
  leadsToQuoted(token);

const SMALL: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'SCONJ', 'ADV', 'DET']);

/** Whether a small word or two stand before quoted words that go on in mid-sentence: `, he said, from "the blow"`. */
function leadsToQuoted(token: Token): boolean {
  if (!SMALL.has(token.pos)) return false;
  const second = token.next;
  const following = second && SMALL.has(second.pos) ? second.next : second;
  const quoted = following?.quoted;
  return quoted?.start === following?.index && (quoted?.startsLower ?? false);
}

/** The words that resume the speech after an attribution with marks in its own sentence: `he said of the "deal". "It …"`. */
export function resumedAfter(quoted: QuotedSpan, link: CueAndSource): QuotedSpan | undefined {
  const next = quoted.after?.after;
  return next && followsDirectly(quoted, next, link) ? next : undefined;
}
