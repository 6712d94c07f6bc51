import * as z from 'zod';
import type { EntityId } from '../language/analysis.ts';
import { entitiesOfArticle, paragraphsOf, quotationsOfArticle } from '../table/article-parts.ts';
import { namedEntities } from '../table/directory.ts';
import { checkQuotation } from '../table/check-articles.ts';
import { companyOf } from '../table/companions.ts';
import { countMonths, countSpeakers } from '../table/counts.ts';
import { latestArticles, refusedArticles } from '../table/latest-articles.ts';
import { knownEntity, meetingArticles, mentioningArticles } from '../table/mentions.ts';
import { readArticle, readStatus } from '../table/read-article.ts';
import type { Reader } from '../table/reader.ts';
import type { ReadyArticle } from '../table/rows/article.ts';
import { quotationsBySpeaker } from '../table/quotations-by-speaker.ts';
import { statements } from '../table/statements.ts';
import type { Table } from '../table/table.ts';
import * as answers from './response-schemas.ts';
import { article, articleKey, by, companion, dates, entityId, filters, name, page, type, words } from './parameters.ts';
import { ProblemError } from './problem.ts';

/** What answers are made from. */
export interface QueryContext {
  readonly table: Table;
  readonly reader: Reader;
  readonly now: Date;
}

/** A question over HTTP: its place, what may be asked, and how it is answered. */
export interface Route {
  /** "/articles/{key}/paragraphs": at most one parameter, which takes everything between. */
  readonly path: string;
  readonly summary: string;
  /** Of the path and the query together. */
  readonly input: z.ZodObject;
  readonly output: z.core.$ZodType;
  answer(sources: QueryContext, input: unknown): Promise<unknown>;
}

function route<Input extends z.ZodObject, Output extends z.core.$ZodType>(
  path: string,
  definition: {
    summary: string;
    input: Input;
    output: Output;
    answer: (sources: QueryContext, input: z.output<Input>) => Promise<z.output<Output>>;
  },
): Route {
  return { path, ...definition, answer: (sources, input) => definition.answer(sources, input as z.output<Input>) };
}

