import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { withAmpersands } from './ampersands.ts';
import { initialsOf } from './cluster-organizations.ts';
import { withoutFinancialNames } from './financial-names.ts';
import { PARTICLES } from './lexicon/people.ts';
import { countryOfPeople, placeNamed } from './lexicon/places.ts';
import { withSurnamesThatAreWords } from './surnames-that-are-words.ts';
import { withUntaggedNames } from './untagged-names.ts';
import { withCurrency, withPrices, withYears } from './repair-amounts.ts';

/**
 * What the tagger leaves open within one sentence, form and the rest of the article often tell: two places that a hyphen
 * joins are cut, a nickname in quotation marks joins the names around it, an acronym in brackets is a name, and a name
 * that is tagged in one place is found wherever else it stands untagged. Linear.
 */
export function repairNames(sentences: readonly Sentence[]): Sentence[] {
  const repaired = sentences.map(({ names, ...sentence }) => {
    const cut = names
      .filter((name) => {
        const span = new SentenceSpan(sentence.tokens, name);
        return !isOffice(span) && !isCommon(span) && !isCount(span, name);
      })
      .flatMap((name) => cutAtOwner(sentence.tokens, name))
      .map((name) => cutAtField(sentence.tokens, name))
      .flatMap((name) => cutAtHome(sentence.tokens, name))
      .flatMap((name) => cutBeforePoll(sentence.tokens, name))
      .flatMap((name) => cutAtHyphen(sentence.tokens, name))
      .map((name) => withOtherPart(sentence.tokens, withCurrency(sentence.tokens, name)));
    const joined = withAmpersands(sentence.tokens, joinedParts(sentence.tokens, cut)).map((name, index, all) =>
      withRest(sentence.tokens, name, all[index + 1]?.first ?? sentence.tokens.length),
    );
    const apart = joined.filter(({ first }, index) => first >= (joined[index - 1]?.end ?? 0));
    return {
      ...sentence,
      names: withAcronyms(sentence.tokens, withPrices(sentence.tokens, withYears(sentence.tokens, apart))),
    };
  });
  // A firm's name found again may be its index's here.
  return withUntaggedNames(withSurnamesThatAreWords(repaired)).map(withoutFinancialNames);
}

/** What the tagger parted: "Dwayne" “The Rock” "Johnson"; "Mohammed" "bin Salman"; "Delgado-" "Price"; "Roe" & "Poe". */
function joinedParts(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const joined: TaggedName[] = [];
  for (const name of names) {
    const [between, before] = [joined.at(-1), joined.at(-2)];
    const type = between && typeOfJoined(tokens, between, name);
    if (type) joined.splice(-1, 1, { type, first: between.first, end: name.end });
    // A nickname may itself be tagged, as a title say.
    else if (before && between?.type !== 'PERSON' && typeOfJoined(tokens, before, name) === 'PERSON') {
      joined.splice(-2, 2, { type: 'PERSON', first: before.first, end: name.end });
    } else joined.push(name);
  }
  return joined;
}

/** What is for something by name. */
const BODY =
  /^(?:Agency|Association|Board|Cent(?:er|re)|Commission|Committee|Council|Department|Fund|Institute|Office|Society)$/;

function typeOfJoined(tokens: readonly Token[], before: TaggedName, name: TaggedName): TaggedName['type'] | undefined {
  const between = tokens.slice(before.end, name.first).map(({ text }) => text);
  if (between.join() === '&' && before.type !== 'LOCATION') return 'ORGANIZATION';
  const isAdjacent = between.length === 0;
  // "Port of" "Averøy"
  if (isAdjacent && new SentenceSpan(tokens, before).last.text === 'of') return before.type;
  if (name.type === 'ORGANIZATION' && BODY.test(beforeFor(tokens, before, name))) return 'ORGANIZATION';
  if (before.type !== 'PERSON' || name.type !== 'PERSON') return undefined;
  const isSurname = isAdjacent && isRestOfSurname(tokens, name);
  return isSurname || isNickname(tokens, before.end, name.first) ? 'PERSON' : undefined;
}

/** "Agency" of "Agency for" "Marine-Earth Science", whether "for" was tagged with the name before it or not. */
function beforeFor(tokens: readonly Token[], before: TaggedName, name: TaggedName): string {
  const isBetween = tokens[name.first - 1]?.text === 'for' && name.first - before.end <= 1;
  return isBetween ? (tokens[name.first - 2]?.text ?? '') : '';
}

/** "Mohammed" "bin Salman", "Delgado-" "Price" */
const isRestOfSurname = (tokens: readonly Token[], { first, end }: TaggedName): boolean => {
  const name = new SentenceSpan(tokens, { first, end });
  return PARTICLES.has(name.first.text) || /^[-‐]$/.test(name.before?.text ?? '');
};

