import type { TextSpan } from '../article/article.ts';
import type { EntityType } from './document.ts';

/** `<TYPE>#<slug>`, e.g. "PERSON#jake-sullivan": the same for the same name in every article. */
export type EntityId = string;

export interface Mention extends TextSpan {
  /** "Jake Sullivan" | "the national security advisor" | "he" */
  readonly kind: 'name' | 'description' | 'pronoun';
}

/** What mentions share: one person under full name, surname, title and pronoun is one entity. */
export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  /** The fullest name in the article. */
  readonly name: string;
  /** The other names, in order of appearance. */
  readonly aliases: readonly string[];
  /** "White House national security advisor", with its place; people only. */
  readonly roles: readonly TextSpan[];
  /** The organisation or place that a role names. */
  readonly affiliation?: EntityId;
  /** ISO 3166-1 alpha-2 for countries and their peoples, ISO 3166-2 for states and provinces. */
  readonly countryCode?: string;
  /** How central the entity is to the article, 0..1. */
  readonly salience: number;
  /** In reading order; the first may be a pronoun or a description. */
  readonly mentions: readonly Mention[];
}

export interface Quotation {
  /** Zero-based, in reading order of the first content span. */
  readonly ordinal: number;
  /** direct: all in quotation marks; mixed: partly; indirect: not at all. */
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** What is attributed, quotation marks included; several spans where the attribution interrupts it. */
  readonly contents: readonly TextSpan[];
  /** The parts of the contents in quotation marks, marks included. */
  readonly quoted: readonly TextSpan[];
  /** The words that link content and source: "said", "according to", ":". */
  readonly cue: TextSpan | null;
  /** Saying is kept apart from believing and planning. */
  readonly cueKind: 'assertion' | 'belief' | 'intention' | null;
  /** Set where the saying is denied or supposed: "did not say", "would say". */
  readonly modality?: 'negated' | 'hypothetical';
  /** The words that name who is quoted. */
  readonly source: TextSpan | null;
  /** The entity behind the source, or null where it cannot be decided: a wrong speaker can be libel. */
  readonly speaker: EntityId | null;
  readonly speakerName?: string;
  /** The speaker's role as at that point of the article. */
  readonly speakerRole?: string;
  /** Name of the sieve that decided on the source. */
  readonly rule: string;
  /** Probability that content and speaker are right, 0..1, calibrated. */
  readonly confidence: number;
}

/** What is found in an article. */
export interface Analysis {
  /** ISO 639-3 of the text's language ("eng"), or "und" where it is too short to tell. */
  readonly language: string;
  /** Why nothing was extracted, where nothing was: "The text is French (fra): …". */
  readonly skipped?: string;
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
}
