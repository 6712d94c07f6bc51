import type { Cluster } from './cluster.ts';
import { genderOfForename, genderOfTitle, type Gender } from './lexicon/people.ts';
import type { NameMention } from './name-mentions.ts';
import {
  bareFamily,
  familyFirst,
  familyName,
  isFullName,
  parsePersonName,
  sameFullName,
  type PersonName,
} from './person-name.ts';
import { relativesApart, type AreApart } from './relatives.ts';

interface Person extends Cluster {
  readonly fullNames: PersonName[];
  readonly names: NameMention[];
  readonly order: number[];
  /** Order of the first full name. */
  readonly introduced: number;
  /** Order of the first name in each paragraph. */
  readonly firstIn: Map<number, number>;
  /** The gender by so many names. */
  gender?: { readonly names: number; readonly value: Gender | undefined };
}

interface Named {
  readonly mention: NameMention;
  readonly name: PersonName;
  readonly order: number;
}

/** How many times more often a bearer of a surname must be named than any other to be meant by the surname alone. */
const CLEAR_MAJORITY = 2;

/** People of one forename or surname in an article; where there are more, it means none of them. Keeps the work linear. */
const MOST_BEARERS = 40;

/** Ways to write one full name that are compared with others; as above. */
const MOST_WRITINGS = 10;

/** Who bears a part of a name, and who a whole one. */
interface Bearers {
  readonly ofPart: Map<string, Person[]>;
  readonly ofWhole: Map<string, Person>;
  readonly areApart: AreApart;
}

/**
 * Full names first, whatever the order in the text: each is a person of its own unless nothing in it differs. Then
 * surnames and forenames find the one person who bears them; where several do and nothing decides, they stay apart.
 */
export function clusterPeople(mentions: readonly NameMention[]): Cluster[] {
  const named = mentions.map((mention, order): Named => ({ mention, name: parsePersonName(mention.words), order }));
  const people: Person[] = [];
  const bearers: Bearers = { ofPart: new Map(), ofWhole: new Map(), areApart: relativesApart(mentions) };
  for (const one of named.filter(({ name }) => isFullName(name))) addFullName(one, people, bearers);
  const strangers = new Map<string, Person>();
  const short = named.filter(({ name }) => !isFullName(name));
  const called = new Set(short.map(({ name }) => name.parts.join(' ')));
  for (const one of short)
    addName(personBySurname(one, bearers, called) ?? unlinkedPerson(one, people, strangers), one);
  for (const person of people) sortNames(person);
  return people;
}

function addFullName(named: Named, people: Person[], { ofPart, ofWhole, areApart }: Bearers): void {
  const { mention, name, order } = named;
  const keys = keysOf(name);
  const whole = `${name.joined} ${name.suffix ?? ''}`;
  const known =
    ofWhole.get(whole) ??
    keys
      .flatMap((key) => ofPart.get(key) ?? [])
      .find(
        ({ fullNames }) =>
          fullNames.some((other) => sameFullName(name, other)) && !fullNames.some((other) => areApart(name, other)),
      );
  const person = known ?? newPerson(mention, order);
  if (!known) people.push(person);
  addName(person, named);
  if (ofWhole.has(whole)) return;
  ofWhole.set(whole, person);
  if (person.fullNames.length === MOST_WRITINGS) return;
  person.fullNames.push(name);
  for (const key of keys) {
    const bearers = ofPart.get(key);
    if (!bearers) ofPart.set(key, [person]);
    else if (bearers.length < MOST_BEARERS && !bearers.includes(person)) bearers.push(person);
  }
}

const newPerson = ({ type }: NameMention, introduced: number): Person => ({
  type,
  names: [],
  fullNames: [],
  order: [],
  introduced,
  firstIn: new Map(),
});

function addName({ names, order, firstIn }: Person, { mention, order: place }: Named): void {
  names.push(mention);
  order.push(place);
  const { paragraph } = mention.span;
  firstIn.set(paragraph, Math.min(place, firstIn.get(paragraph) ?? place));
}

const keysOf = (name: PersonName): string[] => [
  ...new Set([
    ...name.parts,
    familyName(name),
    bareFamily(familyName(name)),
    ...(name.nickname ? [name.nickname] : []),
  ]),
];

