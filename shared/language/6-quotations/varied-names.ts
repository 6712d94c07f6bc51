import type { Entity, Mention } from '../analysis.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import { personNamedBy, type EntityIndex } from '../5-entities/entity-index.ts';
import { isPersonNoun } from '../5-entities/lexicon/people.ts';
import { mentionsWithin } from '../5-entities/mentions-within.ts';
import { groupBy } from '../group-by.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isBroughtIn, MOST_BACK, tokensBefore } from './brought-in.ts';
import { isOfOtherCountry } from './countries-of-bodies.ts';
import { agreesWithNoun } from './gender-of-nouns.ts';
import { isOfField, isOfParty, nounsFor, PARTIES } from './introduced-people.ts';
import { beforeSubheads } from './headings.ts';
import type { Introductions } from './introductions.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isRelative } from './relative-pronouns.ts';
import { isDescription, isFormer, isAskedOf, OFFICES, PUBLIC, subjectBefore } from './varied-descriptions.ts';

/** Who stands for an office. */
const CANDIDATES = wordSet('candidate nominee contender hopeful runner frontrunner');

/** Titles before a name, as the nouns that they shorten. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['gov', 'governor'],
  ['pres', 'president'],
  ['rep', 'representative'],
  ['amb', 'ambassador'],
]);

/** What is held with somebody, or written to him. */
const TALKS = wordSet('interview interviews letter letters conversation message email debate');

/** In how many paragraphs before a description its person may be the subject. */
const REACH = 1;

/** How many descriptions may stand for one another in a row. */
const MOST_IN_A_ROW = 3;

/** Whom newspapers call by another description than his name, to vary it: `Roe spoke over boos. The Florida senator said …`. */
export class VariedNames {
  private readonly index: EntityIndex;
  private readonly introductions: Introductions;
  private known: KnownOffices | undefined;

  constructor(index: EntityIndex, introductions: Introductions) {
    this.index = index;
    this.introductions = introductions;
  }

  /** Read when the first description asks for them: most articles have none. */
  private get offices(): KnownOffices {
    return (this.known ??= officesOf(this.index, this.introductions));
  }

  /** The subject of the last sentence that has somebody as its subject; nobody where he may be called otherwise, or has no name. */
  meant(source: TokenSpan, contents: readonly TokenSpan[], inARow = 1): Entity | undefined {
    const { head } = source;
    if (!head || inARow > MOST_IN_A_ROW || !isDescription(source, head) || isBroughtIn(head)) return undefined;
    const isCandidate = CANDIDATES.has(head.lower);
    const subject = subjectBefore(source.first, contents, isCandidate ? isAskedOf : undefined);
    if (!subject) return this.onlyOneNamed(head, contents);
    if (subject.children('conj').length > 0) return undefined;
    const words = nounPhrase(subject, isRelative);
    const person = this.index.entityOf(words) ?? this.meant(words, contents, inARow + 1);
    if (person ? isNamedIn(person, contents) : subject.pos === 'PRON') return this.onlyOneNamed(head, contents);
    if (person?.type !== 'PERSON' || !this.canBeCalled(person, head)) return undefined;
    return isOfPlace(head) || !this.isAnotherNamed(person, subject, head) ? person : undefined;
  }

  /** The subject of the last sentence that has somebody as its subject. */
  subjectBefore(place: Token, contents: readonly TokenSpan[]): Entity | undefined {
    const subject = subjectBefore(place, contents);
    if (!subject || subject.children('conj').length > 0) return undefined;
    const words = nounPhrase(subject, isRelative);
    const person = this.index.entityOf(words) ?? this.meant(words, contents);
    return person?.type === 'PERSON' ? person : undefined;
  }

