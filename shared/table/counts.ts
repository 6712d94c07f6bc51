import * as z from 'zod/mini';
import { entityId, type EntityId } from '../language/analysis.ts';
import { monthOf } from './keys.ts';
import { mentioningArticles } from './mentions.ts';
import type { Reader } from './reader.ts';
import { quotationsBySpeaker } from './quotations-by-speaker.ts';
import { type AskedStatements, statements, type StatementSources } from './statements.ts';
import type { PageRequest, Page } from './time-pages.ts';
import type { AskedRange } from './time-range.ts';

/** How often somebody is quoted. */
export const speakerCount = z.object({
  speaker: z.nullable(entityId).check(z.describe('Null for all whose speaker is not clear.')),
  name: z.optional(z.string()),
  statements: z.int(),
  articles: z.int(),
});
export type SpeakerCount = Readonly<z.output<typeof speakerCount>>;

/** Statements that one part of a count looks at. */
const COUNTED_AT_ONCE = 500;

/**
 * Who is quoted, most often first, in a part of the statements that are asked for. The cursor leads to the next part; a
 * speaker may be in several, and an article is in one alone, or in two that follow each other.
 */
export async function countSpeakers(
  sources: StatementSources,
  asked: AskedStatements & Pick<PageRequest, 'cursor'>,
): Promise<Page<SpeakerCount>> {
  const { items, cursor } = await statements(sources, { ...asked, limit: COUNTED_AT_ONCE });
  const counted = new Map<EntityId | null, { name?: string; statements: number; articles: Set<string> }>();
  for (const { speakers, key } of items) {
    // Of those who speak together each has said it.
    const names = new Map<EntityId | null, string | undefined>(speakers.map(({ id, name }) => [id, name]));
    for (const [speaker, name] of names.size > 0 ? names : [[null, undefined] as const]) {
      const count = counted.get(speaker) ?? { ...(name !== undefined && { name }), statements: 0, articles: new Set() };
      count.statements += 1;
      count.articles.add(key);
      counted.set(speaker, count);
    }
  }
  const counts = [...counted].map(([speaker, { articles, ...count }]) => ({
    speaker,
    ...count,
    articles: articles.size,
  }));
  return { items: counts.sort(mostFirst), ...(cursor !== undefined && { cursor }) };
}

export const mostFirst = (one: SpeakerCount, other: SpeakerCount): number => other.statements - one.statements;

/** An entity's months. */
export const monthCounts = z.object({
  months: z
    .array(
      z.object({
        month: z.string().check(z.meta({ examples: ['2026-11'] })),
        articles: z.int().check(z.describe('That mention it.')),
        statements: z.int().check(z.describe('That it says.')),
      }),
    )
    .check(z.describe('Newest first; months without any are left out.')),
  countedFrom: z
    .optional(z.string())
    .check(z.describe('Where there are more than could be counted: when the oldest is from that is.')),
});
export type MonthCounts = Readonly<z.output<typeof monthCounts>>;

/** Rows that one Query counts: some 300 bytes each, below the megabyte that DynamoDB reads at once. */
const ROWS_AT_ONCE = 2_000;

/** Two of each, one after the other: a tenth of a second. */
const QUERIES_A_COUNT = 10;

/** In how many articles an entity is, and how much it says, by month: one Query for 2,000 of either, at most ten of each. */
export async function countMonths(reader: Reader, id: EntityId, range: AskedRange): Promise<MonthCounts> {
  const [articles, said] = await Promise.all([
    countByMonth((page) => mentioningArticles(reader, id, { ...range, ...page })),
    countByMonth((page) => quotationsBySpeaker(reader, id, { ...range, ...page })),
  ]);
  const months = [...new Set([...articles.months.keys(), ...said.months.keys()])].sort().reverse();
  const reached = [articles.from, said.from]
    .filter((from) => from !== undefined)
    .sort()
    .at(-1);
  return {
    months: months.map((month) => ({
      month,
      articles: articles.months.get(month) ?? 0,
      statements: said.months.get(month) ?? 0,
    })),
    ...(reached !== undefined && { countedFrom: reached }),
  };
}

async function countByMonth(ask: (asked: PageRequest) => Promise<Page<{ readonly publishedAt: string }>>) {
  const months = new Map<string, number>();
  let cursor: string | undefined;
  let from: string | undefined;
  for (let queries = 0; queries < QUERIES_A_COUNT; queries++) {
    const page = await ask({ limit: ROWS_AT_ONCE, cursor });
    for (const { publishedAt } of page.items) {
      months.set(monthOf(publishedAt), (months.get(monthOf(publishedAt)) ?? 0) + 1);
      from = publishedAt;
    }
    cursor = page.cursor;
    if (cursor === undefined) return { months, from: undefined };
  }
  return { months, from };
}
