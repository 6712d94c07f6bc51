import { isFamilyNameFirst, PARTICLES, REGNAL_TITLES } from './lexicon/people.ts';
import { fold } from './slug.ts';

/** The name of a person in its parts, folded. */
export interface PersonName {
  /** Without suffix and nickname: ["kim", "jong", "un"]. */
  readonly parts: readonly string[];
  /** Of the parts; empty where there is none. */
  readonly first: string;
  readonly last: string;
  /** "jr", "iii" */
  readonly suffix?: string;
  readonly nickname?: string;
  /** "bin Salman", "Von Trapp": the first part belongs to the surname. "Ben Carson" and "Al Gore" have forenames. */
  readonly particleFirst: boolean;
  /** Hyphens and spaces taken out: "yoonsukyeol". */
  readonly joined: string;
}

const SUFFIX = /^(?:jr|sr|i|ii|iii|iv|v|vi|vii|viii|xiv|xvi|xxiii)$/;
/** Inside a name an initial, not a number: "Malcolm I. Roe". */
const INITIAL = /^[iv]$/;

/** English short forms, as newspapers mix them with the full ones. */
const SHORT_FORMS = new Map(
  `joe joseph,jim james,bill william,bob robert,mike michael,tom thomas,dan daniel,dave david,steve steven,steve stephen,
   chris christopher,matt matthew,tony anthony,nick nicholas,alex alexander,ben benjamin,sam samuel,ed edward,ted edward,
   ted theodore,ron ronald,don donald,ken kenneth,jeff jeffrey,greg gregory,tim timothy,pat patrick,pete peter,rick richard,
   dick richard,rob robert,will william,andy andrew,charlie charles,chuck charles,jack john,larry lawrence,jerry gerald,
   fred frederick,hank henry,harry harold,liz elizabeth,beth elizabeth,kate katherine,kathy katherine,cathy catherine,
   sue susan,debbie deborah,becky rebecca,jen jennifer,jenny jennifer,maggie margaret,meg margaret,peggy margaret,nancy ann,
   abby abigail,vicky victoria,sandy sandra,gabe gabriel,zach zachary,josh joshua,nate nathan,doug douglas,ray raymond,
   phil philip,walt walter,vlad vladimir,sasha alexander,mohammad mohammed,muhammad mohammed,mohamed mohammed`
    .split(/,\s*/)
    .map((pair) => pair.trim().split(' ') as [string, string])
    .map(([short, long]) => [`${short} ${long}`, true]),
);

export function parsePersonName(words: readonly string[]): PersonName {
  const bare = words.map((word) =>
    fold(word)
      .replace(/[.,]/g, '')
      .replace(/^['’"“]|['’"”]s?$/g, ''),
  );
  const nicknamed = words.findIndex((word, index) => index > 0 && /^["“'‘(].*["”'’)]$/.test(word));
  const nickname = nicknamed > 0 ? words[nicknamed] : undefined;
  const suffix = bare.findLast((word, index) => index > 0 && isSuffix(word, index, bare));
  const parts = bare.filter(
    (word, index) => word !== '' && index !== nicknamed && !(index > 0 && isSuffix(word, index, bare)),
  );
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isSmall = /^\p{Ll}/u.test(words[0] ?? '');
  return {
    parts,
    first,
    last,
    particleFirst: PARTICLES.has(first) && (isSmall || !FORENAMES_TOO.has(first)),
    joined: parts.join('').replace(/[^\p{L}\p{N}]/gu, ''),
    ...(suffix && { suffix }),
    ...(nickname !== undefined && { nickname: fold(nickname.slice(1, -1)) }),
  };
}

/** Particles that are forenames when they are capitalised. */
const FORENAMES_TOO = new Set(['ben', 'al', 'la', 'le', 'abu', 'di', 'ten', 'e', 'y']);

const isSuffix = (word: string, index: number, words: readonly string[]): boolean =>
  SUFFIX.test(word) && (!INITIAL.test(word) || index === words.length - 1);

/** More than a surname or a forename: it tells one person from another. */
export const isFullName = ({ parts, particleFirst }: PersonName): boolean => parts.length > (particleFirst ? 2 : 1);

export const isRegnal = ({ parts, first }: PersonName): boolean => parts.length > 1 && REGNAL_TITLES.has(first);

/** Whether the family name stands first: "Kim Jong Un", "Xi Jinping", "Yoon Suk-yeol". */
export const familyFirst = ({ parts, first, last }: PersonName): boolean =>
  parts.length > 1 && isFamilyNameFirst(first) && !isFamilyNameFirst(last);

/** What the person is called by in short: "ishiba", "kim", "de la cruz". */
export function familyName(name: PersonName): string {
  if (familyFirst(name)) return name.first;
  const { parts } = name;
  const before = parts.slice(0, -1).findLastIndex((part, index) => index < 1 || !PARTICLES.has(part));
  return parts.slice(before + 1).join(' ');
}

/** The surname without what leans before it: "al-Assad" and "Assad", "de la Cruz" and "Cruz". */
export const bareFamily = (family: string): string =>
  family.replace(/^(?:al|el|ul|ad|as|ar)-(?=\p{L}{3})/u, '').replace(/^.* /u, '');

/** Whether two full names may be one person's; what differs in any part is kept apart. */
export function sameFullName(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix) return false;
  if (a.joined === b.joined) return true;
  const [shorter, longer] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  if (isRegnal(shorter) !== isRegnal(longer)) return withoutTitle(shorter, longer);
  if (samePart(shorter.last, longer.last, false)) return sameGivenNames(shorter, longer);
  return shorter.parts.length < longer.parts.length && isBeginning(shorter.parts, longer.parts);
}

/** "Queen Elizabeth II" and "Elizabeth II" */
function withoutTitle(a: PersonName, b: PersonName): boolean {
  const bare = ({ parts }: PersonName) => parts.filter((part) => !REGNAL_TITLES.has(part)).join(' ');
  return bare(a) === bare(b);
}

/** "John Smith", "J. R. Smith" and "John Robert Smith"; not "Jane Smith". "García Márquez" ends "Gabriel García Márquez". */
function sameGivenNames(shorter: PersonName, longer: PersonName): boolean {
  const few = shorter.parts.slice(0, -1);
  const many = longer.parts.slice(0, -1);
  const [[first = '', ...rest], [firstOfMany = '']] = [few, many];
  if (samePart(first, firstOfMany, true) || first === longer.nickname || shorter.nickname === firstOfMany) {
    return rest.every((part) => many.slice(1).some((other) => samePart(part, other, true))) || many.length === 1;
  }
  const start = many.length - few.length;
  return start > 0 && few.every((part, index) => part === many[start + index]);
}

const isBeginning = (few: readonly string[], many: readonly string[]): boolean =>
  few.every((part, index) => part === many[index]);

function samePart(a: string, b: string, given: boolean): boolean {
  if (a === b) return true;
  if (!given) return bareFamily(a) === bareFamily(b);
  if (a.length === 1 || b.length === 1) return a.startsWith(b) || b.startsWith(a);
  return SHORT_FORMS.has(`${a} ${b}`) || SHORT_FORMS.has(`${b} ${a}`);
}
