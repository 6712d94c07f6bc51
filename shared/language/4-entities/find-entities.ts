import type { TextSpan } from '../../article/article.ts';
import type { Entity, Mention } from '../analysis.ts';
import type { Document } from '../document.ts';
import type { EntityIndex } from './entity-index.ts';
import { entityId } from './slug.ts';

export function findEntities(document: Document, _headline?: TextSpan): EntityIndex {
  const found = new Map<string, Entity & { mentions: Mention[] }>();
  for (const { paragraph, tokens, names } of document.sentences) {
    for (const { type, first, end } of names) {
      const start = tokens[first]!.start;
      const stop = tokens[end - 1]!.end;
      const text = document.paragraphs[paragraph]!.text.slice(start, stop);
      const id = entityId(type, text);
      const entity = found.get(id) ?? { id, type, name: text, aliases: [], roles: [], salience: 0, mentions: [] };
      entity.mentions.push({ paragraph, start, end: stop, text, kind: 'name' });
      found.set(id, entity);
    }
  }
  const entities = [...found.values()];
  return {
    entities,
    byId: (id) => found.get(id),
    entityOf: (span) =>
      entities.find(({ mentions }) => mentions.some((m) => m.paragraph === span.paragraph && m.end === span.end)),
    namedIn: () => [],
  };
}
