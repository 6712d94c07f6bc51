import type { EntityId, Quotation } from '../language/analysis.ts';
import { mentioningArticles } from '../table/mentions.ts';
import type { MentioningArticle } from '../table/rows/entity.ts';
import { readArticle } from '../table/read-article.ts';
import type { Reader } from '../table/reader.ts';
import type { Table } from '../table/table.ts';
import type { AskedRange } from '../table/time-range.ts';
import { atMost } from './pages.ts';

export type LocatedQuotation = Quotation & Pick<MentioningArticle, 'key' | 'publishedAt'>;

/**
 * Quotations whose content mentions an entity, newest first: of each article that mentions it (one Query of the index), the
 * rows are read (one Query an article).
 */
export async function quotationsAbout(
  { table, reader }: { table: Table; reader: Reader },
  id: EntityId,
  count: number,
  range: AskedRange,
): Promise<{ items: LocatedQuotation[]; more: boolean }> {
  const found: LocatedQuotation[] = [];
  const { items: articles, more } = await atMost(ARTICLES, (page) =>
    mentioningArticles(reader, id, { ...range, ...page }),
  );
  for (const { key, publishedAt } of articles) {
    const stored = await readArticle(table, key);
    const mentions = stored?.entities.find((entity) => entity.id === id)?.mentions ?? [];
    const about = (stored?.quotations ?? []).filter(({ contents }) =>
      contents.some(({ paragraph, start, end }) =>
        mentions.some((mention) => mention.paragraph === paragraph && mention.start >= start && mention.end <= end),
      ),
    );
    found.push(...about.map((quotation) => ({ key, publishedAt, ...quotation })));
    if (found.length >= count) return { items: found.slice(0, count), more: true };
  }
  return { items: found, more };
}

/** Articles looked through: a second or two. */
const ARTICLES = 500;
