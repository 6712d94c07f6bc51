import { createHash } from 'node:crypto';
import { singular } from '../language/5-entities/slug.ts';
import type { EntityId } from '../language/analysis.ts';
import type { EntityType } from '../language/document.ts';
import { InvalidQuery } from './invalid-query.ts';
import { currentRows } from './current-rows.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { directoryWords, lookupWords, saidWords, wordsOf, wordsOfId } from './directory-words.ts';
import { DIRECTORY_LETTERS, directoryEntry, directoryPartition, letters } from './keys.ts';
import { type NamedEntity, namedEntityOf } from './rows/entity.ts';
import { groupBy } from './group-by.ts';
import type { StartKey, Reader } from './reader.ts';
import type { Item } from './table.ts';
import type { PageRequest, Page } from './time-pages.ts';
import { LAST_CHARACTER } from './time-range.ts';

export interface AskedName {
  /** The beginning of any word of a name; of several words, each is the beginning of one. */
  readonly name: string;
  readonly type?: EntityType | undefined;
}

/**
 * An entity has a row for each article that mentions it: after a look at so many rows, a Query begins behind the entity that
 * ended the last.
 */
const ROWS_AT_ONCE = 50;

/** Most Queries of one page. */
const QUERIES_A_PAGE = 100;

/**
 * An entity stands under several words that begin alike: it is listed under the first. Where that is a word of an alias,
 * another article may lack it and put the entity under the next one: a cursor remembers so many of those that were listed.
 */
const MAX_REMEMBERED = 500;

/**
 * Entities by the beginning of any word of their name or alias, in the order of the words. One Query where the entities are
 * in few articles, one for each entity where they are in many. A page may hold fewer than asked; its cursor leads on.
 */
export async function namedEntities(reader: Reader, asked: AskedName & PageRequest): Promise<Page<NamedEntity>> {
  const words = askedWords(asked.name);
  const type = asked.type ?? '';
  // The longest word is the beginning of the fewest; plurals stand under their singulars.
  const looked = singular(words.reduce((longest, word) => (word.length > longest.length ? word : longest)));
  const partition = directoryPartition(looked);
  const question = ['named', type, ...words];
  const position = asked.cursor === undefined ? [] : readCursor(question, asked.cursor);
  if (position[0] !== undefined && !position[0].startsWith(looked)) throw InvalidQuery.cursor();

  let last = position[0];
  const listed = new Set(position.slice(1));
  const items: NamedEntity[] = [];
  const cursor = () => writeCursor(question, [last!, ...[...listed].slice(-MAX_REMEMBERED)]);
  for (let queries = 1, after: StartKey | undefined; queries <= QUERIES_A_PAGE; queries++) {
    const stretch = {
      of: 'names',
      partition,
      from: last === undefined ? looked : afterEntity(last),
      to: lastOf(looked),
    } as const;
    const { items: rows, next } = await reader.query(stretch, ROWS_AT_ONCE, after);
    after = undefined;
    const entries = groupBy(rows, entryOf);
    const current = await firstCurrent(reader, entries);
    for (const [index, [first]] of entries.entries()) {
      const entry = entryOf(first!);
      if (entry === last) continue;
      if (items.length === asked.limit) return { items, cursor: cursor() };
      const row = current.get(entry);
      if (!row && next && index === entries.length - 1 && queries < QUERIES_A_PAGE) {
        // All that was read of this entity is being replaced: further articles may stand.
        after = next;
        break;
      }
      last = entry;
      if (!row) continue;
      const entity = namedEntityOf(row);
      const word = wordOf(row);
      const isFirst = word === firstWord(entity, looked) && !listed.has(shortOf(entity.id));
      if (!isFirst || !matches(entity, words) || (asked.type ?? entity.type) !== entity.type) continue;
      items.push(entity);
      if (!wordsOfId(entity.id).includes(word)) listed.add(shortOf(entity.id));
    }
    if (!next) return { items };
  }
  return { items, cursor: cursor() };
}

/** Of the rows of each entry the first that is current: mostly the very first, so that only those are looked up at once. */
async function firstCurrent(reader: Reader, entries: readonly Item[][]): Promise<Map<string, Item>> {
  const found = await currentRows(
    reader,
    entries.map(([first]) => first!),
  );
  const current = new Map(found.map((row) => [entryOf(row), row]));
  const further = entries.flatMap(([first, ...others]) => (current.has(entryOf(first!)) ? [] : others));
  for (const row of (await currentRows(reader, further)).reverse()) current.set(entryOf(row), row);
  return current;
}

/** Behind the articles that mention the entity, which follow its entry. */
const afterEntity = (entry: string): string => lastOf(`${entry}#`);

const wordOf = (row: Item): string => {
  const nameSk = row['nameSk'] as string;
  return nameSk.slice(0, nameSk.indexOf('#'));
};

/** What the rows of one entity under one word begin with. */
const entryOf = (row: Item): string => directoryEntry(wordOf(row), row['id'] as string);

const lastOf = (beginning: string): string => `${beginning}${LAST_CHARACTER}`;

/** @throws InvalidQuery where no word is long enough to name a partition. */
function askedWords(name: string): string[] {
  const words = saidWords(wordsOf(name));
  if (words.some((word) => letters(word).length >= DIRECTORY_LETTERS)) return words;
  throw new InvalidQuery(
    'name',
    `"${name}" is too short to be looked up`,
    `give at least ${DIRECTORY_LETTERS} letters or digits of a word of the name`,
  );
}

/** Of the words that begin so, the one that comes first: there the entity is listed, and nowhere else. */
const firstWord = (entity: NamedEntity, beginning: string): string | undefined =>
  directoryWords(entity)
    .filter((word) => word.startsWith(beginning))
    .sort(bytewise)[0];

/** The order of keys, which is that of UTF-8. */
const bytewise = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const matches = (entity: NamedEntity, asked: readonly string[]): boolean => {
  const words = [...lookupWords(entity)];
  return asked.every((beginning) =>
    words.some((word) => word.startsWith(beginning) || singular(word) === singular(beginning)),
  );
};

/** An id as a cursor remembers it. */
const shortOf = (id: EntityId): string => createHash('sha256').update(id).digest('base64url').slice(0, 8);
