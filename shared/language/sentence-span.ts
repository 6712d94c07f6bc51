import type { Token } from './document.ts';

/** Tokens [first, end) of a parsed sentence, at least one: those of a name, say, with what stands around them. */
export class SentenceSpan {
  readonly sentence: readonly Token[];
  readonly start: number;
  readonly end: number;

  constructor(sentence: readonly Token[], { first, end }: { readonly first: number; readonly end: number }) {
    this.sentence = sentence;
    this.start = first;
    this.end = end;
  }

  get length(): number {
    return this.end - this.start;
  }

  get tokens(): readonly Token[] {
    return this.sentence.slice(this.start, this.end);
  }

  get first(): Token {
    return this.tokenAt(this.start);
  }

  get last(): Token {
    return this.tokenAt(this.end - 1);
  }

  get before(): Token | undefined {
    return this.sentence[this.start - 1];
  }

  get after(): Token | undefined {
    return this.sentence[this.end];
  }

  has(index: number): boolean {
    return index >= this.start && index < this.end;
  }

  /** The token whose head lies outside. */
  get head(): Token {
    return this.tokenAt(this.headIndex);
  }

  get headIndex(): number {
    return (
      this.start +
      Math.max(
        0,
        this.tokens.findIndex(({ head }) => !this.has(head)),
      )
    );
  }

  /** What the head hangs on. */
  get governor(): Token | undefined {
    return this.sentence[this.head.head];
  }

  /** With a space between any two tokens. */
  get spaced(): string {
    return this.tokens.map(({ text }) => text).join(' ');
  }

  /** With spaces where the text has any. */
  get written(): string {
    let text = '';
    let end = this.first.start;
    for (const token of this.tokens) {
      text += (token.start > end ? ' ' : '') + token.text;
      end = token.end;
    }
    return text;
  }

  /** Throws where there is none. */
  private tokenAt(index: number): Token {
    const token = this.sentence[index];
    if (!token) throw new RangeError(`The sentence has no token ${index}`);
    return token;
  }
}
