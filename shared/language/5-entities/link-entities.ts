import type { Paragraph } from '../../article/article.ts';
import type { Entity } from '../analysis.ts';
import type { Gazetteer, Kind, Known } from '../knowledge/gazetteer.ts';

/** Who is so well known needs no more than the name. */
const KNOWN_TO_ALL = { PERSON: 62, ORGANIZATION: 50, LOCATION: 34 } as const;

/** One word says less than several. */
const ONE_WORD = 58;

/** "Kremlin", "Pentagon", but not "Rangers". */
const KNOWN_BY_ONE_WORD = 80;

/** A surname alone means one whom everybody knows. */
const SURNAME_ALONE = 75;

/** So much better known than the next of the name: points of prominence. */
const CLEARLY_BETTER = 20;

/** What every state has: the article's country tells whose it is. */
const OF_A_STATE: ReadonlySet<Kind> = new Set(['government', 'security']);

const POLITICAL =
  /\b(?:president|minister|premier|chancellor|mp|mep|senator|congress\w*|representative|rep|sen|lawmaker|legislator|governor|mayor|leader|secretary|politician|speaker|judge|justice|ambassador|commissioner|chair\w*|deputy|king|queen|prince|princess|dictator|general|banker|chief)\b/i;

/** Where an article is: how often each country is named, with its people, provinces and cities. */
class Scene {
  private readonly countries = new Map<string, number>();
  private readonly codes = new Set<string>();

  constructor(entities: readonly Entity[]) {
    for (const { countryCode, mentions } of entities)
      if (countryCode !== undefined) this.add(countryCode, mentions.length);
  }

  add(code: string, mentions: number): void {
    const country = code.slice(0, 2);
    this.codes.add(code);
    this.countries.set(country, (this.countries.get(country) ?? 0) + mentions);
  }

  /** The country or the very province is named. */
  has = ({ code }: Known): boolean => code !== undefined && this.countries.has(code.slice(0, 2));
  hasRegion = ({ code }: Known): boolean => code !== undefined && code.length > 2 && this.codes.has(code);

  /** No country is named more often. */
  isMain = ({ code }: Known): boolean =>
    code !== undefined &&
    this.countries.has(code.slice(0, 2)) &&
    Math.max(...this.countries.values()) === this.countries.get(code.slice(0, 2));
}

/** The region stands with one of the first mentions, in so many characters. */
const MOST_MENTIONS = 5;
const LONGEST_REGION = 40;

/** So many teams make it an article on matches, in which a city may be its team. */
const TEAMS_OF_A_MATCH = 2;

/** Entities with links where name, type and article leave one candidate: a wrong link is worse than none. */
export function linkEntities(
  entities: readonly Entity[],
  paragraphs: readonly Paragraph[],
  gazetteer: Gazetteer,
): Entity[] {
  const scene = new Scene(entities);
  const links = new Map<Entity, Known>();
  const linkAll = (type: Entity['type'], choose: (entity: Entity) => Known | undefined): void => {
    for (const entity of entities.filter((one) => one.type === type)) {
      const known = choose(entity);
      if (known) links.set(entity, known);
    }
  };
  const teams = entities.filter(
    ({ type, name }) => type === 'ORGANIZATION' && gazetteer.lookUp(name).bearers[0]?.kind === 'team',
  );
  const isMatch = teams.length >= TEAMS_OF_A_MATCH;
  linkAll('LOCATION', (entity) =>
    isMatch && !isPlaceThere(entity, paragraphs) ? undefined : placeOf(entity, paragraphs, scene, gazetteer),
  );
  for (const [{ countryCode, mentions }, { code }] of links)
    if (countryCode === undefined && code !== undefined) scene.add(code, mentions.length);
  linkAll('ORGANIZATION', (entity) => organizationOf(entity, scene, gazetteer));
  linkAll('PERSON', (entity) => personOf(entity, scene, gazetteer));
  return entities.map((entity) => {
    const known = links.get(entity);
    if (!known) return entity;
    const { wikidata, geonames } = known;
    return { ...entity, ...(wikidata && { wikidata }), ...(geonames && { geonames }) };
  });
}

