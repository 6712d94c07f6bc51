import type { EntityId } from '../language/analysis.ts';
import { articleOfPartition, ordinalOf, speakerPartition } from './keys.ts';
import { type QuotationBySpeaker, quotationBySpeakerOf } from './rows/quotation.ts';
import type { Reader } from './reader.ts';
import type { Item } from './table.ts';
import { type PageRequest, type Page, publishedAtOf, timePage } from './time-pages.ts';
import { type AskedRange, timeRange } from './time-range.ts';

/** Everything a speaker said, newest first: one Query. */
export async function quotationsBySpeaker(
  reader: Reader,
  speaker: EntityId,
  asked: AskedRange & PageRequest,
): Promise<Page<QuotationBySpeaker>> {
  const timeline = { of: 'time', partition: speakerPartition(speaker), prefix: '' } as const;
  const page = await timePage(reader, timeline, timeRange(asked), asked);
  const quotationOf = (row: Item): QuotationBySpeaker =>
    quotationBySpeakerOf(row, {
      key: articleOfPartition(row.pk),
      publishedAt: publishedAtOf(timeline, row),
      ordinal: ordinalOf(row.sk),
      speaker,
    });
  return { ...page, items: page.items.map(quotationOf) };
}
