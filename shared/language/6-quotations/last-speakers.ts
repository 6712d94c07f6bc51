import type { Entity } from '../analysis.ts';
import type { Token, TokenSpan } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import {
  genderOfForename,
  genderOfTitle,
  isPeopleNoun,
  isPersonNoun,
  type Gender,
} from '../5-entities/lexicon/people.ts';
import { groupBy } from '../group-by.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { carriesWords } from './document-words.ts';
import { beforeSubheads } from './headings.ts';
import { sourceSpan, type Attribution } from './rule.ts';

const PERSONS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
]);
const BODIES = wordSet('it its they');

/** How many attributions before a pronoun are looked at. */
const LOOK_BACK = 6;

/** Who has just spoken, for a pronoun that the rest of the text leaves open. */
export class LastSpeakers {
  private readonly inOrder: readonly Attribution[];
  private readonly places: ReadonlyMap<Attribution, number>;
  private readonly index: EntityIndex;
  private known: ReadonlyMap<number, readonly Named[]> | undefined;

  constructor(attributions: readonly Attribution[], index: EntityIndex) {
    this.inOrder = attributions.toSorted(
      ({ cue: a }, { cue: b }) => a.paragraph.ordinal - b.paragraph.ordinal || a.start - b.start,
    );
    this.places = new Map(this.inOrder.map((attribution, place) => [attribution, place]));
    this.index = index;
  }

  /** By paragraph; read when the first pronoun asks for them. */
  private get names(): ReadonlyMap<number, readonly Named[]> {
    return (this.known ??= groupBy(this.index.entities.flatMap(namesOf), ({ paragraph }) => paragraph));
  }

  /** The statement that a pronoun as a source may go on with: the last before it in its paragraph or the one before. */
  before(attribution: Attribution): Attribution | undefined {
    const source = sourceSpan(attribution);
    const place = this.places.get(attribution) ?? 0;
    if (!source) return undefined;
    const paragraphBefore = beforeSubheads(source.paragraph);
    const near = this.inOrder.slice(Math.max(0, place - LOOK_BACK), place);
    return near.findLast(
      (other) =>
        // "When asked about the pier, he said": who asked is nobody.
        (sourceSpan(other) !== null || other.cue.first.sentence !== source.first.sentence) &&
        (source.paragraph.ordinal - other.cue.paragraph.ordinal <= 1 || other.cue.paragraph === paragraphBefore) &&
        !near.some((outer) => outer !== other && outer.contents.some((content) => content.covers(other.cue))) &&
        !other.contents.some((content) => content.covers(source)),
    );
  }

  /**
   * Those of the last speakers whom a pronoun can mean; nobody where another has been named since, unless it is known
   * that the pronoun means `noneNamed` since. Who speaks `ofAnother` as "him" is not he, unless he is a subject.
   */
  meantBy(
    pronoun: Token,
    last: Attribution,
    speakers: readonly Entity[],
    { noneNamed = false, ofAnother = false } = {},
  ): readonly Entity[] {
    const [speaker, second] = speakers;
    if (!speaker) return [];
    const gender = PERSONS.get(pronoun.lower);
    if (gender) {
      const fits = speaker.type === 'PERSON' && agrees(speaker, gender) && !second;
      if ((titleOf(last) ?? gender) !== gender) return [];
      return fits && (noneNamed || !this.isAnotherNamed(speaker, gender, this.namedBetween(last, pronoun, ofAnother)))
        ? [speaker]
        : [];
    }
    if (!BODIES.has(pronoun.lower) || (pronoun.lower === 'they' && isDocument(last))) return [];
    if (second) return pronoun.lower === 'they' ? speakers : [];
    return speaker.type === 'ORGANIZATION' ? [speaker] : [];
  }

  /** `Bellini runs his firm by phone. / "It helps," he told Crane`: the only one whom this paragraph or the one before names beside the addressee. */
  besideAddressee(pronoun: Token, isTold: (entity: Entity) => boolean): readonly Entity[] {
    const gender = PERSONS.get(pronoun.lower);
    if (!gender || !this.index.entities.some(isTold)) return [];
    const { ordinal } = pronoun.paragraph;
    const near = this.namedIn(ordinal - 1, ordinal).filter(
      ({ entity, paragraph, start }) =>
        entity.type === 'PERSON' &&
        (paragraph < ordinal || start < pronoun.start) &&
        !isTold(entity) &&
        agrees(entity, gender),
    );
    const others = [...new Set(near.map(({ entity }) => entity))];
    return others.length === 1 ? others : [];
  }

