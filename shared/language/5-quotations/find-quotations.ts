import type { Span, TextSpan } from '../../article/article.ts';
import type { Quotation } from '../analysis.ts';
import type { Document } from '../document.ts';
import type { Attribution, Place } from './attributions.ts';
import { findAttributions } from './find-attributions.ts';
import { toParagraphTrees, type ParagraphTree } from './paragraph-tree.ts';

/** Every quotation of an article, in reading order. */
export function findQuotations(document: Document): Quotation[] {
  const trees = toParagraphTrees(document);
  const attributions = findAttributions(trees);
  return attributions
    .map((attribution) => toQuotation(trees, attribution))
    .sort((a, b) => compare(a.contents[0]!, b.contents[0]!))
    .map((quotation, ordinal) => ({ ...quotation, ordinal }));
}

const compare = (a: Span, b: Span) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end;

function toQuotation(trees: readonly ParagraphTree[], attribution: Attribution): Omit<Quotation, 'ordinal'> {
  const contents = attribution.contents.map((place) => textSpan(trees, place));
  const quoted = attribution.contents.flatMap((place) => quotedParts(trees, place));
  return {
    kind: kindOf(contents, quoted),
    contents,
    quoted,
    cue: attribution.cue && textSpan(trees, attribution.cue),
    cueKind: attribution.cueKind,
    source: attribution.source && textSpan(trees, attribution.source),
    speaker: null,
    decidedBy: attribution.decidedBy,
    confidence: 0.5,
  };
}

function textSpan(trees: readonly ParagraphTree[], { paragraph, first, last }: Place): TextSpan {
  const { nodes, paragraph: { text } } = trees[paragraph]!;
  const { start } = nodes[first]!;
  const { end } = nodes[last]!;
  return { paragraph, start, end, text: text.slice(start, end) };
}

function quotedParts(trees: readonly ParagraphTree[], { paragraph, first, last }: Place): TextSpan[] {
  return trees[paragraph]!.quoted
    .filter((passage) => passage.first >= first && passage.last <= last)
    .map((passage) => textSpan(trees, { paragraph, first: passage.first, last: passage.last }));
}

const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function kindOf(contents: readonly TextSpan[], quoted: readonly TextSpan[]): Quotation['kind'] {
  if (quoted.length === 0) return 'indirect';
  return length(quoted) >= length(contents) ? 'direct' : 'mixed';
}
