import { isFamilyNameFirst, PARTICLES, REGNAL_TITLES } from './lexicon/people.ts';
import { fold } from './slug.ts';

/** The name of a person in its parts, folded. */
export interface PersonName {
  /** Without suffix and nickname: ["kim", "jong", "un"]. */
  readonly parts: readonly string[];
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
  const nickname = words.findIndex((word, index) => index > 0 && /^["“'‘(].*["”'’)]$/.test(word));
  const suffix = bare.findLast((word, index) => index > 0 && isSuffix(word, index, bare));
  const parts = bare.filter(
    (word, index) => word !== '' && index !== nickname && !(index > 0 && isSuffix(word, index, bare)),
  );
  return {
    parts,
    particleFirst: PARTICLES.has(parts[0] ?? '') && (/^\p{Ll}/u.test(words[0]!) || !FORENAMES_TOO.has(parts[0]!)),
    joined: parts.join('').replace(/[^\p{L}\p{N}]/gu, ''),
    ...(suffix && { suffix }),
    ...(nickname > 0 && { nickname: fold(words[nickname]!.slice(1, -1)) }),
  };
}

/** Particles that are forenames when they are capitalised. */
const FORENAMES_TOO = new Set(['ben', 'al', 'la', 'le', 'abu', 'di', 'ten', 'e', 'y']);

const isSuffix = (word: string, index: number, words: readonly string[]): boolean =>
  SUFFIX.test(word) && (!INITIAL.test(word) || index === words.length - 1);

/** More than a surname or a forename: it tells one person from another. */
export const isFullName = ({ parts, particleFirst }: PersonName): boolean => parts.length > (particleFirst ? 2 : 1);

export const isRegnal = ({ parts }: PersonName): boolean => parts.length > 1 && REGNAL_TITLES.has(parts[0]!);

/** Whether the family name stands first: "Kim Jong Un", "Xi Jinping", "Yoon Suk-yeol". */
export const familyFirst = ({ parts }: PersonName): boolean =>
  parts.length > 1 && isFamilyNameFirst(parts[0]!) && !isFamilyNameFirst(parts.at(-1)!);

/** What the person is called by in short: "ishiba", "kim", "de la cruz". */
export function familyName(name: PersonName): string {
  if (familyFirst(name)) return name.parts[0]!;
  let start = name.parts.length - 1;
  while (start > 1 && PARTICLES.has(name.parts[start - 1]!)) start--;
  return name.parts.slice(start).join(' ');
}

/** The surname without what leans before it: "al-Assad" and "Assad", "de la Cruz" and "Cruz". */
export const bareFamily = (family: string): string =>
  family
    .replace(/^(?:al|el|ul|ad|as|ar)-(?=\p{L}{3})/u, '')
    .split(' ')
    .at(-1)!;

/** Whether two full names may be one person's; what differs in any part is kept apart. */
export function sameFullName(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix) return false;
  if (a.joined === b.joined) return true;
  const [shorter, longer] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  if (isRegnal(shorter) !== isRegnal(longer)) return withoutTitle(shorter, longer);
  if (samePart(shorter.parts.at(-1)!, longer.parts.at(-1)!, false)) return sameGivenNames(shorter, longer);
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
  const first = few[0]!;
  if (samePart(first, many[0]!, true) || first === longer.nickname || shorter.nickname === many[0]) {
    const rest = few.slice(1);
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
