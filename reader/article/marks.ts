import type { Paragraph, Span } from '../../shared/article/article.ts';
import type { Entity, Mention, Quotation } from '../../shared/language/analysis.ts';
import { grouped } from '../grouped.ts';

/** A stretch of a paragraph over which nothing begins or ends. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Places of entities in the article's list whose mentions cover it, the shortest mention first. */
  readonly entities: readonly MarkedEntity[];
  /** Ordinals of the statements whose words it is. */
  readonly said: readonly number[];
  /** Ordinals of the statements whose source or cue it is. */
  readonly saying: readonly number[];
}

export interface MarkedEntity {
  readonly index: number;
  readonly kind: Mention['kind'];
}

/** Pieces that belong to the same statements. */
export interface Run {
  readonly said: readonly number[];
  readonly pieces: readonly Piece[];
}

interface Mark extends Span {
  readonly entity?: MarkedEntity;
  readonly said?: number;
  readonly saying?: number;
}

export type MarksByParagraph = ReadonlyMap<number, readonly Mark[]>;

/** What is marked in each paragraph: an article may have thousands of marks, which are looked through once. */
export function marksOf(entities: readonly Entity[], quotations: readonly Quotation[]): MarksByParagraph {
  const marks = new Map<number, Mark[]>();
  const add = ({ paragraph, start, end }: Span, what: Omit<Mark, keyof Span>): void => {
    const ofParagraph = marks.get(paragraph) ?? [];
    if (ofParagraph.length === 0) marks.set(paragraph, ofParagraph);
    ofParagraph.push({ paragraph, start, end, ...what });
  };
  entities.forEach(({ mentions }, index) => {
    for (const mention of mentions) add(mention, { entity: { index, kind: mention.kind } });
  });
  for (const { ordinal, contents, source, cue } of quotations) {
    for (const content of contents) add(content, { said: ordinal });
    for (const span of [source, cue]) if (span) add(span, { saying: ordinal });
  }
  return marks;
}

/** Cuts a paragraph where marks begin and end: so overlapping ones stay whole in what they say, and the text is read once. */
export function runsOf({ ordinal, text }: Paragraph, marks: MarksByParagraph): Run[] {
  const here = (marks.get(ordinal) ?? []).filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const beginning = grouped(here, ({ start }) => start);
  const runs: { said: readonly number[]; pieces: Piece[] }[] = [];
  let open: Mark[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1]!;
    open = [...open.filter((mark) => mark.end > start), ...(beginning.get(start) ?? [])];
    const said = numbers(open.map((mark) => mark.said));
    const piece: Piece = {
      text: text.slice(start, end),
      start,
      entities: open
        .filter(({ entity }) => entity !== undefined)
        .sort((one, other) => one.end - one.start - (other.end - other.start))
        .map(({ entity }) => entity!),
      said,
      saying: numbers(open.map((mark) => mark.saying)),
    };
    const last = runs.at(-1);
    if (last !== undefined && same(last.said, said)) last.pieces.push(piece);
    else runs.push({ said, pieces: [piece] });
  }
  return runs;
}

const numbers = (values: readonly (number | undefined)[]): number[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort((a, b) => a - b);

const same = (some: readonly number[], others: readonly number[]): boolean => some.join() === others.join();
