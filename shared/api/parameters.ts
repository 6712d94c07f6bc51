import * as z from 'zod';
import type { EntityId } from '../language/analysis.ts';
import type { ArticleKey } from '../table/keys.ts';
import { isEntityId } from '../table/rows/entity.ts';
import { ENTITY_TYPES } from '../language/document.ts';

/** S3's limit for a key, in bytes of UTF-8; an entity's id is shorter. */
const MAX_ID_BYTES = 1_024;

/** A page takes a second to read for a person, and stays far below the six megabytes that Lambda answers with. */
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;

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
  from: date('The first day or instant, in UTC unless it says otherwise.'),
  to: date('The last day, with all its hours, or the last instant.'),
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

export const companion = entityId.optional().meta({ description: 'Articles that mention this entity too.' });
