import { createHash } from 'node:crypto';

/** The key schema, known to the stack and to the code that reads and writes: no SDK here. */
export const TABLE_KEY = { partition: 'pk', sort: 'sk' } as const;

/** Index 1 orders by time: what came in, what a speaker said, newest first. */
export const TIME_INDEX = { name: 'byTime', partition: 'timePk', sort: 'timeSk' } as const;

/**
 * Index 2 is the directory of names: entities by the beginning of any word of their names, and under the first word of an id
 * the articles that mention the entity, newest first. One index row answers both: an entity is most of what an article writes.
 */
export const NAME_INDEX = { name: 'byName', partition: 'namePk', sort: 'nameSk' } as const;

/** Place of a row in the table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Place of a row in index 1. */
export interface TimeKey {
  readonly timePk: string;
  readonly timeSk: string;
}

/** Place of a row in index 2. */
export interface NameKey {
  readonly namePk: string;
  readonly nameSk: string;
}

/** An article's id: its S3 key, any characters, at most 1,024 bytes of UTF-8. */
export type ArticleKey = string;

/** An instant in the only form that sorts: "2026-11-24T03:18:51.000Z". */
export type Instant = string;

/**
 * DynamoDB takes 2,048 bytes in a partition key and 1,024 in a sort key. `ARTICLE#` and an S3 key are at most 1,032: always
 * safe. In a sort key of index 1 the instant, two `#` and an ordinal take 30. What is cut off does no harm: rows of an index
 * need not differ in their index key, the whole S3 key stands in the row's `pk`.
 */
const MAX_KEY_BYTES_IN_TIME_KEY = 994;

/** Leaves room in a sort key for `ENTITY#` and the number of a part, or for an instant and the beginning of an S3 key. */
const MAX_ID_BYTES = 960;

const MAX_SORT_KEY_BYTES = 1_024;

/** Ordinals are stored with four digits, so that rows sort in reading order. */
export const MAX_ORDINAL = 9_999;

export const ARTICLE_ROW = 'ARTICLE';
export const ENTITY_PREFIX = 'ENTITY#';
export const NAME_PREFIX = 'NAME#';
export const PARAGRAPH_PREFIX = 'PARAGRAPH#';
export const QUOTATION_PREFIX = 'QUOTATION#';
export const SPEAKER_PREFIX = 'SPEAKER#';

/** "An article with everything in it": Query the partition. */
export const articlePartition = (article: ArticleKey): string => `ARTICLE#${article}`;

/** The inverse: the S3 key of a row found through the index. */
export const articleOfPartition = (pk: string): ArticleKey => pk.slice('ARTICLE#'.length);

/** "An article's status, and why it was rejected": Get. Sorts before all its children. */
export const articleKey = (article: ArticleKey): Key => ({ pk: articlePartition(article), sk: ARTICLE_ROW });

/** Index 1: "latest articles, by month": Query `ARTICLES#2026-11`, newest first. */
export const latestPartition = (month: string): string => `ARTICLES#${month}`;

export const latestKey = (article: ArticleKey, publishedAt: Instant): TimeKey => ({
  timePk: latestPartition(monthOf(publishedAt)),
  timeSk: timeSort(article, publishedAt),
});

/** Index 1: "files that were refused, by month": Query `REFUSED#2026-11`, newest first. */
export const refusedPartition = (month: string): string => `REFUSED#${month}`;

export const refusedKey = (article: ArticleKey, droppedAt: Instant): TimeKey => ({
  timePk: refusedPartition(monthOf(droppedAt)),
  timeSk: timeSort(article, droppedAt),
});

/** "Its paragraphs": Query the partition, sort key beginning with `PARAGRAPH#`. */
export const paragraphKey = (article: ArticleKey, ordinal: number): Key => ({
  pk: articlePartition(article),
  sk: `${PARAGRAPH_PREFIX}${padded(ordinal)}`,
});

/** "Its entities": Query the partition, sort key beginning with `ENTITY#`. Parts after the first hold further mentions. */
export const entityKey = (article: ArticleKey, entityId: string, part = 0): Key => ({
  pk: articlePartition(article),
  sk: `${ENTITY_PREFIX}${bounded(entityId)}${partSuffix(part)}`,
});

/** Dates and amounts of an article share a row, as nobody asks for all articles with "$5": no index, few write units. */
export const valuesKey = (article: ArticleKey, part: number): Key => ({
  pk: articlePartition(article),
  sk: `${ENTITY_PREFIX}VALUES${partSuffix(part)}`,
});

