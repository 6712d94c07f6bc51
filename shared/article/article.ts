/** Half open, in UTF-16 code units of the verbatim text of one paragraph: `text.slice(start, end)`. */
export interface Span {
  /** Ordinal (zero-based position) of the paragraph. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A span with the words that it covers, verbatim. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** A stretch of text between paragraph breaks, verbatim, without the breaks; never empty. */
export interface Paragraph {
  /** Zero-based position in the article. */
  readonly ordinal: number;
  readonly text: string;
}

/** What is read from a file: nothing is normalised, fields point into the paragraphs. */
export interface Article {
  readonly paragraphs: readonly Paragraph[];
  /** A title line above the story. */
  readonly headline?: TextSpan;
  /** Who wrote it: "By Jane Doe", "Jane Doe writes for …", "… contributed to this report". */
  readonly bylines: readonly TextSpan[];
  /** Place and agency before the story: "SEOUL, South Korea (AP) —". */
  readonly dateline?: TextSpan;
}
