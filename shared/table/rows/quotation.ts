import * as z from 'zod/mini';
import { type Span, span, type TextSpan, textSpan } from '../../article/article.ts';
import { listedQuotationFields, type Quotation, quotation } from '../../language/analysis.ts';
import { groupBy } from '../group-by.ts';
import { inRuns } from '../item-size.ts';
import { quotationKey, spokenKey } from '../keys.ts';
import type { Analysed } from './entity.ts';
import { instant, readRow, s3Key, withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

/** A part that stands in quotation marks is a slice of the contents; its words are kept where they are not. */
const storedSpan = z.object({ ...span.shape, text: z.optional(z.string()) });
type StoredSpan = Readonly<z.output<typeof storedSpan>>;

/** What a row says of a quotation; `quoted` is left out where the contents are quoted as they are. */
const storedQuotation = z.object({
  ...quotation.shape,
  quoted: z.optional(z.array(storedSpan)),
});

/** A row of a quotation, or a further one, which holds contents alone. */
const storedPart = z.looseObject({ ordinal: z.int(), contents: z.array(textSpan) });

/** What index 1 carries of a quotation. */
export { listedQuotationFields };

/** A quotation with its place; which parts of it stand in quotation marks is told by the article's own rows. */
export const spokenQuotation = z.object({
  key: s3Key,
  publishedAt: instant,
  ordinal: quotation.shape.ordinal,
  ...listedQuotationFields,
  speaker: quotation.shape.speaker,
});
export type SpokenQuotation = Readonly<z.output<typeof spokenQuotation>>;

/** From a row of index 1, and what its keys say. */
export const spokenQuotationOf = (
  row: Item,
  place: Pick<SpokenQuotation, 'key' | 'publishedAt' | 'ordinal' | 'speaker'>,
): SpokenQuotation => readRow(spokenQuotation, row, { ...row, ...place });

export function quotationItems(article: Analysed, quotations: readonly Quotation[]): Item[] {
  return quotations.flatMap((quotation) => {
    const { key, revision, extractor, publishedAt } = article;
    const { ordinal, speaker } = quotation;
    const { contents, ...rest } = stored(quotation);
    return inRuns(contents).map((run, part) => ({
      ...quotationKey(key, ordinal, part),
      ...(part === 0 && speaker !== null && spokenKey(key, ordinal, speaker, publishedAt)),
      revision,
      extractor,
      ...(part === 0 ? withoutEmpty(rest) : { ordinal }),
      // An empty part of what is in no marks is told apart from one that is left out.
      ...(part === 0 && rest.quoted && { quoted: rest.quoted }),
      contents: run,
    }));
  });
}

/** The inverse of `quotationItems`. */
export function quotationsOf(items: readonly Item[]): Quotation[] {
  const parts = items.map((item) => ({ item, part: readRow(storedPart, item) }));
  return groupBy(parts, ({ part }) => part.ordinal).map((ofOne) => {
    const [{ item, part }] = ofOne as [(typeof parts)[number]];
    const contents = ofOne.flatMap(({ part }) => part.contents);
    const row = readRow(storedQuotation, item, { ...part, contents });
    return { ...row, quoted: row.quoted?.map((span) => withText(span, contents)) ?? contents };
  });
}

function stored({ quoted, ...quotation }: Quotation) {
  const { contents } = quotation;
  return {
    ...quotation,
    quoted: sameSpans(quoted, contents) ? undefined : quoted.map((span) => withoutText(span, contents)),
  };
}

const sameSpans = (some: readonly TextSpan[], others: readonly TextSpan[]): boolean =>
  some.length === others.length &&
  some.every(({ paragraph, start, end, text }, index) => {
    const other = others[index]!;
    return paragraph === other.paragraph && start === other.start && end === other.end && text === other.text;
  });

function withoutText(span: TextSpan, contents: readonly TextSpan[]): StoredSpan {
  const { paragraph, start, end, text } = span;
  return sliceOf(span, contents) === text ? { paragraph, start, end } : span;
}

const withText = (span: StoredSpan, contents: readonly TextSpan[]): TextSpan => {
  const { paragraph, start, end } = span;
  return { paragraph, start, end, text: span.text ?? sliceOf(span, contents)! };
};

function sliceOf({ paragraph, start, end }: Span, contents: readonly TextSpan[]): string | undefined {
  const around = contents.find((span) => span.paragraph === paragraph && span.start <= start && end <= span.end);
  return around?.text.slice(start - around.start, end - around.start);
}
