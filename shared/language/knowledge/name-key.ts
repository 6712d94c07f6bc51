/** Letters that Unicode does not decompose. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l' };

/** A name in capitals of so many letters at most is an acronym: "WHO" is looked up apart from "Who". */
const LONGEST_ACRONYM = 6;

/** No name of the gazetteer is longer (UTF-16 characters). */
export const LONGEST_KEY = 80;

/**
 * The spelling by which a name is looked up: without accents, stops, article and possessive, hyphens as spaces, in small
 * letters; acronyms in capitals. "the U.S." and "US" meet, "al-Shabaab" and "Al Shabaab". '' for what is no name.
 */
export function nameKey(name: string): string {
  if (name.length > LONGEST_KEY) return '';
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[‘’`ʻʼ]/g, "'")
    .replace(/'s?$/, '')
    .replace(/[ßæœøđðþłÆŒØĐŁ]/g, (letter) => FOLDED[letter.toLowerCase()]!)
    .replace(/&/g, ' and ')
    .replace(/[-‐‑–—,/"“”()!?:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=\S)/i, '');
  return isAcronym(plain) ? plain : plain.toLowerCase();
}

const isAcronym = (plain: string): boolean =>
  plain.length > 1 && plain.length <= LONGEST_ACRONYM && /^[\p{Lu}\p{Nd}]+$/u.test(plain) && /\p{Lu}/u.test(plain);

/** Two 32-bit hashes of a key (FNV-1a with two primes, mixed at the end): their 46 bits in use tell all names apart. */
export function hashOf(key: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
  }
  return [mix(one), mix(two ^ one)];
}

const mix = (hash: number): number => {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (most ^ (most >>> 16)) >>> 0;
};
