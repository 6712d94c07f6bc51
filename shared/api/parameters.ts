import * as z from 'zod';
import type { EntityId } from '../language/analysis.ts';
import type { ArticleKey } from '../table/keys.ts';
import { isEntityId } from '../table/rows/entity.ts';
import { ENTITY_TYPES } from '../language/document.ts';
import { MAX_IDS } from '../table/statements.ts';

/** S3's limit for a key, in bytes of UTF-8; an entity's id is shorter. */
const MAX_ID_BYTES = 1_024;

/** A page takes a second to read for a person, and stays far below the six megabytes that Lambda answers with. */
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;

/** A quotation that anybody asks for, and far below what an address holds. */
const MAX_TEXT = 2_000;

const short = (text: string): boolean => Buffer.byteLength(text) <= MAX_ID_BYTES;

export const articleKey = z
  .string()
  .refine(short, `An S3 key has at most ${MAX_ID_BYTES} bytes: check the key`)
  .meta({ description: `The article's S3 key; "/" as it is or as "~2F", "?" as "~3F", "~" as "~7E".` })
  .transform((key): ArticleKey => key);

export const entityId = z
  .string()
  .refine(
    (id) => short(id) && isEntityId(id),
    'An id is a type and a name, as PERSON#jake-sullivan: find it with /entities?name=sullivan',
  )
  .meta({ description: 'An entity, as PERSON~23jake-sullivan or PERSON%23jake-sullivan.' })
  .transform((id): EntityId => id);

const limit = z
  .string()
  .regex(/^[0-9]{1,3}$/, `"limit" takes a whole number from 1 to ${MAX_LIMIT}`)
  .transform(Number)
  .refine((number) => number >= 1 && number <= MAX_LIMIT, `"limit" takes a whole number from 1 to ${MAX_LIMIT}`)
  .optional()
  .transform((number) => number ?? DEFAULT_LIMIT)
  .meta({ description: `Most elements of the page, 1 to ${MAX_LIMIT}, else ${DEFAULT_LIMIT}.`, type: 'integer' });

const cursor = z
  .string()
  .min(1, '"cursor" is empty: take it from the answer before, or leave it out')
  .optional()
  .meta({ description: 'From the answer before: leads to the page after it.' });

/** Checked further by the query module, which knows the days that exist. */
const date = (description: string) =>
  z
    .string()
    .optional()
    .meta({ description, examples: ['2026-11-24'] });

export const page = { limit, cursor };

export const dates = {
  from: date('The first day, month, year or instant, in UTC unless it says otherwise.'),
  to: date('The last day, month or year, with all its hours, or the last instant.'),
};

export const name = z
  .string({ error: '"name" is missing: give the beginning of a word of the name, as name=sull' })
  .max(MAX_ID_BYTES, `"name" has at most ${MAX_ID_BYTES} characters: give the beginning of it`)
  .meta({
    description: 'The beginning of any word of a name or alias; of several words, each begins one.',
    examples: ['sull'],
  });

export const type = z
  .enum(ENTITY_TYPES, `There is no such type: give one of ${ENTITY_TYPES.join(', ')}`)
  .optional()
  .meta({ description: 'Entities of this type alone.' });

const idList = (description: string) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : text.split(',')))
    .pipe(z.array(entityId).max(MAX_IDS, `Too many ids are asked for at once: give at most ${MAX_IDS}`).optional())
    .meta({ description, examples: ['PERSON#jake-sullivan,PERSON#~sullivan'], type: 'string' });

const text = (description: string) =>
  z.string().max(MAX_TEXT, `The text is too long: give at most ${MAX_TEXT} characters`).meta({ description });

export const by = idList('Said by any of these, with commas between them.');

export const filters = {
  by,
  about: idList('Whose words mention any of these.'),
  words: text('Each begins a word of the statement, in any order.').optional(),
  kind: z
    .enum(['direct', 'mixed', 'indirect'], 'There is no such kind: give direct, mixed or indirect')
    .optional()
    .meta({ description: 'In quotation marks, partly, or not at all.' }),
  minConfidence: z
    .string()
    .regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/, '"minConfidence" takes a number from 0 to 1')
    .transform(Number)
    .optional()
    .meta({ description: 'The least probability that content and speaker are right.', type: 'number' }),
  prefix: text('In articles whose keys begin so.').optional(),
};

export const words = text('As they are said to have been said; quotation marks and white space do not count.');

export const article = articleKey.optional().meta({ description: 'In this article alone.' });

export const companion = entityId.optional().meta({ description: 'Articles that mention this entity too.' });
