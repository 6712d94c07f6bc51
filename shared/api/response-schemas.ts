import * as z from 'zod';
import { paragraph } from '../article/article.ts';
import { entity, quotation } from '../language/analysis.ts';
import { articleSummary, refusal, storedArticle } from '../table/rows/article.ts';
import { knownEntity, mentioningArticle, namedEntity } from '../table/rows/entity.ts';
import { quotationBySpeaker } from '../table/rows/quotation.ts';
import { checked } from '../table/check-articles.ts';
import { company } from '../table/companions.ts';
import { monthCounts, speakerCount } from '../table/counts.ts';

/** Names by which the OpenAPI document refers to answers. */
export const components = z.registry<{ readonly name: string }>();

function named<T extends z.core.$ZodType>(name: string, schema: T): T {
  components.add(schema, { name });
  return schema;
}

const pageOf = <T extends z.core.$ZodType>(id: string, element: T) =>
  named(
    id,
    z.strictObject({
      items: z.array(element).readonly(),
      cursor: z.string().optional().meta({
        description: 'Leads to the next page, which may be empty; absent where there is no more.',
      }),
    }),
  );

export const articleAnswer = named('Article', storedArticle);
export const articlePage = pageOf('ArticlePage', articleSummary);
export const refusalPage = pageOf('RefusalPage', refusal);
export const paragraphPage = pageOf('ParagraphPage', paragraph);
export const entityPage = pageOf('EntityPage', entity);
export const quotationPage = pageOf('QuotationPage', quotation);
export const namedEntityPage = pageOf('NamedEntityPage', namedEntity);
export const mentioningArticlePage = pageOf('MentioningArticlePage', mentioningArticle);
export const quotationBySpeakerPage = pageOf('QuotationBySpeakerPage', quotationBySpeaker);
export const entityAnswer = named('KnownEntity', knownEntity);
export const speakerCountPage = pageOf('SpeakerCountPage', speakerCount);
export const monthsAnswer = named('MonthCounts', monthCounts);
export const companyAnswer = named('Company', company);
export const checkAnswer = named('Checked', checked);
