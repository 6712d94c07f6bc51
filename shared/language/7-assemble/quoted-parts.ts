import type { TextSpan } from '../../article/article.ts';
import type { Quotation } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';
import type { Attribution } from '../6-quotations/rule.ts';

/** The words in marks that each attribution holds: of the contents around some the shortest has them, `the union said that Okonkwo wrote that “…”`. */
export function quotedPartsOf(attributions: readonly Attribution[]): ReadonlyMap<Attribution, readonly TokenSpan[]> {
  const shortestFirst = attributions
    .flatMap((attribution) => attribution.contents.map((content) => ({ attribution, content })))
    .sort((a, b) => a.content.length - b.content.length);
  const taken = new Set<TokenSpan>();
  const held = new Map<Attribution, TokenSpan[]>();
  for (const { attribution, content } of shortestFirst) {
    const own = held.get(attribution) ?? [];
    held.set(attribution, own);
    for (const part of content.quotedSpans().flatMap(({ parts }) => parts)) {
      if (taken.has(part) || !content.covers(part)) continue;
      taken.add(part);
      own.push(part);
    }
  }
  return held;
}

/** Words that join quoted ones into one: "Lock her up" and "Build the wall". */
const JOINING = /^[\s\p{P}]*(?:(?:and|or|but)[\s\p{P}]*)?$/u;

/** Direct where nothing but punctuation and a conjunction stands outside the marks. */
export function kindOf(contents: readonly TextSpan[], quoted: readonly TextSpan[]): Quotation['kind'] {
  if (quoted.length === 0) return 'indirect';
  return contents.every((content) => outsideMarks(content, quoted).every((words) => JOINING.test(words)))
    ? 'direct'
    : 'mixed';
}

function outsideMarks(content: TextSpan, quoted: readonly TextSpan[]): string[] {
  let at = content.start;
  const within = quoted.filter(
    ({ paragraph, start }) => paragraph === content.paragraph && start >= content.start && start < content.end,
  );
  const outside = within.map(({ start, end }) => {
    const words = content.text.slice(at - content.start, start - content.start);
    at = end;
    return words;
  });
  return [...outside, content.text.slice(at - content.start)];
}
