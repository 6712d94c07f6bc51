import type { EntityType, Token } from '../document.ts';
import { initialsOf } from './cluster-organizations.ts';
import { BODY_NOUNS, NEWSPAPER_ENDING, PLACE_NOUNS, SHIP_NOUNS } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { countryOfPeople, placeNamed } from './lexicon/places.ts';
import type { NameMention } from './name-mentions.ts';
import { familyName, isFullName, parsePersonName } from './person-name.ts';
import { fold } from './slug.ts';

/** "asked Acme Inc.", whatever the name before it. */
const COMPANY_ENDING = /^(?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|GmbH|AG|S\.p\.A|S\.A|N\.V|B\.V|Pty|SE|Co|Cos)\.?$/;
/** "in El Fasher", "near Port Renfrew" */
const PLACE_BEGINNING = /^(?:El|Los|Las|San|Santa|Port|Fort|Mount|Saint)$/;
/** "the Portland Herons", but not "the Indiana Jones series" */
const TEAM_ENDING = /^\p{Lu}\p{L}+[^s]s$/u;
/** Buildings that stand for who sits in them. */
const SEATS = new Set(['White House', 'Kremlin', 'Pentagon', 'Downing Street', 'Élysée', 'Blue House']);
/** "G7", "G-20", which look like the name of a thing. */
const CIRCLE_OF_STATES = /^G ?-? ?(?:[4578]|10|20|24|77)$/;
const PLACE_PREPOSITIONS = wordSet('in at from near outside into across around throughout');

const RETYPED: ReadonlySet<EntityType> = new Set(['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP']);

/** What the words of a name or around it tell of its type; the first that tells decides. */
const BY_CONTEXT: readonly {
  readonly example: string;
  readonly tell: (name: SentenceSpan, tagged: EntityType) => EntityType | undefined;
}[] = [
  {
    example: '[Acme Inc.]',
    tell: ({ length, last }) => (length > 1 && COMPANY_ENDING.test(last.text) ? 'ORGANIZATION' : undefined),
  },
  {
    // A sentence of its own
    example: '[SAN FRANCISCO] (Bloomberg) --',
    tell: ({ start, spaced, sentence }) =>
      start === 0 && spaced === spaced.toUpperCase() && /^(?:—|–|-|--)$/.test(sentence.at(-1)?.text ?? '')
        ? 'LOCATION'
        : undefined,
  },
  { example: 'near [Port Renfrew]', tell: placeByItsBeginning },
  { example: 'the [Dutch]', tell: (name, type) => (isAfterDeterminer(name, type) ? peopleOrBody(name) : undefined) },
  { example: 'the brewer [Firth], [Firth], a river in Norland', tell: byNoun },
];

/** The type that the words around a name tell, where they do. */
export function typeByContext(name: SentenceSpan, tagged: EntityType): EntityType {
  if (!RETYPED.has(tagged)) return tagged;
  for (const { tell } of BY_CONTEXT) {
    const type = tell(name, tagged);
    if (type) return type;
  }
  return tagged;
}

function placeByItsBeginning({ length, first, before }: SentenceSpan, type: EntityType): EntityType | undefined {
  if (type !== 'PERSON' || length === 1 || before?.pos !== 'ADP' || !PLACE_BEGINNING.test(first.text)) return undefined;
  return PLACE_PREPOSITIONS.has(before.text) ? 'LOCATION' : type;
}

const isAfterDeterminer = ({ before }: SentenceSpan, type: EntityType): boolean =>
  type === 'PERSON' && before?.pos === 'DET';

/** "a Dutch", "the Portland Herons", "The Boston Ledger": none of them is a person. */
function peopleOrBody({ spaced, length, last, before, after }: SentenceSpan): EntityType | undefined {
  if (countryOfPeople(spaced)) return 'GROUP';
  const isTeam = before?.text.toLowerCase() === 'the' && TEAM_ENDING.test(last.text) && after?.pos !== 'NOUN';
  return length > 1 && (isTeam || NEWSPAPER_ENDING.test(last.text)) ? 'ORGANIZATION' : undefined;
}

function byNoun({ head, governor, before }: SentenceSpan, type: EntityType): EntityType | undefined {
  const apposed = head.relation === 'appos' ? governor : undefined;
  const noun = apposed ?? (before?.pos === 'NOUN' ? before : undefined);
  if (!noun) return undefined;
  if (BODY_NOUNS.has(noun.text)) return type === 'GROUP' ? type : 'ORGANIZATION';
  if (SHIP_NOUNS.has(noun.text) && (type === 'PERSON' || type === 'LOCATION')) return 'PRODUCT';
  return PLACE_NOUNS.has(noun.text) && type === 'PERSON' ? 'LOCATION' : undefined;
}

