import type { Article } from '../../shared/article/article.ts';
import { findEntities } from '../../shared/language/5-entities/find-entities.ts';
import { confidenceByRule } from '../../shared/language/7-assemble/confidence.ts';
import { explainQuotations } from '../../shared/language/7-assemble/find-quotations.ts';
import type { Analysis } from '../../shared/language/analysis.ts';
import { split } from '../../shared/language/analyse.ts';
import { annotate } from '../../shared/language/annotate.ts';
import type { Tagger } from '../../shared/language/document.ts';

/** What the rules find in an article, whether it is a statement or not, each with the confidence that was set by hand. */
export async function foundByRulesAlone(
  { paragraphs }: Article,
  tag: Tagger,
): Promise<Pick<Analysis, 'entities' | 'quotations'>> {
  const document = annotate({ paragraphs, sentences: await tag(paragraphs.flatMap(split)) });
  const index = findEntities(document);
  const quotations = explainQuotations(document, index).map(({ quotation, attribution }, ordinal) => ({
    ordinal,
    ...quotation,
    confidence: confidenceByRule(attribution),
  }));
  return { entities: index.entities, quotations };
}