  /** `In his letter, Mr. Roe denied it. / He told the crew …`: the subject of the sentence right before, where it names nobody else. */
  subjectRightBefore(pronoun: Token): Entity | undefined {
    const { paragraph, sentence } = pronoun;
    if (sentence.until(pronoun.index).tokens.length > 0) return undefined;
    const before = sentence.previous?.sentence ?? beforeSubheads(paragraph)?.sentences.at(-1);
    const [only, other] = new Set(before ? this.namedIn(before.tokens).map(({ entity }) => entity) : []);
    const subject = before?.head?.children('nsubj')[0];
    return subject && !other && !before.touchesQuoted() && personNamedBy(subject, this.index) === only
      ? only
      : undefined;
  }

  /** `Roe and Lund met on Monday. They said …`: the people whom the subject of the last sentence joins. */
  subjectsBefore(place: Token, contents: readonly TokenSpan[]): readonly Entity[] {
    const subject = subjectBefore(place, contents, () => true);
    const people = subject ? [subject, ...subject.children('conj')] : [];
    const named = people.flatMap((token) => personNamedBy(token, this.index) ?? []);
    return people.length > 1 && named.length === people.length ? [...new Set(named)] : [];
  }

  /** `The bridge was opened by Ann Lund, a mayor. / She said …`: the only one, named or not, of whom the text near a pronoun tells and whom it can mean. */
  onlyOneBefore(pronoun: Token, fits: (person: Entity) => boolean): Entity | undefined {
    const tokens = tokensBefore(pronoun);
    const [only, other] = new Set(this.namedIn(tokens).flatMap(({ entity }) => (fits(entity) ? [entity] : [])));
    return other || tokens.some(isNamelessPerson) ? undefined : only;
  }

  /** `"It was offensive," said Lund. / Troubling was Roe's silence; the businessman said …`: whether somebody else is named in the paragraph since. */
  private isAnotherNamed(person: Entity, subject: Token, description: Token): boolean {
    return this.namedBefore(description).some(
      ({ entity, token }) =>
        entity !== person &&
        token.sentence !== subject.sentence &&
        !(subject.paragraph === token.paragraph && token.isBefore(subject)) &&
        !isTalkedTo(token),
    );
  }

  /** Who is named in the paragraph of a description before it, outside of quotation marks. */
  private namedBefore({ paragraph, index: end }: Token): NamedToken[] {
    return this.namedIn(paragraph.tokens.slice(Math.max(0, end - MOST_BACK), end));
  }

  private namedIn(tokens: readonly Token[]): NamedToken[] {
    return tokens.flatMap((token) => {
      const entity = token.quoted ? undefined : personNamedBy(token, this.index);
      return entity ? [{ entity, token }] : [];
    });
  }

  private onlyOneNamed(description: Token, contents: readonly TokenSpan[]): Entity | undefined {
    if (!OFFICES.has(description.lower) && !PUBLIC.has(description.lower)) return undefined;
    const here = this.namedBefore(description);
    const named =
      here.length > 0 ? here : this.namedIn(beforeSubheads(description.paragraph)?.tokens.slice(-MOST_BACK) ?? []);
    const others = new Set(named.map(({ entity }) => entity).filter((entity) => !isNamedIn(entity, contents)));
    const [only, other] = others;
    return only && !other && this.canBeCalled(only, description) ? only : undefined;
  }

  private canBeCalled(person: Entity, head: Token): boolean {
    const noun = head.lower;
    if (!agreesWithNoun(person, noun) || isOfOtherCountry(person, head)) return false;
    return (
      isOfParty(person, head, this.introductions) &&
      (!isOfStaff(head) || nounsFor(person, this.introductions).includes(noun)) &&
      (!OFFICES.has(noun) || (isFormer(head) ? this.canHaveHeld(person, head) : this.canHold(person, head)))
    );
  }

  /** "The former president" is no other than the one who is told to be one. */
  private canHaveHeld(person: Entity, { lower: office, paragraph }: Token): boolean {
    const wasSo = ({ roles }: Entity) => roles.some(({ text }) => /\b(?:former|ex)\b/iu.test(text));
    if (wasSo(person)) return true;
    const isHere = person.mentions.some((mention) => mention.paragraph === paragraph.ordinal);
    if (office === 'president' && !isHere) return false;
    return !(this.offices.bearers.get(office) ?? []).some((other) => other !== person && wasSo(other));
  }

