import type { Entity, Mention } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { isMentionedBefore } from '../5-entities/mentions-within.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isBroughtIn } from './brought-in.ts';
import { isAgent } from './cues.ts';
import type { Introductions } from './introductions.ts';
import { isRelaying } from './sources.ts';

/** Nouns that may tell of the same office. */
const HEADS = wordSet('head chief leader director president chairman chairwoman chair commissioner boss');
const SOLDIERS = wordSet(
  'general colonel major admiral captain lieutenant commander officer sergeant gen col maj lt capt adm spokesman',
);
const SCHOLARS = wordSet(`professor doctor researcher scientist economist demographer historian analyst expert academic
  scholar sociologist psychologist physicist chemist biologist climatologist epidemiologist virologist lecturer fellow`);
const LEGISLATORS = wordSet(`lawmaker legislator politician senator representative congressman congresswoman mp deputy
  parliamentarian speaker sen rep`);
/** A representative is no senator. */
const CHAMBERS: ReadonlyMap<string, string> = new Map([
  ['senator', 'senate'],
  ['sen', 'senate'],
  ['representative', 'house'],
  ['rep', 'house'],
  ['congressman', 'house'],
  ['congresswoman', 'house'],
]);
const ENVOYS = wordSet('envoy diplomat ambassador emissary negotiator mediator representative coordinator');
const OFFICIALS = wordSet(`official minister deputy secretary undersecretary spokesman spokeswoman spokesperson governor
  mayor adviser advisor inspector prosecutor judge coordinator representative ambassador envoy president premier vice
  prime manager administrator`);
const ABBREVIATED = wordSet('sen gov rep pres amb');
const CLASSES: readonly ReadonlySet<string>[] = [
  HEADS,
  SOLDIERS,
  SCHOLARS,
  LEGISLATORS,
  ENVOYS,
  new Set([...OFFICIALS, ...HEADS]),
];

/** Nouns of the last class that stand for any of it. */
const ANY_OFFICIAL = 'official';

/** In how many paragraphs after a description the name may follow, and in how many before it may stand. */
const REACH = 2;

/** Whether two nouns can tell of one office. */
export function areOneOffice(noun: string, other: string): boolean {
  if (noun === other) return true;
  const [chamber, another] = [CHAMBERS.get(noun), CHAMBERS.get(other)];
  if (chamber && another) return chamber === another;
  // A spokesman is no director, and no spokeswoman.
  if (noun.startsWith('spokes') || other.startsWith('spokes'))
    return noun === ANY_OFFICIAL || noun === 'spokesperson' || other === 'spokesperson';
  // A country's president is no head of anything else.
  if (noun === 'president') return false;
  if (noun === ANY_OFFICIAL) return CLASSES.some((nouns) => nouns.has(other) && nouns.has(ANY_OFFICIAL));
  return CLASSES.some((nouns) => !nouns.has(ANY_OFFICIAL) && nouns.has(noun) && nouns.has(other));
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);

/** How parties call their own, with the letter behind a name: "Ann Lund, R-Ohio". */
export const PARTIES: ReadonlyMap<string, string> = new Map([
  ['republican', 'R'],
  ['gop', 'R'],
  ['democrat', 'D'],
  ['democratic', 'D'],
]);

/** Whether what a text tells of somebody's party speaks against a description. */
export function isOfParty(person: Entity, head: Token, introductions: Introductions): boolean {
  // "The democratic socialist" is of no party.
  const named = [head, ...head.children('amod', 'compound')].flatMap(({ text, lower }) =>
    /^\p{Lu}/u.test(text) ? (PARTIES.get(lower) ?? []) : [],
  );
  const known = introductions.partiesOf(person);
  return named.every((party) => known.size === 0 || known.has(party));
}

/** Nouns for what a person is, as the article tells: of his roles, of titles and of appositions. */
export function nounsFor(person: Entity, introductions: Introductions): string[] {
  const roles = person.roles.flatMap(({ text }) => wordsOf(text));
  const titles = [...introductions.nounsOf(person).keys()];
  return [...roles, ...titles].filter(
    (word) => isPersonNoun(word) || OFFICIALS.has(word) || SOLDIERS.has(word) || ABBREVIATED.has(word),
  );
}

/** Who somebody that is only described is, by what follows or what stands before. */
export class IntroducedPeople {
  private readonly people: readonly Entity[];
  private readonly introductions: Introductions;
  /** What those are called who will not be named; sources are asked in reading order. */
  private readonly hidden = new Set<string>();

  constructor({ entities }: EntityIndex, introductions: Introductions) {
    this.people = entities.filter(({ type }) => type === 'PERSON');
    this.introductions = introductions;
  }

  /** Whom "a top general" or "the official" stands for; nobody where that is not clear. */
  described(source: TokenSpan): Entity | undefined {
    const { head } = source;
    if (head?.pos !== 'NOUN' || !isPersonNoun(head.lower) || !isOne(head)) return undefined;
    if (isHidden(source)) {
      this.hidden.add(head.lower);
      return undefined;
    }
    if (source.first.lower === 'the') {
      // "An official rejected it. The official said": he who has no name.
      if (this.hidden.has(head.lower) || isBroughtIn(head)) return undefined;
      const before = isBare(head) ? this.before(source, head) : undefined;
      if (before) return before;
    }
    return this.following(source, head);
  }