/** The one person whom a surname or a forename means. */
function personBySurname(
  { mention, name, order }: Named,
  { ofPart, areApart }: Bearers,
  called: ReadonlySet<string>,
): Person | undefined {
  const own = name.parts.join(' ');
  const key = ofPart.has(own) ? own : bareFamily(own);
  const all = ofPart.get(key) ?? [];
  if (all.length === MOST_BEARERS) return undefined;
  const gender = genderOfTitles(mention);
  const bearers = all.filter(
    (person) =>
      (!gender || (genderSoFar(person) ?? gender) === gender) &&
      !(mention.relativeOf && person.fullNames.some((full) => areApart(name, full))),
  );
  const families = bearers.filter(({ fullNames }) => fullNames.some((full) => isFamilyName(key, full)));
  // "Elizabeth II" is not Elizabeth Taylor.
  const candidates = families.length > 0 || name.suffix ? families : bearers;
  if (candidates.length <= 1) return candidates[0];
  // "The elder Lin" sets off one of two from the one whom the story is about.
  if (candidates.length === 2 && mention.titles.some((title) => /^(?:elder|younger)$/i.test(title)))
    return leastNamed(candidates);
  // Until a second one is introduced, the first is meant.
  const introduced = candidates.filter((person) => person.introduced < order);
  if (introduced.length === 1) return introduced[0];
  // Where Melania is "Melania", "Trump" is the other one.
  const bySurname = candidates.filter(({ fullNames }) => !fullNames.some(({ parts }) => called.has(parts[0]!)));
  if (families.length > 1 && bySurname.length === 1) return bySurname[0];
  return nearest(candidates, mention, order) ?? mostNamed(candidates);
}

const isFamilyName = (called: string, full: PersonName): boolean => {
  const family = familyName(full);
  if (called === family || called === bareFamily(family)) return true;
  // Spanish names have two surnames, the first is the usual one.
  return (
    full.parts.length > 2 &&
    !familyFirst(full) &&
    full.parts[full.parts.length - 2] === called &&
    !genderOfForename(called)
  );
};

/** The only one named in the same paragraph before it. */
function nearest(candidates: readonly Person[], { span }: NameMention, order: number): Person | undefined {
  const near = candidates.filter(({ firstIn }) => (firstIn.get(span.paragraph) ?? order) < order);
  return near.length === 1 ? near[0] : undefined;
}

function mostNamed(candidates: readonly Person[]): Person | undefined {
  const [most, next] = [...candidates].sort((a, b) => b.names.length - a.names.length);
  return most!.names.length >= next!.names.length * CLEAR_MAJORITY ? most : undefined;
}

const leastNamed = (candidates: readonly Person[]): Person | undefined =>
  [...candidates].sort((a, b) => a.names.length - b.names.length)[0];

function unlinkedPerson({ mention, name }: Named, people: Person[], strangers: Map<string, Person>): Person {
  const gender = genderOfTitles(mention) ?? '';
  const called = `${bareFamily(name.parts.join(' '))} ${name.suffix ?? ''}`;
  const known = strangers.get(`${called} ${gender}`) ?? strangers.get(`${called} `);
  if (known) return known;
  const stranger = newPerson(mention, Infinity);
  people.push(stranger);
  strangers.set(`${called} ${gender}`, stranger);
  return stranger;
}

function sortNames(person: Person): void {
  const sorted = person.order
    .map((order, index) => ({ order, name: person.names[index]! }))
    .sort((a, b) => a.order - b.order);
  person.names.splice(0, person.names.length, ...sorted.map(({ name }) => name));
}

const genderOfTitles = ({ titles }: NameMention): Gender | undefined =>
  titles.map(genderOfTitle).find((gender) => gender !== undefined);

/** Title or forename stand with one of the first names, or with none; keeps the work linear. */
const NAMES_THAT_REVEAL_GENDER = 20;

/** As `genderOf`, found again only when one more of the telling names is there. */
function genderSoFar(person: Person): Gender | undefined {
  const names = Math.min(person.names.length, NAMES_THAT_REVEAL_GENDER);
  if (person.gender?.names !== names) person.gender = { names, value: genderOf(person) };
  return person.gender.value;
}

/** From titles, else from forenames; agreement alone uses it, it is never stored. */
export function genderOf({ names }: Cluster): Gender | undefined {
  const telling = names.slice(0, NAMES_THAT_REVEAL_GENDER);
  for (const mention of telling) {
    const gender = genderOfTitles(mention);
    if (gender) return gender;
  }
  for (const { words } of telling) {
    const name = parsePersonName(words);
    if (!isFullName(name)) continue;
    const given = familyFirst(name) ? name.parts.slice(1) : name.parts.slice(0, -1);
    for (const part of given) {
      const gender = genderOfTitle(part) ?? genderOfForename(part);
      if (gender) return gender;
    }
  }
  return undefined;
}
