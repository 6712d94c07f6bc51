import * as z from 'zod/mini';
import { type Article, article, articleFields, list, listedArticleFields, paragraph } from '../../article/article.ts';
import { changes, digest } from '../../events/changes.ts';
import { replaced } from '../../events/result-event.ts';
import { analysisFields, entity, quotation } from '../../language/analysis.ts';
import { articleKey, articleOfPartition, latestKey, refusedKey } from '../keys.ts';
import { type ExtractorVersion, extractorVersion, instant, readRow, revision, s3Key, withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

const count = z.int();

const revisedFields = {
  key: s3Key,
  revision,
  etag: z.optional(z.string()).check(z.describe('Of the object that was read: the same as long as its bytes are.')),
  versionId: z.optional(z.string()).check(z.describe('Of the object that was read, in the inbox.')),
  replaces: z.optional(replaced).check(z.describe('The version that subscribers were told of before this one.')),
};

const acceptedFields = {
  ...revisedFields,
  publishedAt: instant,
  paragraphCount: count.check(z.describe('How many PARAGRAPH rows the revision has.')),
  ...articleFields,
};

/** Paragraphs are being written, or entities and quotations found; `extractorVersion` once one has taken it on. */
const pendingArticle = z.object({
  ...acceptedFields,
  status: z.literal('PENDING'),
  extractorVersion: z.optional(extractorVersion),
});

/** All rows are there, and none of an older revision. */
const readyArticle = z.object({
  ...acceptedFields,
  status: z.literal('READY'),
  extractorVersion,
  ...analysisFields,
  entityCount: count,
  quotationCount: count,
  changes: z.optional(changes).check(z.describe('How a correction differs from what it replaces.')),
});

/** What index 1 carries of a file that is no article. */
export const refusedFields = {
  code: z.string(),
  message: z.string().check(z.describe('Why, and what to do about it.')),
};

/** The file is no article; it has no other row. */
const rejectedArticle = z.object({
  ...revisedFields,
  status: z.literal('REJECTED'),
  droppedAt: z.optional(instant).check(z.describe('Where the file could be read so far.')),
  ...refusedFields,
});

/** A tombstone: removed from the inbox, or taken back by its source. It stays, so that a late, older creation loses. */
const withdrawnArticle = z.object({
  ...revisedFields,
  status: z.literal('WITHDRAWN'),
  reason: z
    .optional(z.string())
    .check(z.describe('Why, where the file that stands in the inbox takes the article back.')),
});

/** Nothing of its text is in the table before this time; then it is read. */
const embargoedArticle = z.object({
  ...revisedFields,
  status: z.literal('EMBARGOED'),
  embargoedUntil: instant,
});

/** The row that all others of an article are judged by. */
export const articleSchema = z.discriminatedUnion('status', [
  pendingArticle,
  readyArticle,
  rejectedArticle,
  withdrawnArticle,
  embargoedArticle,
]);

export type PendingArticle = Readonly<z.output<typeof pendingArticle>>;
export type ReadyArticle = Readonly<z.output<typeof readyArticle>>;
export type RejectedArticle = Readonly<z.output<typeof rejectedArticle>>;
export type WithdrawnArticle = Readonly<z.output<typeof withdrawnArticle>>;
export type EmbargoedArticle = Readonly<z.output<typeof embargoedArticle>>;
export type ArticleRow = PendingArticle | ReadyArticle | RejectedArticle | WithdrawnArticle | EmbargoedArticle;

/** While a later extractor reads a revision anew it is PENDING, and its words are the same. */
export const hasWords = (article: ArticleRow): article is ReadyArticle | PendingArticle =>
  article.status === 'READY' || article.status === 'PENDING';

/** What subscribers have been told of an article, and are to be told: beside what answers show. */
const tellingFields = {
  /** How often the article became READY, was rejected or withdrawn, this row included. */
  changeNumber: z.optional(z.int()),
  /** This row's event has not been published. */
  eventDue: z.optional(z.boolean()),
  /** While the article is PENDING or EMBARGOED: what was told of last, and what that said. */
  previous: z.optional(z.object({ ...replaced.shape, digest: z.optional(digest) })),
};

export type Telling = Readonly<z.output<z.ZodMiniObject<typeof tellingFields>>>;
export type Previous = NonNullable<Telling['previous']>;

/** What decides about an article's rows: read from whatever version wrote it. */
const articleHead = z.object({
  revision,
  etag: z.optional(z.string()),
  status: z.enum(['PENDING', 'READY', 'REJECTED', 'WITHDRAWN', 'EMBARGOED']),
  extractorVersion: z.optional(extractorVersion),
  embargoedUntil: z.optional(instant),
  replaces: z.optional(replaced),
  ...tellingFields,
});
export type ArticleHead = Readonly<z.output<typeof articleHead>>;

const headlineFields = z.object(listedArticleFields);

/** What index 1 carries of an article. */
export const latestFields = {
  ...listedArticleFields,
  language: analysisFields.language,
  paragraphCount: count,
  entityCount: count,
  quotationCount: count,
};

/** An article as it is listed. */
export const articleSummary = z.object({ key: s3Key, publishedAt: instant, ...latestFields });
export type ArticleSummary = Readonly<z.output<typeof articleSummary>>;

/** A file that is no article, as it is listed. */
export const refusal = z.object({
  key: s3Key,
  publishedAt: instant.check(z.describe('When it was dropped.')),
  ...refusedFields,
});
export type Refusal = Readonly<z.output<typeof refusal>>;

export const refusalOf = (row: Item, place: Pick<Refusal, 'key' | 'publishedAt'>): Refusal =>
  readRow(refusal, row, { ...row, ...place });

/** From a row of index 1, and what its keys say. */
export const articleSummaryOf = (row: Item, place: Pick<ArticleSummary, 'key' | 'publishedAt'>): ArticleSummary =>
  readRow(articleSummary, row, { ...row, ...place });

/** An article with everything in it; entities in the order of their first mentions. */
export const storedArticle = z.object({
  article: articleSchema,
  paragraphs: list(paragraph),
  entities: list(entity),
  quotations: list(quotation),
});
export type StoredArticle = Readonly<z.output<typeof storedArticle>>;

/**
 * A READY article alone is among the latest: before that its rows are incomplete, after it there is nothing to read. Files
 * that are no articles are listed by themselves.
 */
export function articleItem({ key, ...attributes }: ArticleRow & Telling): Item {
  return {
    ...articleKey(key),
    ...(attributes.status === 'READY' && latestKey(key, attributes.publishedAt)),
    ...(attributes.status === 'REJECTED' &&
      attributes.droppedAt !== undefined &&
      refusedKey(key, attributes.droppedAt)),
    ...withoutEmpty(attributes),
  };
}

export const articleRow = (item: Item): ArticleRow =>
  readRow(articleSchema, item, { ...item, key: articleOfPartition(item.pk) });

/** Of an article's row; empty where it has none. */
export const headlineOf = (item: Item): z.output<typeof headlineFields> => readRow(headlineFields, item);

export const headOf = (item: Item): ArticleHead => readRow(articleHead, item);

/** The domain's article, as parsed, from its rows. */
export const articleOf = (row: Omit<Article, 'paragraphs'>, paragraphs: Article['paragraphs']): Article =>
  z.parse(article, { ...row, paragraphs });

/** A row that was READY for an older extractor still says what that one found: it begins anew. */
export const takenOn = (row: ReadyArticle | PendingArticle, by: ExtractorVersion) => ({
  ...z.parse(pendingArticle, { ...row, status: 'PENDING' }),
  extractorVersion: by,
});
