/** The lists that may ship (shared/language/knowledge/data/ATTRIBUTION.md has sources and licences): what kind of thing each row is, and how well known. */
import type { Kind } from '../../shared/language/knowledge/gazetteer.ts';

export interface Row {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly raw: number;
  readonly wikidata: string;
  readonly geonames: string;
  readonly note: string;
  readonly file: string;
}

export interface List {
  readonly file: string;
  readonly kind: Kind | ((note: string, row: Row) => Kind | undefined);
  /** 0..100 from the list's own number; undefined leaves a row out. */
  readonly prominence: (row: Row) => number | undefined;
}

const log = (number: number): number => Math.log10(Math.max(1, number));
const all = (prominence: number) => () => prominence;
const has = (pattern: RegExp, kind: Kind) => (note: string) => (pattern.test(note) ? kind : undefined);
const first =
  (otherwise: Kind, ...rules: ((note: string) => Kind | undefined)[]) =>
  (note: string): Kind =>
    rules.map((rule) => rule(note)).find((kind) => kind !== undefined) ?? otherwise;

const media = has(/newspaper|news agency|broadcaster|television|magazine|site\b|journal|radio/i, 'media');
const party = has(/party/i, 'party');
const team = has(/\bteam|club|league|sport|football|rugby|cricket|basketball|baseball|hockey/i, 'team');
const bank = has(/bank\b|exchange|fund|financial|mortgage|brokerage|rating agency/i, 'bank');
const school = has(/universit|college|school/i, 'school');
const government = has(
  /parliament|legislature|ministry|government|agency|court|commission|office|regulator|public|state body|statistics|revenue/i,
  'government',
);
const security = has(/intelligence|police|armed force|military|army|navy/i, 'security');
const company = has(
  /compan|firm|studio|manufacturer|label|retailer|airline|corporation|brand|automaker|energy/i,
  'company',
);
const athlete = has(
  /sportsperson|player|footballer|athlete|boxer|wrestler|cricketer|driver|swimmer|skater|golfer|runner/i,
  'athlete',
);
const entertainer = has(
  /act(?:or|ress)|producer|director|musician|singer|composer|comedian|rapper|entertain|model|guitarist|songwriter|film|dancer|host|television/i,
  'entertainer',
);
const politician = has(
  /politician|president|minister|leader|royal|monarch|king\b|queen|senator|governor|diplomat/i,
  'politician',
);
const person = (note: string): Kind => first('person', athlete, entertainer, politician)(note);

