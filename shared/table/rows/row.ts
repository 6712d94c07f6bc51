import * as z from 'zod/mini';
import type { Key } from '../keys.ts';
import type { Item } from '../table.ts';

/*
 * How to add a field. To an article, its paragraphs, entities or quotations: in the one schema of
 * shared/article/article.ts or shared/language/analysis.ts that describes it, as `z.optional(…)`, `list(…)` or `nullable(…)`.
 * The TypeScript type, writing, reading and the OpenAPI document follow. Put among the `listed…Fields` it is carried by the
 * index and stands in the answers that list articles, entities or what a speaker said; the index must be made anew then.
 *
 * What another version wrote: attributes that a schema does not know are passed over, so that an older version reads what a
 * newer one wrote; optional fields, lists and nullable ones may be missing, so that a newer version reads what an older one
 * wrote. A field that must be there, or a value that a schema does not know, is refused with `UnreadableRow`. Deciding which
 * row is current reads no more than `rowHead`, so that any version can replace or delete what any other has written.
 */

/** Sequencer of the S3 event that told of this version of the object, padded: a later one is greater as text. */
export const revision = z.string().check(z.describe('Which version of the file: later ones are greater.'));
export type Revision = z.output<typeof revision>;

/** Version of model and rules: a later one is greater. */
export const extractorVersion = z.int().check(z.describe('Version of the model and rules.'));
export type ExtractorVersion = z.output<typeof extractorVersion>;

/** An article's id: its key in S3. */
export const s3Key = z
  .string()
  .check(z.meta({ description: "The article's S3 key.", examples: ['2026/11/harbour-bridge.txt'] }));

export const instant = z
  .string()
  .check(z.meta({ description: 'ISO 8601, UTC.', examples: ['2026-11-24T03:18:51.000Z'] }));

/** What all rows say, and all that decides which of them are current. */
export const rowHead = z.object({ revision, extractorVersion: z.optional(extractorVersion) });

/** What is in a row is not what its schema says. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow';
  /** What is wrong, and with which row. */
  readonly problem: string;
  readonly remedy: string;

  constructor({ pk, sk }: Key, issues: readonly z.core.$ZodIssue[]) {
    const problem = `The row ${pk} / ${sk} cannot be read (${issues.map(told).join('; ')})`;
    const remedy =
      'another version of this project has written it: deploy that version again, or write the article anew with ' +
      '"news-ingest reprocess"';
    super(`${problem}: ${remedy}.`);
    this.problem = problem;
    this.remedy = remedy;
  }
}

const told = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')}: ${message}`;

/**
 * Reads a row, or what was put together from the rows that follow `item`.
 * @throws UnreadableRow
 */
export function readRow<T extends z.ZodMiniType>(schema: T, item: Item, value: object = item): z.output<T> {
  const read = z.safeParse(schema, value);
  if (read.success) return read.data;
  throw new UnreadableRow(item, read.error.issues);
}

/** What is null, undefined or an empty list costs a row nothing: its schema reads it as it was. */
export const withoutEmpty = (attributes: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
