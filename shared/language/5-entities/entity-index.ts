import type { Entity } from '../analysis.ts';
import { TokenSpan, type Token } from '../annotated.ts';
import { firstIndex } from '../first-index.ts';
import { groupBy } from '../group-by.ts';

/** The entities of an article, and which of them the words at a place stand for. */
export interface EntityIndex {
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  /**
   * The entity that a span stands for as a whole: "White House advisor Jake Sullivan" is Sullivan, "he" whom it refers to,
   * "Sullivan's lawyer" and "two officials" nobody. The span's syntactic head decides.
   */
  readonly entityOf: (span: TokenSpan) => Entity | undefined;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly entity: Entity;
  readonly kind: Entity['mentions'][number]['kind'];
}

/** A description may have names inside: "the U.S. and South Korean envoy". */
const MOST_INSIDE = 4;

export function indexEntities(entities: readonly Entity[]): EntityIndex {
  const placed = entities.flatMap((entity) => entity.mentions.map((mention): Placed => ({ ...mention, entity })));
  const mentions = groupBy(placed, ({ paragraph }) => paragraph);
  for (const inParagraph of mentions.values()) inParagraph.sort((a, b) => a.start - b.start || b.end - a.end);

  const mentionAt = ({ paragraph, start, end }: Token): Placed | undefined => {
    const inParagraph = mentions.get(paragraph.ordinal) ?? [];
    const last = lastAtOrBefore(inParagraph, start);
    return inParagraph.slice(Math.max(0, last - MOST_INSIDE), last + 1).findLast((mention) => mention.end >= end);
  };

  const entityOf = (span: TokenSpan): Entity | undefined =>
    namesOfHead(withinSentence(span))
      .map((token) => mentionAt(token)?.entity)
      .find((entity) => entity !== undefined) ?? titled(withinSentence(span));

  /** "Communist Party chief To Lam": a person behind nothing but a title, whatever the tree makes of the name. */
  const titled = (inside: readonly Token[]): Entity | undefined => {
    const last = inside.at(-1);
    const mention = last && mentionAt(last);
    if (mention?.entity.type !== 'PERSON' || mention.kind !== 'name') return undefined;
    const title = inside.filter(({ end }) => end <= mention.start);
    return title.every(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ') ? mention.entity : undefined;
  };

  return { entities, entityOf };
}

/** The entity that a proper noun stands for. */
export const namedBy = (token: Token | undefined, { entityOf }: EntityIndex): Entity | undefined =>
  token?.pos === 'PROPN' ? entityOf(TokenSpan.of(token)) : undefined;

/** The person that a proper noun stands for. */
export function personNamedBy(token: Token | undefined, index: EntityIndex): Entity | undefined {
  const entity = namedBy(token, index);
  return entity?.type === 'PERSON' ? entity : undefined;
}

/** What of a span stands in the sentence with which it begins. */
const withinSentence = (span: TokenSpan): readonly Token[] =>
  span.isEmpty ? [] : span.until(Math.min(span.end, span.first.sentence.end)).tokens;

/** Index of the last of ordered mentions that begins at or before a place, -1 for none. */
const lastAtOrBefore = (mentions: readonly Placed[], place: number): number =>
  firstIndex(mentions, ({ start }) => start > place) - 1;

/** The token that a span hangs on, then what names it: "the president, Joe Biden". */
function namesOfHead(inside: readonly Token[]): Token[] {
  const within = new Set(inside);
  const top = inside.find(({ head, pos }) => !(head && within.has(head)) && pos !== 'PUNCT') ?? inside[0];
  // "South Korea's presidential office" is the office, whatever the tree says.
  const head = top && isOwner(top, within) ? inside.at(-1) : top;
  if (!head) return [];
  // "her rival and later husband, Nils Lindgren"
  const described = [head, ...head.children('conj').filter((token) => within.has(token))];
  const naming = inside.filter(
    (token) =>
      token.head &&
      described.includes(token.head) &&
      token.pos === 'PROPN' &&
      !isOwner(token, within) &&
      (['appos', 'flat'].includes(token.relation) || token.subtype === 'desc'),
  );
  return [head, ...naming];
}

/** Whether a possessive follows the name that ends at a token, and something owned after it. */
function isOwner({ next: possessive }: Token, within: ReadonlySet<Token>): boolean {
  const owned = possessive?.next;
  return owned !== undefined && within.has(owned) && possessive?.pos === 'PART' && /^['’]s?$/.test(possessive.text);
}