export const LISTS: readonly List[] = [
  { file: 'countries', kind: 'country', prominence: ({ raw }) => 50 + 5.5 * log(raw / 1e4) },
  {
    file: 'cities',
    kind: 'city',
    prominence: ({ raw, note }) =>
      11 +
      12 * log(raw / 1e4) +
      (note.includes('national capital') ? 25 : note.includes('admin-1 seat') ? 6 : 0) -
      (note.includes('section of a city') ? 12 : 0),
  },
  { file: 'us-cities-wikidata', kind: 'city', prominence: ({ raw }) => 12 + 12 * log(raw / 1e4) },
  {
    file: 'regions',
    kind: 'region',
    prominence: ({ raw, note, country }) =>
      (/ISO (?:US|CA|AU)-\w+; (?:State|Province|Territory)/.test(note) ? 40 : country === 'GB' ? 12 : 20) +
      4 * log(raw / 1e4) +
      (note.includes('CLDR only') ? -8 : 0),
  },
  { file: 'us-counties', kind: 'region', prominence: all(18) },
  {
    file: 'nature',
    kind: (note) => (/^(?:continent|region)/.test(note) ? 'region' : 'nature'),
    prominence: ({ raw, note }) =>
      note.startsWith('continent')
        ? 95
        : /reservoir|playa/.test(note)
          ? 8
          : raw >= 5
            ? 10 + 5 * raw
            : /^(?:river|lake)/.test(note)
              ? undefined
              : 8 + 4 * raw,
  },
  { file: 'airports', kind: 'place', prominence: ({ raw }) => 20 + 3 * raw },
  { file: 'world-regions', kind: 'region', prominence: all(62) },
  { file: 'news-places', kind: 'place', prominence: all(50) },
  { file: 'demonyms', kind: 'people', prominence: ({ raw }) => 45 + 5 * log(raw / 1e4) },
  { file: 'peoples', kind: 'people', prominence: all(50) },

  { file: 'intl-organisations', kind: 'international body', prominence: all(68) },
  { file: 'government-bodies', kind: 'government', prominence: all(58) },
  { file: 'security-agencies', kind: 'security', prominence: all(62) },
  { file: 'armed-groups', kind: 'armed group', prominence: all(62) },
  { file: 'us-fto-list', kind: 'armed group', prominence: all(48) },
  {
    file: 'hacker-groups-misp',
    kind: 'armed group',
    prominence: ({ name }) => (/^APT|Bear|Lazarus/.test(name) ? 40 : 15),
  },
  { file: 'financial-institutions', kind: first('company', bank), prominence: all(58) },
  { file: 'news-media', kind: first('company', media), prominence: all(58) },
  { file: 'known-companies', kind: 'company', prominence: all(56) },
  {
    file: 'sports-organisations',
    kind: 'team',
    prominence: ({ note }) => (/NFL|NBA|MLB|NHL|league|body/.test(note) ? 56 : 40),
  },
  { file: 'civil-society', kind: first('body', party, school), prominence: all(56) },
  {
    file: 'national-institutions',
    kind: (note) => first('government', security, media, bank, company)(note),
    prominence: all(42),
  },
  {
    file: 'generic-and-former-bodies',
    kind: first('body', has(/state body/, 'government'), company),
    prominence: all(45),
  },
  { file: 'general-forms', kind: 'government', prominence: all(35) },
  { file: 'more-bodies', kind: first('body', media, company, team), prominence: all(42) },
  { file: 'index-members', kind: 'company', prominence: all(46) },
  { file: 'fundus-publishers', kind: 'media', prominence: all(40) },
  {
    file: 'fb15k-organisations',
    kind: (note) => first('company', school, team, party, media, bank, government, security)(note),
    prominence: ({ raw, note }) =>
      /fraternity|county seat|film festival/.test(note) ? undefined : 34 + Math.min(20, 1.5 * raw),
  },
  {
    file: 'parties',
    kind: 'party',
    prominence: ({ raw, note }) => (/until (?:19|200)/.test(note) ? 15 : 24 + Math.min(16, raw / 4)),
  },
  { file: 'ministries-wikidata', kind: 'government', prominence: all(25) },
  { file: 'us-federal-agencies', kind: 'government', prominence: all(35) },
  { file: 'public-agencies-wikidata', kind: 'government', prominence: all(30) },
  { file: 'uk-government', kind: 'government', prominence: all(25) },
  {
    file: 'courts',
    kind: 'government',
    prominence: ({ note }) => (/federal|appellate|supreme/i.test(note) ? 22 : undefined),
  },
  {
    file: 'ror-universities',
    kind: 'school',
    prominence: ({ raw }) => (raw >= 1 ? 22 + Math.min(16, 8 * log(1 + raw)) : undefined),
  },
  {
    file: 'ror-government',
    kind: 'government',
    prominence: ({ raw }) => (raw >= 3 ? 16 + Math.min(16, 6 * log(raw)) : undefined),
  },
  {
    file: 'ror-nonprofits',
    kind: 'body',
    prominence: ({ raw }) => (raw >= 3 ? 18 + Math.min(14, 6 * log(raw)) : undefined),
  },
  { file: 'ror-companies', kind: 'company', prominence: ({ raw }) => 20 + Math.min(14, 6 * log(1 + raw)) },
  {
    file: 'ror-hospitals',
    kind: 'body',
    prominence: ({ raw }) => (raw >= 2 ? 20 + Math.min(12, 6 * log(raw)) : undefined),
  },
  {
    file: 'ror-institutes',
    kind: 'body',
    prominence: ({ raw }) => (raw >= 3 ? 18 + Math.min(12, 6 * log(raw)) : undefined),
  },
  {
    file: 'nsi-brands',
    kind: (note) =>
      /bank|atm/.test(note) ? 'bank' : /fuel|fast_food|shop|amenity|cuisine/.test(note) ? 'company' : 'company',
    prominence: ({ raw }) => (raw >= 3 ? 16 + Math.min(24, 10 * log(raw)) : undefined),
  },
  { file: 'companies', kind: 'company', prominence: ({ raw }) => (raw >= 2 ? 6 + 9 * raw : undefined) },
  {
    file: 'airlines',
    kind: 'company',
    prominence: ({ raw }) => (raw >= 1000 && raw < 1e6 ? 20 + 5 * log(raw / 1000) : 15),
  },
  { file: 'newspapers-wikidata', kind: 'media', prominence: all(26) },
  { file: 'us-newspapers', kind: 'media', prominence: all(26) },
  { file: 'us-local-media', kind: 'media', prominence: ({ note }) => (note.includes('newspaper') ? 12 : undefined) },
  {
    file: 'football-clubs',
    kind: 'team',
    prominence: ({ raw, note }) => (raw >= 4 ? 6 + 3.4 * raw + (note.includes('openfootball') ? 4 : 0) : undefined),
  },

  { file: 'leaders-handmade', kind: 'politician', prominence: all(70) },
  {
    file: 'leaders-wikidata',
    kind: 'politician',
    prominence: ({ note }) => (/President|Prime Minister|Chancellor/.test(note) ? 52 : 45),
  },
  {
    file: 'ministers-wikidata',
    kind: 'politician',
    prominence: ({ note }) => (/Prime Minister|Governor|Foreign|Secretary/.test(note) ? 30 : 24),
  },
  { file: 'legislators-wikidata', kind: 'politician', prominence: all(16) },
  {
    file: 'us-congress-executive',
    kind: 'politician',
    prominence: ({ note }) => (note.includes('US president') ? 65 : 42),
  },
  {
    file: 'un-mep-wikidata',
    kind: 'politician',
    prominence: ({ note }) => (note.includes('Secretary-General') ? 60 : 22),
  },
  { file: 'un-eu-handmade', kind: 'politician', prominence: all(48) },
  { file: 'business-handmade', kind: 'businessperson', prominence: all(52) },
  { file: 'nobel-laureates', kind: 'person', prominence: all(40) },
  {
    file: 'fb15k-people',
    kind: (note) =>
      /Games|tournament|Open\b|championship|draft|film|award|States$|family/i.test(note) ? undefined : person(note),
    prominence: all(42),
  },
  { file: 'well-known-people', kind: person, prominence: all(60) },
  { file: 'oscar-people', kind: 'entertainer', prominence: ({ note }) => (/Oscar [1-9]/.test(note) ? 38 : 32) },
  { file: 'worldcup-footballers', kind: 'athlete', prominence: all(34) },
  { file: 'corpora-celebrities', kind: 'entertainer', prominence: all(40) },
];