/** Gives a name the type that it has elsewhere in the article, where that is clear. */
export function withOneTypeASpelling(
  mentions: readonly NameMention[],
  tokensOf: (mention: NameMention) => readonly Token[],
): NameMention[] {
  const spellings = new Spellings(mentions);
  return mentions.map((mention) => {
    const type =
      spellings.byLexicon(mention) ??
      spellings.byInitials(mention) ??
      spellings.byBearers(mention, tokensOf(mention)) ??
      spellings.byMajority(mention);
    return type === mention.type ? mention : { ...mention, type };
  });
}

/** How much more often another type must be tagged to win: over several words, over one. */
const CLEAR_MAJORITY = { ofWords: 2, ofWord: 3 } as const;

const keyOf = ({ words }: Pick<NameMention, 'words'>): string => fold(words.join(' '));

/** What the names of an article tell about each other. */
class Spellings {
  private readonly tally = new Map<string, Map<EntityType, number>>();
  private readonly families = new Set<string>();
  private readonly beginnings = new Set<string>();
  private readonly teams = new Set<string>();
  private readonly initials = new Set<string>();
  private readonly northKorea: boolean;

  constructor(mentions: readonly NameMention[]) {
    for (const mention of mentions) {
      const types = this.tally.get(keyOf(mention)) ?? new Map<EntityType, number>();
      types.set(mention.type, (types.get(mention.type) ?? 0) + 1);
      this.tally.set(keyOf(mention), types);
      if (mention.words.length === 1) continue;
      const name = parsePersonName(mention.words);
      if (mention.type === 'PERSON' && isFullName(name)) this.families.add(familyName(name));
      if (mention.type !== 'ORGANIZATION') continue;
      const [first, last] = [mention.words[0], mention.words.at(-1) ?? ''];
      this.beginnings.add(fold(first));
      if (TEAM_ENDING.test(last)) this.teams.add(fold(last));
      for (const initials of initialsOf(mention.words)) this.initials.add(initials);
    }
    this.northKorea = this.tally.has('north korea') || this.tally.has('dprk');
  }

  /** An acting country is a place, whatever it is tagged as; its people is a group. "The North" beside North Korea is one. */
  byLexicon({ type, words }: NameMention): EntityType | undefined {
    const name = words.join(' ');
    if (CIRCLE_OF_STATES.test(name)) return 'ORGANIZATION';
    // "Jordan" may be a person, "U.S.", "Sri Lanka" and "DPRK" are none, nor made by anybody.
    if (type === 'PERSON' || type === 'PRODUCT') {
      return /[. ]|^\p{Lu}{2,}$/u.test(name) && placeNamed(name) ? 'LOCATION' : undefined;
    }
    if (type !== 'ORGANIZATION' && type !== 'GROUP' && type !== 'LOCATION') return undefined;
    if (SEATS.has(name)) return 'ORGANIZATION';
    if (countryOfPeople(name)) return 'GROUP';
    return placeNamed(name) || (this.northKorea && /^(?:North|South)$/.test(name)) ? 'LOCATION' : undefined;
  }

  /** "APEC" beside the Asia-Pacific Economic Cooperation. */
  byInitials({ words: [word, ...rest] }: NameMention): EntityType | undefined {
    return rest.length === 0 && this.initials.has(word.replaceAll('.', '')) ? 'ORGANIZATION' : undefined;
  }

  /** A single word that is somebody's surname here, or begins a company's name, or ends a team's: "the Herons". */
  byBearers(mention: NameMention, tokens: readonly Token[]): EntityType | undefined {
    const { type, words, first } = mention;
    if (words.length > 1 || !RETYPED.has(type) || type === 'GROUP') return undefined;
    const word = keyOf(mention);
    const person = this.families.has(word);
    const before = tokens[first - 1]?.text.toLowerCase() ?? '';
    const company = this.beginnings.has(word) || (before === 'the' && this.teams.has(word));
    if (person === company) return undefined;
    if (type === 'PERSON') return company ? 'ORGANIZATION' : undefined;
    const isPlace = type === 'LOCATION' && PLACE_PREPOSITIONS.has(before);
    return person && !isPlace && this.countOf(mention) < 2 ? 'PERSON' : undefined;
  }

  byMajority(mention: NameMention): EntityType {
    const { type, words } = mention;
    if (!RETYPED.has(type) && type !== 'EVENT' && type !== 'PRODUCT' && type !== 'WORK') return type;
    const types = this.tally.get(keyOf(mention)) ?? new Map<EntityType, number>();
    const [best, count] = [...types].reduce((a, b) => (b[1] > a[1] ? b : a), [type, 0]);
    const factor = words.length > 1 ? CLEAR_MAJORITY.ofWords : CLEAR_MAJORITY.ofWord;
    return count >= this.countOf(mention) * factor ? best : type;
  }

  /** How many mentions of the same spelling are tagged alike. */
  private countOf(mention: NameMention): number {
    return this.tally.get(keyOf(mention))?.get(mention.type) ?? 0;
  }
}
