import * as z from 'zod/mini';

/**
 * What is read from a file. Types, stored rows and the OpenAPI document follow from these schemas: a new field is added here,
 * and nowhere else (shared/table/rows/row.ts says how). A list that is left out of a row is read as an empty one.
 */
export const list = <T extends z.ZodMiniType>(element: T) => z._default(z.readonly(z.array(element)), []);

export const ordinal = z.int().check(z.describe('Zero-based position.'));

const spanFields = {
  /** Ordinal of the paragraph. */
  paragraph: ordinal,
  start: z.int().check(z.describe("UTF-16 offset into the paragraph's text.")),
  end: z.int().check(z.describe('UTF-16 offset, exclusive.')),
};

/** Half open, in UTF-16 code units of the verbatim text of one paragraph: `text.slice(start, end)`. */
export const span = z.object(spanFields);
export type Span = Readonly<z.output<typeof span>>;

/** A span with the words that it covers, verbatim. */
export const textSpan = z.object({ ...spanFields, text: z.string() });
export type TextSpan = Readonly<z.output<typeof textSpan>>;

/** A stretch of text between paragraph breaks, verbatim, without the breaks; never empty. */
export const paragraph = z.object({
  ordinal,
  text: z.string().check(z.describe('Verbatim.')),
});
export type Paragraph = Readonly<z.output<typeof paragraph>>;

/** Fields of an article that stand wherever it is listed, too. */
export const listedArticleFields = {
  headline: z.optional(textSpan).check(z.describe('A title line above the story.')),
};

/** All fields of an article beside its paragraphs: nothing is normalised, they point into the paragraphs. */
export const articleFields = {
  ...listedArticleFields,
  bylines: list(textSpan).check(
    z.describe('Who wrote it: "By Jane Doe", "Jane Doe writes for …", "… contributed to this report".'),
  ),
  dateline: z.optional(textSpan).check(z.describe('Place and agency before the story: "SEOUL, South Korea (AP) —".')),
};

export const article = z.object({ paragraphs: list(paragraph), ...articleFields });
export type Article = Readonly<z.output<typeof article>>;
