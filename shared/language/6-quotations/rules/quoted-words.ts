import type { TokenSpan, AnnotatedParagraph } from '../../annotated.ts';
import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { hasTrait } from '../../lexicon/reporting.ts';
import { beforeHeadings, isHeading } from '../headings.ts';
import { fillsSentence } from '../punctuation.ts';
import { sameSpeaker, type Attribution, type CueAndSource, type IsOn, type RuleHead, type Step } from '../rule.ts';
import {
  adjacentBefore,
  beforeAside,
  followsDirectly,
  fromClauseStart,
  leadBefore,
  resumedAfter,
  resumedBare,
  toClauseEnd,
} from '../speech-extent.ts';
import { askRules } from './gap-rule.ts';
import { SIGNATURE_RULES } from './signatures.ts';
import { attributionAfter } from './speech-after.ts';
import { attributionBefore, attributionEnding } from './speech-before.ts';

/** Asked for quoted words in turn; the first that attributes them returns the last quoted words that it took. */
type Way = (board: ParagraphBoard, quoted: QuotedSpan, isOn: IsOn) => QuotedSpan | undefined;

/** Quoted words with what stands beside them, in the order of the text. */
export function attributeQuotedWords(board: ParagraphBoard, isOn: IsOn): void {
  for (let quoted = board.paragraph.quoted[0]; quoted; quoted = quoted.after) {
    if (board.isTaken(quoted)) continue;
    for (const way of WAYS) {
      const last = way(board, quoted, isOn);
      if (!last) continue;
      quoted = last;
      break;
    }
  }
}

/** `"…" — Prime Minister Ishiba`, in the same line or the next. */
const signed: Way = (board, quoted, isOn) => {
  const link = askRules(SIGNATURE_RULES, quoted, isOn);
  if (!link) return undefined;
  board.add({ ...link, contents: [quoted] });
  return quoted;
};

/** `"…," said Sullivan. "…"`, also with an attribution before that names the same. */
const after: Way = (board, quoted, isOn) => {
  const isInterrupted = quoted.after && beforeAside(quoted.after) !== undefined;
  const link = isInterrupted ? null : attributionAfter(quoted, isOn);
  if (!link) return undefined;
  const opening = beforeAside(quoted);
  const starts =
    opening && !board.isTaken(opening)
      ? [opening, quoted]
      : [...adjacentBefore(board, quoted), isAlone(quoted, link) ? quoted : fromClauseStart(board, quoted)];
  const { contents, last, steps } = extend(quoted, starts, link, resumedBare(quoted, link));
  board.add({ ...link, contents, steps }, quoted.start === 0 ? board.takePending() : []);
  return last;
};

/** Whether what stands before the marks is not the speaker's: `Sullivan said: "…," he added`, `a toll - a "tax," he called it - of two crowns`. */
const isAlone = (quoted: QuotedSpan, { cue }: CueAndSource): boolean =>
  attributionBefore(quoted) !== null || (hasTrait(cue.last.lower, 'names') && cue.next?.pos === 'PRON');

/** `Sullivan said: "…"`. */
const before: Way = (board, quoted, isOn) => {
  const link = attributionBefore(quoted, isOn);
  if (!link) return undefined;
  // `as she called it, “the fish tax”`: a name is all that she says.
  if (link.frame === 'predicative') {
    board.add({ ...link, contents: [quoted] });
    return quoted;
  }
  const lead = leadBefore(quoted, link);
  const start = toClauseEnd(quoted);
  const { contents, last, steps } = extend(quoted, lead ? [lead, start] : [start], null);
  board.add({ ...link, contents, steps });
  return last;
};

/** Fewest words that are somebody's speech although nobody is named. */
const SPEECH = 4;

/** What gives quoted words to the last speaker of the paragraph before. */
export const LAST_SPEAKER_BEFORE: RuleHead = {
  id: 'floating/paragraph-before',
  example:
    '<source><source1>Holt</source1></source> <cue><cue1>praised</cue1></cue> <content>the crew</content>, and the boats left the harbour.\n<content1>“They held the line for a week.”</content1>',
  confidence: 0.3,
};

