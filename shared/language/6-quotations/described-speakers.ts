import type { Entity, Mention } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { world } from '../knowledge/world.ts';
import type { Kind } from '../knowledge/gazetteer.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { countryOfPeople } from '../5-entities/lexicon/places.ts';
import { BODY_NOUNS } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isOfAnotherCountry } from './countries-of-bodies.ts';
import { isCalledByMembers } from './members-of-bodies.ts';
import type { Introductions } from './introductions.ts';

/** What any body is called; a name need not hold the word. */
const ANY_BODY = wordSet(
  'company firm group organisation organization body business corporation manufacturer retailer',
);

/** What a body is called for what it does, often with what it does it with: "the news and data seller". */
const TRADES =
  wordSet(`seller maker manufacturer retailer supplier producer provider operator publisher broadcaster developer
  builder carrier carmaker automaker chipmaker drugmaker lender insurer brewer giant chain startup start-up utility refiner
  miner exporter importer contractor distributor wholesaler`);

/** What a body is called whose name holds the word, or one like it: "the ministry" is the Foreign Ministry. */
const KINDS: readonly ReadonlySet<string>[] = [
  wordSet('ministry'),
  wordSet('department'),
  wordSet('agency authority office bureau service'),
  wordSet('administration'),
  wordSet('campaign'),
  wordSet('commission commissioner'),
  wordSet('committee'),
  wordSet('council'),
  wordSet('board'),
  wordSet('court tribunal'),
  wordSet('bank lender'),
  wordSet('party'),
  wordSet('pac'),
  wordSet('union federation'),
  wordSet('university college school'),
  wordSet('hospital clinic'),
  wordSet('club team'),
  wordSet('airline airlines airways'),
  wordSet('foundation charity trust'),
  wordSet('association society league'),
  wordSet('institute think-tank centre center'),
  wordSet(`newspaper paper magazine times post herald sentinel tribune gazette chronicle globe guardian journal register courier
    dispatch examiner inquirer ledger observer telegraph`),
  wordSet('parliament assembly'),
  wordSet('company firm companies corp corp. inc inc. ltd ltd. plc group'),
];

const TEAMS = wordSet('team club');
const RANKS = wordSet('high top highest');

/** What is always somebody's: no other body is called so. */
const OF_SOMEBODY = wordSet('campaign administration');

/** Pronouns that take up a body which has just spoken. */
const BODY_PRONOUNS = wordSet('it its they');

/** How many paragraphs back a body is still spoken of as "the company". */
const REACH = 6;

/** Whom "the company", "the ministry", "it" or "they" stand for: the one body that they can; nobody where there are two. */
export function describedSpeaker(
  source: TokenSpan,
  { entities }: EntityIndex,
  introductions: Introductions,
): Entity | undefined {
  const { head } = source;
  if (!head) return undefined;
  const place = { paragraph: source.paragraph.ordinal, start: source.first.start };
  const namedOf = (type: Entity['type']): Named[] =>
    entities.flatMap((entity) => {
      const last = entity.type === type ? lastBefore(entity, place) : undefined;
      return last ? [{ entity, last }] : [];
    });
  const named = namedOf('ORGANIZATION');
  if (BODY_PRONOUNS.has(head.lower))
    return hasOtherSubject(head) ? undefined : takenUp(named, place, head.lower === 'they', entities);
  return isDefinite(source, head) && (isBodyNoun(head.lower) || !isSomebody(head.lower))
    ? bodyCalled(head, named, place, introductions)
    : undefined;
}

interface Named {
  readonly entity: Entity;
  /** The last mention before the description. */
  readonly last: Mention;
}