/** "Its quotations": Query the partition, sort key beginning with `QUOTATION#`. Parts after the first hold further contents. */
export const quotationKey = (article: ArticleKey, ordinal: number, part = 0): Key => ({
  pk: articlePartition(article),
  sk: `${QUOTATION_PREFIX}${padded(ordinal)}${partSuffix(part)}`,
});

/** For each further speaker of a quotation, whom index 1 finds it by. */
export const furtherSpeakerKey = (article: ArticleKey, ordinal: number, speakerId: string): Key => ({
  pk: articlePartition(article),
  sk: `${SPEAKER_PREFIX}${padded(ordinal)}#${bounded(speakerId)}`,
});

/** The ordinal of the quotation that a row of index 1 stands for, its own or that of a further speaker. */
export const ordinalOf = (sk: string): number => Number(sk.split('#')[1]);

/** Index 1: "everything this speaker said, newest first, within dates": Query `SPEAKER#PERSON#jake-sullivan`. */
export const speakerPartition = (speakerId: string): string => `SPEAKER#${bounded(speakerId)}`;

export const spokenKey = (article: ArticleKey, ordinal: number, speakerId: string, publishedAt: Instant): TimeKey => ({
  timePk: speakerPartition(speakerId),
  timeSk: `${timeSort(article, publishedAt)}#${padded(ordinal)}`,
});

/** Letters of a word that name its partition of the directory; who looks a name up gives as many. */
export const DIRECTORY_LETTERS = 2;

/** Code points: a pair of surrogates is not taken apart. */
export const letters = (word: string): string[] => Array.from(word);

/** Index 2: "entities by the beginning of any word of their name": Query `NAMES#su`, sort key beginning with `sullivan`. */
export const directoryPartition = (word: string): string =>
  `NAMES#${letters(word).slice(0, DIRECTORY_LETTERS).join('')}`;

/** What sort keys of the directory begin with: `sullivan#PERSON#jake-sullivan`. */
export const directoryEntry = (word: string, entityId: string): string => bounded(`${word}#${entityId}`);

export const directoryKey = (word: string, entityId: string): NameKey => ({
  namePk: directoryPartition(word),
  nameSk: directoryEntry(word, entityId),
});

/**
 * Index 2: "articles that mention an entity, newest first, within dates": Query `NAMES#ja`, sort key beginning with
 * `jake#PERSON#jake-sullivan#`. The word is the first of the id's, which is the same in every article.
 */
export const mentionedKey = (article: ArticleKey, word: string, entityId: string, publishedAt: Instant): NameKey => ({
  namePk: directoryPartition(word),
  nameSk: firstBytes(`${directoryEntry(word, entityId)}#${publishedAt}#${article}`, MAX_SORT_KEY_BYTES),
});

/** An entity's row stands in the directory under one word: further words of its names have rows of their own. */
export const nameKey = (article: ArticleKey, word: string, entityId: string): Key => ({
  pk: articlePartition(article),
  sk: `${NAME_PREFIX}${bounded(`${word}#${entityId}`)}`,
});

/** "2026-11" */
export const monthOf = (instant: Instant): string => instant.slice(0, 7);

const timeSort = (article: ArticleKey, publishedAt: Instant): string =>
  `${publishedAt}#${firstBytes(article, MAX_KEY_BYTES_IN_TIME_KEY)}`;

const partSuffix = (part: number): string => (part === 0 ? '' : `#${padded(part)}`);

function padded(ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal > MAX_ORDINAL) {
    throw new RangeError(`Ordinal ${ordinal} does not fit a key: it must be a whole number from 0 to ${MAX_ORDINAL}.`);
  }
  return String(ordinal).padStart(4, '0');
}

/** A name of more than a thousand bytes keeps its beginning, to be read, and a digest of the whole, to be unique. */
function bounded(id: string): string {
  if (Buffer.byteLength(id) <= MAX_ID_BYTES) return id;
  const digest = createHash('sha256').update(id).digest('hex');
  return `${firstBytes(id, MAX_ID_BYTES - digest.length - 1)}~${digest}`;
}

/** The longest beginning of whole characters that takes at most so many bytes of UTF-8. */
function firstBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let end = limit;
  while ((bytes[end]! & 0b1100_0000) === 0b1000_0000) end--;
  return bytes.toString('utf8', 0, end);
}
