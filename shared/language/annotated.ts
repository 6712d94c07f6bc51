import type { Paragraph, TextSpan } from '../article/article.ts';
import type { Document, PartOfSpeech, Token as ParsedToken } from './document.ts';
import type { QuotedSpan } from './4-quoted/quoted-span.ts';
import type { Spoken } from './4-quoted/turn.ts';
import { groupBy } from './group-by.ts';

/** A word or mark of a paragraph, linked with its neighbours, with what governs it and with what depends on it. */
export class Token {
  readonly paragraph: AnnotatedParagraph;
  readonly sentence: TokenSpan;
  /** Place in its paragraph. */
  readonly index: number;
  readonly text: string;
  /** In small letters, with a straight apostrophe. */
  readonly lower: string;
  /** Offsets in the paragraph's text: UTF-16, half open. */
  readonly start: number;
  readonly end: number;
  readonly pos: PartOfSpeech;
  /** Universal relation to the head without its subtype: "nsubj"; "root" for the one without a head. */
  readonly relation: string;
  /** What a language adds to the relation: "pass" of "nsubj:pass". */
  readonly subtype: string;
  head: Token | undefined;
  /** What hangs directly under it, in order. */
  readonly dependents: Token[] = [];
  /** The stretch in quotation marks around it, whatever its kind. */
  marked: QuotedSpan | undefined;
  /** The same where the marks hold somebody's words. */
  quoted: QuotedSpan | undefined;

  constructor(paragraph: AnnotatedParagraph, sentence: TokenSpan, index: number, parsed: ParsedToken) {
    const [relation = '', subtype = ''] = parsed.relation.split(':');
    this.paragraph = paragraph;
    this.sentence = sentence;
    this.index = index;
    this.text = parsed.text;
    this.lower = parsed.text.toLowerCase().replaceAll('’', "'");
    this.start = parsed.start;
    this.end = parsed.end;
    this.pos = parsed.pos;
    this.relation = relation;
    this.subtype = subtype;
  }

  get next(): Token | undefined {
    return this.paragraph.tokens[this.index + 1];
  }

  get previous(): Token | undefined {
    return this.paragraph.tokens[this.index - 1];
  }

  /** The token that stands this many places further on. */
  at(distance: number): Token | undefined {
    return this.paragraph.tokens[this.index + distance];
  }

  isBefore(other: Token): boolean {
    return this.index < other.index;
  }

  isAfter(other: Token): boolean {
    return this.index > other.index;
  }

  /** Its dependents in one of these relations, in order. */
  children(...relations: readonly string[]): Token[] {
    return this.dependents.filter(({ relation }) => relations.includes(relation));
  }

  /** Whether it hangs, at any depth, under another token, or is it. */
  isUnder(ancestor: Token): boolean {
    if (this === ancestor) return true;
    for (let at = this.head; at; at = at.head) if (at === ancestor) return true;
    return false;
  }

  /** From the first to the last token under it, itself included, without the branches that `without` names. */
  subtree(without: (token: Token) => boolean = () => false): TokenSpan {
    let [first, last] = [this.index, this.index];
    const open: Token[] = [this];
    for (let token = open.pop(); token; token = open.pop()) {
      first = Math.min(first, token.index);
      last = Math.max(last, token.index);
      for (const dependent of token.dependents) if (!without(dependent)) open.push(dependent);
    }
    return new TokenSpan(this.paragraph, first, last + 1);
  }
}

/** Marks that belong to neither side where a span is cut out of its sentence. */
const LOOSE_MARK = /^[,;:.—–-]$/u;

/** Tokens [start, end) of a paragraph. */
export class TokenSpan {
  readonly paragraph: AnnotatedParagraph;
  readonly start: number;
  readonly end: number;

  constructor(paragraph: AnnotatedParagraph, start: number, end: number) {
    this.paragraph = paragraph;
    this.start = start;
    this.end = end;
  }

  /** Both tokens included. */
  static of(first: Token, last: Token = first): TokenSpan {
    return new TokenSpan(first.paragraph, first.index, last.index + 1);
  }

  /** Of no tokens; an end before the start is as good as one at it. */
  get isEmpty(): boolean {
    return this.end <= this.start;
  }

  get length(): number {
    return Math.max(0, this.end - this.start);
  }

  get tokens(): readonly Token[] {
    return this.paragraph.tokens.slice(this.start, Math.max(this.start, this.end));
  }

  /** Throws on an empty span at the end of its paragraph. */
  get first(): Token {
    return this.paragraph.tokenAt(this.start);
  }

  /** Throws on an empty span at the beginning of its paragraph. */
  get last(): Token {
    return this.paragraph.tokenAt(this.end - 1);
  }

  get previous(): Token | undefined {
    return this.paragraph.tokens[this.start - 1];
  }

  get next(): Token | undefined {
    return this.paragraph.tokens[this.end];
  }

  /** The first token that hangs on no other of them. */
  get head(): Token | undefined {
    return this.tokens.find((token) => this.isTop(token));
  }

  /** The same, marks passed over. */
  get headWord(): Token | undefined {
    return this.tokens.find((token) => token.pos !== 'PUNCT' && this.isTop(token));
  }

  private isTop({ head }: Token): boolean {
    return !head || !this.has(head);
  }

  has({ index, paragraph }: Token): boolean {
    return paragraph === this.paragraph && index >= this.start && index < this.end;
  }

