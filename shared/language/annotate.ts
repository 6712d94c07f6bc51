import { mendInvertedSaying } from './3-parse/inverted-sayings.ts';
import { markQuoted } from './4-quoted/find-quoted.ts';
import { markTurns } from './4-quoted/find-turns.ts';
import { linkDocument, type AnnotatedDocument } from './annotated.ts';
import type { Document } from './document.ts';

/** The one document that entities and quotations are found in: linked trees, what stands in quotation marks, and turns. */
export function annotate(parsed: Document): AnnotatedDocument {
  const document = linkDocument({ ...parsed, sentences: parsed.sentences.map(mendInvertedSaying) });
  markQuoted(document);
  markTurns(document);
  return document;
}
