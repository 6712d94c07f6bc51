import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { findQuotations } from '../../../shared/language/7-assemble/find-quotations.ts';
import type { Quotation } from '../../../shared/language/analysis.ts';
import type { Document } from '../../../shared/language/document.ts';

/** The quotations of a document whose trees are given. */
export const findStored = (document: Document): Quotation[] => findQuotations(document, findEntities(document));