/** A paragraph that opens with quoted words and names nobody: the paragraph before announces it or is continued by it. */
const across: Way = (board, quoted, isOn) => {
  const { paragraph } = quoted;
  if (quoted.start > 0 || paragraph.spoken || (quoted.isClosed && !fillsSentence(quoted))) return undefined;
  if (isAttributedWithNext(quoted) || isHeading(quoted)) return undefined;
  const previous = beforeHeadings(paragraph);
  const { contents, last, steps } = extend(quoted, [quoted], null);
  const announcement = previous && announcing(previous, isOn);
  if (announcement) {
    board.add({ ...announcement, contents, steps });
    return last;
  }
  const speech = previous && board.article.lastOf(previous);
  if (speech && goesOn(previous, speech)) board.join(speech, contents, 'goes on in the next paragraph');
  else if (opensWithAttribution(paragraph.next)) board.hold(contents);
  else if (speech && quoted.words.length >= SPEECH && isOn(LAST_SPEAKER_BEFORE.id))
    board.add({ ...sameSpeaker(speech, LAST_SPEAKER_BEFORE.id), contents, steps });
  else return undefined;
  return last;
};

/** `"It is over." "It is not," they shouted`: the words right behind have an attribution, for both. */
const isAttributedWithNext = ({ end, after }: QuotedSpan): boolean =>
  after?.start === end && (attributionAfter(after) !== null || isAttributedWithNext(after));

/** `The ministry said:` at the end of a paragraph. */
export function announcing({ sentences }: AnnotatedParagraph, isOn?: IsOn): CueAndSource | null {
  const sentence = sentences.at(-1);
  return sentence ? attributionEnding(sentence, isOn) : null;
}

function opensWithAttribution(next: AnnotatedParagraph | undefined): boolean {
  const opening = next?.quoted[0];
  return opening?.start === 0 && attributionAfter(opening) !== null;
}

/** Whether the paragraph before ends in speech or reports some in marks. */
function goesOn(previous: AnnotatedParagraph, { contents }: Attribution): boolean {
  const end = previous.tokens.length;
  const reachesEnd = contents.some((content) => content.paragraph === previous && content.end >= end - 1);
  return reachesEnd || previous.quoted.length > 0;
}

interface Extended {
  readonly contents: TokenSpan[];
  readonly last: QuotedSpan;
  readonly steps: Step[];
}

/** With the quoted words that follow and have nothing but the attribution's own words before them. */
function extend(
  quoted: QuotedSpan,
  starts: readonly TokenSpan[],
  link: CueAndSource | null,
  bare: TokenSpan | null = null,
): Extended {
  const contents = bare ? [...starts, bare] : [...starts];
  let last = lastWithin(quoted, contents.at(-1) ?? quoted);
  for (let next = last.after; next && !bare; next = last.after) {
    if (!followsDirectly(last, next, last === quoted ? link : null)) break;
    const content = toClauseEnd(next);
    contents.push(content);
    last = lastWithin(next, content);
  }
  const resumed = link && !bare && last === quoted ? resumedAfter(quoted, link) : undefined;
  if (resumed) contents.push(resumed);
  return { contents, last, steps: stepsOf(quoted, contents) };
}

/** What was added to the quoted words with which a content began. */
const stepsOf = (quoted: QuotedSpan, contents: readonly TokenSpan[]): Step[] =>
  contents
    .filter((content) => !content.equals(quoted))
    .map((to) => ({ name: to.covers(quoted) ? 'to the whole clause' : 'what goes on', from: quoted, to }));

/** The last quoted words that a content reaches. */
function lastWithin(quoted: QuotedSpan, { end }: TokenSpan): QuotedSpan {
  let last = quoted;
  while (last.after && last.after.end <= end) last = last.after;
  return last;
}

const WAYS: readonly Way[] = [signed, after, before, across];
