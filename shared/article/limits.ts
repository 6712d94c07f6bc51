/** Pages with their scripts, mails with a picture: the largest news pages seen have two million bytes. Unpacked, too. */
export const MAX_FILE_BYTES = 5_000_000;

/** The longest news texts (court rulings, speeches in full) stay under this; extraction of it ends within a function's time. */
export const MAX_ARTICLE_BYTES = 1_000_000;

/** DynamoDB rejects items over 400 KB; the text takes at most this, the rest is keys and attributes. */
export const MAX_PARAGRAPH_BYTES = 350_000;

/** Ordinals are stored with four digits, so that rows sort in reading order. */
export const MAX_PARAGRAPHS = 10_000;

/** Elements within elements: news pages have some 40; what walks the tree goes down as deep. */
export const MAX_MARKUP_DEPTH = 400;

/** Elements of a page: news pages have up to 10,000; finding the article in so many takes some seconds. */
export const MAX_MARKUP_ELEMENTS = 60_000;

/** Attributes of a page, all elements together: news pages have up to 30,000. */
export const MAX_MARKUP_ATTRIBUTES = 200_000;

/** Objects and lists within each other: ninjs has 6. */
export const MAX_JSON_DEPTH = 100;

/** Parts within parts of a mail: a forwarded forward has some 8. */
export const MAX_MIME_DEPTH = 30;

/** A field on the article's row (copyright, correction, …): the row also holds headline and bylines, and 400 KB at most. */
export const MAX_FIELD_CHARACTERS = 2_000;