export const ROUTES: readonly Route[] = [
  route('/articles', {
    summary: 'The latest articles, newest first; unasked, of the last twelve months.',
    input: z.strictObject({ prefix: filters.prefix, ...dates, ...page }),
    output: answers.articlePage,
    answer: ({ reader, now }, asked) => latestArticles(reader, { ...asked, now }),
  }),
  route('/refused', {
    summary: 'Files that are no articles, and why, newest first; unasked, of the last twelve months.',
    input: z.strictObject({ prefix: filters.prefix, ...dates, ...page }),
    output: answers.refusalPage,
    answer: ({ reader, now }, asked) => refusedArticles(reader, { ...asked, now }),
  }),
  route('/articles/{key}', {
    summary: 'An article with everything in it; its status, and why it was rejected or is not there yet.',
    input: z.strictObject({ key: articleKey }),
    output: answers.articleAnswer,
    answer: async ({ table }, { key }) => (await readArticle(table, key)) ?? notDropped(key),
  }),
  route('/articles/{key}/paragraphs', {
    summary: "An article's paragraphs, in reading order.",
    input: z.strictObject({ key: articleKey, ...page }),
    output: answers.paragraphPage,
    answer: async (sources, { key, ...asked }) => paragraphsOf(sources.reader, await readyArticle(sources, key), asked),
  }),
  route('/articles/{key}/entities', {
    summary: "An article's entities with all their mentions, in the order of the first ones.",
    input: z.strictObject({ key: articleKey, ...page }),
    output: answers.entityPage,
    answer: async (sources, { key, ...asked }) =>
      entitiesOfArticle(sources.reader, await readyArticle(sources, key), asked),
  }),
  route('/articles/{key}/quotations', {
    summary: "An article's quotations with their speakers, in reading order.",
    input: z.strictObject({ key: articleKey, ...page }),
    output: answers.quotationPage,
    answer: async (sources, { key, ...asked }) =>
      quotationsOfArticle(sources.reader, await readyArticle(sources, key), asked),
  }),
  route('/entities', {
    summary: 'Entities by the beginning of any word of their name or alias.',
    input: z.strictObject({ name, type, ...page }),
    output: answers.namedEntityPage,
    answer: ({ reader }, asked) => namedEntities(reader, asked),
  }),
  route('/entities/{id}', {
    summary: 'An entity, under all names that its newest articles give it.',
    input: z.strictObject({ id: entityId }),
    output: answers.entityAnswer,
    answer: async ({ reader }, { id }) => (await knownEntity(reader, id)) ?? notMentioned(id),
  }),
  route('/entities/{id}/articles', {
    summary: 'Articles that mention an entity, or two together, newest first.',
    input: z.strictObject({ id: entityId, with: companion, ...dates, ...page }),
    output: answers.mentioningArticlePage,
    answer: async ({ reader }, { id, with: other, ...asked }) =>
      ofKnown(
        reader,
        id,
        other === undefined
          ? await mentioningArticles(reader, id, asked)
          : await meetingArticles(reader, [id, other], asked),
      ),
  }),
  route('/entities/{id}/months', {
    summary: 'In how many articles an entity is, and how many statements are its, by month.',
    input: z.strictObject({ id: entityId, ...dates }),
    output: answers.monthsAnswer,
    answer: ({ reader }, { id, ...asked }) => countMonths(reader, id, asked),
  }),
  route('/entities/{id}/company', {
    summary: 'Who else is in the newest articles that mention an entity, and the roles that they give it.',
    input: z.strictObject({ id: entityId }),
    output: answers.companyAnswer,
    answer: (sources, { id }) => companyOf(sources, id),
  }),
  route('/quotations', {
    summary:
      'Statements of any of the speakers, about any of the entities, that hold the words; unasked, of the last twelve months.',
    input: z.strictObject({ ...filters, ...dates, ...page }),
    output: answers.quotationBySpeakerPage,
    answer: (sources, asked) => statements(sources, asked),
  }),
  route('/speakers', {
    summary:
      'Who is quoted, most often first, in a part of the statements that are asked for; the cursor leads to the next.',
    input: z.strictObject({ ...filters, ...dates, cursor: page.cursor }),
    output: answers.speakerCountPage,
    answer: (sources, asked) => countSpeakers(sources, asked),
  }),
  route('/check', {
    summary: 'Whether somebody said these words: exactly, altered, somebody else, or not found.',
    input: z.strictObject({ words, by, article, ...dates, cursor: page.cursor }),
    output: answers.checkAnswer,
    answer: (sources, { article: key, ...asked }) =>
      checkQuotation(sources, { ...asked, ...(key !== undefined && { articles: [key] }) }),
  }),
  route('/speakers/{id}/quotations', {
    summary: 'Everything that a speaker said, newest first.',
    input: z.strictObject({ id: entityId, ...dates, ...page }),
    output: answers.quotationBySpeakerPage,
    answer: async ({ reader }, { id, ...asked }) => ofKnown(reader, id, await quotationsBySpeaker(reader, id, asked)),
  }),
];

/** Nothing found is an answer where the entity is known, and a mistake where it is not. */
async function ofKnown<T extends { readonly items: readonly unknown[] }>(
  reader: Reader,
  id: EntityId,
  found: T,
): Promise<T> {
  if (found.items.length === 0 && !(await knownEntity(reader, id))) notMentioned(id);
  return found;
}

/** @throws Problem that says what became of the article. */
async function readyArticle({ table }: QueryContext, key: string): Promise<ReadyArticle> {
  const article = (await readStatus(table, key)) ?? notDropped(key);
  switch (article.status) {
    case 'READY':
      return article;
    case 'PENDING':
      throw new ProblemError(409, 'The article is being read.', 'Ask again in a second.');
    case 'REJECTED':
      throw new ProblemError(404, 'The file is no article, and has no parts.', article.message, 'key');
    case 'EMBARGOED':
      throw new ProblemError(404, 'The article is under embargo.', `Ask again after ${article.embargoedUntil}.`, 'key');
    case 'WITHDRAWN':
      throw new ProblemError(
        404,
        article.reason ?? 'The article has been removed.',
        'Drop it again to have it back.',
        'key',
      );
  }
}

function notDropped(key: string): never {
  throw new ProblemError(
    404,
    `No article was dropped under "${key}".`,
    'Take the key from /articles; in a path, write "?" as "~3F" and "~" as "~7E".',
    'key',
  );
}

function notMentioned(id: EntityId): never {
  throw new ProblemError(404, `No article mentions "${id}".`, 'Find the id with /entities?name=.', 'id');
}
