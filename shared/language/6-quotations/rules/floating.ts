import type { Token, TokenSpan } from '../../annotated.ts';
import { LONGEST_TERM, type QuotedSpan } from '../../4-quoted/quoted-span.ts';
import { THIRD_PERSON_PEOPLE } from '../../lexicon/closed-classes.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { cueOf, isQuoting, verbGroup } from '../cues.ts';
import { endsSentence, fillsSentence } from '../punctuation.ts';
import { sameSpeaker, sourceSpan, type Attribution, type CueAndSource, type IsOn, type RuleHead } from '../rule.ts';
import { sourceOf } from '../sources.ts';

/** What gives words in marks to the last speaker: `He suggested a ban. "It will not hold another week."` */
export const LAST_SPEAKER: RuleHead = {
  id: 'floating/last-speaker',
  example:
    '<source><source1>The coast guard</source1></source> <cue><cue1>suggested</cue1></cue> <content>a ban</content>. <content1>“It will not hold another week.”</content1>',
  confidence: 0.3,
};

/** What gives them to a person who laughs, nods or shrugs in the sentence before. */
export const GESTURE: RuleHead = {
  id: 'floating/gesture',
  example: '<source>Holt</source> <cue>shrugged</cue>. <content>“Ask my lawyer.”</content>',
  counter: ['Holt left. “Ask my lawyer.”'],
  confidence: 0.3,
};

/** What gives them to who assesses or does something by word in the sentence before. */
export const SUBJECT_BEFORE: RuleHead = {
  id: 'floating/subject-before',
  example: '<source>Holt</source> <cue>praised</cue> the crew. <content>“They held the line for a week.”</content>',
  counter: ['The storm hit the crew. “They held the line for a week.”'],
  confidence: 0.6,
};

/**
 * `They were puzzled, she said. "Really?"`: words in marks that fill a sentence go on with the speech before it, or are said
 * by the last speaker: `He suggested a ban. "It will not hold another week."`
 */
export function continueInParagraph(board: ParagraphBoard, isOn: IsOn): void {
  for (const quoted of board.paragraph.quoted) if (!board.isTaken(quoted)) continueSpeech(board, quoted, isOn);
}

function continueSpeech(board: ParagraphBoard, quoted: QuotedSpan, isOn: IsOn): void {
  const fills = quoted.start > 0 && endsSentence(quoted.previous) && fillsSentence(quoted);
  const unit: TokenSpan = fills ? quoted : quoted.first.sentence;
  const before = unit.previous?.sentence;
  if (!before || (!fills && (hasOwnCue(unit) || isTermIn(unit, quoted)))) return;
  const content = unit.trimmed().withWholeQuotes();
  const isSpeech = fills && quoted.words.length > LONGEST_TERM;
  const nearest = board.speechIn(before);
  const goesOn = nearest && (nearest.isQuoted || (fills && nearest.frame === 'clause'));
  const speech = goesOn ? nearest : isSpeech ? interrupted(board, before) : undefined;
  if (speech) {
    board.join(speech, [content], 'goes on after a sentence');
    return;
  }
  const link = fills ? speakerOf(board, before, isSpeech ? nearest : undefined, isSpeech, isOn) : null;
  if (link) board.add({ ...link, contents: [content] });
}

function speakerOf(
  { paragraph }: ParagraphBoard,
  before: TokenSpan,
  nearest: Attribution | undefined,
  isSpeech: boolean,
  isOn: IsOn,
): CueAndSource | null {
  if (nearest?.cue.paragraph === paragraph) return isOn(LAST_SPEAKER.id) ? sameSpeaker(nearest, LAST_SPEAKER.id) : null;
  const told = isSpeech && isOn(SUBJECT_BEFORE.id) ? subjectBefore(before) : null;
  return told ?? (isOn(GESTURE.id) ? gesture(before) : null);
}

/** `Holt praised the crew. "They held the line."`: whoever does by word what the sentence before tells. */
function subjectBefore({ tokens }: TokenSpan): CueAndSource | null {
  const verb = tokens.find((token) => token.relation === 'root' && cueOf(token)?.kind === 'assertion' && !token.quoted);
  const source = verb && sourceOf(verb);
  if (!verb || !source) return null;
  return { rule: SUBJECT_BEFORE.id, cue: verbGroup(verb), cueKind: 'assertion', source };
}

/** `Holt shrugged. "Ask my lawyer."`: who laughs, nods or shrugs in the sentence before speaks. */
function gesture({ tokens }: TokenSpan): CueAndSource | null {
  const verb = tokens.find((token) => token.relation === 'root' && !cueOf(token));
  if (!verb || !isQuoting(verb) || verb.quoted || verb.children('obj', 'ccomp', 'xcomp').length > 0) return null;
  const source = sourceOf(verb);
  return source && { rule: GESTURE.id, cue: verbGroup(verb), cueKind: 'assertion', source };
}

/** Most sentences of the reporter's own within a speech of one paragraph. */
const INTERRUPTION = 2;

/** The speech that a sentence or two of the reporter's own interrupt: `"It is cold," said Ade. He lit the stove. "It always was."` */
function interrupted(board: ParagraphBoard, sentence: TokenSpan): Attribution | undefined {
  let own: TokenSpan | undefined = sentence;
  for (let at = 0; own && at < INTERRUPTION; at++) {
    if (own.tokens.some((token) => isAnothers(board, token))) return undefined;
    const before: TokenSpan | undefined = own.previous?.sentence;
    const speech = board.speechIn(before);
    if (speech) return speech.isQuoted ? speech : undefined;
    own = before;
  }
  return undefined;
}

/** Whether a cue stands here whose source is not the pronoun that takes the speaker up: `He offered no help. "It is late."` */
function isAnothers(board: ParagraphBoard, token: Token): boolean {
  const cue = board.cueAt(token);
  const source = cue && sourceSpan(cue);
  return cue !== undefined && !(source?.length === 1 && THIRD_PERSON_PEOPLE.has(source.first.lower));
}

/** `“…,” Stone said. Since May the share of “lit” lines has risen`: a term in a sentence of the writer's. */
const isTermIn = (sentence: TokenSpan, { words }: QuotedSpan): boolean =>
  words.length <= LONGEST_TERM && sentence.quotedSpans().length === 1;

/** Whether somebody in the sentence says something of his own. */
const hasOwnCue = ({ tokens }: TokenSpan): boolean =>
  tokens.some((token) => !token.quoted && cueOf(token)?.kind === 'assertion' && token.relation !== 'amod');
