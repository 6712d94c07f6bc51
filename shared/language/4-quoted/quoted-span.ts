import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import type { Passage } from './quotation-marks.ts';

/**
 * What marks set off: somebody's words (speech); the title of a work or an event; a nickname or byname; a label of the
 * page; words that nobody in particular has said or that nobody has (hearsay); a word that is spoken of as a word (term);
 * a word that the writer keeps at a distance (scareQuote).
 */
export type QuotedKind = 'speech' | 'title' | 'nickname' | 'label' | 'hearsay' | 'term' | 'scareQuote';

/** Kinds of which no word is anybody's. */
const WORDLESS: ReadonlySet<QuotedKind> = new Set(['title', 'nickname', 'label', 'hearsay', 'term']);

/** How many characters of closing marks and spaces may follow the last one of what is quoted. */
const TAIL = 6;

/** A stretch in quotation marks, marks included. */
export class QuotedSpan extends TokenSpan {
  readonly kind: QuotedKind;
  /** Offsets of what stands between the marks, UTF-16, half open. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** False where the paragraph ends before the closing mark. */
  readonly isClosed: boolean;
  /** Each pair of marks: more than one where "and" joins them. */
  readonly parts: readonly TokenSpan[];
  /** The quoted words before and after it in its paragraph. */
  before: QuotedSpan | undefined;
  after: QuotedSpan | undefined;

  constructor(
    span: TokenSpan,
    kind: QuotedKind,
    marks: Pick<Passage, 'innerStart' | 'innerEnd' | 'closed'>,
    parts?: readonly TokenSpan[],
  ) {
    super(span.paragraph, span.start, span.end);
    this.kind = kind;
    this.innerStart = marks.innerStart;
    this.innerEnd = marks.innerEnd;
    this.isClosed = marks.closed;
    this.parts = parts ?? [span];
  }

  get holdsWords(): boolean {
    return !WORDLESS.has(this.kind);
  }

  as(kind: QuotedKind): QuotedSpan {
    return new QuotedSpan(this, kind, this.marks, this.parts);
  }

  /** With another that follows it, as one. */
  joinedWith(next: QuotedSpan): QuotedSpan {
    return new QuotedSpan(
      new TokenSpan(this.paragraph, this.start, next.end),
      this.kind,
      { ...next.marks, innerStart: this.innerStart },
      [...this.parts, ...next.parts],
    );
  }

  /** The words between the marks, without punctuation. */
  get words(): readonly Token[] {
    return this.tokens.filter(
      ({ start, end, pos }) => start >= this.innerStart && end <= this.innerEnd && pos !== 'PUNCT',
    );
  }

  /** The last character between the marks, without marks and spaces. */
  get lastCharacter(): string {
    const { text } = this.paragraph.source;
    const tail = text.slice(Math.max(this.innerStart, this.innerEnd - TAIL), this.innerEnd);
    return tail.replace(/(?<![\s'"’”])[\s'"’”]+$/u, '').at(-1) ?? '';
  }

  /** Whether it goes on in mid-sentence: it begins with a small letter. */
  get startsLower(): boolean {
    return /^[\p{Ll}…]/u.test(this.paragraph.source.text.slice(this.innerStart, this.innerStart + 1));
  }

  get startsUpper(): boolean {
    return /^\p{Lu}/u.test(this.paragraph.source.text.slice(this.innerStart, this.innerStart + 2));
  }

  private get marks() {
    return { innerStart: this.innerStart, innerEnd: this.innerEnd, closed: this.isClosed };
  }
}

/** Whether the text ends a sentence right before an offset, be it within closing marks. */
export function stopsBefore({ source: { text } }: AnnotatedParagraph, end: number): boolean {
  return /[.!?]['"”’]*$/u.test(text.slice(Math.max(0, end - TAIL), end));
}

/** Most words of a term in marks: more are somebody's words. */
export const LONGEST_TERM = 4;
