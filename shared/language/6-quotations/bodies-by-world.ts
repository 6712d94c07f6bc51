import type { Entity } from '../analysis.ts';
import type { TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isMentionedBefore } from '../5-entities/mentions-within.ts';
import type { Known } from '../knowledge/gazetteer.ts';
import { world } from '../knowledge/world.ts';
import { codeOf } from './countries-of-bodies.ts';
import { wantedKinds } from './described-speakers.ts';

/** In how many paragraphs before it a body is "the agency", and "the French manufacturer". */
const REACH = { ofAny: 1, ofCountry: 6 } as const;

/** `the French manufacturer` after Airbus and Boeing, `the agency` after NASA and Orrin: the only one near that the world knows as that. */
export function bodyOfWorld(source: TokenSpan, { entities }: EntityIndex): Entity | undefined {
  const { head } = source;
  const kinds = head?.pos === 'NOUN' && source.first.lower === 'the' ? wantedKinds(head.lower) : undefined;
  if (!head || !kinds) return undefined;
  const described = head.dependents.filter(({ relation }) => relation !== 'det' && relation !== 'punct');
  const [country, other] = described.map(codeOf);
  // Of companies only the country tells one from the many that no list knows.
  if (other || described.length > 1 || (described.length === 1 ? !country : head.lower !== 'agency')) return undefined;
  const isIt = ({ kind, code }: Known) => kinds.has(kind) && (!country || code === country);
  const reach = country ? REACH.ofCountry : REACH.ofAny;
  const [body, another] = entities.filter(
    (entity) =>
      entity.type === 'ORGANIZATION' &&
      isMentionedBefore(entity, source.first, reach) &&
      world().lookUp(entity.name).bearers.slice(0, MOST_BEARERS).some(isIt),
  );
  return another ? undefined : body;
}

/** The best known of a name, and its like in another country. */
const MOST_BEARERS = 2;
