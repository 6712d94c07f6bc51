import { TokenSpan, type AnnotatedDocument, type AnnotatedParagraph } from '../annotated.ts';
import { COORDINATING } from '../lexicon/closed-classes.ts';
import { kindOf } from './kinds.ts';
import { QuotedSpan } from './quoted-span.ts';
import { findPassages, type Passage } from './quotation-marks.ts';

/** Finds every stretch in quotation marks of a document once, with its kind, and notes it in its tokens. */
export function markQuoted({ paragraphs }: AnnotatedDocument): void {
  let isOpen = false;
  for (const paragraph of paragraphs) {
    const goesOn = paragraph.next?.source.text.startsWith('‘') ?? false;
    const passages = findPassages(paragraph.source.text, isOpen, goesOn);
    isOpen = passages.some(({ closed, depth }) => !closed && depth === 0);
    mark(paragraph, passages);
  }
}

function mark(paragraph: AnnotatedParagraph, passages: readonly Passage[]): void {
  const marked = outermost(paragraph, passages).map((span) => span.as(kindOf(span)));
  paragraph.marked = marked;
  paragraph.quoted = joinCoordinated(marked.filter(({ holdsWords }) => holdsWords));
  for (const [index, span] of paragraph.quoted.entries()) {
    span.before = paragraph.quoted[index - 1];
    span.after = paragraph.quoted[index + 1];
  }
  for (const span of marked) for (const token of span.tokens) token.marked = span;
  for (const span of paragraph.quoted) for (const token of span.tokens) token.quoted = span;
}

function outermost(paragraph: AnnotatedParagraph, passages: readonly Passage[]): QuotedSpan[] {
  const { tokens } = paragraph;
  const spans: QuotedSpan[] = [];
  let at = 0;
  for (const passage of passages) {
    if (passage.depth > 0) continue;
    while ((tokens[at]?.end ?? Infinity) <= passage.start) at++;
    const start = at;
    while ((tokens[at]?.start ?? Infinity) < passage.end) at++;
    if (at > start) spans.push(new QuotedSpan(new TokenSpan(paragraph, start, at), 'speech', passage));
  }
  return spans;
}

/** Most tokens between two that are one: a comma, "and", "then". */
const LONGEST_JOINT = 3;

/** `"Lock her up" and "Build the wall"` are one content. */
function joinCoordinated(spans: readonly QuotedSpan[]): QuotedSpan[] {
  const joined: QuotedSpan[] = [];
  for (const next of spans) {
    const previous = joined.at(-1);
    if (previous && isJoint(new TokenSpan(next.paragraph, previous.end, next.start)))
      joined[joined.length - 1] = previous.joinedWith(next);
    else joined.push(next);
  }
  return joined;
}

const isJoint = ({ tokens }: TokenSpan): boolean =>
  tokens.length <= LONGEST_JOINT &&
  tokens.some(({ lower }) => COORDINATING.has(lower)) &&
  tokens.every(({ lower }) => COORDINATING.has(lower) || /^(?:,|then|yes)$/u.test(lower));