/**
 * "Robert Downey" and "Jr."; what the tree makes one name: "ADAEZE" and "OBI"; "Pope" and "Francis", who would be a
 * forename alone; "Group" and "of 20".
 */
function withRest(tokens: readonly Token[], name: TaggedName, next: number): TaggedName {
  if (name.type !== 'PERSON') return withNumber(tokens, name);
  const first = tokens[name.first - 1]?.text === 'Pope' ? name.first - 1 : name.first;
  let { end } = name;
  while (end < next && isRest(tokens[end], name.first, end)) end++;
  return { ...name, first, end };
}

/** The number may have been tagged as an amount: "the Group of 20 top economies". */
function withNumber(tokens: readonly Token[], name: TaggedName): TaggedName {
  const of = new SentenceSpan(tokens, name).last.text === 'of' ? name.end - 1 : name.end;
  if (tokens[of - 1]?.text !== 'Group' || tokens[of]?.text !== 'of' || of <= name.first) return name;
  return { ...name, end: tokens[of + 1]?.pos === 'NUM' ? of + 2 : of };
}

const isRest = (token: Token | undefined, first: number, index: number): boolean => {
  if (/^(?:Jr|Sr)\.?$/.test(token?.text ?? '')) return true;
  if (token?.pos !== 'PROPN' || token.relation !== 'flat') return false;
  return token.head >= first && token.head < index && /^\p{Lu}/u.test(token.text);
};

/** Up to three words in quotation marks; the marks may be tagged with either name. */
const isNickname = (tokens: readonly Token[], first: number, end: number): boolean =>
  /^ ?["“‘(]?(?: ?\p{L}+(?: \p{L}+){0,2})? ?["”’)]? ?$/u.test(textOf(tokens, first, end)) &&
  /["“‘]/.test(
    tokens
      .slice(first, end + 1)
      .map(({ text }) => text)
      .join(''),
  ) &&
  end - first <= 5;

/** "the World Health Organization (WHO)" */
function withAcronyms(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const taken = new Set(names.map(({ first }) => first));
  const acronyms = names.flatMap(({ type, first, end }): TaggedName[] => {
    const [open, acronym, close] = tokens.slice(end, end + 3).map(({ text }) => text);
    if (open !== '(' || close !== ')' || acronym === undefined || taken.has(end + 1)) return [];
    const words = tokens.slice(first, end).map(({ text }) => text);
    return initialsOf(words).has(acronym.replaceAll('.', '')) ? [{ type, first: end + 1, end: end + 2 }] : [];
  });
  return [...names, ...acronyms].sort((a, b) => a.first - b.first);
}

const COMMON = new Set(
  `AI CEO CFO COO CTO DNA DVD EVP GDP GPS HIV HR IPO PAC PC PR RGB SUV SVP TV VP Celsius Fahrenheit Showbiz`.split(
    /\s+/u,
  ),
);

/** What everybody has, written as names of few are: "the COO", "ISPs", "a super PAC". */
const isCommon = ({ length, first, last }: SentenceSpan): boolean =>
  length === 1
    ? COMMON.has(first.text) || /^\p{Lu}{2,4}s$/u.test(first.text)
    : length === 2 && /^super$/iu.test(first.text) && /^PACs?$/u.test(last.text);

/** "One Club for Growth ad" is an ad of the Club for Growth. */
const isCount = ({ length, first }: SentenceSpan, { type }: TaggedName): boolean =>
  (type === 'ORGANIZATION' || type === 'PERSON') && length === 1 && /^(?:One|Another|Some|Many|Most)$/.test(first.text);

/** "Minority Leader Grace Okafor" leads no minority; "Republican National Committeeman" is one. */
const isOffice = ({ length, first, last, after }: SentenceSpan): boolean =>
  (length === 1 && /^(?:Minority|Majority)$/.test(first.text) && /^(?:Leader|Whip)$/.test(after?.text ?? '')) ||
  /^Committee(?:wo)?man$/.test(last.text);

/** "the Seafarers' Union" and "Nordfjell Lines", of which only one part was tagged. */
function withOtherPart(tokens: readonly Token[], name: TaggedName): TaggedName {
  const { type, first, end } = name;
  if (end - first > 1 || !/^(?:PERSON|ORGANIZATION|LOCATION)$/.test(type)) return name;
  for (const members of [first - 2, first]) {
    if (isBodyOfMembers(tokens.slice(Math.max(0, members), members + 3)))
      return { type: 'ORGANIZATION', first: members, end: members + 3 };
  }
  const next = tokens[end];
  return next?.pos === 'PROPN' && COMPANY_WORD.test(next.text) ? { type: 'ORGANIZATION', first, end: end + 1 } : name;
}

