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

/** Half open, in UTF-16 code units of the stored text of one paragraph: `text.slice(start, end)`. */
export const span = z.object(spanFields);
export type Span = Readonly<z.output<typeof span>>;

/** A span with the words that it covers, verbatim. */
export const textSpan = z.object({ ...spanFields, text: z.string() });
export type TextSpan = Readonly<z.output<typeof textSpan>>;

/** What a paragraph is beside the story. */
const otherRole = z.enum([
  'label',
  'summary',
  'header',
  'link',
  'caption',
  'credit',
  'advertisement',
  'embed',
  'note',
  'contact',
  'boilerplate',
]);
export type OtherRole = z.output<typeof otherRole>;

/** A paragraph as a reader sees it, in one line: line breaks of wrapping and of markup are spaces; never empty. */
export const paragraph = z.object({
  ordinal,
  text: z.string().check(z.describe('As a reader sees it, in one line.')),
  role: z
    .optional(otherRole)
    .check(z.describe('What it is beside the story; names and statements are looked for in paragraphs without one.')),
});
export type Paragraph = Readonly<z.output<typeof paragraph>>;

export const FORMATS = ['text', 'markdown', 'html', 'ninjs', 'newsml-g2', 'nitf', 'mail'] as const;
export type Format = (typeof FORMATS)[number];

export const PUBLICATION_STATUSES = ['usable', 'withheld', 'canceled'] as const;

const text = (description: string) => z.optional(z.string()).check(z.describe(description));
const instant = (description: string) => text(`${description} ISO 8601, UTC.`);

/** What a file states about its article. */
const statedFields = {
  modifiedAt: instant('When this version was made.'),
  statedLanguage: text('BCP 47, as the file states it: "en-US".'),
  source: text('Agency or publisher.'),
  copyright: text('The notice, or whose it is.'),
  url: text('Where it is published.'),
  guid: text('Its identifier at its source.'),
  version: text('Of its source.'),
  publicationStatus: z
    .optional(z.enum(PUBLICATION_STATUSES))
    .check(z.describe('IPTC publication status, where the file states one.')),
  embargoedUntil: instant('Not to be published before.'),
  section: text('Part of the publication.'),
  correction: text("What a correction says about itself, an editor's note."),
};

/** Fields of an article that stand wherever it is listed, too. */
export const listedArticleFields = {
  headline: z.optional(textSpan).check(z.describe('A title line above the story.')),
};

/** All fields of an article beside its paragraphs and its date. */
export const articleFields = {
  ...listedArticleFields,
  bylines: list(textSpan).check(
    z.describe('Who wrote it: "By Jane Doe", "Jane Doe writes for …", "… contributed to this report".'),
  ),
  dateline: z.optional(textSpan).check(z.describe('Place and agency before the story: "SEOUL, South Korea (AP) —".')),
  ...statedFields,
  format: z.optional(z.enum(FORMATS)).check(z.describe('What the file was read as.')),
  encoding: text('What its bytes were read as, and what was mended: "windows-1252", "utf-8, gzip".'),
};

/** `publishedAt`: as the file states it. */
export const article = z.object({
  paragraphs: list(paragraph),
  ...articleFields,
  publishedAt: instant('When it was published.'),
});
export type Article = Readonly<z.output<typeof article>>;

/** What a file states about its article, its date among it. */
export type Stated = Pick<Article, keyof typeof statedFields | 'publishedAt'>;

/** How a file was read. */
export type Provenance = Pick<Article, 'format' | 'encoding'>;
