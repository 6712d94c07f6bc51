import type { Analysis } from '../analysis.ts';

/** An analysis without the statements below a confidence; those that remain are numbered anew. */
export const atLeast = (minimum: number, analysis: Analysis): Analysis => ({
  ...analysis,
  quotations: analysis.quotations
    .filter(({ confidence }) => confidence >= minimum)
    .map((quotation, ordinal) => ({ ...quotation, ordinal })),
});
