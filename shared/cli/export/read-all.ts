import { latestArticles } from '../../table/latest-articles.ts';
import { readArticle } from '../../table/read-article.ts';
import type { StoredArticle } from '../../table/rows/article.ts';
import type { QuotationBySpeaker } from '../../table/rows/quotation.ts';
import { type AskedStatements, statements, type StatementSources } from '../../table/statements.ts';
import type { AskedRange } from '../../table/time-range.ts';

/** Statements, and articles, that are asked for at once. */
const AT_ONCE = 100;

/** Articles that are read at once. */
const READ_AT_ONCE = 8;

export async function* allStatements(
  sources: StatementSources,
  asked: AskedStatements,
): AsyncGenerator<QuotationBySpeaker> {
  let cursor: string | undefined;
  do {
    const page = await statements(sources, { ...asked, limit: AT_ONCE, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** READY articles with everything in them, newest first. */
export async function* allArticles(
  { table, reader, now }: StatementSources,
  asked: AskedRange & { readonly prefix?: string | undefined },
): AsyncGenerator<StoredArticle> {
  let cursor: string | undefined;
  do {
    const page = await latestArticles(reader, { ...asked, now, limit: AT_ONCE, cursor });
    for (let first = 0; first < page.items.length; first += READ_AT_ONCE) {
      const listed = page.items.slice(first, first + READ_AT_ONCE);
      const stored = await Promise.all(listed.map(({ key }) => readArticle(table, key)));
      yield* stored.filter((article) => article?.article.status === 'READY') as StoredArticle[];
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
