import * as z from 'zod';
import { ENTITY_TYPES } from '../language/document.ts';

const list = <T extends z.ZodType>(element: T) => z.array(element).readonly();

const ordinal = z.int().meta({ description: 'Zero-based position.' });
const instant = z.string().meta({ description: 'ISO 8601, UTC.', examples: ['2026-11-24T03:18:51.000Z'] });
const key = z.string().meta({ description: "The article's S3 key.", examples: ['2026/11/harbour-bridge.txt'] });
const share = z.number().min(0).max(1);

export const entityType = z.enum(ENTITY_TYPES);

const entityId = z
  .string()
  .meta({ description: 'The same for the same name in every article.', examples: ['PERSON#jake-sullivan'] });

const span = {
  paragraph: ordinal,
  start: z.int().meta({ description: "UTF-16 offset into the paragraph's text." }),
  end: z.int().meta({ description: 'UTF-16 offset, exclusive.' }),
  text: z.string(),
};
const textSpan = z.strictObject(span);

const paragraph = z.strictObject({ ordinal, text: z.string().meta({ description: 'Verbatim.' }) });

const entity = z.strictObject({
  id: entityId,
  type: entityType,
  name: z.string().meta({ description: 'The fullest name in the article.' }),
  aliases: list(z.string()),
  roles: list(textSpan),
  affiliation: entityId.optional(),
  countryCode: z.string().optional().meta({ description: 'ISO 3166-1 alpha-2, or ISO 3166-2.' }),
  salience: share.meta({ description: 'How central the entity is to the article.' }),
  mentions: list(z.strictObject({ ...span, kind: z.enum(['name', 'description', 'pronoun']) })),
});

const spokenFields = {
  ordinal,
  kind: z.enum(['direct', 'mixed', 'indirect']),
  contents: list(textSpan).meta({ description: 'What is attributed, quotation marks included.' }),
  cue: textSpan.nullable().meta({ description: 'The words that link content and source.' }),
  cueKind: z.enum(['assertion', 'belief', 'intention']).nullable(),
  modality: z.enum(['negated', 'hypothetical']).optional(),
  source: textSpan.nullable().meta({ description: 'The words that name who is quoted.' }),
  speaker: entityId.nullable().meta({ description: 'Null where it cannot be decided.' }),
  speakerName: z.string().optional(),
  speakerRole: z.string().optional(),
  rule: z.string().meta({ description: 'Name of the rule that decided on the source.' }),
  confidence: share.meta({ description: 'Probability that content and speaker are right.' }),
};

const quotation = z.strictObject({
  ...spokenFields,
  quoted: list(textSpan).meta({ description: 'The parts in quotation marks.' }),
});

const revised = {
  key,
  revision: z.string().meta({ description: 'Which version of the file: later ones are greater.' }),
};
const accepted = {
  ...revised,
  publishedAt: instant,
  paragraphCount: z.int(),
  headline: textSpan.optional(),
  bylines: list(textSpan),
  dateline: textSpan.optional(),
};

const articleRow = z.discriminatedUnion('status', [
  z.strictObject({ ...accepted, status: z.literal('PENDING'), extractor: z.int().optional() }),
  z.strictObject({
    ...accepted,
    status: z.literal('READY'),
    extractor: z.int().meta({ description: 'Version of the model and rules.' }),
    language: z.string().meta({ description: 'ISO 639-3.' }),
    skipped: z.string().optional().meta({ description: 'Why nothing was extracted, where nothing was.' }),
    entityCount: z.int(),
    quotationCount: z.int(),
  }),
  z.strictObject({
    ...revised,
    status: z.literal('REJECTED'),
    code: z.string(),
    message: z.string().meta({ description: 'Why, and what to do about it.' }),
  }),
  z.strictObject({ ...revised, status: z.literal('WITHDRAWN') }),
]);

/** Names by which the OpenAPI document refers to answers. */
export const components = z.registry<{ readonly name: string }>();

function named<T extends z.ZodType>(name: string, schema: T): T {
  components.add(schema, { name });
  return schema;
}

const pageOf = <T extends z.ZodType>(id: string, element: T) =>
  named(
    id,
    z.strictObject({
      items: list(element),
      cursor: z.string().optional().meta({
        description: 'Leads to the next page, which may be empty; absent where there is no more.',
      }),
    }),
  );

const namedEntity = {
  id: entityId,
  type: entityType,
  name: z.string(),
  aliases: list(z.string()),
  countryCode: z.string().optional(),
};

export const storedArticle = named(
  'Article',
  z.strictObject({
    article: articleRow,
    paragraphs: list(paragraph),
    entities: list(entity),
    quotations: list(quotation),
  }),
);

export const articlePage = pageOf(
  'ArticlePage',
  z.strictObject({
    key,
    publishedAt: instant,
    headline: textSpan.optional(),
    language: z.string(),
    paragraphCount: z.int(),
    entityCount: z.int(),
    quotationCount: z.int(),
  }),
);
export const paragraphPage = pageOf('ParagraphPage', paragraph);
export const entityPage = pageOf('EntityPage', entity);
export const quotationPage = pageOf('QuotationPage', quotation);
export const namedEntityPage = pageOf('NamedEntityPage', z.strictObject(namedEntity));
export const mentioningArticlePage = pageOf(
  'MentioningArticlePage',
  z.strictObject({ ...namedEntity, key, publishedAt: instant, salience: share }),
);
export const spokenQuotationPage = pageOf(
  'SpokenQuotationPage',
  z.strictObject({ ...spokenFields, key, publishedAt: instant }),
);
export const knownEntity = named(
  'KnownEntity',
  z.strictObject({ ...namedEntity, latest: z.strictObject({ key, publishedAt: instant }) }),
);
