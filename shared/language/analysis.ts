import * as z from 'zod/mini';
import { list, ordinal, textSpan } from '../article/article.ts';
import { ENTITY_TYPES } from './document.ts';

/*
 * What is found in an article. Types, stored rows, index projections and the OpenAPI document follow from these schemas: a
 * new field is added here, and nowhere else (shared/table/rows/row.ts says how).
 */

/** `<TYPE>#<slug>`, e.g. "PERSON#jake-sullivan": the same for the same name in every article. */
export type EntityId = string;

export const entityId = z
  .string()
  .check(z.meta({ description: 'The same for the same name in every article.', examples: ['PERSON#jake-sullivan'] }));

export const entityType = z.enum(ENTITY_TYPES);

const share = z.number().check(z.minimum(0), z.maximum(1));

/** What is null is left out of a row. */
const nullable = <T extends z.ZodMiniType>(value: T) => z._default(z.nullable(value), null);

export const mention = z.object({
  ...textSpan.shape,
  kind: z
    .enum(['name', 'description', 'pronoun'])
    .check(z.describe('"Jake Sullivan", "the national security advisor", "he".')),
});
export type Mention = Readonly<z.output<typeof mention>>;

/** Fields of an entity that stand wherever entities or articles that mention them are listed, too: each costs bytes there. */
export const listedEntityFields = {
  id: entityId,
  name: z.string().check(z.describe('The fullest name in the article.')),
  aliases: list(z.string()).check(z.describe('The other names, in order of appearance.')),
  countryCode: z
    .optional(z.string())
    .check(z.describe('ISO 3166-1 alpha-2 for countries and their peoples, ISO 3166-2 for states and provinces.')),
  wikidata: z
    .optional(z.string())
    .check(z.describe('Wikidata item, where name, type and article leave one candidate: "Q1065".')),
  geonames: z.optional(z.int()).check(z.describe('GeoNames id of a place, as sure as `wikidata`.')),
  salience: share.check(z.describe('How central the entity is to the article.')),
};

/** What mentions share: one person under full name, surname, title and pronoun is one entity. */
export const entity = z.object({
  ...listedEntityFields,
  type: entityType,
  date: z
    .optional(z.string())
    .check(
      z.describe('What a date means, ISO 8601: "2026-11-23", "2026-11", "2026-W48", "199X", "2026-12-03/2026-12-05".'),
    ),
  granularity: z
    .optional(z.enum(['day', 'days', 'week', 'month', 'year', 'decade', 'century']))
    .check(z.describe('How fine the date is.')),
  amount: z.optional(z.number()).check(z.describe('What an amount means, as a number.')),
  unit: z
    .optional(z.string())
    .check(z.describe('Of the amount: ISO 4217 for money, "%", "km", or the noun that is counted.')),
  roles: list(textSpan).check(z.describe('"White House national security advisor", with its place; people only.')),
  affiliation: z.optional(entityId).check(z.describe('The organisation or place that a role names.')),
  mentions: list(mention).check(z.describe('In reading order; the first may be a pronoun or a description.')),
});
export type Entity = Readonly<z.output<typeof entity>>;

/** Somebody or a body that speaks. */
export const speaker = z.object({
  id: entityId,
  name: z.string(),
  role: z.optional(z.string()).check(z.describe('As at that point of the article.')),
});
export type Speaker = Readonly<z.output<typeof speaker>>;

/** Fields of a quotation that stand in the list of what a speaker said, too: all but those that `quotation` adds. */
export const listedQuotationFields = {
  kind: z
    .enum(['direct', 'mixed', 'indirect'])
    .check(z.describe('direct: all in quotation marks; mixed: partly; indirect: not at all.')),
  contents: list(textSpan).check(
    z.describe('What is attributed, quotation marks included; several spans where the attribution interrupts it.'),
  ),
  cue: nullable(textSpan).check(z.describe('The words that link content and source: "said", "according to", ":".')),
  cueKind: nullable(z.enum(['assertion', 'belief', 'intention'])).check(
    z.describe('Assertions are kept apart from beliefs and intentions.'),
  ),
  modality: z
    .optional(z.enum(['negated', 'hypothetical']))
    .check(z.describe('Set where the saying is denied or supposed: "did not say", "would say".')),
  source: nullable(textSpan).check(z.describe('The words that name who is quoted.')),
  speakers: list(speaker).check(
    z.describe('All who speak, in the order of the source: "Tata and Alom said in a joint statement".'),
  ),
  speakerName: z.optional(z.string()),
  speakerRole: z.optional(z.string()).check(z.describe("The speaker's role as at that point of the article.")),
  rule: z.string().check(z.describe('Name of the rule that decided on the source.')),
  confidence: share.check(z.describe('Probability that content and speaker are right, calibrated.')),
};

export const quotation = z.object({
  ordinal: ordinal.check(z.describe('Zero-based, in reading order of the first content span.')),
  ...listedQuotationFields,
  quoted: list(textSpan).check(z.describe('The parts of the contents in quotation marks, marks included.')),
  speaker: nullable(entityId).check(
    z.describe('The first of the speakers; null where none can be decided: a wrong speaker can be libel.'),
  ),
});
export type Quotation = Readonly<z.output<typeof quotation>>;

/** What an analysis says of the article as a whole. */
export const analysisFields = {
  language: z
    .string()
    .check(z.describe('ISO 639-3 of the text\'s language ("eng"), "und" where it is too short to tell.')),
  otherLanguages: z
    .optional(z.readonly(z.array(z.object({ paragraph: ordinal, language: z.string() }))))
    .check(z.describe('Paragraphs that are surely in another language than the most of the text.')),
  skipped: z
    .optional(z.string())
    .check(z.describe('Why nothing, or not all, was extracted, where it was not: "The text is French (fra): …".')),
};

export const analysis = z.object({ ...analysisFields, entities: list(entity), quotations: list(quotation) });
export type Analysis = Readonly<z.output<typeof analysis>>;
