import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { explainQuotations } from '../../../shared/language/7-assemble/find-quotations.ts';
import type { Explained } from '../../../shared/language/7-assemble/to-quotations.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import type { Document } from '../../../shared/language/document.ts';

/** What the rules find in a document whose trees are given, listed or not, but for what is a part of a statement; `without` leaves rules out. */
export function findStored(parsed: Document, ...without: string[]): Explained[] {
  const document = annotate(parsed);
  const all = explainQuotations(document, findEntities(document), new Set(without));
  const listed = all.filter(isListed).flatMap(({ attribution }) => attribution.contents);
  const isPart = ({ attribution }: Explained) =>
    attribution.contents.every((content) => listed.some((other) => other.covers(content)));
  return all.filter((one) => isListed(one) || !isPart(one));
}

export const isListed = ({ unlisted }: Explained): boolean => unlisted === undefined;
