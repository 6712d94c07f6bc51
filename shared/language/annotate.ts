import { markQuoted } from './4-quoted/find-quoted.ts';
import { linkDocument, type AnnotatedDocument } from './annotated.ts';
import type { Document } from './document.ts';

/** The one document that entities and quotations are found in: linked trees, and what stands in quotation marks. */
export function annotate(parsed: Document): AnnotatedDocument {
  const document = linkDocument(parsed);
  markQuoted(document);
  return document;
}
