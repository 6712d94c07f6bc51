import { TokenSpan, type AnnotatedParagraph } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import type { RuleHead } from '../rule.ts';
import { saidBy } from './token-rule.ts';

/** What decides the turns of an interview. */
export const INTERVIEW: RuleHead = {
  id: 'interview',
  example:
    'Hanna Lindqvist on the port\n<source>Q</source><cue>:</cue> <content>Will it be sold?</content>\n<source1>A</source1><cue1>:</cue1> <content1>Never.</content1>\n<source2>Q</source2><cue2>:</cue2> <content2>Why?</content2>\n<source3>A</source3><cue3>:</cue3> <content3>It is ours.</content3>',
  confidence: 0.8,
};

/** Label of the one who is interviewed. */
export const ANSWER = 'A';

/** Most tokens of "Prime Minister Hanna Lindqvist:". */
const LONGEST_LABEL = 6;

/** Who takes turns in an interview or a transcript: surnames before a colon that come more than once, at least two of them. */
export function speakersInTurn(paragraphs: readonly AnnotatedParagraph[]): ReadonlySet<string> {
  const once = new Set<string>();
  const recurring = new Set<string>();
  let isTalk = false;
  for (const paragraph of paragraphs) {
    const label = labelOf(paragraph)?.last.text;
    if (label === undefined) continue;
    (once.has(label) ? recurring : once).add(label);
    isTalk ||= paragraph.tokens.some(({ lower, text }) => text === '?' || TALKING.has(lower));
  }
  return isTalk && recurring.size > 1 ? recurring : new Set();
}

/** Words of people who talk to each other, which a list of teams or dates has none of. */
const TALKING = wordSet('i we you me us my our your');

/** `Okafor: Nobody listened.`, `A: I would do it again.`: a turn, in words without marks; what is quoted within it keeps its own speaker. */
export function attributeTurn(board: ParagraphBoard, speakers: ReadonlySet<string>): void {
  const label = labelOf(board.paragraph);
  if (!label || !speakers.has(label.last.text)) return;
  const cue = new TokenSpan(label.paragraph, label.end, label.end + 1);
  const content = label.paragraph.span.from(cue.end);
  if (content.isEmpty) return;
  const source = saidBy(label.trimmed(), 'label of the turn');
  board.add({ rule: INTERVIEW.id, cue, cueKind: 'assertion', source, contents: [content] });
}

/** The words before a colon with which a paragraph begins, where all are written as names are: a surname, or "Q". */
function labelOf({ tokens, span }: AnnotatedParagraph): TokenSpan | undefined {
  const colon = tokens.slice(0, LONGEST_LABEL + 1).find(({ text }) => text === ':');
  if (!colon?.previous || colon.quoted) return undefined;
  const label = span.until(colon);
  return label.tokens.every(({ text, pos }) => /^[\p{Lu}(]/u.test(text) || pos === 'PUNCT') ? label : undefined;
}
