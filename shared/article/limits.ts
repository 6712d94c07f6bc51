/** The longest news texts (court rulings, speeches in full) stay under this; extraction of it ends within a function's time. */
export const MAX_ARTICLE_BYTES = 1_000_000;

/** DynamoDB rejects items over 400 KB; the text takes at most this, the rest is keys and attributes. */
export const MAX_PARAGRAPH_BYTES = 350_000;

/** Ordinals are stored with four digits, so that rows sort in reading order. */
export const MAX_PARAGRAPHS = 10_000;
