import { TokenSpan, type AnnotatedParagraph } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { isSaying } from '../cues.ts';
import type { IsOn, RuleHead } from '../rule.ts';
import { sourceOf } from '../sources.ts';
import { nameBeforeColon } from './colon-names.ts';
import { announcing } from './quoted-words.ts';
import { CUE_BEFORE } from './speech-before.ts';
import { saidBy } from './token-rule.ts';

/** A rule that reads a paragraph by its beginning, or by the end of the one before. */
export interface ParagraphRule extends RuleHead {
  readonly attribute: (board: ParagraphBoard, isOn: IsOn) => void;
}

/** Where the colon of a headline stands at the latest. */
const LATEST_COLON = 16;

/** `Kishida: Japan will stand firm` */
function attributeHeadline(board: ParagraphBoard): void {
  const found = labelled(board.paragraph);
  if (!found || board.paragraph.ordinal > 0 || board.paragraph.spoken) return;
  const { colon, source } = found;
  const content = colon.from(colon.end).until(board.paragraph.tokens.length).trimmed().withWholeQuotes();
  const isReport = content
    .from(content.start + 3)
    .tokens.some((token) => isSaying(token) && !token.quoted && sourceOf(token));
  if (!isReport)
    board.add({
      rule: HEADLINE.id,
      cue: colon,
      cueKind: 'assertion',
      source: saidBy(source, 'name before the colon'),
      contents: [content],
    });
}

/** A name before the first colon of a paragraph. */
function labelled(
  paragraph: AnnotatedParagraph,
): { readonly colon: TokenSpan; readonly source: TokenSpan } | undefined {
  const colon = paragraph.tokens.slice(0, LATEST_COLON).find(({ text, quoted }) => text === ':' && !quoted);
  if (!colon?.previous || !colon.next) return undefined;
  const before = paragraph.span.until(colon);
  // "Lund (Russian: Лунд) is a singer"
  const isInBrackets = before.tokens.findLast(({ text }) => /^[()]$/u.test(text))?.text === '(';
  const source = isInBrackets ? null : nameBeforeColon(before);
  return source ? { colon: TokenSpan.of(colon), source } : undefined;
}

/** Fewest tokens of a paragraph that is a speech rather than the heading of a list. */
const SHORTEST_SPEECH = 6;

/** `In a statement, the ministry said:` and then, as a paragraph of its own and without marks, what it said. */
function attributeAnnounced(board: ParagraphBoard, isOn: IsOn): void {
  const { previous, tokens, quoted, source, span } = board.paragraph;
  if (previous?.tokens.at(-1)?.text !== ':' || quoted[0]?.start === 0) return;
  if (tokens.length < SHORTEST_SPEECH || !/^[\p{L}…]/u.test(source.text) || isReport(board.paragraph)) return;
  const link = announcing(previous, isOn);
  if (link?.rule === CUE_BEFORE && link.source) board.add({ ...link, rule: ANNOUNCED.id, contents: [span] });
}

const SPEAKERS_OWN = wordSet('i we you it that this');

/** Whether a sentence of the paragraph tells what somebody says: the words are the reporter's again. */
const isReport = ({ tokens }: AnnotatedParagraph): boolean =>
  tokens.some(
    (token) =>
      isSaying(token) &&
      token.relation === 'root' &&
      token.children('nsubj').some(({ lower }) => !SPEAKERS_OWN.has(lower)),
  );

const HEADLINE: ParagraphRule = {
  id: 'headline',
  example: '<source>Kishida</source><cue>:</cue> <content>Japan will stand firm</content>',
  counter: ['Exclusive: Japan will stand firm'],
  confidence: 0.85,
  attribute: attributeHeadline,
};

const ANNOUNCED: ParagraphRule = {
  id: 'announced',
  example:
    'In a statement, <source>the ministry</source> <cue>said</cue>:\n<content>We will rebuild the pier and pay for the boats.</content>',
  confidence: 0.6,
  attribute: attributeAnnounced,
};

export const PARAGRAPH_RULES: readonly ParagraphRule[] = [HEADLINE, ANNOUNCED];