const isBodyOfMembers = ([members, apostrophe, body]: readonly Token[]): boolean =>
  /^\p{Lu}\p{Ll}+s$/u.test(members?.text ?? '') &&
  /^['’]$/.test(apostrophe?.text ?? '') &&
  BODY_OF_MEMBERS.test(body?.text ?? '');

const BODY_OF_MEMBERS = /^(?:Association|Club|Congress|Council|Federation|Guild|League|Party|Society|Union)$/;
const COMPANY_WORD =
  /^(?:Air(?:lines|ways)|Brands|Breweries|Capital|Energy|Foods|Group|Holdings|Industries|Lines|Motors|Partners|Pharmaceuticals|Steel|Systems|Technologies)$/;

/** "the UK's Competition and Markets Authority" */
function cutAtOwner(tokens: readonly Token[], name: TaggedName): TaggedName[] {
  const owner = tokens.findIndex(
    ({ text }, index) => index > name.first && index < name.end - 1 && /^['’]s$/.test(text),
  );
  if (owner < 0 || name.type !== 'ORGANIZATION' || !placeNamed(textOf(tokens, name.first, owner))) return [name];
  return [
    { type: 'LOCATION', first: name.first, end: owner },
    { ...name, first: owner + 1 },
  ];
}

/** "the U.S. Defense budget" names the country alone; "U.S. Defense Department" is whole. */
function cutAtField(tokens: readonly Token[], name: TaggedName): TaggedName {
  const { length, last, after } = new SentenceSpan(tokens, name);
  const isField = length > 1 && FIELD.test(last.text) && after?.pos === 'NOUN' && /^\p{Ll}/u.test(after.text);
  if (!isField || name.type !== 'ORGANIZATION' || !placeNamed(textOf(tokens, name.first, name.end - 1))) return name;
  return { type: 'LOCATION', first: name.first, end: name.end - 1 };
}

/** What states have departments for, where the word is used by itself. */
const FIELD = /^(?:Agriculture|Commerce|Defen[cs]e|Education|Energy|Health|Labou?r|Trade|Transport(?:ation)?)$/;

/** "Miriam Katz of Haifa", but not "Catherine of Aragon"; `“…,” said Bello of Ridge`: of whom Bello speaks. */
function cutAtHome(tokens: readonly Token[], name: TaggedName): TaggedName[] {
  const of = tokens.findIndex(({ text }, index) => index > name.first && index < name.end - 1 && text === 'of');
  if (of < 0 || name.type !== 'PERSON') return [name];
  const isTold = /^(?:said|says|told)$/.test(tokens[name.first - 1]?.text ?? '');
  if (of === name.first + 1 && !isTold) return [name];
  const person = { ...name, end: of };
  const home = { first: of + 1, end: name.end };
  // Whom he speaks of has a name elsewhere in the article, or none.
  if (isTold && !placeNamed(textOf(tokens, home.first, home.end))) return [person];
  return [person, { type: 'LOCATION', ...home }];
}

/** "a Post-ABC poll" was asked by two; the second may not have been tagged. */
function cutBeforePoll(tokens: readonly Token[], name: TaggedName): TaggedName[] {
  const isHyphen = (index: number) => /^[-–/]$/.test(tokens[index]?.text ?? '');
  const end = isHyphen(name.end - 1) && tokens[name.end]?.pos === 'PROPN' ? name.end + 1 : name.end;
  if (name.type !== 'ORGANIZATION' || !/^(?:poll|survey)$/i.test(tokens[end]?.text ?? '')) return [name];
  const hyphen = tokens.findIndex((_, index) => index > name.first && index < end - 1 && isHyphen(index));
  if (hyphen < 0) return [name];
  return [
    { ...name, end: hyphen },
    { ...name, first: hyphen + 1, end },
  ];
}

/** "Russia-Ukraine", "U.S.-Japanese"; "Colin Roe – Jean", of whom a dash parts a second person. */
function cutAtHyphen(tokens: readonly Token[], name: TaggedName): TaggedName[] {
  const hyphen = tokens.findIndex(
    ({ text }, index) => index > name.first && index < name.end - 1 && /^[-–—]$/.test(text),
  );
  const dash = tokens[hyphen];
  if (!dash) return [name];
  const halves = [
    { ...name, end: hyphen },
    { ...name, first: hyphen + 1 },
  ].map((half) => ({ half, text: textOf(tokens, half.first, half.end) }));
  const { before, after } = new SentenceSpan(tokens, { first: hyphen, end: hyphen + 1 });
  const isSpaced = before && after && before.end < dash.start && dash.end < after.start;
  if (isSpaced && name.type === 'PERSON') return halves.map(({ half }) => half);
  const places = halves.every(({ text }) => placeNamed(text) ?? countryOfPeople(text));
  return places ? halves.map(({ half, text }) => ({ ...half, type: placeNamed(text) ? 'LOCATION' : 'GROUP' })) : [name];
}

const textOf = (tokens: readonly Token[], first: number, end: number): string =>
  new SentenceSpan(tokens, { first, end }).spaced.replaceAll('’', "'");
