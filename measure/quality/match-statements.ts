import type { CorpusSpan } from './statement-corpus.ts';

/** A statement of a reader or of the product, as far as it is compared. */
export interface Comparable {
  readonly contents: readonly CorpusSpan[];
}

export interface Match<A, B> {
  readonly gold: A;
  readonly found: B;
  /** Shared characters by those of the longer one, 0..1. */
  readonly overlap: number;
}

const lengthOf = ({ contents }: Comparable): number => contents.reduce((sum, { start, end }) => sum + end - start, 0);

function sharedBy(a: Comparable, b: Comparable): number {
  let both = 0;
  for (const one of a.contents) {
    for (const other of b.contents) {
      if (one.paragraph !== other.paragraph) continue;
      both += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return both;
}

/** By the longer one, so that neither a word of a statement nor the whole paragraph around it counts as the statement. */
export const overlapOf = (a: Comparable, b: Comparable): number =>
  sharedBy(a, b) / Math.max(1, lengthOf(a), lengthOf(b));

/** Pairs of statements that overlap, each in one pair at most, those that overlap most first. */
export function matchStatements<A extends Comparable, B extends Comparable>(
  gold: readonly A[],
  found: readonly B[],
): Match<A, B>[] {
  const pairs = gold
    .flatMap((one) => found.map((other) => ({ gold: one, found: other, overlap: overlapOf(one, other) })))
    .filter(({ overlap }) => overlap > 0)
    .toSorted((a, b) => b.overlap - a.overlap);
  const taken = new Set<Comparable>();
  return pairs.filter((pair) => {
    if (taken.has(pair.gold) || taken.has(pair.found)) return false;
    taken.add(pair.gold).add(pair.found);
    return true;
  });
}

/** Whether two groups of mentions name one thing: a mention of the one overlaps a mention of the other. */
export const meet = (a: readonly CorpusSpan[], b: readonly CorpusSpan[]): boolean =>
  a.some((one) =>
    b.some((other) => one.paragraph === other.paragraph && one.start < other.end && other.start < one.end),
  );
