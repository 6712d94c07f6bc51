import type { TextSpan } from '../../article/article.ts';
import type { Entity, EntityId, Mention } from '../analysis.ts';
import { groupBy } from '../group-by.ts';
import type { Document } from '../document.ts';
import { canonicalName, valueId, type CanonicalName } from './canonical-name.ts';
import type { Cluster } from './cluster.ts';
import type { NameMention } from './name-mentions.ts';
import type { Reference } from './refer-to-people.ts';
import type { Role } from './roles.ts';
import { isInside, salienceOf } from './salience.ts';
import type { Tree } from './tree.ts';

interface Found {
  readonly document: Document;
  readonly trees: readonly Tree[];
  readonly clusters: readonly Cluster[];
  readonly references: readonly Reference[];
  readonly roles: ReadonlyMap<number, readonly Role[]>;
  readonly headline: TextSpan | undefined;
}

interface Draft extends CanonicalName {
  readonly type: Cluster['type'];
  readonly names: NameMention[];
  readonly references: Reference['mention'][];
  readonly roles: Role[];
}

/** Entities with all that is told of them, in order of first mention. Clusters that come to one id are one entity. */
export function describeEntities(found: Found): Entity[] {
  const drafts = draftsOf(found);
  const most = Math.max(...[...drafts.values()].map(({ names, references }) => names.length + references.length));
  const byName = new Map<NameMention, EntityId>();
  for (const { id, names } of drafts.values()) for (const name of names) byName.set(name, id);
  const affiliations = new Affiliations(drafts);
  return [...drafts.values()].map((draft) => describe(draft, found, most, affiliations));
}

function draftsOf({ clusters, references, roles }: Found): Map<EntityId, Draft> {
  const referring = groupBy(references, ({ cluster }) => cluster);
  const drafts = new Map<EntityId, Draft>();
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

function describe(
  draft: Draft,
  { document, trees, headline }: Found,
  most: number,
  affiliations: Affiliations,
): Entity {
  const { id, type, name, countryCode } = draft;
  const { date, amount } = draft.names[0]!;
  const spans = draft.references.map((mention): Mention => ({
    ...spanOf(document, mention.sentence, mention.first, mention.end),
    kind: mention.kind,
  }));
  const mentions = [...draft.names.map(({ span }): Mention => ({ ...span, kind: 'name' })), ...spans].sort(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start,
  );
  const roles = firstOfEach(draft.roles.map(({ sentence, first, end }) => spanOf(document, sentence, first, end)));
  const affiliation = draft.roles.map((role) => affiliations.in(role)).find((found) => found !== undefined);
  const heads = [...draft.names, ...draft.references];
  const body = mentions.map(
    ({ paragraph }) => paragraph - (headline && paragraph > headline.paragraph ? headline.paragraph + 1 : 0),
  );
  const salience = salienceOf({
    mentions: mentions.length,
    most,
    inHeadline: mentions.some((mention) => isInside(mention, headline)),
    firstParagraph: body[0]!,
    subjects: heads.filter(({ sentence, head }) => /^[nc]subj/.test(trees[sentence]!.tokens[head]!.relation)).length,
  });
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
    salience,
    mentions,
  };
}

/** Finds the organisation, else the place, that a role names; a people stands for its country. */
class Affiliations {
  private readonly bySentence = new Map<number, { name: NameMention; id: EntityId; type: Draft['type'] }[]>();
  private readonly countries = new Map<string, EntityId>();

  constructor(drafts: ReadonlyMap<EntityId, Draft>) {
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

  in({ sentence, first, end }: Role): EntityId | undefined {
    const inside = (this.bySentence.get(sentence) ?? [])
      .filter(({ name }) => name.first >= first && name.end <= end)
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

function spanOf({ paragraphs, sentences }: Document, sentence: number, first: number, end: number): TextSpan {
  const { paragraph, tokens } = sentences[sentence]!;
  const { start } = tokens[first]!;
  const stop = tokens[end - 1]!.end;
  return { paragraph, start, end: stop, text: paragraphs[paragraph]!.text.slice(start, stop) };
}
