import type { TextSpan } from '../../article/article.ts';
import type { Analysis, Entity } from '../analysis.ts';
import type { AnnotatedDocument } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { findQuotations } from './find-quotations.ts';
import { claimFirstPerson } from './first-person.ts';
import { withSalience } from './salience.ts';

/** What an article's analysis lists: statements with their speakers, and entities with all of their mentions, in order of the first. */
export function assemble(
  document: AnnotatedDocument,
  index: EntityIndex,
  headline?: TextSpan,
): Pick<Analysis, 'entities' | 'quotations'> {
  const quotations = findQuotations(document, index);
  const entities = claimFirstPerson(index.entities, quotations, document);
  return { entities: withSalience(entities, document, headline).sort(byFirstMention), quotations };
}

function byFirstMention({ mentions: [a] }: Entity, { mentions: [b] }: Entity): number {
  return a && b ? a.paragraph - b.paragraph || a.start - b.start || a.end - b.end : 0;
}
