import { z } from 'zod';
import { findEntities } from '../language/4-entities/find-entities.ts';
import { findQuotations } from '../language/5-quotations/find-quotations.ts';
import type { Quotation } from '../language/analysis.ts';
import type { Span } from '../article/article.ts';
import { calibration } from './calibration.ts';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import type { Measure } from './measure.ts';
import { tagPassage } from './passage.ts';
import {
  scoreQuotations,
  type AnnotatedQuotation,
  type Offsets,
  type QuotationKind,
  type QuotationScores,
  type Score,
} from './quotation-measure.ts';
import { cachedTagger } from './tagged.ts';

const offsetsSchema = z.array(z.tuple([z.int(), z.int()]));
const passageSchema = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(
    z.object({
      content: offsetsSchema,
      cue: offsetsSchema.nullable(),
      source: offsetsSchema.nullable(),
      speaker: z.string().nullable(),
      kind: z.enum(['direct', 'mixed', 'indirect']),
    }),
  ),
});

const KINDS: readonly (readonly QuotationKind[])[] = [['direct', 'mixed', 'indirect'], ['direct', 'mixed'], ['direct']];

/** A prediction in the corpora's format. */
export interface PredictedQuotation extends AnnotatedQuotation {
  readonly decidedBy: string;
  readonly confidence: number;
}

/** Quotations against annotated ones: spans by role, found ones with the right source, calibration of the confidence. */
export const evaluateQuotations: Measure = async (goldFile, { out }) => {
  const gold = await readJsonLines(goldFile, passageSchema);
  const tag = await cachedTagger();
  const predicted = new Map<string, PredictedQuotation[]>();
  for (const { id, text } of gold) {
    const { document, starts } = await tagPassage(text, tag);
    const toOffsets = codePoints(text, starts);
    const quotations = findQuotations(document, findEntities(document));
    predicted.set(
      id,
      innermostFirst(quotations).map((quotation) => toPrediction(quotation, toOffsets)),
    );
  }
  if (out !== undefined) {
    await writeJsonLines(
      out,
      gold.map(({ id, text }) => ({ id, text, quotes: predicted.get(id)! })),
    );
  }
  return [
    ...KINDS.flatMap((kinds) => [kinds.join(' + '), ...rows(scoreQuotations(gold, predicted, kinds))]),
    ...calibration(gold, predicted),
  ].join('\n');
};

/** The measure takes the first of predictions that cover a quotation equally: the one nearest to it in size. */
function innermostFirst(quotations: readonly Quotation[]): Quotation[] {
  const length = ({ contents }: Quotation) => contents.reduce((sum, { start, end }) => sum + end - start, 0);
  return quotations.toSorted((a, b) => length(a) - length(b));
}

/** From UTF-16 offsets in a paragraph to code points in the passage. */
function codePoints(text: string, starts: readonly number[]): (span: Span) => Offsets {
  const isPlain = !/[\u{10000}-\u{10ffff}]/u.test(text);
  const at = (offset: number) => (isPlain ? offset : Array.from(text.slice(0, offset)).length);
  return ({ paragraph, start, end }) => [at(starts[paragraph]! + start), at(starts[paragraph]! + end)];
}

function toPrediction(quotation: Quotation, toOffsets: (span: Span) => Offsets): PredictedQuotation {
  const { contents, cue, source, speakerName, kind, decidedBy, confidence } = quotation;
  return {
    content: contents.map(toOffsets),
    cue: cue && [toOffsets(cue)],
    source: source && [toOffsets(source)],
    speaker: speakerName ?? null,
    kind,
    decidedBy,
    confidence,
  };
}

const percent = (share: number): string => (100 * share).toFixed(1);
const prf = ({ precision, recall, f1 }: Score): string =>
  `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`;

function rows({ roles, found }: QuotationScores): string[] {
  return [
    ...Object.entries(roles).map(
      ([role, { exact, begin, characters, gold, predicted }]) =>
        `  ${role.padEnd(8)} exact ${prf(exact)} | begin ${prf(begin)} | characters ${prf(characters)} | gold ${gold} predicted ${predicted}`,
    ),
    ...Object.entries(found).map(
      ([threshold, score]) =>
        `  found at ${threshold} ${prf(score)} | source ${percent(score.source)}${score.name === null ? '' : ` | name ${percent(score.name)}`}`,
    ),
  ];
}
