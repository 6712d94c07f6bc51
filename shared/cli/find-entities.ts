import type { EntityId } from '../language/analysis.ts';
import { namedEntities } from '../table/directory.ts';
import { wordsOf } from '../table/directory-words.ts';
import { isEntityId, type NamedEntity } from '../table/rows/entity.ts';
import type { Reader } from '../table/reader.ts';
import { MAX_IDS } from '../table/statements.ts';
import { atMost } from './pages.ts';
import { NothingFound, UsageError } from './usage-error.ts';

/** More candidates than anybody reads. */
const CANDIDATES = 50;

/**
 * The entities that a person means by each id or name. A surname means all who bear it, under their full names and where an
 * article gives no other: nobody is left out without a word.
 * @throws UsageError where different things may be meant; NothingFound where nothing has the name.
 */
export async function findEntities(reader: Reader, asked: readonly string[]): Promise<EntityId[]> {
  const found = await Promise.all(asked.map((name) => findEntity(reader, name)));
  const ids = [...new Set(found.flat())];
  if (ids.length <= MAX_IDS) return ids;
  throw new UsageError(
    [`More than ${MAX_IDS} are meant; ask for some of them:`, ...ids.map((id) => `  ${id}`)].join('\n'),
  );
}

async function findEntity(reader: Reader, asked: string): Promise<EntityId[]> {
  if (isEntityId(asked)) return [asked];
  const { items } = await atMost(CANDIDATES, (page) => namedEntities(reader, { name: asked, ...page }));
  if (items.length === 0) {
    throw new NothingFound(`Nobody and nothing is named "${asked}": look names up with "news-ingest entities --name".`);
  }
  const bearers = items.filter((entity) => bears(entity, asked));
  const exact = items.filter((entity) => isNamed(entity, asked) || bearers.includes(entity));
  const meant = exact.length > 0 ? exact : items;
  if (meant.length === 1 || meant.every((entity) => bearers.includes(entity))) return meant.map(({ id }) => id);
  throw new UsageError(
    [
      `"${asked}" may be any of these; say which by its id, or by several:`,
      ...meant.map(({ id, name }) => `  ${id}  (${name})`),
    ].join('\n'),
  );
}

/** Whether people have this name as the last, or the only one. */
function bears({ type, id }: NamedEntity, asked: string): boolean {
  const own = wordsOf(id.slice(id.indexOf('#') + 1));
  const words = wordsOf(asked);
  return type === 'PERSON' && own.slice(-words.length).join(' ') === words.join(' ');
}

function isNamed({ name, aliases, id }: NamedEntity, asked: string): boolean {
  const words = wordsOf(asked).join(' ');
  return [id.slice(id.indexOf('#') + 1), name, ...aliases].some((known) => wordsOf(known).join(' ') === words);
}
