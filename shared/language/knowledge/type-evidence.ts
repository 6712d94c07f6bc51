import { isPersonNoun, TITLES } from '../5-entities/lexicon/people.ts';
import type { EntityType, Sentence, TaggedName, Token } from '../document.ts';
import type { Gazetteer, KnownType } from './gazetteer.ts';
import { writtenText } from './known-spans.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** "the firm X", "X, a river in Peru": nouns that tell what bears the name. */
export const ORGANIZATION_NOUNS =
  words(`firm company bank agency group newspaper daily magazine operator party union club team university
  college court ministry charity foundation airline automaker chipmaker retailer startup broadcaster carrier lender
  network orchestra band bookseller insurer brewer publisher`);
export const PLACE_NOUNS =
  words(`lake river town city village island mountain country province region port suburb district valley
  neighborhood neighbourhood glacier sea desert capital volcano peninsula`);
const PLACE_PREPOSITIONS = words('in near across throughout outside around');
const SAYING = /^(?:said|says|told|added|asked|recalled|smiled|laughed|nodded|wrote|replied)$/;

/** Points for a type, in the tagger's own measure: differences of scores. */
export type Points = Partial<Record<EntityType, number>>;

/** How much each piece of evidence counts; tuned with `evaluate -- names --tuning` and uner-ewt.dev. */
export const WEIGHTS = {
  /** For each point of the tagger's difference between types. */
  tagger: 0.6,
  /** The tagger's difference says no more beyond this. */
  mostTagger: 9,
  /** For each point of prominence of the best bearer of a type: several words, one word, a part of a name. */
  bearerOfWords: 0.12,
  bearerOfWord: 0.075,
  weakBearer: 0.03,
  /** Any bearer of several words at all. */
  wholeName: 2,
  /** The name is an ordinary word too: the list says less. */
  alsoWord: 0.4,
  surname: 0.8,
  forename: 0.5,
  forenameFirst: 2.5,
  title: 6,
  personNoun: 5,
  organizationNoun: 4,
  placeNoun: 4,
  age: 5,
  who: 4,
  pronoun: 2.5,
  saying: 1,
  inPlace: 2,
  article: -2.5,
  family: 4,
  beginning: 4,
} as const;

/** What the lists know of the words. */
export function fromLists(name: TaggedName, { tokens }: Sentence, gazetteer: Gazetteer): Points {
  const { first, end } = name;
  const knowledge = gazetteer.lookUp(writtenText(tokens, first, end));
  const ofWords = end - first > 1 && /\s/.test(writtenText(tokens, first, end));
  const points: Points = {};
  if (!/\p{Lu}/u.test(tokens[first]!.text) && !ofWords) return points;
  for (const { type, prominence, weak } of knowledge.bearers) {
    const each = weak ? WEIGHTS.weakBearer : ofWords ? WEIGHTS.bearerOfWords : WEIGHTS.bearerOfWord;
    const worth =
      (prominence * each + (ofWords && !weak ? WEIGHTS.wholeName : 0)) * (knowledge.word ? WEIGHTS.alsoWord : 1);
    points[type] = Math.max(points[type] ?? 0, worth);
  }
  if (!ofWords) {
    add(points, 'PERSON', (knowledge.surname ? WEIGHTS.surname : 0) + (knowledge.forename ? WEIGHTS.forename : 0));
  } else if (knowledge.bearers.length === 0 && gazetteer.lookUp(tokens[first]!.text).forename) {
    add(points, 'PERSON', WEIGHTS.forenameFirst);
  }
  return points;
}

/** What the tagger and the words around a name tell. */
export function fromContext(name: TaggedName, { tokens, names }: Sentence): Points {
  const { first, end, type, beliefs } = name;
  const points: Points = {};
  for (const [other, belief] of Object.entries(beliefs ?? { [type]: 0 }) as [EntityType, number][])
    points[other] = WEIGHTS.tagger * Math.max(-WEIGHTS.mostTagger, belief);
  const before = tokens[first - 1];
  const after = tokens[end];
  const next = tokens[end + 1];
  if (before && TITLES.has(before.text.toLowerCase().replace('.', '')) && /^\p{Lu}/u.test(before.text))
    add(points, 'PERSON', WEIGHTS.title);
  if (after?.text === ',' && /^\d{2}$/.test(next?.text ?? '') && /^[,.]$/.test(tokens[end + 2]?.text ?? ''))
    add(points, 'PERSON', WEIGHTS.age);
  if (after?.text === 'who' || (after?.text === ',' && next?.text === 'who')) add(points, 'PERSON', WEIGHTS.who);
  if (before && PLACE_PREPOSITIONS.has(before.text.toLowerCase())) add(points, 'LOCATION', WEIGHTS.inPlace);
  if (/^the$/i.test(before?.text ?? '') && after?.pos !== 'NOUN' && after?.pos !== 'PROPN')
    add(points, 'PERSON', WEIGHTS.article);
  const said = SAYING.test(after?.text ?? '') || SAYING.test(before?.text ?? '');
  if (said) add(points, 'PERSON', WEIGHTS.saying);
  const noun = describedBy(tokens, first, end);
  if (noun && isPersonNoun(noun)) add(points, 'PERSON', WEIGHTS.personNoun);
  else if (noun && ORGANIZATION_NOUNS.has(noun)) add(points, 'ORGANIZATION', WEIGHTS.organizationNoun);
  else if (noun && PLACE_NOUNS.has(noun)) add(points, 'LOCATION', WEIGHTS.placeNoun);
  const alone = names.every((other) => other === name || other.type !== 'PERSON');
  const pronoun = tokens.slice(end, end + 10).some(({ text }) => /^(?:he|she|his|her|him)$/.test(text));
  if (alone && pronoun) add(points, 'PERSON', WEIGHTS.pronoun);
  return points;
}

/** "X, a pitcher", "the newspaper X", "her brother, X" */
function describedBy(tokens: readonly Token[], first: number, end: number): string | undefined {
  const isIn = (at: number): boolean => at >= first && at < end;
  const head = tokens.findIndex(({ head: governor }, at) => isIn(at) && !isIn(governor));
  if (head < 0) return undefined;
  const apposed = tokens
    .slice(end, end + 8)
    .find(({ relation, head: governor }) => relation === 'appos' && isIn(governor));
  if (apposed) return apposed.text;
  const { relation, head: governor } = tokens[head]!;
  if (relation === 'appos' && governor < first) return tokens[governor]!.text;
  const before = tokens[first - 1];
  return before?.pos === 'NOUN' ? before.text : undefined;
}

export const add = (points: Points, type: EntityType | KnownType, worth: number): void => {
  points[type] = (points[type] ?? 0) + worth;
};
