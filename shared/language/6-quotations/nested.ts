import type { AnnotatedParagraph, TokenSpan } from '../annotated.ts';
import { hasTrait } from '../lexicon/reporting.ts';
import type { Attribution } from './rule.ts';

/**
 * Drops what is reported inside what somebody reports: "she said he hopes to win" is hers whole, and no word of his.
 * Words in marks, and what another who is named says in a clause of its own, keep their attribution.
 */
export function withoutNested(
  attributions: readonly Attribution[],
  paragraphs: readonly AnnotatedParagraph[],
): Attribution[] {
  const reach = new Reach(paragraphs);
  const free = new Set<Attribution>();
  for (const [content, attribution] of outermostFirst(attributions)) if (reach.extend(content)) free.add(attribution);
  return attributions.filter(
    (attribution) =>
      free.has(attribution) ||
      (attribution.isQuoted ? !isDeedWithin(attribution, reach) : isSayingOfAnother(attribution, reach)),
  );
}

/** How far the contents that begin at or before a token reach. */
class Reach {
  private readonly ends = new Map<AnnotatedParagraph, Int32Array>();
  private isComplete = false;
  private paragraph: AnnotatedParagraph | undefined;
  private end = 0;

  constructor(paragraphs: readonly AnnotatedParagraph[]) {
    for (const paragraph of paragraphs) this.ends.set(paragraph, new Int32Array(paragraph.tokens.length));
  }

  /** Takes contents in reading order; returns whether this one goes beyond those before it. */
  extend({ paragraph, start, end }: TokenSpan): boolean {
    if (paragraph !== this.paragraph) this.end = 0;
    this.paragraph = paragraph;
    const isBeyond = end > this.end;
    this.end = Math.max(this.end, end);
    this.ends.get(paragraph)?.fill(this.end, start, start + 1);
    return isBeyond;
  }

  /** Whether a content holds all of a span. */
  holds({ paragraph, start, end }: TokenSpan): boolean {
    if (!this.isComplete) this.complete();
    return (this.ends.get(paragraph)?.[start] ?? 0) >= end;
  }

  private complete(): void {
    this.isComplete = true;
    for (const ends of this.ends.values()) {
      let reached = 0;
      for (const [at, end] of ends.entries()) ends[at] = reached = Math.max(reached, end);
    }
  }
}

/** The contents of all attributions in reading order, what holds others before them, and of equal ones what was found first. */
function outermostFirst(attributions: readonly Attribution[]): (readonly [TokenSpan, Attribution])[] {
  return attributions
    .flatMap((attribution) => attribution.contents.map((content) => [content, attribution] as const))
    .sort(
      ([a, { number: m }], [b, { number: n }]) =>
        a.paragraph.ordinal - b.paragraph.ordinal || a.start - b.start || b.end - a.end || m - n,
    );
}

/** `The report says Okonkwo told the police that …`: the source, too, stands in what is reported. */
const isSayingOfAnother = ({ cueKind, source, frame }: Attribution, reach: Reach): boolean =>
  cueKind === 'assertion' &&
  frame === 'clause' &&
  source !== null &&
  reach.holds(source.span) &&
  source.span.tokens.some(({ pos }) => pos === 'PROPN');

/** `“The firm issued a notice and “nobody stays””, said Lund`: what a deed is done to stands in the words of another, the deed and all. */
const isDeedWithin = ({ frame, cue, source }: Attribution, reach: Reach): boolean =>
  frame === 'object' &&
  source !== null &&
  // "deplored what it called “a lie”"
  !hasTrait(cue.last.lower, 'names') &&
  reach.holds(cue) &&
  reach.holds(source.span);