/** Short forms of the news that no list has, and whom they name. */
export const ALIASES: readonly (readonly [string, string])[] = [
  ['Pacific', 'Q98'],
  ['Atlantic', 'Q97'],
  ['Mediterranean', 'Q4918'],
  ['Caribbean', 'Q1247'],
  ['Baltic', 'Q545'],
  ['Gulf', 'Q34675'],
];

/** Planets, illnesses and the like, which lists of places and bodies do not tell from what they list. */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  `mercury venus mars jupiter saturn uranus neptune pluto titan europa ganymede callisto apollo orion pandora atlas phoenix
   SARS MERS AIDS OK PS TV PC CEO AI IT HD GPS DNA GDP galaxy explorer pioneer discovery rangers raiders titans giants
   eagles tigers lions bears wolves kings royals saints`.split(/\s+/),
);

/** Ids that a list has wrong, by what they should be; '' for none. */
export const RIGHT_IDS: Readonly<Record<string, string>> = { Q7768283: 'Q192621' };

/** Other names that a list has wrong: of a part, of a neighbour, of the whole. */
const WRONG_ALIASES: ReadonlySet<string> = new Set([
  'regions: Kashmir',
  'world-regions: Tibetan Plateau',
  'financial-institutions: Royal Bank of Scotland',
  'financial-institutions: RBS',
  'known-companies: LG Electronics',
  'org-acronyms: LG Electronics',
]);

/** Airports are listed under what lies near them, too ("Disneyland"): only a part of their own name is one. */
export const isName = (alias: string, { file, name }: Pick<Row, 'file' | 'name'>): boolean =>
  !WRONG_ALIASES.has(`${file}: ${alias}`) && (file !== 'airports' || name.includes(alias) || /\bair/i.test(alias));
