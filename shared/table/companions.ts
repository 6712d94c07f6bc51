import * as z from 'zod/mini';
import { entityId, type EntityId, type Entity, entityType } from '../language/analysis.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { mentioningArticles } from './mentions.ts';
import { readArticle } from './read-article.ts';
import type { Reader } from './reader.ts';
import { isListed } from './rows/entity.ts';
import { instant } from './rows/row.ts';
import type { Table } from './table.ts';

/** Who else is in the articles that mention an entity, and what they call it. */
export const company = z.object({
  companions: z
    .array(z.object({ id: entityId, type: entityType, name: z.string(), articles: z.int() }))
    .check(z.describe('Most articles first.')),
  roles: z
    .array(
      z.object({
        role: z.string(),
        from: instant.check(z.describe('Of the articles that say so, the first.')),
        to: instant.check(z.describe('And the last.')),
        articles: z.int(),
      }),
    )
    .check(z.describe('Newest first.')),
  articles: z.int().check(z.describe('Of so many this is told, the newest.')),
  since: z.optional(instant).check(z.describe('Where there are older ones: when the oldest of these is from.')),
});
export type Company = Readonly<z.output<typeof company>>;

/** Articles that are read: enough to tell the company that somebody keeps, half a second long. */
const ARTICLES_READ = 40;

/** Nobody reads on. */
const MOST_COMPANIONS = 40;

/** Who else is in the newest articles that mention an entity, and what they call it: one Query an article. */
export async function companyOf(
  { table, reader }: { readonly table: Table; readonly reader: Reader },
  id: EntityId,
): Promise<Company> {
  const { items: places, cursor } = await mentioningArticles(reader, id, { limit: ARTICLES_READ });
  const companions = new Map<EntityId, { type: Entity['type']; name: string; articles: number }>();
  const roles = new Map<string, { role: string; from: string; to: string; articles: number }>();
  await forEachConcurrently(places, async ({ key, publishedAt }) => {
    const stored = await readArticle(table, key);
    for (const { id: other, type, name, roles: itsRoles } of (stored?.entities ?? []).filter(isListed)) {
      if (other === id) for (const role of new Set(itsRoles.map(({ text }) => text))) note(roles, role, publishedAt);
      else {
        const companion = companions.get(other) ?? { type, name, articles: 0 };
        companion.articles += 1;
        companions.set(other, companion);
      }
    }
  });
  return {
    companions: [...companions]
      .map(([companion, { type, name, articles }]) => ({ id: companion, type, name, articles }))
      .sort((one, other) => other.articles - one.articles || one.name.localeCompare(other.name, 'en'))
      .slice(0, MOST_COMPANIONS),
    roles: [...roles.values()].sort((one, other) => (one.to < other.to ? 1 : -1)),
    articles: places.length,
    ...(cursor !== undefined && { since: places.at(-1)!.publishedAt }),
  };
}

/** Written small or large, a role is the same. */
function note(
  roles: Map<string, { role: string; from: string; to: string; articles: number }>,
  role: string,
  publishedAt: string,
): void {
  const known = roles.get(role.toLowerCase());
  if (known === undefined) {
    roles.set(role.toLowerCase(), { role, from: publishedAt, to: publishedAt, articles: 1 });
    return;
  }
  known.articles += 1;
  if (publishedAt < known.from) known.from = publishedAt;
  if (publishedAt > known.to) known.to = publishedAt;
}
