import { fold } from '../slug.ts';
import { FAMILY_NAMES_FIRST, FEMALE_FORENAMES, MALE_FORENAMES } from './forenames.ts';
import { PEOPLE_NOUNS } from './people-nouns.ts';

export type Gender = 'female' | 'male';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const FEMALES = words(FEMALE_FORENAMES);
const MALES = words(MALE_FORENAMES);
const FAMILIES_FIRST = words(FAMILY_NAMES_FIRST);

/** Nouns for people that WordNet lists first in another sense, or not at all. */
const PEOPLE = new Set([
  ...words(PEOPLE_NOUNS),
  ...words(`head frontrunner founder co-founder cofounder star mp mep chair chairperson chief boss premier aide rep whip ranger pilot nominee
    pick ex-president ex-minister president-elect ceo cfo coo cto cio vp pm lawmaker policymaker spokesperson adviser
    strategist cleric imam ayatollah sheikh emir first-lady lady veteran native father-in-law mother-in-law tsar czar
    councillor councilor councilman councilwoman assemblyman assemblywoman alderman chancellor taoiseach mullah warlord
    guard goalkeeper midfielder striker winger quarterback linebacker pitcher defender captain skipper manager driver
    rapper singer-songwriter youtuber influencer streamer vlogger whistleblower ombudsman regulator undersecretary dean
    provost principal superintendent sheriff deputy marshal constable inspector detective colonel general admiral major
    parishioner villager islander resident migrant refugee survivor suspect defendant plaintiff victim witness shooter gunman
    attacker hijacker bomber envoy neighbour tycoon publican umpire astronaut midwife paramedic barber commuter motorist
    climber hostage grandson boyfriend fiancé fiancée roommate flatmate publisher chef accused actuary addict anchor
    aristocrat billionaire multibillionaire millionaire bookie bureaucrat cadet chaplain comic conscript consul copilot
    cosmonaut despot doyen emissary expatriate eyewitness friar functionary grandpa grandad granddad headmistress hopeful
    housemate iconoclast ideologue impresario kingmaker landlady laureate lifeguard locksmith mafioso magnate
    mastermind maverick mogul mystic neurosurgeon newlywed newsman newswoman nomad notary oligarch operative osteopath
    paralegal parliamentarian passer-by paedophile pedophile playboy plutocrat pontiff postgraduate prefect prelate psychic
    psychoanalyst radioman rapporteur registrar restaurateur saboteur scion seamstress sidekick signatory socialite
    son-in-law daughter-in-law stalwart stepson stepdaughter stevedore stonemason strongman supermodel superstar surrogate
    technocrat teen underdog understudy usher veterinarian vigilante viscount warden zealot`),
]);

const FEMALE_NOUNS =
  words(`woman girl lady mother daughter sister wife widow aunt niece grandmother granddaughter stepmother queen
  princess duchess empress baroness countess actress waitress hostess stewardess heroine nun spokeswoman chairwoman
  congresswoman businesswoman policewoman sportswoman councilwoman assemblywoman saleswoman noblewoman horsewoman
  girlfriend bride housewife mum mom mama grandma ex-wife mistress schoolgirl goddess madam matriarch midwife landlady
  first-lady`);
const MALE_NOUNS =
  words(`man boy gentleman father son brother husband widower uncle nephew grandfather grandson stepfather king
  prince duke emperor baron count actor waiter host hero monk spokesman chairman congressman businessman policeman
  sportsman councilman assemblyman salesman nobleman horseman boyfriend groom bridegroom dad papa grandpa ex-husband
  schoolboy god patriarch landlord priest bishop archbishop cardinal pope imam gunman fireman fisherman ombudsman`);
/** "actor" and "host" are said of women as well. */
const SAID_OF_BOTH = words('actor host hero');

const FEMALE_TITLES = words(
  'mrs ms miss mme madame lady dame sister queen princess duchess empress baroness countess mother aunt aunty auntie',
);
const MALE_TITLES = words(
  'mr sir lord father brother king prince duke emperor pope baron uncle fr monsignor ayatollah imam',
);

