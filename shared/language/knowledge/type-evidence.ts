import { isPersonNoun, TITLES } from '../5-entities/lexicon/people.ts';
import { PRODUCT_NOUNS, PRODUCTS, TREATIES, TREATY_NOUN } from '../5-entities/lexicon/products.ts';
import type { EntityType, Sentence, TaggedName } from '../document.ts';
import { BODY_NOUNS, PLACE_NOUNS } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { SentenceSpan } from '../sentence-span.ts';
import type { Gazetteer, Known, KnownType } from './gazetteer.ts';

const PLACE_PREPOSITIONS = wordSet('in near across throughout outside around');
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
  productNoun: 4,
  /** More than all that speaks for others. */
  product: 30,
  treaty: 30,
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
  const span = new SentenceSpan(tokens, name);
  const { written } = span;
  const { bearers, word, surname, forename } = gazetteer.lookUp(written);
  const ofWords = span.length > 1 && /\s/.test(written);
  const points: Points = {};
  if (!/\p{Lu}/u.test(span.first.text) && !ofWords) return points;
  for (const known of bearers) {
    const worth = worthOf(known, ofWords) * (word ? WEIGHTS.alsoWord : 1);
    points[known.type] = Math.max(points[known.type] ?? 0, worth);
  }
  if (!ofWords) {
    add(points, 'PERSON', (surname ? WEIGHTS.surname : 0) + (forename ? WEIGHTS.forename : 0));
  } else if (bearers.length === 0 && gazetteer.lookUp(span.first.text).forename) {
    add(points, 'PERSON', WEIGHTS.forenameFirst);
  }
  return points;
}

function worthOf({ prominence, weak }: Known, ofWords: boolean): number {
  if (weak) return prominence * WEIGHTS.weakBearer;
  return ofWords ? prominence * WEIGHTS.bearerOfWords + WEIGHTS.wholeName : prominence * WEIGHTS.bearerOfWord;
}

/** A name with what stands around it. */
class NameInContext extends SentenceSpan {
  /** "X, a pitcher", "the newspaper X" */
  readonly noun: string;
  /** No person's name beside it. */
  readonly isAlone: boolean;

  constructor(name: TaggedName, { tokens, names }: Sentence) {
    super(tokens, name);
    this.noun = describedBy(this) ?? '';
    this.isAlone = names.every((other) => other === name || other.type !== 'PERSON');
  }

  /** The text of a token behind the name, the next one at 0. */
  textAfter(distance: number): string {
    return this.sentence[this.end + distance]?.text ?? '';
  }
}

/** What the words around a name tell, each piece of evidence for one type. */
const EVIDENCE: readonly {
  readonly example: string;
  readonly type: EntityType;
  readonly worth: number;
  readonly tells: (name: NameInContext) => boolean;
}[] = [
  {
    example: 'Mayor [Olga Firth]',
    type: 'PERSON',
    worth: WEIGHTS.title,
    tells: ({ before }) =>
      before !== undefined && TITLES.has(before.text.toLowerCase().replace('.', '')) && /^\p{Lu}/u.test(before.text),
  },
  {
    example: '[Olga Firth], 56,',
    type: 'PERSON',
    worth: WEIGHTS.age,
    tells: (name) => name.textAfter(0) === ',' && /^\d{2}$/.test(name.textAfter(1)) && /^[,.]$/.test(name.textAfter(2)),
  },
  {
    example: '[Olga Firth], who',
    type: 'PERSON',
    worth: WEIGHTS.who,
    tells: (name) => name.textAfter(0) === 'who' || (name.textAfter(0) === ',' && name.textAfter(1) === 'who'),
  },
  {
    example: 'across [Norland]',
    type: 'LOCATION',
    worth: WEIGHTS.inPlace,
    tells: ({ before }) => before !== undefined && PLACE_PREPOSITIONS.has(before.text.toLowerCase()),
  },
  {
    example: 'the [Firth]',
    type: 'PERSON',
    worth: WEIGHTS.article,
    tells: ({ before, after }) => /^the$/i.test(before?.text ?? '') && after?.pos !== 'NOUN' && after?.pos !== 'PROPN',
  },
  {
    example: '[Firth] said',
    type: 'PERSON',
    worth: WEIGHTS.saying,
    tells: (name) => SAYING.test(name.textAfter(0)) || SAYING.test(name.before?.text ?? ''),
  },
  {
    example: '[Firth], a pitcher',
    type: 'PERSON',
    worth: WEIGHTS.personNoun,
    // "Orvane Airlines, a carrier", "Firth, a publisher": it may be either.
    tells: ({ noun }) => isPersonNoun(noun) && !BODY_NOUNS.has(noun),
  },
  {
    example: 'the brewer [Firth]',
    type: 'ORGANIZATION',
    worth: WEIGHTS.organizationNoun,
    tells: ({ noun }) => BODY_NOUNS.has(noun) && !isPersonNoun(noun),
  },
  {
    example: '[Firth], a river in Norland',
    type: 'LOCATION',
    worth: WEIGHTS.placeNoun,
    tells: ({ noun }) => PLACE_NOUNS.has(noun) && !isPersonNoun(noun),
  },
  {
    example: 'the console [Firth]',
    type: 'PRODUCT',
    worth: WEIGHTS.productNoun,
    tells: ({ noun }) => PRODUCT_NOUNS.has(noun),
  },
  {
    example: 'an [Xbox]',
    type: 'PRODUCT',
    worth: WEIGHTS.product,
    tells: ({ written }) => PRODUCTS.has(written.toLowerCase()),
  },
  {
    example: '[NAFTA], the [Kyoto Protocol]',
    type: 'WORK',
    worth: WEIGHTS.treaty,
    tells: ({ written, length, last }) => TREATIES.has(written) || (length > 1 && TREATY_NOUN.test(last.text)),
  },
  {
    example: '[Firth] left his office',
    type: 'PERSON',
    worth: WEIGHTS.pronoun,
    tells: ({ isAlone, sentence, end }) =>
      isAlone && sentence.slice(end, end + PRONOUN_REACH).some(({ text }) => PRONOUN.test(text)),
  },
];

const PRONOUN = /^(?:he|she|his|her|him)$/;
/** Most tokens between a name and a pronoun that takes it up. */
const PRONOUN_REACH = 10;

/** What the tagger and the words around a name tell. */
export function fromContext(name: TaggedName, sentence: Sentence): Points {
  const { type, beliefs } = name;
  const points: Points = {};
  for (const [other, belief] of Object.entries(beliefs ?? { [type]: 0 }) as [EntityType, number][])
    points[other] = WEIGHTS.tagger * Math.max(-WEIGHTS.mostTagger, belief);
  const inContext = new NameInContext(name, sentence);
  for (const { type: supported, worth, tells } of EVIDENCE) if (tells(inContext)) add(points, supported, worth);
  return points;
}

/** Most tokens between a name and a noun in apposition to it. */
const APPOSITION_REACH = 8;

/** "X, a pitcher", "the newspaper X", "her brother, X" */
function describedBy(name: SentenceSpan): string | undefined {
  const { sentence, start, end, head, before, governor } = name;
  const apposed = sentence
    .slice(end, end + APPOSITION_REACH)
    .find(({ relation, head: governed }) => relation === 'appos' && name.has(governed));
  if (apposed) return apposed.text;
  if (head.relation === 'appos' && governor && head.head < start) return governor.text;
  return before?.pos === 'NOUN' ? before.text : undefined;
}

export const add = (points: Points, type: EntityType | KnownType, worth: number): void => {
  points[type] = (points[type] ?? 0) + worth;
};
