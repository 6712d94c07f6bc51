import type { EntityId, Quotation } from '../language/analysis.ts';
import { InvalidQuery } from './invalid-query.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ArticleKey, Instant } from './keys.ts';
import { latestArticles } from './latest-articles.ts';
import { mentioningArticles } from './mentions.ts';
import { readArticle } from './read-article.ts';
import type { Reader } from './reader.ts';
import { hasWords, type StoredArticle } from './rows/article.ts';
import type { QuotationBySpeaker } from './rows/quotation.ts';
import { quotationsBySpeaker } from './quotations-by-speaker.ts';
import type { Table } from './table.ts';
import type { PageRequest, Page } from './time-pages.ts';
import type { AskedRange } from './time-range.ts';
import { Merged } from './walk.ts';
import { beginningsIn, type WordBeginnings } from './words.ts';

/** What is asked of statements; each narrows. */
export interface AskedStatements extends AskedRange {
  /** Said by any of these. */
  readonly by?: readonly EntityId[] | undefined;
  /** Whose words mention any of these. */
  readonly about?: readonly EntityId[] | undefined;
  /** Each begins a word of the statement, in any order. */
  readonly words?: string | undefined;
  readonly kind?: Quotation['kind'] | undefined;
  readonly minConfidence?: number | undefined;
  /** In articles whose keys begin so. */
  readonly prefix?: string | undefined;
}

export interface StatementSources {
  readonly table: Table;
  readonly reader: Reader;
  readonly now: Date;
}

/** More would make cursors longer than an address may be. */
export const MAX_IDS = 10;

/** Rows of a speaker that are read at once. */
const SPOKEN_AT_ONCE = 50;

/** Articles that are listed at once; each is then read by itself. */
const ARTICLES_AT_ONCE = 10;

/** What one page looks at: a second or two. */
const MOST_STATEMENTS = 1_000;
const MOST_ARTICLES = 100;

/**
 * Statements, newest first. Of given speakers: one Query for 50 of each, and one an article where `about` is asked too; about
 * given entities: one Query an article that mentions them; of neither: one an article in the dates, unasked of the last
 * twelve months. A page may hold fewer than asked; its cursor leads on.
 */
export async function statements(
  { table, reader, now }: StatementSources,
  asked: AskedStatements & PageRequest,
): Promise<Page<QuotationBySpeaker>> {
  const { by = [], about = [], from, to, limit } = asked;
  if (Math.max(by.length, about.length) > MAX_IDS)
    throw new InvalidQuery('by', `More than ${MAX_IDS} ids are asked for at once`, 'ask in parts');
  const question = ['statements', ...questionOf(asked)];
  const [given = '0', ...stands] = asked.cursor === undefined ? [] : readCursor(question, asked.cursor);
  if (!/^\d{1,5}$/.test(given)) throw InvalidQuery.cursor();
  const read = oneByOne((key) => readArticle(table, key));
  const matches = matcher(asked, read);

  if (by.length > 0) {
    const questions = by.map((id) => (page: PageRequest) => quotationsBySpeaker(reader, id, { from, to, ...page }));
    const merged = new Merged(questions, SPOKEN_AT_ONCE, stands);
    const bounds = { question, given: Number(given), limit, most: MOST_STATEMENTS };
    return gather(merged, bounds, async (statement, previous) => {
      // Who speak together each have it in their list.
      const again = statement.key === previous?.key && statement.ordinal === previous.ordinal;
      return !again && (await matches(statement)) ? [statement] : [];
    });
  }
  const questions =
    about.length > 0
      ? about.map((id) => (page: PageRequest) => mentioningArticles(reader, id, { from, to, ...page }))
      : [(page: PageRequest) => latestArticles(reader, { from, to, now, ...page })];
  const merged = new Merged<ArticlePlace>(questions, ARTICLES_AT_ONCE, stands);
  const bounds = { question, given: Number(given), limit, most: MOST_ARTICLES };
  return gather(merged, bounds, async (place, previous) => {
    // Two that are asked about may be in the same article, which the index then tells of one after the other.
    if (!inFolder(place, asked.prefix) || place.key === previous?.key) return [];
    const stored = await read(place.key);
    const found: QuotationBySpeaker[] = [];
    for (const statement of stored === undefined ? [] : statementsOf(stored))
      if (await matches(statement)) found.push(statement);
    return found;
  });
}

