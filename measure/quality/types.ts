import type { Entity } from '../../shared/language/analysis.ts';
import { NAMES, type EntityType } from '../../shared/language/document.ts';
import { nameKey } from '../../shared/language/knowledge/name-key.ts';
import type { Measure } from './measure.ts';
import { readArticles } from './news-articles.ts';

/** Articles in which one name, as its mentions are written, stands under two types, and which names these are. */
export const evaluateTypes: Measure = async (path, { others = [], most }) => {
  const rows: string[] = [];
  let all = 0;
  let twice = 0;
  for await (const { name, entities } of readArticles([path, ...others], most)) {
    const several = namesOfSeveralTypes(entities);
    all += 1;
    twice += several.size > 0 ? 1 : 0;
    rows.push(...[...several].map(([key, types]) => `${name}: "${key}" ${[...types].join(', ')}`));
  }
  return [
    ...rows,
    `One name under two types: ${twice} of ${all} articles (${((100 * twice) / Math.max(1, all)).toFixed(1)} %)`,
  ].join('\n');
};

/** By the name's normalised spelling: its types, two or more. */
export function namesOfSeveralTypes(
  entities: readonly Pick<Entity, 'type' | 'mentions'>[],
): Map<string, Set<EntityType>> {
  const types = new Map<string, Set<EntityType>>();
  for (const { type, mentions } of entities.filter((entity) => NAMES.has(entity.type))) {
    for (const { text } of mentions.filter(({ kind }) => kind === 'name')) {
      const key = nameKey(text);
      types.set(key, (types.get(key) ?? new Set()).add(type));
    }
  }
  return new Map([...types].filter(([, of]) => of.size > 1));
}
