import * as z from 'zod/mini';
import { listedArticleFields, type Span, span, type TextSpan, textSpan } from '../../article/article.ts';
import { listedQuotationFields, type Quotation, quotation, type Speaker, speaker } from '../../language/analysis.ts';
import { groupBy } from '../group-by.ts';
import { chunkBySize } from '../item-size.ts';
import { furtherSpeakerKey, quotationKey, spokenKey } from '../keys.ts';
import type { Analysed } from './entity.ts';
import { instant, readRow, s3Key, withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

/** A part that stands in quotation marks is a slice of the contents; its words are kept where they are not. */
const storedSpan = z.object({ ...span.shape, text: z.optional(z.string()) });
type StoredSpan = Readonly<z.output<typeof storedSpan>>;

/** What a row says of a quotation; `quoted` is left out where the contents are quoted as they are, `speakers` where one speaks. */
const storedQuotation = z.object({
  ...quotation.shape,
  quoted: z.optional(z.array(storedSpan)),
  speakers: z.optional(z.array(speaker)),
});

/** A row of a quotation, or a further one, which holds contents alone. */
const storedPart = z.looseObject({ ordinal: z.int(), contents: z.array(textSpan) });

/** What index 1 carries of a quotation. */
export { listedQuotationFields };

/** A quotation with its place; which parts of it stand in quotation marks is told by the article's own rows. */
export const quotationBySpeaker = z.object({
  key: s3Key,
  publishedAt: instant,
  ...listedArticleFields,
  ordinal: quotation.shape.ordinal,
  ...listedQuotationFields,
  speaker: quotation.shape.speaker,
});
export type QuotationBySpeaker = Readonly<z.output<typeof quotationBySpeaker>>;

/** From a row of index 1, and what its keys say. */
export const quotationBySpeakerOf = (
  row: Item,
  place: Pick<QuotationBySpeaker, 'key' | 'publishedAt' | 'ordinal' | 'speaker'>,
): QuotationBySpeaker =>
  readRow(quotationBySpeaker, row, { ...row, ...place, speakers: row['speakers'] ?? alone({ ...row, ...place }) });

export function quotationItems(article: Analysed, quotations: readonly Quotation[]): Item[] {
  return quotations.flatMap((quotation) => {
    const { key, revision, extractorVersion, publishedAt } = article;
    const { ordinal, speaker } = quotation;
    const { contents, ...rest } = stored(quotation);
    return chunkBySize(contents).map((run, part) => ({
      ...quotationKey(key, ordinal, part),
      ...(part === 0 && speaker !== null && spokenKey(key, ordinal, speaker, publishedAt)),
      revision,
      extractorVersion,
      ...(part === 0 ? withoutEmpty(rest) : { ordinal }),
      // An empty part of what is in no marks is told apart from one that is left out.
      ...(part === 0 && rest.quoted && { quoted: rest.quoted }),
      contents: run,
    }));
  });
}

/** One row for each speaker of a quotation beyond the first, for whom the quotation's own row stands. */
export const furtherSpeakerItems = (article: Analysed, quotations: readonly Quotation[]): Item[] =>
  quotations.flatMap((quotation) =>
    quotation.speakers
      .filter(({ id }, index, all) => id !== quotation.speaker && isFirst(index, all))
      .map((other) => furtherSpeakerItem(article, quotation, other)),
  );

const isFirst = (index: number, all: readonly Speaker[]): boolean =>
  all.findIndex(({ id }) => id === all[index]!.id) === index;

/** What index 1 carries of a quotation, under one more of its speakers. */
function furtherSpeakerItem(article: Analysed, quotation: Quotation, { id, name, role }: Speaker): Item {
  const { key, revision, extractorVersion, publishedAt } = article;
  const { ordinal, contents } = quotation;
  const listed = Object.fromEntries(
    Object.keys(listedQuotationFields).map((field) => [field, quotation[field as keyof Quotation]]),
  );
  return {
    ...furtherSpeakerKey(key, ordinal, id),
    ...spokenKey(key, ordinal, id, publishedAt),
    revision,
    extractorVersion,
    ...withoutEmpty({ ...listed, speakerName: name, speakerRole: role }),
    contents: chunkBySize(contents)[0]!,
  };
}

/** Who speaks where nobody else does. */
const alone = (row: Pick<Quotation, 'speaker' | 'speakerName' | 'speakerRole'>): Speaker[] => {
  const { speaker, speakerName, speakerRole } = row;
  if (speaker === null) return [];
  return [{ id: speaker, name: speakerName ?? speaker, ...(speakerRole !== undefined && { role: speakerRole }) }];
};

const sameSpeakers = (some: readonly Speaker[], others: readonly Speaker[]): boolean =>
  some.length === others.length &&
  some.every(({ id, name, role }, index) => {
    const other = others[index]!;
    return id === other.id && name === other.name && role === other.role;
  });

/** The inverse of `quotationItems`. */
export function quotationsOf(items: readonly Item[]): Quotation[] {
  const parts = items.map((item) => ({ item, part: readRow(storedPart, item) }));
  return groupBy(parts, ({ part }) => part.ordinal).map((ofOne) => {
    const [{ item, part }] = ofOne as [(typeof parts)[number]];
    const contents = ofOne.flatMap(({ part }) => part.contents);
    const row = readRow(storedQuotation, item, { ...part, contents });
    const speakers = row.speakers ?? alone(row);
    return { ...row, speakers, quoted: row.quoted?.map((span) => withText(span, contents)) ?? contents };
  });
}

function stored({ quoted, speakers, ...quotation }: Quotation) {
  const { contents } = quotation;
  return {
    ...quotation,
    ...(!sameSpeakers(speakers, alone(quotation)) && { speakers }),
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
