import type { AnnotatedPassage, AnnotatedQuotation } from './quotation-measure.ts';
import { bestMatch, sourcesAgree } from './quotation-measure.ts';

interface Predicted extends AnnotatedQuotation {
  readonly confidence: number;
}

/** Bounds of the bins; the last one is open. */
const BINS = [0, 0.3, 0.5, 0.7, 0.8, 0.9] as const;
/** Share of the prediction that a quotation covers, and of the quotation that the prediction covers, to be right. */
const RIGHT = 0.8;

/** Of the quotations in marks, by confidence: how many are right in content and source, and the expected error. */
export function calibration(
  gold: readonly AnnotatedPassage[],
  predicted: ReadonlyMap<string, readonly Predicted[]>,
): string[] {
  const bins = BINS.map((from) => ({ from, count: 0, right: 0, confidence: 0 }));
  for (const { id, quotes } of gold) {
    const annotated = quotes.filter(({ kind }) => kind !== 'indirect');
    for (const prediction of predicted.get(id) ?? []) {
      if (prediction.kind === 'indirect') continue;
      const bin = bins.findLast(({ from }) => prediction.confidence >= from)!;
      bin.count++;
      bin.confidence += prediction.confidence;
      if (annotated.some((quotation) => isRight(quotation, prediction))) bin.right++;
    }
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const error = bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / Math.max(1, total);
  return [
    `confidence (direct + mixed): expected calibration error ${error.toFixed(3)}`,
    ...bins.map(
      ({ from, count, right, confidence }) =>
        `  from ${from.toFixed(1)}: ${count} quotations, stated ${share(confidence, count)}, right ${share(right, count)}`,
    ),
  ];
}

const share = (part: number, whole: number): string => (whole ? (part / whole).toFixed(2) : '-');

function isRight(quotation: AnnotatedQuotation, prediction: AnnotatedQuotation): boolean {
  return (
    bestMatch(quotation, [prediction]).covered >= RIGHT &&
    bestMatch(prediction, [quotation]).covered >= RIGHT &&
    sourcesAgree(quotation.source, prediction.source)
  );
}
