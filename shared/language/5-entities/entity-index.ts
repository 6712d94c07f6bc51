import type { Span } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import { groupBy } from '../group-by.ts';
import type { Document, Sentence } from '../document.ts';

/** The entities of an article, and which of them the words at a place stand for. */
export interface EntityIndex {
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  /**
   * The entity that the words of a span stand for as a whole: "White House advisor Jake Sullivan" is Sullivan, "he" whom
   * it refers to, "Sullivan's lawyer" and "two officials" nobody. The span's syntactic head decides.
   */
  readonly entityOf: (span: Span) => Entity | undefined;
}

interface Placed extends Span {
  readonly entity: Entity;
  readonly kind: Entity['mentions'][number]['kind'];
}

/** A description may have names inside: "the U.S. and South Korean envoy". */
const MOST_INSIDE = 4;

export function indexEntities(entities: readonly Entity[], document: Document): EntityIndex {
  const placed = entities.flatMap((entity) => entity.mentions.map((mention): Placed => ({ ...mention, entity })));
  const mentions = groupBy(placed, ({ paragraph }) => paragraph);
  for (const inParagraph of mentions.values()) inParagraph.sort((a, b) => a.start - b.start || b.end - a.end);
  const sentences = groupBy(document.sentences, ({ paragraph }) => paragraph);

  const mentionAt = (paragraph: number, start: number, end: number): Placed | undefined => {
    const inParagraph = mentions.get(paragraph) ?? [];
    const last = lastAtOrBefore(inParagraph, start, (mention) => mention.start);
    return inParagraph.slice(Math.max(0, last - MOST_INSIDE), last + 1).findLast((mention) => mention.end >= end);
  };

  const entityOf = (span: Span): Entity | undefined => {
    const inParagraph = sentences.get(span.paragraph) ?? [];
    const sentence = inParagraph[lastAtOrBefore(inParagraph, span.start, ({ tokens }) => tokens[0]!.start)];
    if (!sentence) return undefined;
    const named = namesOfHead(sentence, span)
      .map((index) => sentence.tokens[index]!)
      .map(({ start, end }) => mentionAt(span.paragraph, start, end)?.entity)
      .find((entity) => entity !== undefined);
    return named ?? titled(sentence, span);
  };

  /** "Communist Party chief To Lam": a person behind nothing but a title, whatever the tree makes of the name. */
  const titled = ({ tokens }: Sentence, span: Span): Entity | undefined => {
    const inside = tokens.filter(({ start, end }) => start >= span.start && end <= span.end);
    const last = inside.at(-1);
    const mention = last && mentionAt(span.paragraph, last.start, last.end);
    if (mention?.entity.type !== 'PERSON' || mention.kind !== 'name') return undefined;
    const title = inside.filter(({ end }) => end <= mention.start);
    return title.every(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') ? mention.entity : undefined;
  };

  return { entities, entityOf };
}

/** Index of the last of ordered items whose place is at or before `place`, -1 for none. */
function lastAtOrBefore<Item>(items: readonly Item[], place: number, placeOf: (item: Item) => number): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (placeOf(items[middle]!) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The token that the span hangs on, then what names it: "the president, Joe Biden". */
function namesOfHead({ tokens }: Sentence, span: Span): number[] {
  const inside = [...tokens.keys()].filter(
    (index) => tokens[index]!.start >= span.start && tokens[index]!.end <= span.end,
  );
  const within = new Set(inside);
  const top = inside.find((index) => !within.has(tokens[index]!.head) && tokens[index]!.pos !== 'PUNCT') ?? inside[0];
  // "South Korea's presidential office" is the office, whatever the tree says.
  const head = top !== undefined && isOwner(tokens, top, inside) ? inside.at(-1) : top;
  if (head === undefined) return [];
  // "her rival and later husband, Nils Lindgren"
  const describing = inside.filter((index) => tokens[index]!.head === head && tokens[index]!.relation === 'conj');
  const naming = inside.filter(
    (index) =>
      (tokens[index]!.head === head || describing.includes(tokens[index]!.head)) &&
      !isOwner(tokens, index, inside) &&
      /^(?:appos|flat|nmod:desc)/.test(tokens[index]!.relation) &&
      tokens[index]!.pos === 'PROPN',
  );
  return [head, ...naming];
}

/** Whether a possessive follows the name that ends at a token, and something owned after it. */
function isOwner(tokens: Sentence['tokens'], index: number, inside: readonly number[]): boolean {
  return inside.includes(index + 2) && /^['’]s?$/.test(tokens[index + 1]!.text) && tokens[index + 1]!.pos === 'PART';
}
