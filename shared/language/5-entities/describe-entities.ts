import type { TextSpan } from '../../article/article.ts';
import type { Entity, EntityId, Mention } from '../analysis.ts';
import { groupBy } from '../group-by.ts';
import { canonicalName, valueId, type CanonicalName } from './canonical-name.ts';
import type { Cluster } from './cluster.ts';
import type { NameMention } from './name-mentions.ts';
import type { Reference } from './refer-to-people.ts';
import type { Role } from './roles.ts';

interface FoundEntity {
  readonly clusters: readonly Cluster[];
  readonly references: readonly Reference[];
  readonly roles: ReadonlyMap<number, readonly Role[]>;
}

interface EntityInProgress extends CanonicalName {
  readonly type: Cluster['type'];
  readonly names: NameMention[];
  readonly references: Reference['mention'][];
  readonly roles: Role[];
}

/** Entities with all that is told of them, in order of first mention; clusters that come to one id are one entity. How central each is is known once all mentions are (7-assemble). */
export function describeEntities(found: FoundEntity): Entity[] {
  const drafts = draftsOf(found);
  const byName = new Map<NameMention, EntityId>();
  for (const { id, names } of drafts.values()) for (const name of names) byName.set(name, id);
  const affiliations = new Affiliations(drafts);
  return [...drafts.values()].map((draft) => describe(draft, affiliations));
}

function draftsOf({ clusters, references, roles }: FoundEntity): Map<EntityId, EntityInProgress> {
  const referring = groupBy(references, ({ cluster }) => cluster);
  const drafts = new Map<EntityId, EntityInProgress>();
  for (const [index, { type, names, place }] of clusters.entries()) {
    const canonical = canonicalName(
      type,
      names.map(({ words }) => words.join(' ')),
      place,
    );
    const id = valueId(type, names[0]!) ?? canonical.id;
    const draft = drafts.get(id) ?? { ...canonical, id, type, names: [], references: [], roles: [] };
    draft.names.push(...names);
    draft.references.push(...(referring.get(index) ?? []).map(({ mention }) => mention));
    draft.roles.push(...(roles.get(index) ?? []));
    drafts.set(id, draft);
  }
  return drafts;
}

function describe(draft: EntityInProgress, affiliations: Affiliations): Entity {
  const { id, type, name, countryCode } = draft;
  const [first] = draft.names;
  const { date, amount } = first ?? {};
  const spans = draft.references.map(({ span, kind }): Mention => ({ ...span.toText(), kind }));
  const mentions = [...draft.names.map(({ span }): Mention => ({ ...span, kind: 'name' })), ...spans].sort(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start,
  );
  const roles = firstOfEach(draft.roles.map(({ span }) => span.toText()));
  const affiliation = draft.roles.map((role) => affiliations.in(role)).find((found) => found !== undefined);
  const texts = new Set(mentions.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  return {
    id,
    type,
    name,
    aliases: [...texts].filter((text) => text !== name),
    roles,
    ...(affiliation && { affiliation }),
    ...(countryCode && { countryCode }),
    ...date,
    ...(amount && { amount: amount.value, ...(amount.unit !== undefined && { unit: amount.unit }) }),
    salience: 0,
    mentions,
  };
}

/** Finds the organisation, else the place, that a role names; a people stands for its country. */
class Affiliations {
  private readonly bySentence = new Map<
    number,
    { name: NameMention; id: EntityId; type: EntityInProgress['type'] }[]
  >();
  private readonly countries = new Map<string, EntityId>();

  constructor(drafts: ReadonlyMap<EntityId, EntityInProgress>) {
    for (const { id, type, names, countryCode } of drafts.values()) {
      if (type === 'LOCATION' && countryCode) this.countries.set(countryCode, id);
      if (type !== 'ORGANIZATION' && type !== 'LOCATION' && type !== 'GROUP') continue;
      const target = type === 'GROUP' ? `GROUP ${countryCode ?? ''}` : id;
      for (const name of names) {
        const known = this.bySentence.get(name.sentence);
        if (known) known.push({ name, id: target, type });
        else this.bySentence.set(name.sentence, [{ name, id: target, type }]);
      }
    }
  }

  in({ sentence, span }: Role): EntityId | undefined {
    const offset = span.first.sentence.start;
    const inside = (this.bySentence.get(sentence) ?? [])
      .filter(({ name }) => offset + name.first >= span.start && offset + name.end <= span.end)
      .sort((a, b) => a.name.first - b.name.first);
    const named =
      inside.find(({ type }) => type === 'ORGANIZATION') ?? inside.find(({ type }) => type === 'LOCATION') ?? inside[0];
    return named?.type === 'GROUP' ? this.countries.get(named.id.slice('GROUP '.length)) : named?.id;
  }
}

function firstOfEach(spans: readonly TextSpan[]): TextSpan[] {
  const found = new Map<string, TextSpan>();
  for (const span of spans) if (!found.has(span.text.toLowerCase())) found.set(span.text.toLowerCase(), span);
  return [...found.values()].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
