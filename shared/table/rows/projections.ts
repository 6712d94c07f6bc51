import { listedEntityFields } from './entity.ts';
import { latestFields } from './article.ts';
import { listedQuotationFields } from './quotation.ts';

/**
 * What an index carries, so that its answers read without a look at the table. Mentions stay out, being the most of a row: an
 * index row is one write unit. DynamoDB takes at most 20 names an index.
 */
const carried = (...fields: object[]): readonly string[] => [...new Set(fields.flatMap((each) => Object.keys(each)))];

/** Index 1: what is shown of an article, and of what a speaker said. */
export const TIME_INDEX_CARRIES = carried(latestFields, listedQuotationFields);

/** Index 2: an entity as it is listed. */
export const NAME_INDEX_CARRIES = carried(listedEntityFields);
