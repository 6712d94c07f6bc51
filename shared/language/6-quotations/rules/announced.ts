import type { AnnotatedParagraph } from '../../annotated.ts';
import { holdsFirstPerson, isSaid } from '../../4-quoted/turn.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { isSaying } from '../cues.ts';
import type { Attribution, IsOn, RuleHead } from '../rule.ts';
import { announcing } from './quoted-words.ts';
import { CUE_BEFORE } from './speech-before.ts';

/** A rule that reads a paragraph by its beginning, or by the end of the one before. */
export interface ParagraphRule extends RuleHead {
  readonly attribute: (board: ParagraphBoard, isOn: IsOn) => void;
}

/** Fewest tokens of a paragraph that is a speech rather than the heading of a list. */
const SHORTEST_SPEECH = 6;

/** `In a statement, the ministry said:` and then, in paragraphs of their own and without marks, what it said. */
function attributeAnnounced(board: ParagraphBoard, isOn: IsOn): void {
  const { paragraph } = board;
  const { previous, span } = paragraph;
  if (!previous || !mayBeSpeech(paragraph)) return;
  if (previous.tokens.at(-1)?.text !== ':') {
    const { announced } = board.article;
    if (announced && goesOn(announced, paragraph)) board.join(announced, [span], 'the announced words go on');
    return;
  }
  const link = announcing(previous, isOn);
  if (link?.rule === CUE_BEFORE && link.source)
    board.article.announced = board.add({ ...link, rule: ANNOUNCED.id, contents: [span] });
}

/** A paragraph in words of its own: no list, no post of a live blog, no report. */
const mayBeSpeech = (paragraph: AnnotatedParagraph): boolean =>
  paragraph.tokens.length >= SHORTEST_SPEECH &&
  paragraph.quoted[0]?.start !== 0 &&
  /^[\p{L}…]/u.test(paragraph.source.text) &&
  !isReport(paragraph);

const SPEAKERS_OWN = wordSet('i we you it that this');

/** Whether a sentence of the paragraph tells what somebody says: the words are the reporter's again. */
const isReport = ({ tokens }: AnnotatedParagraph): boolean =>
  tokens.some(
    (token) =>
      isSaying(token) &&
      token.relation === 'root' &&
      token.children('nsubj').some(({ lower }) => !SPEAKERS_OWN.has(lower)),
  );

/** How many paragraphs before and behind are looked at: a writer who tells of himself does so there, and few are quoted further. */
const NEAR = 6;

/** Whether somebody goes on who speaks of himself, where the writer does not, or whose last words close marks that nothing has opened. */
function goesOn({ contents, cue }: Attribution, paragraph: AnnotatedParagraph): boolean {
  const [first, last] = [contents[0], contents.at(-1)];
  if (!first || !last || last.paragraph !== paragraph.previous || closesMarks(last.paragraph)) return false;
  if (isClosedBehind(paragraph)) return true;
  return (
    isSaid(paragraph) && holdsFirstPerson(first) && holdsFirstPerson(paragraph.span) && !isTellersOwn(cue.paragraph)
  );
}

/** Whether marks end a paragraph that none have opened: `We stand ready to help."` */
function closesMarks({ source: { text } }: AnnotatedParagraph): boolean {
  if (!/["”]$/u.test(text.trimEnd())) return false;
  const count = (mark: string) => text.split(mark).length - 1;
  return text.trimEnd().endsWith('”') ? count('”') > count('“') : count('"') % 2 === 1;
}

function isClosedBehind(paragraph: AnnotatedParagraph): boolean {
  let at: AnnotatedParagraph | undefined = paragraph;
  for (let distance = 0; at && distance < NEAR && mayBeSpeech(at); distance++, at = at.next)
    if (closesMarks(at)) return true;
  return false;
}

/** Whether the writer speaks of himself in what leads to the announcement. */
function isTellersOwn(announcement: AnnotatedParagraph): boolean {
  let at: AnnotatedParagraph | undefined = announcement;
  for (let distance = 0; at && distance < NEAR; distance++, at = at.previous)
    if (holdsFirstPerson(at.span)) return true;
  return false;
}

export const ANNOUNCED: ParagraphRule = {
  id: 'announced',
  example:
    'In a statement, <source>the ministry</source> <cue>said</cue>:\n<content>We will rebuild the pier and pay for the boats.</content>',
  confidence: 0.6,
  attribute: attributeAnnounced,
};
