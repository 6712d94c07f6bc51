import { TokenSpan, type AnnotatedParagraph } from '../../annotated.ts';
import type { ParagraphBoard } from '../attribution-board.ts';
import { isSaying } from '../cues.ts';
import { sourceOf } from '../sources.ts';
import { ANNOUNCED, type ParagraphRule } from './announced.ts';
import { nameBeforeColon } from './colon-names.ts';
import { saidBy } from './token-rule.ts';

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

const HEADLINE: ParagraphRule = {
  id: 'headline',
  example: '<source>Kishida</source><cue>:</cue> <content>Japan will stand firm</content>',
  counter: ['Exclusive: Japan will stand firm'],
  confidence: 0.85,
  attribute: attributeHeadline,
};

export const PARAGRAPH_RULES: readonly ParagraphRule[] = [HEADLINE, ANNOUNCED];