  covers({ paragraph, start, end }: TokenSpan): boolean {
    return paragraph === this.paragraph && start >= this.start && end <= this.end;
  }

  overlaps({ paragraph, start, end }: TokenSpan): boolean {
    return paragraph === this.paragraph && start < this.end && this.start < end;
  }

  equals({ paragraph, start, end }: TokenSpan): boolean {
    return paragraph === this.paragraph && start === this.start && end === this.end;
  }

  /** From another place to the same end. */
  from(start: number | Token): TokenSpan {
    return new TokenSpan(this.paragraph, typeof start === 'number' ? start : start.index, this.end);
  }

  /** From the same place up to another, which is no part of it. */
  until(end: number | Token): TokenSpan {
    return new TokenSpan(this.paragraph, this.start, typeof end === 'number' ? end : end.index);
  }

  /** From the same place to another token, which is part of it. */
  through(last: Token): TokenSpan {
    return this.until(last.index + 1);
  }

  /** Without the loose marks at its ends; at least one token stays. */
  trimmed(): TokenSpan {
    let { start, end } = this;
    const { tokens } = this.paragraph;
    const isLoose = (index: number) => LOOSE_MARK.test(tokens[index]?.text ?? '');
    while (end - start > 1 && isLoose(start)) start++;
    while (end - start > 1 && isLoose(end - 1)) end--;
    return new TokenSpan(this.paragraph, start, end);
  }

  /** Whether somebody's words in quotation marks stand in it, at least in part. */
  touchesQuoted(): boolean {
    const { tokens } = this.paragraph;
    for (let at = this.start; at < this.end; at++) if (tokens[at]?.quoted) return true;
    return false;
  }

  /** Widened so that it cuts no words in quotation marks. */
  withWholeQuotes(): TokenSpan {
    const before = this.paragraph.tokens[this.start]?.quoted;
    const after = this.paragraph.tokens[this.end - 1]?.quoted;
    return new TokenSpan(
      this.paragraph,
      Math.min(this.start, before?.start ?? this.start),
      Math.max(this.end, after?.end ?? this.end),
    );
  }

  /** The words in quotation marks that it touches, in order. */
  quotedSpans(): QuotedSpan[] {
    const found: QuotedSpan[] = [];
    for (const { quoted } of this.tokens) if (quoted && quoted !== found.at(-1)) found.push(quoted);
    return found;
  }

  /** Where it stands in the paragraph's text. */
  toText(): TextSpan {
    const { ordinal, text } = this.paragraph.source;
    const { start } = this.first;
    const { end } = this.last;
    return { paragraph: ordinal, start, end, text: text.slice(start, end) };
  }
}

/** A paragraph with its tokens; its sentences lie end to end, so that a span may reach over several. */
export class AnnotatedParagraph {
  readonly source: Paragraph;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TokenSpan[];
  previous: AnnotatedParagraph | undefined;
  next: AnnotatedParagraph | undefined;
  /** All stretches in quotation marks that stand in no other, in order. */
  marked: readonly QuotedSpan[] = [];
  /** Those that hold somebody's words; what "and" joins is one. */
  quoted: readonly QuotedSpan[] = [];
  /** Who takes a turn from here on, where a label or a header tells it. */
  label: TokenSpan | undefined;
  /** What belongs to a turn of an interview or a transcript. */
  spoken: Spoken | undefined;

  constructor(source: Paragraph, sentences: Document['sentences']) {
    this.source = source;
    const tokens: Token[] = [];
    const spans: TokenSpan[] = [];
    for (const { tokens: parsed } of sentences) {
      const sentence = new TokenSpan(this, tokens.length, tokens.length + parsed.length);
      const own = parsed.map((token, index) => new Token(this, sentence, sentence.start + index, token));
      for (const [index, { head }] of parsed.entries()) {
        const [token, governor] = [own[index], own[head]];
        if (!token || !governor) continue;
        token.head = governor;
        governor.dependents.push(token);
      }
      tokens.push(...own);
      spans.push(sentence);
    }
    this.tokens = tokens;
    this.sentences = spans;
  }

  get ordinal(): number {
    return this.source.ordinal;
  }

  get span(): TokenSpan {
    return new TokenSpan(this, 0, this.tokens.length);
  }

  /** Throws where there is none. */
  tokenAt(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new RangeError(`Paragraph ${this.ordinal} has no token ${index}`);
    return token;
  }
}

/** What the stages read: the paragraphs of an article with their trees, and what the parser said of its sentences. */
export interface AnnotatedDocument {
  readonly paragraphs: readonly AnnotatedParagraph[];
  /** As many as the parser's, in their order. */
  readonly sentences: readonly TokenSpan[];
  readonly parsed: Document;
}

/** Links the parser's sentences into one document; what is in quotation marks is found afterwards (4-quoted). */
export function linkDocument(parsed: Document): AnnotatedDocument {
  const byParagraph = groupBy(parsed.sentences, ({ paragraph }) => paragraph);
  const paragraphs = parsed.paragraphs.map(
    (paragraph) => new AnnotatedParagraph(paragraph, byParagraph.get(paragraph.ordinal) ?? []),
  );
  for (const [index, paragraph] of paragraphs.entries()) {
    paragraph.previous = paragraphs[index - 1];
    paragraph.next = paragraphs[index + 1];
  }
  return { paragraphs, sentences: paragraphs.flatMap(({ sentences }) => sentences), parsed };
}