  private isAnotherNamed(speaker: Entity, gender: Gender, named: readonly Entity[]): boolean {
    const isKnown = genderOf(speaker) === gender;
    return named.some(
      (entity) =>
        entity !== speaker &&
        entity.type === 'PERSON' &&
        (isKnown ? genderOf(entity) === gender : agrees(entity, gender)),
    );
  }

  /** Whether another body than the one that spoke is named before a description, which it can mean. */
  isAnotherBodyNamed(
    speaker: Entity,
    last: Attribution,
    description: TokenSpan,
    canBeMeant: (body: Entity) => boolean,
  ): boolean {
    return this.namedBetween(last, description.first).some(
      (entity) => entity !== speaker && entity.type === 'ORGANIZATION' && canBeMeant(entity),
    );
  }

  /** Who is named after a statement and before a place: not in marks, as an owner or in what was said. */
  private namedBetween({ cue: from, contents }: Attribution, to: Token, onlySubjects = false): Entity[] {
    const isBetween = ({ paragraph, start }: Named) =>
      (paragraph > from.paragraph.ordinal || start > from.last.end) &&
      (paragraph < to.paragraph.ordinal || start < to.start);
    const isRival = ({ paragraph, start }: Named) => {
      const token = [from.paragraph, to.paragraph]
        .find(({ ordinal }) => ordinal === paragraph)
        ?.tokens.find((each) => each.start === start);
      if (token && onlySubjects && token.relation !== 'nsubj') return false;
      // "Roe's part is small, but he said": an owner in the sentence of the pronoun counts.
      const isOwner = token?.subtype === 'poss' && token.sentence !== to.sentence;
      return !token || (!token.quoted && !isOwner && !contents.some((content) => content.has(token)));
    };
    return this.namedIn(from.paragraph.ordinal, to.paragraph.ordinal)
      .filter((named) => isBetween(named) && isRival(named))
      .map(({ entity }) => entity);
  }

  private namedIn(first: number, last: number): Named[] {
    const ordinals = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    return ordinals.flatMap((ordinal) => this.names.get(ordinal) ?? []);
  }
}

/** A name of an entity in the text. */
interface Named {
  readonly entity: Entity;
  readonly paragraph: number;
  readonly start: number;
}

const namesOf = (entity: Entity): Named[] =>
  entity.mentions.flatMap(({ kind, paragraph, start }) => (kind === 'name' ? [{ entity, paragraph, start }] : []));

/** What a title before the last speaker's name tells: "Ms. Epstein said". */
const titleOf = (last: Attribution): Gender | undefined =>
  sourceSpan(last)
    ?.tokens.map(({ text }) => genderOfTitle(text))
    .find((gender) => gender !== undefined);

/** Whether "he" or "she" can be somebody. */
export function canMean({ lower }: Token, entity: Entity): boolean {
  const gender = PERSONS.get(lower);
  return gender !== undefined && entity.type === 'PERSON' && agrees(entity, gender);
}

/** Whether a forename, or else the pronouns that stand for somebody elsewhere, speak against a pronoun. */
const agrees = (entity: Entity, gender: Gender): boolean => (genderOf(entity) ?? gender) === gender;

/** By the forename, or else by the pronouns that stand for somebody. */
const genderOf = (entity: Entity): Gender | undefined =>
  genderOfForename(entity.name.split(' ')[0] ?? '') ?? genderOfPronouns(entity);

/** What was told of an entity, kept: each pronoun of an article asks, and an entity may have as many. */
const KNOWN_GENDERS = new WeakMap<Entity, { readonly gender: Gender | undefined }>();

function genderOfPronouns(entity: Entity): Gender | undefined {
  const known = KNOWN_GENDERS.get(entity);
  if (known) return known.gender;
  const [gender, other] = new Set(entity.mentions.flatMap(({ text }) => PERSONS.get(text.toLowerCase()) ?? []));
  const only = other ? undefined : gender;
  KNOWN_GENDERS.set(entity, { gender: only });
  return only;
}

/** `The poll says that voters doubt it. They …` */
export function isDocument(last: Attribution): boolean {
  const head = sourceSpan(last)?.head;
  return head !== undefined && carriesWords(head);
}

/** `A committee said …. It said …`: the last speaker has no name, and is a thing that "it" can mean. */
export function isNamelessBody(last: Attribution): boolean {
  const head = sourceSpan(last)?.head;
  return head?.pos === 'NOUN' && !isPersonNoun(head.lower) && !isPeopleNoun(head.lower);
}
