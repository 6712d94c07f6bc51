import type { Paragraph } from '../article/article.ts';

/** A word or mark with its exact place: UTF-16, half open, into its paragraph's verbatim text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence before tagging. */
export interface SplitSentence {
  /** Ordinal of the paragraph that it stands in. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

/** Universal part of speech (Universal Dependencies v2). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word with its part of speech and its place in the dependency tree of its sentence. */
export interface Token extends Word {
  readonly pos: PartOfSpeech;
  /** Index in the sentence of the governing token; -1 for the root. Each sentence is a tree with one root. */
  readonly head: number;
  /** Universal Dependencies relation to the head: "nsubj", "nsubj:pass", "acl:relcl" …, "root". */
  readonly relation: string;
}

const NAME_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP', 'EVENT', 'PRODUCT', 'WORK'] as const;
export const ENTITY_TYPES = [...NAME_TYPES, 'DATE', 'MONEY', 'QUANTITY'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Types of names: what such words name does not depend on the sentence; "May" as a date does. */
export const NAMES: ReadonlySet<EntityType> = new Set(NAME_TYPES);

/** Tokens [first, end) of a sentence that name something. */
export interface TaggedName {
  readonly type: EntityType;
  readonly first: number;
  readonly end: number;
  /** How far each type's score for these words is from that of the tagger's type, a word's mean, 0 or less; in tenths. */
  readonly beliefs?: Beliefs;
}

export type Beliefs = Readonly<Partial<Record<EntityType, number>>>;

export interface Sentence {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** In order, without overlap. */
  readonly names: readonly TaggedName[];
}

/** A tagged article: what entities and quotations are found in. Sentences in reading order, never across paragraphs. */
export interface Document {
  /** When the article was published, where that is known: ISO 8601. */
  readonly publishedAt?: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
}

/** Tags the sentences of one article, in order; the whole article at once, for its context. */
export type Tagger = (sentences: readonly SplitSentence[]) => Promise<Sentence[]>;