/** The body that a noun was said of, else the one whose name holds the noun or one like it, else the only one. */
function bodyCalled(
  head: Token,
  named: readonly Named[],
  place: Standing,
  introductions: Introductions,
): Entity | undefined {
  const kinds = KINDS.filter((kind) => kind.has(head.lower));
  const near = (some: readonly Named[]) => some.filter(({ last }) => place.paragraph - last.paragraph <= REACH);
  // The one court of an article is the court to its end, the one company is not.
  const isOfAnyBody = ANY_BODY.has(head.lower) || TRADES.has(head.lower);
  // Another's campaign may be meant, which has no name yet.
  const isOfMany = head.lower === 'campaign';
  const closest = (some: readonly Named[]) =>
    (isOfMany ? undefined : only(near(some))) ??
    nearest(some, place.paragraph) ??
    (isOfAnyBody || isOfMany ? undefined : only(some));
  // "The high court" may be a supreme one.
  const told = head.children('amod', 'compound').map(({ lower }) => lower);
  const modifiers = told.filter((word) => !RANKS.has(word));
  const fits = (entity: Entity, words: Iterable<string> = []) => {
    const known = new Set([...words, ...wordsOf(entity)]);
    // "The Norlander search authority" is the Norland Search Authority.
    const countryOf = (people: string) => countryOfPeople(people)?.name.toLowerCase() ?? '';
    return modifiers.every((modifier) => known.has(modifier) || known.has(countryOf(modifier)));
  };
  // "Her Senate campaign" is not the Senate.
  const introduced = named.filter(({ entity }) => {
    if (OF_SOMEBODY.has(head.lower)) return false;
    const words = introductions.nounsOf(entity).get(head.lower);
    return words !== undefined && fits(entity, words);
  });
  if (introduced.length > 0) return closest(introduced);
  const ofKind = named.filter(
    ({ entity }) => kinds.some((kind) => wordsOf(entity).some((word) => kind.has(word))) && fits(entity),
  );
  const isPlain = told.length === 0;
  const justNamed = nearest(
    named.filter(({ entity }) => !isOfAnotherKind(entity, head.lower)),
    place.paragraph,
  );
  if (ofKind.length > 0) return isPlain && justNamed && ANY_BODY.has(head.lower) ? justNamed : closest(ofKind);
  if (TRADES.has(head.lower)) return only(near(named)) ?? (isPlain ? justNamed : undefined);
  if (!isPlain || OF_SOMEBODY.has(head.lower)) return undefined;
  if (!ANY_BODY.has(head.lower) && kinds.length === 0) return BODY_NOUNS.has(head.lower) ? justNamed : undefined;
  const fitting = wantedKinds(head.lower) ? named.filter(({ entity }) => !isOfAnotherKind(entity, head.lower)) : [];
  // "The team" is no federation; "the agency" may be a department.
  const likely = TEAMS.has(head.lower) ? named.filter(({ entity }) => !isOfAnotherKind(entity, head.lower)) : named;
  return only(near(likely)) ?? only(near(fitting)) ?? (head.lower === 'group' ? undefined : justNamed);
}

/** Nouns for a body that has no name of its own kind: "the outlet", "the publication". */
const OUTLETS = wordSet('outlet publication website site network broadcaster service daily weekly journal tabloid');

/** Bodies that a text must have called so: "the agency, a regulator". */
const OVERSEERS = wordSet('regulator watchdog ombudsman');

/** What foundations, unions and parties are called as well. */
const OF_PEOPLE = wordSet('group organisation organization body');

/** Whether a body that has just spoken can be meant by "the group", "the conservative newspaper". */
export function canBeCalled(source: TokenSpan, entity: Entity): boolean {
  const { head } = source;
  if (!head || !isDefinite(source, head) || isOfAnotherCountry(entity, head)) return false;
  const noun = head.lower;
  if (isCalledByMembers(wordsOf(entity), noun)) return true;
  return OF_PEOPLE.has(noun) || (isBodyNoun(noun) && !OF_SOMEBODY.has(noun) && !isOfAnotherKind(entity, noun));
}

/** "the company", "the German automaker", "the group": any body can be called so, or any that makes things. */
export const isOfAnyBody = ({ head }: TokenSpan): boolean =>
  head !== undefined && [ANY_BODY, TRADES, OF_PEOPLE].some((nouns) => nouns.has(head.lower));

/** "the airline", which no other body of an article is called, unlike "the company". */
export const isOfOneKind = (noun: string): boolean =>
  KINDS.some((kind) => kind.has(noun)) && !ANY_BODY.has(noun) && !OF_SOMEBODY.has(noun);

