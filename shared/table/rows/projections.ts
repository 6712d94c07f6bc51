import { listedEntityFields } from './entity.ts';
import { latestFields, refusedFields } from './article.ts';
import { listedQuotationFields } from './quotation.ts';
import { revision } from './row.ts';

/**
 * What an index carries, so that of the table its answers read the revisions of the articles alone. Mentions stay out, being
 * the most of a row: an index row is one write unit. DynamoDB takes at most 20 names an index.
 */
const carried = (...fields: object[]): readonly string[] => [...new Set(fields.flatMap((each) => Object.keys(each)))];

/** Index 1: what is shown of an article, of a file that was refused, and of what a speaker said. */
export const TIME_INDEX_CARRIES = carried({ revision }, latestFields, listedQuotationFields, refusedFields);

/** Index 2: an entity as it is listed. */
export const NAME_INDEX_CARRIES = carried({ revision }, listedEntityFields);
