import type { EntityId } from '../analysis.ts';
import type { EntityType } from '../document.ts';

/** Ids are parts of keys: longer names are cut (UTF-16 characters). */
const LONGEST_SLUG = 150;

/** Letters that Unicode does not decompose. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

/** Lower case, without accents: "Željko" and "Zeljko" meet. */
export const fold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : unaccented(text));

/** Most names are plain: they are spared the tables of Unicode. */
const PLAIN = /^[ -~]*$/;

const unaccented = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/g, (letter) => FOLDED[letter] ?? letter);

/** "democrats" and "democratic" are of one party; "russians", "jews". Folded. */
export const singular = (name: string): string =>
  name.replace(/^democratic$/, 'democrat').replace(/(?<=\p{L}{2}[^su])s$/u, '');

/** What parts "$5" from "€5" and "5%" from "5". */
const SIGNS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen', '%': 'percent' };

/** "Jake Sullivan" -> "jake-sullivan", "$4.4 billion" -> "dollar-4-4-billion"; letters of other scripts stay; "?" where a name has nothing of it. */
export const slug = (name: string): string =>
  fold(name)
    .replace(/[$€£¥%]/g, (sign) => ` ${SIGNS[sign] ?? ''} `)
    .replace(/(?<=[\p{L}\p{N}])(?:['’]|(?<!\p{N})\.|\.(?!\p{N}))(?=[\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_SLUG) || '?';

/** The same for the same name in every article. */
export const entityId = (type: EntityType, name: string): EntityId => `${type}#${slug(name)}`;

/** A person known by one name alone: "PERSON#~kim" cannot be mistaken for somebody's full name. */
export const partialPersonId = (name: string): EntityId => `PERSON#~${slug(name)}`;