/** "Paris, Texas": the state or country behind a name, where somewhere there is one. */
function regionAfter(
  mentions: Entity['mentions'],
  paragraphs: readonly Paragraph[],
  gazetteer: Gazetteer,
): string | undefined {
  for (const { paragraph, end } of mentions.slice(0, MOST_MENTIONS)) {
    const after = (paragraphs[paragraph]?.text ?? '').slice(end, end + LONGEST_REGION);
    const region = /^, (?<region>\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)/u.exec(after)?.groups?.['region'];
    if (region === undefined) continue;
    const [best] = gazetteer.lookUp(region).bearers;
    if (best?.kind === 'country' || best?.kind === 'region') return region;
  }
  return undefined;
}

/** Somewhere a preposition stands before the name. */
const isPlaceThere = ({ mentions, countryCode }: Entity, paragraphs: readonly Paragraph[]): boolean =>
  countryCode !== undefined ||
  mentions.some(({ paragraph, start }) =>
    /\b(?:in|at|from|near|of|to)\s+$/i.test((paragraphs[paragraph]?.text ?? '').slice(Math.max(0, start - 8), start)),
  );

function placeOf(
  entity: Entity,
  paragraphs: readonly Paragraph[],
  scene: Scene,
  gazetteer: Gazetteer,
): Known | undefined {
  const { name, countryCode, mentions } = entity;
  const [bare = '', inName] = name.split(/, ?/);
  const { bearers, word } = gazetteer.lookUp(bare);
  const places = bearers.filter(({ type, weak }) => type === 'LOCATION' && !weak);
  if (countryCode !== undefined)
    return places.find(({ code, kind }) => code === countryCode && (kind === 'country' || kind === 'region'));
  const other = bearers.find(({ weak }) => !weak);
  if (other && other.type !== 'LOCATION' && other.prominence > (places[0]?.prominence ?? 0)) return undefined;
  const region = inName ?? regionAfter(mentions, paragraphs, gazetteer);
  if (region !== undefined) return only(placesIn(region, places, gazetteer));
  // "the West Division", "Reading" at the beginning of a sentence
  return word ? undefined : likeliestPlace(places, scene);
}

/** Those of the places that lie in a region or are it. */
function placesIn(region: string, places: readonly Known[], gazetteer: Gazetteer): Known[] {
  const codes = gazetteer
    .lookUp(region)
    .bearers.flatMap(({ type, code }) => (type === 'LOCATION' && code ? [code] : []));
  return places.filter(({ code }) => code !== undefined && codes.some((one) => code.startsWith(one)));
}

/** Of places with one name: the one in the provinces and countries that the article names, or one that all know. */
function likeliestPlace(places: readonly Known[], scene: Scene): Known | undefined {
  const [best, next] = places;
  if (!best || !next) return best && (best.prominence >= KNOWN_TO_ALL.LOCATION || scene.has(best)) ? best : undefined;
  const inRegion = places.filter(scene.hasRegion);
  if (inRegion.length > 0) return only(inRegion);
  const near = places.filter(scene.has);
  const [nearest] = near;
  const isBetter = best.prominence >= next.prominence + CLEARLY_BETTER;
  if (!nearest) return isBetter && best.prominence >= ONE_WORD - 8 ? best : undefined;
  if (!near.includes(best)) return best.prominence >= nearest.prominence + CLEARLY_BETTER ? undefined : only(near);
  return isBetter || near.length === 1 ? best : undefined;
}

/** How an organisation is called: "FSB", "Rangers", "Bank of England". */
interface OrganizationName {
  readonly text: string;
  readonly isAcronym: boolean;
  readonly ofWords: boolean;
}

