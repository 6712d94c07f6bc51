import { nounCue, takesClauseOfWords, verbCue } from '../../shared/language/lexicon/reporting.ts';
import type { AnnotatedPassage, AnnotatedQuotation } from './quotation-measure.ts';

/** Whether a cue is a verb or a phrase of saying: one of its words is, or it is "according to" or a colon. */
function isSaying(cue: string): boolean {
  const words = cue.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  return (
    words.length === 0 ||
    words.some((word) => word === 'according' || nounCue(word) === 'assertion' || takesClauseOfWords(verbCue(word)))
  );
}

/** The quotations of a passage whose cue is one of saying; annotators count beliefs and plans as quotations too. */
export function speech(text: string, quotations: readonly AnnotatedQuotation[]): AnnotatedQuotation[] {
  const characters = Array.from(text);
  return quotations.filter(
    ({ cue }) => cue !== null && isSaying(cue.map(([start, end]) => characters.slice(start, end).join('')).join(' ')),
  );
}

/** Those of them that stand in no marks. */
export const indirectSpeech = (text: string, quotations: readonly AnnotatedQuotation[]): AnnotatedQuotation[] =>
  speech(text, quotations).filter(({ kind }) => kind === 'indirect');

/** A passage with no other quotations than those with a cue of saying. */
export const onlySpeech = ({ id, text, quotes }: AnnotatedPassage): AnnotatedPassage => ({
  id,
  text,
  quotes: speech(text, quotes),
});

/** A passage with no other quotations than its indirect speech. */
export const onlyIndirectSpeech = ({ id, text, quotes }: AnnotatedPassage): AnnotatedPassage => ({
  id,
  text,
  quotes: indirectSpeech(text, quotes),
});

const MARKED = /“[^“”\n]+”|"[^"\n]+"|''(?:(?!'')[^\n])+''/gu;

/** Strings in quotation marks that are nobody's words, and how many of them are taken for a direct or mixed quotation. */
export function falsePositives(
  gold: readonly AnnotatedPassage[],
  predicted: ReadonlyMap<string, readonly AnnotatedQuotation[]>,
): { readonly strings: number; readonly taken: number } {
  let strings = 0;
  let taken = 0;
  for (const { id, text, quotes } of gold) {
    const attributed = covered(quotes);
    const claimed = covered((predicted.get(id) ?? []).filter(({ kind }) => kind !== 'indirect'));
    for (const { index, 0: marked } of text.matchAll(MARKED)) {
      const start = Array.from(text.slice(0, index)).length;
      const places = Array.from(marked, (_, at) => start + at);
      if (places.some((at) => attributed.has(at))) continue;
      strings++;
      if (places.some((at) => claimed.has(at))) taken++;
    }
  }
  return { strings, taken };
}

function covered(quotations: readonly AnnotatedQuotation[]): Set<number> {
  const all = new Set<number>();
  for (const { content } of quotations)
    for (const [start, end] of content) for (let at = start; at < end; at++) all.add(at);
  return all;
}