const isBodyNoun = (noun: string): boolean =>
  [ANY_BODY, TRADES, BODY_NOUNS, OUTLETS, OVERSEERS, ...KINDS].some((nouns) => nouns.has(noun));

const isSomebody = (noun: string): boolean => isPersonNoun(noun) || isPeopleNoun(noun);

/** A university is no "company", nor is what is known as something else: NASA. */
function isOfAnotherKind(entity: Entity, noun: string): boolean {
  const words = wordsOf(entity);
  if (KINDS.some((kind) => !kind.has(noun) && words.some((word) => kind.has(word)))) return true;
  if (noun === 'agency' && words.some((word) => LEGISLATURES.has(word))) return true;
  const wanted = wantedKinds(noun);
  const known = wanted ? world().lookUp(entity.name).bearers : [];
  return wanted !== undefined && known.length > 0 && !known.some(({ kind }) => wanted.has(kind));
}

/** What the world knows an agency or a company as. */
export const wantedKinds = (noun: string): ReadonlySet<Kind> | undefined =>
  noun === 'agency' ? OFFICIAL : BUSINESSES.has(noun) || TRADES.has(noun) ? COMMERCIAL : undefined;

const OFFICIAL: ReadonlySet<Kind> = new Set<Kind>(['government', 'security', 'international body', 'media']);
const COMMERCIAL: ReadonlySet<Kind> = new Set<Kind>(['company', 'bank', 'media']);
const BUSINESSES = wordSet('company firm business corporation manufacturer retailer');
const LEGISLATURES = wordSet('senate house congress cabinet government');

interface Standing {
  readonly paragraph: number;
  readonly start: number;
}

const isBefore = (mention: Mention, { paragraph, start }: Standing): boolean =>
  mention.paragraph < paragraph || (mention.paragraph === paragraph && mention.end <= start);

const lastBefore = ({ mentions }: Entity, place: Standing): Mention | undefined =>
  mentions.findLast((mention) => isBefore(mention, place));

const wordsOf = ({ name }: Entity): string[] => name.toLowerCase().split(/[^\p{L}\p{N}.-]+/u);

/** "the company", "the media group", not "a company", "the company's lawyer", "the companies". */
const isDefinite = ({ first }: TokenSpan, head: Token): boolean =>
  first.lower === 'the' &&
  head.dependents.every(
    ({ relation, pos, subtype }) =>
      /^(?:det|case|punct|amod)$/u.test(relation) ||
      (relation === 'compound' && pos !== 'PROPN') ||
      // "the agency, which fell short"
      (subtype === 'relcl' && head.next?.text === ','),
  );

function only(some: readonly Named[]): Entity | undefined {
  return some.length === 1 ? some[0]!.entity : undefined;
}

/** The only one of its kind that this paragraph or the one before names. */
const nearest = (some: readonly Named[], paragraph: number): Entity | undefined =>
  only(some.filter(({ last }) => paragraph - last.paragraph <= 1));

/** `Progressives like spending, which they argue helps`: whether people are the subject above a pronoun. */
function hasOtherSubject(pronoun: Token): boolean {
  for (let above = pronoun.head; above; above = above.head)
    if (above.children('nsubj').some((subject) => subject !== pronoun && isPeople(subject))) return true;
  return false;
}

const isPeople = ({ pos, lower }: Token): boolean => pos === 'NOUN' && (lower.endsWith('s') || isPeopleNoun(lower));

/** The one body that this paragraph or the one before names, where "they" can be no people. */
function takenUp(
  named: readonly Named[],
  place: Standing,
  isPlural: boolean,
  entities: readonly Entity[],
): Entity | undefined {
  const body = nearest(named, place.paragraph);
  const isNear = (entity: Entity) => {
    const last = lastBefore(entity, place);
    return last !== undefined && place.paragraph - last.paragraph <= 1;
  };
  const rivals: readonly Entity['type'][] = isPlural
    ? ['PERSON', 'GROUP', 'LOCATION']
    : ['LOCATION', 'PRODUCT', 'WORK'];
  return entities.some((entity) => rivals.includes(entity.type) && isNear(entity)) ? undefined : body;
}
