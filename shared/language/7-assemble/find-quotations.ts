import type { Quotation } from '../analysis.ts';
import type { AnnotatedDocument } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { findAttributions } from '../6-quotations/find-attributions.ts';
import { toQuotations, type Explained } from './to-quotations.ts';

/** Every candidate of an article, in reading order, with how it was found and why it is not listed. Linear in the text. */
export function explainQuotations(
  document: AnnotatedDocument,
  entities?: EntityIndex,
  without?: ReadonlySet<string>,
): Explained[] {
  const attributions = findAttributions(document, (id) => !without?.has(id));
  return toQuotations(attributions, document, entities);
}

/** Every statement of an article, in reading order; without an entity index no speaker is named. */
export const findQuotations = (
  document: AnnotatedDocument,
  entities?: EntityIndex,
  without?: ReadonlySet<string>,
): Quotation[] =>
  explainQuotations(document, entities, without)
    .filter(({ unlisted }) => unlisted === undefined)
    .map(({ quotation }, ordinal) => ({ ordinal, ...quotation }));
