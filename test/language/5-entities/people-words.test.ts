import { expect, test } from '@jest/globals';
import {
  genderOfForename,
  genderOfNoun,
  genderOfTitle,
  isFamilyNameFirst,
  isPeopleNoun,
  isPersonNoun,
  PARTICLES,
  REGNAL_TITLES,
  TITLES,
} from '../../../shared/language/5-entities/lexicon/people.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

test.each([
  ...words(`woman girl lady mother daughter sister wife widow aunt niece grandmother granddaughter stepmother queen princess
    duchess empress baroness countess actress waitress hostess stewardess heroine nun spokeswoman chairwoman
    congresswoman businesswoman policewoman sportswoman councilwoman assemblywoman saleswoman noblewoman horsewoman
    girlfriend bride housewife mum mom mama grandma ex-wife mistress schoolgirl goddess madam matriarch midwife landlady
    first-lady`).map((noun) => [noun, 'female']),
  ...words(`man boy gentleman father son brother husband widower uncle nephew grandfather grandson stepfather king prince
    duke emperor baron count waiter monk spokesman chairman congressman businessman policeman sportsman councilman
    assemblyman salesman nobleman horseman boyfriend groom bridegroom dad papa grandpa ex-husband schoolboy god patriarch
    landlord priest bishop archbishop cardinal pope imam gunman fireman fisherman ombudsman`).map((noun) => [
    noun,
    'male',
  ]),
  ['Spokeswoman', 'female'],
  ['Spokesman', 'male'],
  ['actor', undefined],
  ['host', undefined],
  ['hero', undefined],
  ['teacher', undefined],
])('"%s" is said of one who is %s', (noun, gender) => {
  expect(genderOfNoun(noun!)).toBe(gender);
});

test.each([
  ...words(`mrs ms miss mme madame lady dame sister queen princess duchess empress baroness countess mother aunt aunty
    auntie Mrs. Ms.`).map((title) => [title, 'female']),
  ...words(`mr sir lord father brother king prince duke emperor pope baron uncle fr monsignor ayatollah imam Mr.`).map(
    (title) => [title, 'male'],
  ),
  ['dr', undefined],
])('"%s" is the title of one who is %s', (title, gender) => {
  expect(genderOfTitle(title!)).toBe(gender);
});

test.each([
  ['Mary', 'female'],
  ['José', 'male'],
  ['Averstad', undefined],
])('"%s" is the forename of one who is %s', (forename, gender) => {
  expect(genderOfForename(forename)).toBe(gender);
});

test.each(
  words(`head founder co-founder cofounder star mp mep chair chairperson chief boss premier aide rep whip ranger pilot
    nominee pick ex-president ex-minister president-elect ceo cfo coo cto cio vp pm lawmaker policymaker spokesperson
    adviser strategist cleric imam ayatollah sheikh emir first-lady lady veteran native father-in-law mother-in-law tsar
    czar councillor councilor councilman councilwoman assemblyman assemblywoman alderman chancellor taoiseach mullah
    warlord guard goalkeeper midfielder striker winger quarterback linebacker pitcher defender captain skipper manager
    driver rapper singer-songwriter youtuber influencer streamer vlogger whistleblower ombudsman regulator undersecretary
    dean provost principal superintendent sheriff deputy marshal constable inspector detective colonel general admiral
    major parishioner villager islander resident migrant refugee survivor suspect defendant plaintiff victim witness
    shooter gunman attacker hijacker bomber envoy neighbour tycoon publican umpire astronaut midwife paramedic barber
    commuter motorist climber hostage grandson boyfriend fiancé fiancée roommate flatmate publisher chef
    teacher Teacher vice-president glaciologist videographer psychiatrist dietician chairwoman salesman salesperson
    goldkeeper quarryworker chessplayer bullfighter truckdriver`),
)('"%s" is somebody', (noun) => {
  expect(isPersonNoun(noun)).toBe(true);
});

test.each(['table', 'woman-made', `${'x'.repeat(33)}driver-driver`, 'xkeeper'])('"%s" is nobody', (noun) => {
  expect(isPersonNoun(noun)).toBe(false);
});

test.each(['women', 'people', 'police', 'troops', 'children', 'Officials', 'bakers'])('"%s" are several', (noun) => {
  expect(isPeopleNoun(noun)).toBe(true);
});

test.each(['official', 'tables', 's', 'boss'])('"%s" are not several people', (noun) => {
  expect(isPeopleNoun(noun)).toBe(false);
});

test('small words lead to surnames, titles to names, some of them are part of the name', () => {
  for (const particle of words(`de del della der den di da dos du bin ibn bint al el la le van von ten ter y e und af av zu zur
    abu ben`))
    expect(PARTICLES).toContain(particle);
  for (const title of words('pope king queen prince princess emperor empress saint st duke duchess sultan emir')) {
    expect(REGNAL_TITLES).toContain(title);
    expect(TITLES).not.toContain(title);
  }
  for (const title of words(`mrs mr dr prof professor sen senator rep representative gov governor gen general maj major col
    colonel lt lieutenant capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr commander rev reverend hon
    judge justice president vice prime minister chancellor premier secretary ambassador mayor chief detective officer
    agent deputy sheriff inspector congressman congresswoman councilman councilwoman coach sheikh mullah rabbi cardinal
    bishop archbishop former ex acting elder younger maestro chef crown attorney speaker director chairman chairwoman
    master dean mx supt insp taoiseach tánaiste garda ayatollah imam`))
    expect(TITLES).toContain(title);
});

test('family names of East Asia stand first', () => {
  expect(['Kim', 'Xi', 'Yoon', 'Bo Ada'].map(isFamilyNameFirst)).toEqual([true, true, true, false]);
});
