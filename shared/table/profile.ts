import type { EntityId } from '../language/analysis.ts';
import { countMonths } from './counts.ts';
import { entityKey } from './keys.ts';
import { mentioningArticles } from './mentions.ts';
import type { Reader } from './reader.ts';
import { entitiesOf } from './rows/entity.ts';

/** An entity in a line. */
export interface Profile {
  /** As its newest article calls it. */
  readonly role?: string;
  readonly articles: number;
  readonly statements: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** Three Queries and a Get; more for who is in thousands of articles. */
export async function profileOf(reader: Reader, id: EntityId): Promise<Profile> {
  const [{ months, countedFrom }, newest] = await Promise.all([
    countMonths(reader, id, {}),
    mentioningArticles(reader, id, { limit: 1 }),
  ]);
  const rows = await reader.batchGet(newest.items.map(({ key }) => entityKey(key, id)));
  const role = entitiesOf(rows)[0]?.roles[0]?.text;
  return {
    ...(role !== undefined && { role }),
    articles: months.reduce((sum, month) => sum + month.articles, 0),
    statements: months.reduce((sum, month) => sum + month.statements, 0),
    more: countedFrom !== undefined,
  };
}