  /** `The official said …` after the one person with an office of that kind. */
  private before(source: TokenSpan, head: Token): Entity | undefined {
    const { lower } = head;
    // "The foreign secretary" is no home secretary.
    const modifiers = head.children('amod', 'compound').map((token) => token.lower);
    const near = this.people.filter((person) => isMentionedBefore(person, source.first, REACH));
    const fitting = near.filter((person) =>
      nounsFor(person, this.introductions).some((office) => areOneOffice(lower, office)),
    );
    const [only, other] = fitting;
    const inRoles = new Set(only?.roles.flatMap(({ text }) => wordsOf(text)));
    return other || !modifiers.every((word) => inRoles.has(word)) ? undefined : only;
  }

  /** `A top general says … / General Hanna Roe, head of …, says …`: whom the next sentences bring in as their subject. */
  private following(source: TokenSpan, head: Token): Entity | undefined {
    const { ordinal } = source.paragraph;
    const isAfter = ({ paragraph, start }: Mention) =>
      paragraph > ordinal
        ? paragraph - ordinal <= REACH
        : paragraph === ordinal && start >= source.first.sentence.last.end;
    const [next, other] = this.people
      .flatMap((person) => person.mentions.slice(0, 1).map((mention) => ({ person, mention })))
      .filter(({ mention }) => isAfter(mention))
      .sort((a, b) => a.mention.paragraph - b.mention.paragraph || a.mention.start - b.mention.start);
    if (!next) return undefined;
    const name = this.introductions.headOf(next.mention);
    if (!name || !isSubject(name)) return undefined;
    // Two who come together: it may be either.
    if (
      other &&
      this.introductions.headOf(other.mention)?.sentence === name.sentence &&
      isSubjectOfRoot(other.mention, this.introductions)
    )
      return undefined;
    const offices = nounsFor(next.person, this.introductions);
    const isSenior = head.children('amod').some(({ lower }) => SENIOR.has(lower));
    // "A senior official said" it, and a spokesman comes next: he is not the one.
    const fits = offices.some(
      (office) => areOneOffice(head.lower, office) && !(isSenior && office.startsWith('spokes')),
    );
    const isBareName =
      (source.first.lower !== 'the' || head.children('nmod').length > 0) &&
      offices.length === 0 &&
      name.paragraph.ordinal - ordinal <= 1 &&
      topOf(name) === name &&
      opensSentence(name);
    const fitsParty = isOfParty(next.person, head, this.introductions) && isOfField(next.person, head);
    return (fits || isBareName) && fitsParty && !isOfAnotherBody(next.person, head) ? next.person : undefined;
  }
}

const SENIOR = wordSet('senior top high-ranking');

/** "The foreign secretary" is no home secretary. */
export function isOfField({ roles }: Entity, head: Token): boolean {
  const fields = head.children('amod', 'compound').filter(({ text }) => /^\p{Ll}/u.test(text));
  const told = roles.map(({ text }) => text.toLowerCase()).join(' ');
  return !OF_A_FIELD.has(head.lower) || told === '' || fields.every(({ lower }) => told.includes(lower));
}

const OF_A_FIELD = wordSet('secretary minister');

/** `A State Department official … / Nick Roe, a spokesman for the Lund campaign, …`: his office is told, and of another body. */
function isOfAnotherBody({ roles }: Entity, head: Token): boolean {
  const own = head
    .children('compound')
    .flatMap(({ pos, text, lower }) => (pos === 'PROPN' && !PARTIES.has(lower) ? [text] : []));
  const told = roles.flatMap(({ text }) => text.match(/\p{Lu}[\p{L}.]*/gu) ?? []);
  // "The U.N. official" is one of the United Nations.
  if (own.length === 0 || told.length === 0 || [...own, ...told].some(isAcronym)) return false;
  return !own.some((name) => told.includes(name));
}

const isAcronym = (name: string): boolean => name.length > 1 && name === name.toUpperCase();

/** "an official who was not authorized to speak", "an aide who requested anonymity": the text will not name him. */
const isHidden = ({ tokens }: TokenSpan): boolean => tokens.some(({ lower }) => HIDDEN.has(lower));

const HIDDEN = wordSet('anonymity anonymously authorized authorised unnamed identified');

/** "a general", "Kenya's president": one person. */
const isOne = ({ dependents }: Token): boolean =>
  dependents.some(
    ({ relation, subtype, lower }) =>
      (relation === 'det' && /^(?:an?|the|another)$/u.test(lower)) || (relation === 'nmod' && subtype === 'poss'),
  );

/** "the official", "the top official", not "the official who resigned". */
const isBare = (noun: Token): boolean => noun.dependents.every((token) => token.isBefore(noun));

const NAMING_RELATIONS: ReadonlySet<string> = new Set(['appos', 'compound']);

/** The noun that a name hangs on by apposition, or the name. */
function topOf(name: Token): Token {
  let top = name;
  while (top.head && (NAMING_RELATIONS.has(top.relation) || top.subtype === 'desc')) top = top.head;
  return top;
}

/** `Hanna Roe says …`, `The charge was made by Hanna Roe.`, `The paper quoted Hanna Roe as saying …` */
function isSubject(name: Token): boolean {
  const top = topOf(name);
  if (top.relation === 'obj') return isRelaying(top.head);
  return top.relation === 'nsubj' || (top.relation === 'obl' && isAgent(top));
}

function isSubjectOfRoot(mention: Mention, introductions: Introductions): boolean {
  const name = introductions.headOf(mention);
  return name !== undefined && isSubject(name);
}

const opensSentence = (name: Token): boolean => topOf(name).subtree().start === name.sentence.start;