function organizationOf({ name, aliases, countryCode }: Entity, scene: Scene, gazetteer: Gazetteer): Known | undefined {
  if (countryCode !== undefined) return undefined;
  const strong = (text: string): Known[] => gazetteer.lookUp(text).bearers.filter(({ weak }) => !weak);
  const named = strong(name);
  if (named.some(({ type, prominence }) => type !== 'ORGANIZATION' && prominence > MOST_FOR_ANOTHER)) return undefined;
  const candidates = named.filter(({ type }) => type === 'ORGANIZATION');
  // "FSB" beside the Federal Security Service
  const agreed = candidates.filter(({ entry }) =>
    aliases.some((alias) => strong(alias).some((other) => other.entry === entry)),
  );
  const called: OrganizationName = {
    text: name,
    isAcronym: /^(?:\p{Lu}{3,}|(?:\p{Lu}\.){2,})$/u.test(name),
    ofWords: /[\s-]/.test(name.trim()),
  };
  const [best, ...others] = agreed.length > 0 ? agreed : candidates;
  if (!best || isTooShort(called, best, gazetteer) || isOfAnotherState(called, best, scene, gazetteer))
    return undefined;
  return likeliestOrganization(called, best, others, scene);
}

/** How well known one of another type may be at most for the name to be an organisation's. */
const MOST_FOR_ANOTHER = 45;

/** One word that is an ordinary one, a team's, somebody's name or a ministry's. */
function isTooShort({ text, isAcronym, ofWords }: OrganizationName, best: Known, gazetteer: Gazetteer): boolean {
  if (ofWords) return false;
  if (!isAcronym && OF_A_STATE.has(best.kind) && best.prominence < KNOWN_BY_ONE_WORD) return true;
  const { word, surname, forename } = gazetteer.lookUp(text);
  return word || best.kind === 'team' || ((surname || forename) && best.prominence < ONE_WORD + 12);
}

/** A ministry, a police, of a state that neither the name nor the article tells. */
function isOfAnotherState(
  { text, isAcronym }: OrganizationName,
  best: Known,
  scene: Scene,
  gazetteer: Gazetteer,
): boolean {
  if (!OF_A_STATE.has(best.kind) || best.code === undefined) return false;
  if (isAcronym && best.prominence >= ONE_WORD && scene.has(best)) return false;
  return !isOfCountry(text, best, gazetteer) && !scene.isMain(best);
}

function likeliestOrganization(
  { ofWords }: OrganizationName,
  best: Known,
  others: readonly Known[],
  scene: Scene,
): Known | undefined {
  const [next] = others;
  if (next && next.prominence + CLEARLY_BETTER > best.prominence) {
    const near = only([best, ...others].filter(scene.has));
    return near && near.prominence + CLEARLY_BETTER > best.prominence ? near : undefined;
  }
  const least = ofWords ? KNOWN_TO_ALL.ORGANIZATION : ONE_WORD;
  return best.prominence >= least || (ofWords && scene.has(best)) ? best : undefined;
}

/** "U.S. State Department", "Bank of England": the name tells the country. */
const isOfCountry = (name: string, { code }: Known, gazetteer: Gazetteer): boolean =>
  name
    .split(/\s+/)
    .some((word) =>
      gazetteer
        .lookUp(word)
        .bearers.some((known) => (known.kind === 'country' || known.kind === 'people') && known.code === code),
    );

function personOf({ id, name, roles }: Entity, scene: Scene, gazetteer: Gazetteer): Known | undefined {
  const people = gazetteer.lookUp(name).bearers.filter(({ type }) => type === 'PERSON');
  const role = roles.map(({ text }) => text).join(' ');
  const [best, next] = people;
  if (!best) return undefined;
  if (id.startsWith('PERSON#~') || best.weak)
    return !next && best.prominence >= SURNAME_ALONE && (scene.has(best) || POLITICAL.test(role)) ? best : undefined;
  const famous =
    best.prominence >= KNOWN_TO_ALL.PERSON && (!next || next.prominence + CLEARLY_BETTER <= best.prominence);
  if (famous) return best;
  const fitting = people.filter((one) => scene.has(one) && (one.prominence >= 50 || fitsRole(one, role)));
  return only(fitting);
}

/** A member of parliament is called one, a footballer is not. */
const fitsRole = ({ kind }: Known, role: string): boolean =>
  kind === 'politician'
    ? POLITICAL.test(role)
    : kind === 'athlete'
      ? /player|striker|midfielder|defender|goalkeeper|captain|forward|coach|manager|winger/i.test(role)
      : kind === 'entertainer' && /act(?:or|ress)|singer|director|star|comedian|musician/i.test(role);

const only = <T>(candidates: readonly T[]): T | undefined => (candidates.length === 1 ? candidates[0] : undefined);
