import type { Quotation } from '../analysis.ts';
import { linkDocument } from '../annotated.ts';
import { markQuoted } from '../4-quoted/find-quoted.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { findAttributions } from '../6-quotations/find-attributions.ts';
import type { Document } from '../document.ts';
import { toQuotations, type Explained } from './to-quotations.ts';

/** Every quotation of an article, in reading order, with how it was found. Linear in the text. */
export function explainQuotations(
  parsed: Document,
  entities?: EntityIndex,
  without?: ReadonlySet<string>,
): Explained[] {
  const document = linkDocument(parsed);
  markQuoted(document);
  return toQuotations(
    findAttributions(document, (id) => !without?.has(id)),
    entities,
  );
}

/** Every quotation of an article, in reading order; without an entity index no speaker is named. */
export const findQuotations = (parsed: Document, entities?: EntityIndex, without?: ReadonlySet<string>): Quotation[] =>
  explainQuotations(parsed, entities, without).map(({ quotation }) => quotation);
