import { TokenSpan, type Token } from '../../annotated.ts';
import { LONGEST_TERM, type QuotedSpan } from '../../4-quoted/quoted-span.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { TIME_CONJUNCTIONS } from '../../lexicon/closed-classes.ts';
import { cueOf, isSaying, isVerb, mainVerb, verbGroup } from '../cues.ts';
import { isIncidental } from '../reported-by-verb.ts';
import type { Attribution, RuleHead } from '../rule.ts';
import { sourceFor } from '../sources-by-place.ts';
import { afterAddressee } from './addressee.ts';

/** A rule that gives words in marks which no tree reached to a cue before them. */
export interface NearestCueRule extends RuleHead {
  readonly isCandidate: (verb: Token) => boolean;
}

export const NEAREST_ASSERTION: NearestCueRule = {
  id: 'nearest/assertion',
  example:
    '<source>Okonkwo</source> <cue>said</cue> in a statement that <content>“harbour dysfunction has stopped the council from responding to a crisis.”</content>',
  confidence: 0.4,
  isCandidate: isSaying,
};

export const NEAREST_ANY: NearestCueRule = {
  id: 'nearest/any',
  example:
    "<source>He</source> <cue>has directed</cue> <content>''a very ambitious rebuilding of the pier which has gone on for years.''</content>",
  confidence: 0.4,
  isCandidate: () => true,
};

const NO_CUES = ['aux', 'cop', 'amod'];

/** Words in marks that no tree reached, for marks mislead parsers: the nearest cue before them in the sentence takes them in. */
export function attributeToNearest(board: ParagraphBoard, { id, isCandidate }: NearestCueRule): void {
  for (const quoted of board.paragraph.quoted) {
    if (board.isTaken(quoted)) continue;
    const { sentence } = quoted.first;
    const verb = sentence
      .until(quoted.start)
      .tokens.findLast(
        (token) =>
          isCandidate(token) &&
          cueOf(token) &&
          !NO_CUES.includes(token.relation) &&
          !token.quoted &&
          !isMeanwhile(token, quoted),
      );
    if (!verb) continue;
    const outer = reportAround(board, verb);
    if (outer) {
      if (hasOtherReport(outer, quoted)) continue;
      const content = outer.contents[0] ?? quoted;
      board.widen(outer, content.until(clauseEnd(quoted)).trimmed().withWholeQuotes(), 'to words that the tree lost');
    } else attributeTo(board, quoted, verb, id);
  }
}

/** `As Lund spoke, the union called it “a lie”`: the time of what stands in marks. */
const isMeanwhile = (verb: Token, quoted: QuotedSpan): boolean =>
  cueOf(verb)?.lemma === 'speak' &&
  verb.children('mark').some(({ lower }) => TIME_CONJUNCTIONS.has(lower)) &&
  !verb.subtree().has(quoted.first);

/** `said that it leaks, and she accused him of “a lie”`, `…, to which he replied: “…”`: between a content and marks begins another report. */
function hasOtherReport({ contents: [content], cue }: Attribution, quoted: QuotedSpan): boolean {
  if (!content || content.end >= quoted.start) return false;
  const verb = mainVerb(cue);
  return new TokenSpan(quoted.paragraph, content.end, quoted.start).tokens.some(
    (token) =>
      cueOf(token)?.kind === 'assertion' &&
      token.children('nsubj').some((subject) => subject.index >= content.end) &&
      ((token.relation === 'conj' && token.head === verb) || token.subtype === 'relcl'),
  );
}

/** What reports the clause that a verb stands in, where that is one stretch. */
function reportAround(board: ParagraphBoard, verb: Token): Attribution | undefined {
  const outer = board.speechIn(verb.sentence);
  const isAround = outer?.contents.length === 1 && outer.contents[0]?.has(verb);
  return isAround && outer.frame === 'clause' ? outer : undefined;
}

function attributeTo(board: ParagraphBoard, quoted: QuotedSpan, verb: Token, rule: string): void {
  const cue = cueOf(verb);
  const between = new TokenSpan(quoted.paragraph, verb.index + 1, quoted.start);
  const known = board.cueAt(verb);
  const [reported] = known?.contents ?? [];
  if (!cue || board.isTaken(between) || (reported && reported.start < verb.index)) return;
  const source = known?.source ?? sourceFor(verb);
  const isOwn = isNear(verb, quoted, between) || (!known && verb.relation === 'root' && cue.traits.has('tells'));
  if (!source || (quoted.words.length <= LONGEST_TERM && !isOwn)) return;
  const start = reported && reported.start > verb.index ? reported.start : contentStart(verb, between);
  // "in what Lund called “the worst storm in years,” the boats …"
  const end = source.span.previous?.lower === 'what' ? quoted.end : clauseEnd(quoted);
  const content = new TokenSpan(quoted.paragraph, start, end).trimmed().withWholeQuotes();
  if (board.isTaken(content) || content.overlaps(source.span)) return;
  if (known?.contents.length === 1) board.widen(known, content, 'to words that the tree lost');
  else board.add({ rule, cue: verbGroup(verb), cueKind: cue.kind, source, contents: [content] });
}

/** Most tokens between a cue and a term in marks. */
const NEAR = 4;

/** Whether a cue of saying stands so near a term in marks that it is likely to be its own. */
function isNear(verb: Token, quoted: QuotedSpan, { tokens }: TokenSpan): boolean {
  if (!isSaying(verb) || isIncidental(verb)) return false;
  // A clause with a finite verb that runs on, without a pause, to the marks.
  const opensClause = tokens.some(isVerb) && tokens.every((token) => token.text !== ',' || token.quoted);
  return quoted.start - verb.index <= NEAR || opensClause;
}

/** Where a content starts that follows its cue: at "that", else right after the cue. */
function contentStart(verb: Token, between: TokenSpan): number {
  const start = afterAddressee(verb);
  const that = between.from(start).tokens.find(({ lower }) => lower === 'that');
  return that?.index ?? Math.min(start, between.end);
}

const JOINTS = new Set(['and', 'but', 'or', 'then', 'also', ',', ';']);

/** The end of the clause that quoted words stand in: the sentence's, or before the next cue that is coordinated. */
function clauseEnd(quoted: QuotedSpan): number {
  const { sentence } = quoted.first;
  for (const token of sentence.from(quoted.end).tokens) {
    if (/^[;–—]$/u.test(token.text)) return Math.max(quoted.end, token.index);
    // "had shown": only a verb that is finite by itself begins another report.
    if (!isSaying(token) || token.quoted || token.previous?.pos === 'AUX') continue;
    let end = token.index;
    for (
      let { previous } = token;
      previous && end > quoted.end && JOINTS.has(previous.lower);
      previous = previous.previous
    )
      end = previous.index;
    return end;
  }
  return Math.max(quoted.end, sentence.end);
}
