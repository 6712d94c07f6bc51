import type { Entity } from '../../../shared/language/analysis.ts';
import type { Paragraph, Span } from '../../../shared/article/article.ts';

/** A mention marked in the text: "[a Jake Sullivan]" is of entity "a", "[? he]" of none. */
export interface Marked extends Span {
  readonly mark: string;
  readonly text: string;
}

/** Takes the marks out of a text whose paragraphs are separated by " / ". */
export function unmark(marked: string): { paragraphs: Paragraph[]; marks: Marked[] } {
  const marks: Marked[] = [];
  const paragraphs = marked.split(' / ').map((source, ordinal): Paragraph => {
    let text = '';
    let at = 0;
    for (const { index, 0: whole, 1: mark = '', 2: words = '' } of source.matchAll(/\[([a-z?]) ([^\]]*)\]/g)) {
      text += source.slice(at, index);
      marks.push({ mark, paragraph: ordinal, start: text.length, end: text.length + words.length, text: words });
      text += words;
      at = index + whole.length;
    }
    return { ordinal, text: text + source.slice(at) };
  });
  return { paragraphs, marks };
}

/** The marks as they would stand if what was found had been marked: equal to the marks where all is right. */
export function marksFound(marks: readonly Marked[], entities: readonly Entity[]): string[] {
  const markOf = new Map<Entity, string>();
  const entityAt = ({ paragraph, start, end }: Span) =>
    entities.find(({ mentions }) =>
      mentions.some((m) => m.paragraph === paragraph && m.start === start && m.end === end),
    );
  return marks.map((span) => {
    const entity = entityAt(span);
    if (!entity) return `[? ${span.text}]`;
    // The first mark of an entity names it, unless another entity bears that mark.
    const mark = markOf.get(entity) ?? ([...markOf.values()].includes(span.mark) ? `${span.mark}'` : span.mark);
    markOf.set(entity, mark);
    return `[${mark} ${span.text}]`;
  });
}

export const asMarked = (marks: readonly Marked[]): string[] => marks.map(({ mark, text }) => `[${mark} ${text}]`);
