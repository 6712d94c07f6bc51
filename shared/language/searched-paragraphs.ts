import type { Article, Paragraph, Span } from '../article/article.ts';

/**
 * An article's paragraphs that are searched, numbered anew: to the stages what lies between them is not there, as to a reader
 * who passes over an advertisement.
 */
export class SearchedParagraphs {
  readonly paragraphs: readonly Paragraph[];
  readonly #ordinals: readonly number[];
  readonly #places: ReadonlyMap<number, number>;

  constructor(searched: readonly Paragraph[]) {
    this.#ordinals = searched.map(({ ordinal }) => ordinal);
    this.#places = new Map(this.#ordinals.map((ordinal, place) => [ordinal, place]));
    this.paragraphs = searched.map(({ text }, ordinal) => ({ ordinal, text }));
  }

  /** A span of the article as the stages see it; undefined where its paragraph is not searched. */
  within<T extends Span>(span: T | undefined): T | undefined {
    const paragraph = span && this.#places.get(span.paragraph);
    return paragraph === undefined ? undefined : { ...span!, paragraph };
  }

  /** What the stages found, with every span at its place in the article. */
  inArticle<T>(found: T): T {
    if (Array.isArray(found)) return found.map((element: unknown) => this.inArticle(element)) as T;
    if (typeof found !== 'object' || found === null) return found;
    return Object.fromEntries(
      Object.entries(found).map(([name, value]: [string, unknown]) => [
        name,
        name === 'paragraph' ? this.#ordinals[value as number] : this.inArticle(value),
      ]),
    ) as T;
  }
}

/** What belongs to the story: notes, links, captions and the like are not searched. */
export const storyOf = ({ paragraphs }: Article): Paragraph[] => paragraphs.filter(({ role }) => role === undefined);
