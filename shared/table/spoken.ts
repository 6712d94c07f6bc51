import type { EntityId } from '../language/analysis.ts';
import { articleOfPartition, ordinalOf, spokenPartition } from './keys.ts';
import { type SpokenQuotation, spokenQuotationOf } from './rows/quotation.ts';
import type { Reader } from './reader.ts';
import type { Item } from './table.ts';
import { type Asked, type Page, publishedAtOf, timePage } from './time-pages.ts';
import { type AskedRange, timeRange } from './time-range.ts';

/** Everything a speaker said, newest first: one Query. */
export async function spokenQuotations(
  reader: Reader,
  speaker: EntityId,
  asked: AskedRange & Asked,
): Promise<Page<SpokenQuotation>> {
  const timeline = { of: 'time', partition: spokenPartition(speaker), prefix: '' } as const;
  const page = await timePage(reader, timeline, timeRange(asked), asked);
  const quotationOf = (row: Item): SpokenQuotation =>
    spokenQuotationOf(row, {
      key: articleOfPartition(row.pk),
      publishedAt: publishedAtOf(timeline, row),
      ordinal: ordinalOf(row.sk),
      speaker,
    });
  return { ...page, items: page.items.map(quotationOf) };
}
