import * as z from 'zod/mini';
import { asciiJson } from '../aws/ascii-json.ts';
import { entityId, entityType } from '../language/analysis.ts';
import { changes } from './changes.ts';

/** A version that was told of before. */
export const replaced = z.object({
  revision: z.string(),
  extractorVersion: z.optional(z.int()),
  status: z.enum(['READY', 'REJECTED', 'WITHDRAWN']),
});
export type Replaced = Readonly<z.output<typeof replaced>>;

/** What subscribers are told when the status of an article has changed. It holds no text: the article is read under its key. */
export const resultEvent = z.object({
  id: z.string().check(z.describe('The same whenever the event is sent again.')),
  version: z
    .string()
    .check(z.describe('Greater, as text, than that of any earlier event of the article: what is not greater is old.')),
  status: z
    .enum(['READY', 'CORRECTED', 'REJECTED', 'WITHDRAWN'])
    .check(z.describe('CORRECTED takes the place of a version that was READY.')),
  key: z.string(),
  revision: z.string(),
  extractorVersion: z.optional(z.int()),
  replaces: z.optional(replaced).check(z.describe('What subscribers were told of last.')),
  correctedBy: z
    .optional(z.enum(['source', 'extractor']))
    .check(z.describe('Another file under the key, or the same one read by a later extractor.')),
  changes: z.optional(changes).check(z.describe('Left out where it is too long: read the article.')),
  publishedAt: z.optional(z.string()),
  source: z.optional(z.string()),
  language: z.optional(z.string()),
  entityTypes: z.optional(z.array(entityType)),
  speakers: z
    .optional(z.array(z.union([z.literal('*'), entityId])))
    .check(z.describe('Who speaks; "*" at the end where there are more than an event holds.')),
  code: z.optional(z.string()).check(z.describe('Of a rejection.')),
  reason: z.optional(z.string()).check(z.describe('Why it was rejected, or taken back by its source.')),
});
export type ResultEvent = Readonly<z.output<typeof resultEvent>>;

/** SNS takes 256 KB, attributes included, and speakers stand in both; the rest of an event is at most some ten thousand. */
export const MAX_CHANGES_BYTES = 100_000;
const MAX_SPEAKERS_BYTES = 32_000;

/** What a file says of its source, or why it is taken back, may be of any length. */
const MAX_TEXT_LETTERS = 500;

export const shortened = (text: string): string => Array.from(text).slice(0, MAX_TEXT_LETTERS).join('');

/** As an event holds them: "*" stands for those that do not fit. */
export function listedSpeakers(ids: readonly string[]): string[] {
  let bytes = 0;
  const fitting = ids.findIndex((id) => (bytes += asciiJson([id]).length) > MAX_SPEAKERS_BYTES);
  return fitting < 0 ? [...ids] : [...ids.slice(0, fitting), '*'];
}

/** By which a subscription filters; lists match where one of their elements does. */
export type Attributes = Readonly<Record<string, string | readonly string[]>>;

/** SNS takes no empty value, and none of these characters. */
// eslint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function attributesOf(event: ResultEvent): Attributes {
  const { status, key, correctedBy, source, language, entityTypes, speakers, changes } = event;
  const changed = changes && (['statements', 'names'] as const).filter((kind) => hasAny(changes[kind]));
  return Object.fromEntries(
    Object.entries({ status, key, correctedBy, source, language, entityTypes, speakers, changed })
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(printable) : value && printable(value)])
      .filter(([, value]) => value !== undefined && value.length > 0),
  ) as Attributes;
}

const printable = (text: string): string => text.toWellFormed().replace(REFUSED, '\uFFFD');

const hasAny = (kinds: Readonly<Record<string, readonly unknown[]>>): boolean =>
  Object.values(kinds).some((list) => list.length > 0);
