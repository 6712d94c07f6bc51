import type { EntityType, Token } from '../document.ts';
import { initialsOf } from './cluster-organizations.ts';
import { countryOfPeople, placeNamed } from './lexicon/places.ts';
import type { NameMention } from './name-mentions.ts';
import { familyName, isFullName, parsePersonName } from './person-name.ts';
import { fold } from './slug.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** "the firm X", "X, a river in Peru": nouns that tell what bears the name. */
const ORGANIZATION_NOUNS =
  words(`firm company bank agency group newspaper daily magazine operator party union club team university
  college court ministry charity foundation airline automaker chipmaker retailer startup broadcaster carrier lender
  network orchestra band bookseller insurer brewer publisher`);
const PLACE_NOUNS =
  words(`lake river town city village island mountain country province region port suburb district valley
  neighborhood neighbourhood glacier sea desert capital volcano peninsula`);
const SHIP_NOUNS = words(
  'boat destroyer drillship ferry freighter frigate ship submarine tanker trawler vessel warship yacht',
);
/** "asked Acme Inc.", whatever the name before it. */
const COMPANY_ENDING = /^(?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|GmbH|AG|S\.p\.A|S\.A|N\.V|B\.V|Pty|SE|Co|Cos)\.?$/;
/** "in El Fasher", "near Port Renfrew" */
const PLACE_BEGINNING = /^(?:El|Los|Las|San|Santa|Port|Fort|Mount|Saint)$/;
/** "The Boston Ledger" is nobody. */
const NEWSPAPER_ENDING =
  /^(?:Bee|Chronicle|Courier|Dispatch|Enquirer|Examiner|Gazette|Globe|Guardian|Herald|Inquirer|Journal|Ledger|Mail|Mirror|News|Observer|Post|Record|Register|Sentinel|Star|Telegraph|Times|Tribune)$/;
/** "the Portland Herons", but not "the Indiana Jones series" */
const TEAM_ENDING = /^\p{Lu}\p{L}+[^s]s$/u;
/** Buildings that stand for who sits in them. */
const SEATS = new Set(['White House', 'Kremlin', 'Pentagon', 'Downing Street', 'Élysée', 'Blue House']);
/** "G7", "G-20", which look like the name of a thing. */
const CIRCLE_OF_STATES = /^G ?-? ?(?:[4578]|10|20|24|77)$/;
const PLACE_PREPOSITIONS = words('in at from near outside into across around throughout');

const RETYPED: ReadonlySet<EntityType> = new Set(['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP']);

/** The type that the words around a name tell, where they do. */
export function typeByContext(tokens: readonly Token[], { type, first, end, head }: NameMention): EntityType {
  if (!RETYPED.has(type)) return type;
  if (end - first > 1 && COMPANY_ENDING.test(tokens[end - 1]!.text)) return 'ORGANIZATION';
  const name = tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ');
  if (first === 0 && name === name.toUpperCase() && isDateline(tokens)) return 'LOCATION';
  const before = tokens[first - 1];
  if (type === 'PERSON' && end - first > 1 && PLACE_BEGINNING.test(tokens[first]!.text) && before?.pos === 'ADP')
    return PLACE_PREPOSITIONS.has(before.text) ? 'LOCATION' : type;
  if (type === 'PERSON' && before?.pos === 'DET') {
    if (countryOfPeople(name)) return 'GROUP';
    const last = tokens[end - 1]!.text;
    const isTeam = before.text.toLowerCase() === 'the' && TEAM_ENDING.test(last) && tokens[end]?.pos !== 'NOUN';
    if (end - first > 1 && (isTeam || NEWSPAPER_ENDING.test(last))) return 'ORGANIZATION';
  }
  const governor = tokens[head]!.relation === 'appos' ? tokens[tokens[head]!.head] : undefined;
  const noun = governor ?? (before?.pos === 'NOUN' ? before : undefined);
  if (noun && ORGANIZATION_NOUNS.has(noun.text)) return type === 'GROUP' ? type : 'ORGANIZATION';
  if (noun && SHIP_NOUNS.has(noun.text) && (type === 'PERSON' || type === 'LOCATION')) return 'PRODUCT';
  return noun && PLACE_NOUNS.has(noun.text) && type === 'PERSON' ? 'LOCATION' : type;
}

/** "SAN FRANCISCO (Bloomberg) --", a sentence of its own. */
const isDateline = (tokens: readonly Token[]): boolean => /^(?:—|–|-|--)$/.test(tokens.at(-1)!.text);

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
      this.beginnings.add(fold(mention.words[0]!));
      if (TEAM_ENDING.test(mention.words.at(-1)!)) this.teams.add(fold(mention.words.at(-1)!));
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
  byInitials({ words: [word = '', ...rest] }: NameMention): EntityType | undefined {
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
    const place = type === 'LOCATION' && PLACE_PREPOSITIONS.has(before);
    return person && !place && (this.tally.get(word)?.get(type) ?? 0) < 2 ? 'PERSON' : undefined;
  }

  byMajority(mention: NameMention): EntityType {
    const { type, words } = mention;
    if (!RETYPED.has(type) && type !== 'EVENT' && type !== 'PRODUCT' && type !== 'WORK') return type;
    const types = this.tally.get(keyOf(mention))!;
    const [best, count] = [...types].reduce((a, b) => (b[1] > a[1] ? b : a));
    const factor = words.length > 1 ? CLEAR_MAJORITY.ofWords : CLEAR_MAJORITY.ofWord;
    return count >= types.get(type)! * factor ? best : type;
  }
}
