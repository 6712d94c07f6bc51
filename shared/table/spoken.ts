import type { EntityId, Quotation } from '../language/analysis.ts';
import { type ArticleKey, articleOfPartition, type Instant, QUOTATION_PREFIX, spokenPartition } from './keys.ts';
import { quotationsOf } from './quotation-items.ts';
import type { Reader } from './reader.ts';
import type { Item } from './table.ts';
import { type Asked, type Page, publishedAtOf, timePage } from './time-pages.ts';
import { type AskedRange, timeRange } from './time-range.ts';

/** A quotation with its place; which parts of it stand in quotation marks is told by the article's own rows. */
export interface SpokenQuotation extends Omit<Quotation, 'quoted'> {
  readonly key: ArticleKey;
  readonly publishedAt: Instant;
}

/** Everything a speaker said, newest first: one Query. */
export async function spokenQuotations(
  reader: Reader,
  speaker: EntityId,
  asked: AskedRange & Asked,
): Promise<Page<SpokenQuotation>> {
  const timeline = { of: 'time', partition: spokenPartition(speaker), prefix: '' } as const;
  const page = await timePage(reader, timeline, timeRange(asked), asked);
  const quotationOf = (row: Item): SpokenQuotation => {
    const ordinal = Number(row.sk.slice(QUOTATION_PREFIX.length));
    const [{ quoted, ...quotation }] = quotationsOf([{ ...row, ordinal, speaker }]) as [Quotation];
    return { key: articleOfPartition(row.pk), publishedAt: publishedAtOf(timeline, row), ...quotation };
  };
  return { ...page, items: page.items.map(quotationOf) };
}
