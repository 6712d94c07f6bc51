import { firstIndex } from '../first-index.ts';
import { hashOf, nameKey } from './name-key.ts';

/** What bears a name, in the order of the file's codes. */
export const KINDS = [
  'country',
  'region',
  'city',
  'nature',
  'place',
  'people',
  'company',
  'bank',
  'media',
  'government',
  'security',
  'armed group',
  'party',
  'team',
  'school',
  'international body',
  'body',
  'politician',
  'athlete',
  'entertainer',
  'businessperson',
  'person',
] as const;
export type Kind = (typeof KINDS)[number];

export type KnownType = 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'GROUP';

/** Somebody or something that the lists know. */
export interface Known {
  /** Its place in the file: the same for all its names. */
  readonly entry: number;
  readonly kind: Kind;
  readonly type: KnownType;
  /** How well known, 0..100, comparable over all kinds. */
  readonly prominence: number;
  /** ISO 3166-1 alpha-2 or 3166-2: its own, else that of the country or province where it is. */
  readonly code?: string;
  /** "Q42" */
  readonly wikidata?: string;
  readonly geonames?: number;
  /** Only a part of its name, or a word of other use: "Modi", "Arsenal". */
  readonly weak: boolean;
}

/** What a name is besides: an ordinary word, somebody's surname, a forename. */
export interface NameUses {
  readonly word: boolean;
  readonly surname: boolean;
  readonly forename: boolean;
}

/** All that is known of a name, the best known bearer first. */
export interface Knowledge extends NameUses {
  readonly bearers: readonly Known[];
}

export const typeOfKind = (kind: Kind): KnownType => {
  const code = KINDS.indexOf(kind);
  if (code < KINDS.indexOf('people')) return 'LOCATION';
  if (code === KINDS.indexOf('people')) return 'GROUP';
  return code < KINDS.indexOf('politician') ? 'ORGANIZATION' : 'PERSON';
};

/*
 * The file: numbers are little-endian. Header of 32-bit words: magic, format, version of the lists, counts of keys, entries,
 * places and bytes of codes. Then columns: bucket starts (2^14 + 1), rest of the hash of each key, its entry with flags,
 * Wikidata numbers, GeoNames numbers (places come first), ISO codes (16 bits), kinds and prominences (8 bits), and the
 * table of ISO codes as text. Names themselves are not kept: 46 bits of their hash tell them apart, and a name that is in
 * no list is taken for one that is once in some hundred million look-ups.
 */
export const MAGIC = 0x315a4147;
export const FORMAT = 1;
export const HEADER_WORDS = 7;
export const BUCKET_BITS = 14;
export const ENTRY_MASK = 0xfffff;
/** In the place of an entry: the key's uses as an ordinary word. */
export const NO_ENTRY = ENTRY_MASK;
export const WEAK = 1 << 20;
export const WORD = 1 << 21;
export const SURNAME = 1 << 22;
export const FORENAME = 1 << 23;

const NOTHING: Knowledge = { bearers: [], word: false, surname: false, forename: false };

/** The file does not fit this program. */
export class GazetteerMismatch extends Error {
  override readonly name = 'GazetteerMismatch';

  constructor(what: string) {
    super(`The gazetteer does not fit: ${what}. Restore it with "git checkout -- shared/language/knowledge"`);
  }
}

/** Names of the world by their normalised spelling. */
export class Gazetteer {
  /** Version of the lists that it was built from. */
  readonly version: number;
  private readonly buckets: Uint32Array;
  private readonly rests: Uint32Array;
  private readonly postings: Uint32Array;
  private readonly wikidata: Uint32Array;
  private readonly geonames: Uint32Array;
  private readonly codes: Uint16Array;
  private readonly kinds: Uint8Array;
  private readonly prominences: Uint8Array;
  private readonly codeNames: readonly string[];

  /** Throws GazetteerMismatch. `file` is read in place: no copy, nothing parsed but the ISO codes. */
  constructor(file: Uint8Array) {
    if (file.byteLength < HEADER_WORDS * 4) throw new GazetteerMismatch('it is cut off');
    const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
    const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
    const [magic, format, version, keys, entries, places, codeBytes] = [...header] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (magic !== MAGIC || format !== FORMAT) throw new GazetteerMismatch('it is of another format');
    let offset = bytes.byteOffset + HEADER_WORDS * 4;
    const words = (length: number) => {
      const column = new Uint32Array(bytes.buffer, offset, length);
      offset += length * 4;
      return column;
    };
    const size = 4 * (HEADER_WORDS + (1 << BUCKET_BITS) + 1 + 2 * keys + entries + places) + 4 * entries + codeBytes;
    if (bytes.byteLength !== size) throw new GazetteerMismatch('it is cut off');
    this.version = version;
    this.buckets = words((1 << BUCKET_BITS) + 1);
    this.rests = words(keys);
    this.postings = words(keys);
    this.wikidata = words(entries);
    this.geonames = words(places);
    this.codes = new Uint16Array(bytes.buffer, offset, entries);
    this.kinds = new Uint8Array(bytes.buffer, offset + 2 * entries, entries);
    this.prominences = new Uint8Array(bytes.buffer, offset + 3 * entries, entries);
    this.codeNames = new TextDecoder().decode(bytes.subarray(bytes.byteLength - codeBytes)).split('\n');
  }

  /** Who and what bears a name, under any of its spellings. */
  lookUp(name: string): Knowledge {
    const key = nameKey(name);
    return key === '' ? NOTHING : this.lookUpKey(key);
  }

  /** As `lookUp`, of a key that `nameKey` made. */
  lookUpKey(key: string): Knowledge {
    const [one, rest] = hashOf(key);
    const bucket = one >>> (32 - BUCKET_BITS);
    const end = this.buckets[bucket + 1]!;
    let at = firstAtLeast(this.rests, rest, this.buckets[bucket]!, end);
    if (at === end || this.rests[at] !== rest) return NOTHING;
    const bearers: Known[] = [];
    let uses = 0;
    for (; at < end && this.rests[at] === rest; at++) {
      const posting = this.postings[at]!;
      if ((posting & ENTRY_MASK) === NO_ENTRY) uses = posting;
      else bearers.push(this.known(posting & ENTRY_MASK, (posting & WEAK) !== 0));
    }
    return {
      bearers,
      word: (uses & WORD) !== 0,
      surname: (uses & SURNAME) !== 0,
      forename: (uses & FORENAME) !== 0,
    };
  }

  private known(entry: number, weak: boolean): Known {
    const kind = KINDS[this.kinds[entry]!]!;
    const code = this.codeNames[this.codes[entry]!]!;
    const [item, place] = [this.wikidata[entry]!, this.geonames[entry] ?? 0];
    return {
      entry,
      kind,
      type: typeOfKind(kind),
      prominence: this.prominences[entry]!,
      ...(code !== '' && { code }),
      ...(item !== 0 && { wikidata: `Q${item}` }),
      ...(place !== 0 && { geonames: place }),
      weak,
    };
  }
}

/** Index of the first of the ordered numbers in [low, high) that is no less; `high` where there is none. */
const firstAtLeast = (numbers: Uint32Array, least: number, low: number, high: number): number =>
  firstIndex(numbers, (number) => number >= least, low, high);
