import type { EntityId } from '../language/analysis.ts';
import { namedEntities } from '../table/directory.ts';
import { wordsOf } from '../table/directory-words.ts';
import { isEntityId, type NamedEntity } from '../table/rows/entity.ts';
import type { Reader } from '../table/reader.ts';
import { atMost } from './pages.ts';
import { UsageError } from './usage-error.ts';

/** More candidates than anybody reads. */
const CANDIDATES = 50;

/**
 * The entity that a person means: by its id, or by a name. Of several, the one whose name it is in full.
 * @throws UsageError where none is found, or more than one may be meant.
 */
export async function findEntity(reader: Reader, asked: string): Promise<EntityId> {
  if (isEntityId(asked)) return asked;
  const { items } = await atMost(CANDIDATES, (page) => namedEntities(reader, { name: asked, ...page }));
  if (items.length === 0) {
    throw new UsageError(`Nobody and nothing is named "${asked}": look names up with "news-ingest entities --name".`);
  }
  const exact = items.filter((entity) => isNamed(entity, asked));
  const meant = exact.length > 0 ? exact : items;
  if (meant.length === 1) return meant[0]!.id;
  throw new UsageError(
    [`"${asked}" may be any of these; say which by its id:`, ...meant.map(({ id, name }) => `  ${id}  (${name})`)].join(
      '\n',
    ),
  );
}

function isNamed({ name, aliases, id }: NamedEntity, asked: string): boolean {
  const words = wordsOf(asked).join(' ');
  return [id.slice(id.indexOf('#') + 1), name, ...aliases].some((known) => wordsOf(known).join(' ') === words);
}
