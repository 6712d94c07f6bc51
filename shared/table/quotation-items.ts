import type { Span, TextSpan } from '../article/article.ts';
import type { Quotation } from '../language/analysis.ts';
import type { Analysed } from './entity-items.ts';
import { groupBy } from './group-by.ts';
import { inRuns } from './item-size.ts';
import { quotationKey, spokenKey } from './keys.ts';
import type { Item } from './table.ts';

/** What a row says of a quotation: nulls are left out, and so are words that stand in the contents already. */
interface StoredQuotation extends Omit<Quotation, 'quoted' | 'cue' | 'cueKind' | 'source' | 'speaker'> {
  readonly cue?: TextSpan;
  readonly cueKind?: Quotation['cueKind'];
  readonly source?: TextSpan;
  readonly speaker?: string;
  /** Left out where the contents are quoted as they are. */
  readonly quoted?: readonly StoredSpan[];
}

/** Its words are a slice of the contents; kept where they are not. */
interface StoredSpan extends Span {
  readonly text?: string;
}

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
      ...(part === 0 ? rest : { ordinal }),
      contents: run,
    }));
  });
}

/** The inverse of `quotationItems`. */
export function quotationsOf(items: readonly Item[]): Quotation[] {
  const parts = items as unknown as readonly StoredQuotation[];
  return groupBy(parts, ({ ordinal }) => ordinal).map((ofOne) =>
    restored({ ...ofOne[0]!, contents: ofOne.flatMap(({ contents }) => contents) }),
  );
}

function stored({ cue, cueKind, source, speaker, quoted, ...quotation }: Quotation): StoredQuotation {
  const { contents } = quotation;
  return {
    ...quotation,
    ...(cue && { cue }),
    ...(cueKind && { cueKind }),
    ...(source && { source }),
    ...(speaker !== null && { speaker }),
    ...(!sameSpans(quoted, contents) && { quoted: quoted.map((span) => withoutText(span, contents)) }),
  };
}

function restored(row: StoredQuotation): Quotation {
  const { ordinal, kind, contents, modality, speakerName, speakerRole, rule, confidence } = row;
  return {
    ordinal,
    kind,
    contents,
    quoted: row.quoted?.map((span) => withText(span, contents)) ?? contents,
    cue: row.cue ?? null,
    cueKind: row.cueKind ?? null,
    ...(modality !== undefined && { modality }),
    source: row.source ?? null,
    speaker: row.speaker ?? null,
    ...(speakerName !== undefined && { speakerName }),
    ...(speakerRole !== undefined && { speakerRole }),
    rule,
    confidence,
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
