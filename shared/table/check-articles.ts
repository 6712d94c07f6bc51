import * as z from 'zod/mini';
import type { EntityId } from '../language/analysis.ts';
import { InvalidQuery } from './invalid-query.ts';
import { askedWords, better, checkInArticle, finding, type Finding, VERDICTS } from './check-quotation.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import type { ArticleKey } from './keys.ts';
import { latestArticles } from './latest-articles.ts';
import { mentioningArticles } from './mentions.ts';
import { readArticle } from './read-article.ts';
import type { StatementSources } from './statements.ts';
import type { PageRequest } from './time-pages.ts';
import type { AskedRange } from './time-range.ts';
import { Merged } from './walk.ts';

export interface AskedCheck extends AskedRange, Pick<PageRequest, 'cursor'> {
  readonly words: string;
  /** Who should have said them; of none, anybody. */
  readonly by?: readonly EntityId[] | undefined;
  /** In these alone; else in all of the dates. */
  readonly articles?: readonly ArticleKey[] | undefined;
}

/** Whether somebody said these words. */
export const checked = z.object({
  verdict: z.enum(VERDICTS),
  finding: z.optional(finding),
  articles: z.int().check(z.describe('How many were read for it.')),
  cursor: z.optional(z.string()).check(z.describe('Leads to articles that have not been read yet.')),
});
export type Checked = Readonly<z.output<typeof checked>>;

/** Fewer stand in many articles, said by many. */
const LEAST_WORDS = 2;

/** Articles that are listed at once, and read at once. */
const AT_ONCE = 25;

/** One answer reads so many: some two seconds. */
const MOST_ARTICLES = 200;

/**
 * Looks for the words in the articles that mention who should have said them, newest first, then in all of the dates, unasked
 * in those of the last twelve months: one Query an article. Ends where they are found word for word.
 */
export async function checkQuotation({ table, reader, now }: StatementSources, asked: AskedCheck): Promise<Checked> {
  const { by = [], from, to, articles } = asked;
  const words = askedWords(asked.words);
  if (words.tokens.length < LEAST_WORDS)
    throw new InvalidQuery(
      'words',
      `"${asked.words}" is too short to be checked`,
      `give at least ${LEAST_WORDS} words`,
    );
  let best: Finding | undefined;
  let read = 0;
  const look = async (keys: readonly ArticleKey[]): Promise<void> => {
    await forEachConcurrently(keys, async (key) => {
      const stored = await readArticle(table, key);
      if (stored !== undefined) best = better(by, best, checkInArticle(words, by, stored));
      read += 1;
    });
  };
  const answer = (cursor?: string): Checked => ({
    verdict: best?.verdict ?? 'not found',
    ...(best && { finding: best }),
    articles: read,
    ...(cursor !== undefined && best?.verdict !== 'exact' && { cursor }),
  });
  if (articles !== undefined) {
    await look(articles);
    return answer();
  }

  const question = ['check', JSON.stringify([asked.words, by, from, to])];
  const [phase, ...stands] = asked.cursor === undefined ? [] : readCursor(question, asked.cursor);
  const ofSpeakers = by.map((id) => (page: PageRequest) => mentioningArticles(reader, id, { from, to, ...page }));
  const all = [(page: PageRequest) => latestArticles(reader, { from, to, now, ...page })];
  const phases = [...(by.length > 0 ? [['of speaker', ofSpeakers] as const] : []), ['all', all] as const];
  const begun = phase === undefined ? 0 : phases.findIndex(([name]) => name === phase);
  if (begun < 0) throw InvalidQuery.cursor();
  for (const [index, [name, questions]] of phases.slice(begun).entries()) {
    const merged = new Merged<{ readonly key: ArticleKey; readonly publishedAt: string }>(
      [...questions],
      AT_ONCE,
      index === 0 ? stands : [],
    );
    for (;;) {
      const { keys, ended } = await take(merged, AT_ONCE);
      await look(keys);
      if (best?.verdict === 'exact') return answer();
      if (ended) break;
      if (read >= MOST_ARTICLES) return answer(writeCursor(question, [name, ...merged.stands]));
    }
  }
  return answer();
}

async function take(merged: Merged<{ readonly key: ArticleKey; readonly publishedAt: string }>, most: number) {
  const keys = new Set<ArticleKey>();
  while (keys.size < most) {
    const next = await merged.next();
    if (next === undefined) return { keys: [...keys], ended: true };
    keys.add(next.element.key);
    next.leave();
  }
  return { keys: [...keys], ended: false };
}