interface ArticlePlace {
  readonly key: ArticleKey;
  readonly publishedAt: Instant;
}

/** All that decides on the answer and its order. */
const questionOf = ({ by, about, words, kind, minConfidence, prefix, from, to }: AskedStatements): string[] => [
  JSON.stringify([by, about, words, kind, minConfidence, prefix, from, to]),
];

interface Bounds {
  readonly question: readonly string[];
  /** Statements of the first element that the page before has given. */
  readonly given: number;
  readonly limit: number;
  /** Elements that are looked at. */
  readonly most: number;
}

async function gather<T extends ArticlePlace>(
  merged: Merged<T>,
  { question, given, limit, most }: Bounds,
  statementsIn: (element: T, previous: T | undefined) => Promise<readonly QuotationBySpeaker[]>,
): Promise<Page<QuotationBySpeaker>> {
  const items: QuotationBySpeaker[] = [];
  const cursor = (givenOfNext: number) => writeCursor(question, [String(givenOfNext), ...merged.stands]);
  let skipped = given;
  let previous: T | undefined;
  for (let looked = 0; looked < most; looked++) {
    const next = await merged.next();
    if (next === undefined) return { items };
    if (items.length === limit) return { items, cursor: cursor(0) };
    const found = await statementsIn(next.element, previous);
    const room = limit - items.length;
    items.push(...found.slice(skipped, skipped + room));
    if (found.length > skipped + room) return { items, cursor: cursor(skipped + room) };
    skipped = 0;
    previous = next.element;
    next.leave();
  }
  return { items, cursor: cursor(0) };
}

/** An article's statements with their place, as those of a speaker are told. */
export function statementsOf({ article, quotations }: StoredArticle): QuotationBySpeaker[] {
  if (!hasWords(article)) return [];
  const { key, publishedAt, headline } = article;
  return quotations.map(({ quoted, ...statement }) => ({
    key,
    publishedAt,
    ...(headline && { headline }),
    ...statement,
  }));
}

const inFolder = ({ key }: { readonly key: ArticleKey }, prefix = ''): boolean => key.startsWith(prefix);

function matcher(asked: AskedStatements, read: (key: ArticleKey) => Promise<StoredArticle | undefined>) {
  const { about = [], words, kind, minConfidence = 0 } = asked;
  const beginnings: WordBeginnings | undefined = words === undefined ? undefined : beginningsIn(words);
  return async (statement: QuotationBySpeaker): Promise<boolean> => {
    const text = () => statement.contents.map((content) => content.text).join(' ');
    return (
      inFolder(statement, asked.prefix) &&
      (kind === undefined || statement.kind === kind) &&
      statement.confidence >= minConfidence &&
      (beginnings === undefined || beginnings.areIn(text())) &&
      (about.length === 0 || mentions(statement, about, await read(statement.key)))
    );
  };
}

/** Whether a statement's words name, or mean, one of these. */
function mentions(
  { contents }: Pick<QuotationBySpeaker, 'contents'>,
  ids: readonly EntityId[],
  stored: StoredArticle | undefined,
): boolean {
  const asked = (stored?.entities ?? []).filter(({ id }) => ids.includes(id)).flatMap((entity) => entity.mentions);
  return asked.some(({ paragraph, start, end }) =>
    contents.some((content) => content.paragraph === paragraph && start >= content.start && end <= content.end),
  );
}

/** Statements of one article come one after the other. */
function oneByOne<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  let last: { readonly key: string; readonly value: Promise<T> } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
