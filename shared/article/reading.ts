import type { OtherRole, Stated } from './article.ts';

/** What is known of a file beside its bytes. */
export interface Hints {
  /** Of the object: "text/html; charset=iso-8859-1". */
  readonly contentType?: string | undefined;
  /** Its ending may tell: "story.md". */
  readonly key?: string | undefined;
}

/** A stretch of text as the file sets it: a paragraph, a heading. */
export interface Block {
  readonly text: string;
  readonly role?: OtherRole;
  /** A heading of the page: 1 is the title. */
  readonly heading?: number;
}

/** What a reader takes from a file of its format. */
export interface Reading {
  /** Undefined where the format states none: it is looked for among the blocks. */
  readonly headline?: string | undefined;
  /** As stated; undefined as above. */
  readonly bylines?: readonly string[] | undefined;
  readonly dateline?: string | undefined;
  readonly blocks: readonly Block[];
  readonly stated: Stated;
}

/** A file, its bytes unpacked and its text decoded. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly hints: Hints;
}

/** One format's: each stands in a file of its own and is loaded when a file of its format comes. */
export type FormatReader = (source: Source) => Reading | Promise<Reading>;