  /** Whether nothing tells of another office of his, or of another who holds this one. */
  private canHold(person: Entity, head: Token): boolean {
    const { lower: office, paragraph } = head;
    const own = this.officesOf(person);
    const places = placesOf(head);
    const others = (this.offices.bearers.get(office) ?? []).filter(
      (other) =>
        other !== person &&
        isOfField(other, head) &&
        (places.length === 0 || other.roles.some(({ text }) => places.every((place) => text.includes(place)))),
    );
    const isPrime = person.roles.some(({ text }) => /\bprime\b/iu.test(text));
    if (isOfState(head) && office === 'minister' && !isPrime) return false;
    if (own.has(office) && !isOfField(person, head)) return false;
    if (own.has(office)) return !others.some(({ mentions }) => mentions.some((mention) => isNear(mention, paragraph)));
    return own.size === 0 && !isOfState(head) && others.length === 0;
  }

  private officesOf(person: Entity): ReadonlySet<string> {
    return this.offices.borne.get(person) ?? new Set();
  }
}

/** "a guard" who does something or to whom something is done; not "the mayor" of "Ann Lund, the mayor". */
const isNamelessPerson = ({ pos, lower, quoted, relation }: Token): boolean =>
  pos === 'NOUN' && !quoted && ARGUMENTS.has(relation) && isPersonNoun(lower);

const ARGUMENTS: ReadonlySet<string> = new Set(['nsubj', 'obj', 'iobj', 'obl', 'conj']);

interface NamedToken {
  readonly entity: Entity;
  readonly token: Token;
}

interface KnownOffices {
  readonly borne: ReadonlyMap<Entity, ReadonlySet<string>>;
  readonly bearers: ReadonlyMap<string, readonly Entity[]>;
}

function officesOf({ entities }: EntityIndex, introductions: Introductions): KnownOffices {
  const people = entities.filter(({ type }) => type === 'PERSON');
  const borne = new Map(people.map((person) => [person, officesIn(nounsFor(person, introductions))]));
  const pairs = [...borne].flatMap(([person, offices]) => [...offices].map((office) => ({ person, office })));
  const bearers = new Map(
    [...groupBy(pairs, ({ office }) => office)].map(([office, all]) => [office, all.map(({ person }) => person)]),
  );
  return { borne, bearers };
}

const officesIn = (nouns: readonly string[]): ReadonlySet<string> =>
  new Set(nouns.map((noun) => TITLES.get(noun) ?? noun).filter((noun) => OFFICES.has(noun)));

const isNear = (mention: Mention, { ordinal }: AnnotatedParagraph): boolean =>
  mention.paragraph <= ordinal && ordinal - mention.paragraph <= REACH;

/** "the Utah Republican" */
const isOfPlace = (head: Token): boolean => placesOf(head).length > 0;

const placesOf = (head: Token): string[] =>
  head
    .children('compound', 'amod')
    .flatMap(({ text, lower }) => (/^\p{Lu}/u.test(text) && !PARTIES.has(lower) ? [text] : []));

/** `In an interview with Ann Lund, the candidate said …` */
function isTalkedTo(name: Token): boolean {
  for (let { head: above } = name; above; above = above.head) if (TALKS.has(above.lower)) return true;
  return false;
}

/** `the senior Lund adviser`: one of many who work for somebody. */
const isOfStaff = (head: Token): boolean =>
  STAFF.has(head.lower) && head.children('compound').some(({ pos }) => pos === 'PROPN');

const STAFF = wordSet('adviser advisor strategist ally supporter donor friend confidant manager consultant operative');

/** Of whom newspapers speak without a name, whoever else is the subject. */
const isOfState = (head: Token): boolean =>
  head.lower === 'president' || head.children('amod', 'compound').some(({ lower }) => lower === 'prime');

/** Of whom the words speak by his name: he does not speak them. */
const isNamedIn = (entity: Entity, contents: readonly TokenSpan[]): boolean =>
  contents.some((content) => mentionsWithin(entity, content).some(({ kind }) => kind === 'name'));