/** Small words inside family names; folded. */
export const PARTICLES =
  words(`de del della der den di da dos du bin ibn bint al el la le van von ten ter y e und af av zu zur abu
  ben`);

/** Titles that are read as a part of the name that follows: "Pope Francis", "Queen Elizabeth". */
export const REGNAL_TITLES = words('pope king queen prince princess emperor empress saint st duke duchess sultan emir');

/** Forms of address and ranks before a name; no part of it. Lower case, without stops. */
export const TITLES = new Set([
  ...FEMALE_TITLES,
  ...MALE_TITLES,
  ...words(`dr prof professor pres sen senator rep representative gov governor gen general maj major col colonel lt lieutenant capt
    captain sgt sergeant cpl corporal pvt private adm admiral cmdr commander rev reverend hon judge justice president
    vice prime minister chancellor premier secretary ambassador mayor chief detective officer agent deputy sheriff
    inspector amb congressman congresswoman councilman councilwoman coach sheikh mullah rabbi cardinal bishop archbishop
    former ex acting elder younger maestro chef crown attorney speaker director chairman chairwoman master dean mx supt insp
    taoiseach tánaiste garda ayatollah imam`),
]);
for (const regnal of REGNAL_TITLES) TITLES.delete(regnal);

/** How English makes nouns for people of any trade: "glaciologist", "chairwoman". */
const TRADE = /\p{L}{2}(?:ologist|ographer|iatrist|ician|woman|sman|person|keeper|worker|player|fighter|driver)$/u;

/** No noun of English is longer; endless words are not looked at. */
const LONGEST_NOUN = 40;

export const isPersonNoun = (noun: string): boolean => {
  if (noun.length > LONGEST_NOUN) return false;
  const lower = noun.toLowerCase();
  return PEOPLE.has(lower) || PEOPLE.has(lower.slice(lower.lastIndexOf('-') + 1)) || TRADE.test(lower);
};

/** "women", "officials", not "Yemen" */
export const isPeopleNoun = (noun: string): boolean =>
  /(?:people|police|troops|children)$/i.test(noun) ||
  (/men$/i.test(noun) && isPersonNoun(noun.replace(/men$/i, 'man'))) ||
  (/s$/i.test(noun) && !isPersonNoun(noun) && isPersonNoun(noun.replace(/s$/i, '')));

export const genderOfNoun = (noun: string): Gender | undefined => {
  const lower = noun.toLowerCase();
  if (SAID_OF_BOTH.has(lower)) return undefined;
  if (FEMALE_NOUNS.has(lower)) return 'female';
  return MALE_NOUNS.has(lower) ? 'male' : undefined;
};

export const genderOfTitle = (title: string): Gender | undefined => {
  const lower = title.toLowerCase().replace('.', '');
  if (FEMALE_TITLES.has(lower)) return 'female';
  return MALE_TITLES.has(lower) ? 'male' : undefined;
};

/** A syllable of Hanyu Pinyin or of Korean: as a forename borne by both sexes, whatever the few births in the US tell. */
const SYLLABLE =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:ai?|ei?|a[on]|ou|[ae]ng?|ong|i(?:ao?|e|u|an|n|ang|ng|ong)?|u(?:o|ai|i|an|n|ang|e)?)|hyun|eun|kyung|myung|soo|hee)$/u;

/** Forenames of the West that are written like one. */
const WESTERN = words('ben dan fe gia ian jen jo juan ken kia kian len lia mai mia nia pia ria sue tia');

/** The sex of at least nine in ten who bear the forename. */
export const genderOfForename = (forename: string): Gender | undefined => {
  const folded = fold(forename);
  if (SYLLABLE.test(folded) && !WESTERN.has(folded)) return undefined;
  if (FEMALES.has(folded)) return 'female';
  return MALES.has(folded) ? 'male' : undefined;
};

/** Family names of East Asia, where they stand first. */
export const isFamilyNameFirst = (name: string): boolean => FAMILIES_FIRST.has(fold(name));
