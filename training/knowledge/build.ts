/**
 * Builds shared/language/knowledge/data/gazetteer.bin and training/knowledge/prominent-names.tsv. Not needed to run anything.
 *
 *   npx tsx training/knowledge/build.ts ../shared/data
 *
 * From the lists in DATA/knowledge that may ship, the free text of Voice of America (DATA/ner/gmb.all.jsonl: how often a
 * name stands in the news, which words are ordinary) and DATA/gazetteers (surnames, forenames).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as format from '../../shared/language/knowledge/gazetteer.ts';
import { hashOf, nameKey } from '../../shared/language/knowledge/name-key.ts';
import { ALIASES, isName, LISTS, RIGHT_IDS, WORDS_TOO, type Row } from './lists.ts';

/** One more with every change of the lists or of this script. */
const VERSION = 2;

/** Least prominence, by its list, of what is kept. */
const LEAST = 16;

const data = process.argv[2];
if (!data) throw new Error('Name the folder of the data: npx tsx training/knowledge/build.ts ../shared/data');
const lines = (file: string): string[] =>
  readFileSync(join(data, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean);

interface Entry {
  readonly kind: format.Kind;
  readonly name: string;
  /** Key to whether it is only an alias, and whether weak. */
  readonly keys: Map<string, boolean>;
  readonly files: Set<string>;
  wikidata: string;
  geonames: string;
  code: string;
  prominence: number;
  note: string;
}

const rowsOf = (file: string): Row[] =>
  lines(`knowledge/${file}.tsv`)
    .slice(1)
    .map((line) => {
      const [name = '', , aliases = '', country = '', raw = '', wikidata = '', geonames = '', note = ''] =
        line.split('\t');
      return {
        name,
        aliases: aliases.split('|').filter((alias) => alias !== '' && isName(alias, { file, name })),
        country,
        raw: Number(raw) || 0,
        wikidata: RIGHT_IDS[wikidata] ?? wikidata,
        geonames,
        note,
        file,
      };
    });

// Ordinary words, and how often what is capitalised stands in the news.
const lower = new Map<string, number>();
const capital = new Map<string, number>();
const phrases = new Map<string, number>();
for (const line of lines('ner/gmb.all.jsonl')) {
  const { tokens } = JSON.parse(line) as { tokens: string[] };
  tokens.forEach((token, at) => {
    if (/^\p{Ll}/u.test(token)) lower.set(token, (lower.get(token) ?? 0) + 1);
    if (!/^[\p{Lu}]/u.test(token)) return;
    if (at > 0) capital.set(token.toLowerCase(), (capital.get(token.toLowerCase()) ?? 0) + 1);
    for (let end = at + 1; end <= Math.min(tokens.length, at + 6); end++) {
      if (end === at + 1 && at === 0) continue;
      const key = nameKey(
        tokens
          .slice(at, end)
          .join(' ')
          .replace(/ ([.'’])/g, '$1'),
      );
      phrases.set(key, (phrases.get(key) ?? 0) + 1);
    }
  });
}
const isWord = (key: string): boolean => {
  if (WORDS_TOO.has(key)) return true;
  const seen = lower.get(key) ?? 0;
  return seen >= 2 && seen >= 0.1 * (capital.get(key) ?? 0);
};

// Surnames and forenames.
const surnames = new Set<string>();
const forenames = new Set<string>();
for (const line of lines('gazetteers/dist.all.last').slice(0, 12_000))
  surnames.add(line.split(/\s+/)[0]!.toLowerCase());
for (const sex of ['female', 'male'])
  for (const line of lines(`gazetteers/dist.${sex}.first`)) forenames.add(line.split(/\s+/)[0]!.toLowerCase());
for (const line of lines('gazetteers/common-surnames-by-country.csv').slice(1)) {
  const name = nameKey(line.split(',')[5] ?? '');
  if (/^[\p{L}' ]{2,}$/u.test(name)) surnames.add(name);
}
for (const line of lines('gazetteers/common-forenames-by-country.csv').slice(1)) {
  const name = nameKey(line.split(',').at(-1) ?? '');
  if (/^[\p{L}' ]{2,}$/u.test(name)) forenames.add(name);
}

const entries: Entry[] = [];
const byItem = new Map<string, Entry>();
const byPlace = new Map<string, Entry>();
const byName = new Map<string, Entry[]>();
const nameSlot = (kind: format.Kind, name: string) => `${format.typeOfKind(kind)} ${nameKey(name)}`;

const stateCodes = new Map<string, string>();
for (const { name, note, country } of rowsOf('regions')) {
  const code = /ISO ([A-Z]{2}-\w+)/.exec(note)?.[1];
  if (code) stateCodes.set(`${country} ${nameKey(name)}`, code);
}

const countryNames = new Set(rowsOf('countries').map(({ name }) => nameKey(name)));

function codeOf(row: Row, kind: format.Kind): string {
  if (kind === 'region')
    return /ISO ([A-Z]{2}-\w+)/.exec(row.note)?.[1] ?? /\((US-\w+)\)/.exec(row.note)?.[1] ?? row.country;
  if (kind !== 'city') return row.country;
  const region = row.note.split(/;| \(/)[0]!;
  return /\((US-\w+)\)/.exec(row.note)?.[1] ?? stateCodes.get(`${row.country} ${nameKey(region)}`) ?? row.country;
}

/** The same thing in another list: by its ids, else by name and country. */
function known(row: Row, kind: format.Kind): Entry | undefined {
  const type = format.typeOfKind(kind);
  const same = (entry: Entry | undefined) => (entry && format.typeOfKind(entry.kind) === type ? entry : undefined);
  const byId = same(byItem.get(row.wikidata)) ?? same(byPlace.get(row.geonames));
  if (byId) return byId;
  if (type === 'LOCATION') return undefined;
  const named = [row.name, ...row.aliases.filter((alias) => alias.includes(' '))]
    .flatMap((name) => byName.get(nameSlot(kind, name)) ?? [])
    .filter((entry) => !(entry.wikidata && row.wikidata && entry.wikidata !== row.wikidata))
    .filter((entry) => entry.code === row.country || entry.code === '' || row.country === '')
    // A gangster is no member of parliament of the same name.
    .filter((entry) => type !== 'PERSON' || entry.kind === kind || entry.kind === 'person' || kind === 'person');
  const unique = [...new Set(named)];
  return unique.length === 1 ? unique[0] : undefined;
}

/** Whether an alias says too little to be the name by itself. */
function isWeak(alias: string, row: Row, kind: format.Kind): boolean {
  // "McDonald's" without its ending is somebody.
  if (/['’]s$/.test(alias)) return true;
  const key = nameKey(alias);
  const type = format.typeOfKind(kind);
  if (type === 'ORGANIZATION' && byName.has(`LOCATION ${key}`)) return true;
  if (alias.includes(' ')) return type === 'PERSON' ? false : /^\p{Ll}/u.test(alias);
  if (type === 'PERSON') return row.name.includes(' ');
  if (type === 'ORGANIZATION')
    return kind === 'team' || isWord(key) || surnames.has(key) || forenames.has(key) || row.note.includes(`${alias} (`);
  return isWord(key) || row.file === 'cities-altnames';
}

for (const list of LISTS) {
  for (const row of rowsOf(list.file)) {
    const kind = typeof list.kind === 'function' ? list.kind(row.note, row) : list.kind;
    const prominence = list.prominence(row);
    if (kind === undefined || prominence === undefined || prominence < LEAST) continue;
    if (!/^[\p{Lu}\p{N}a-z'‘’ʻ@]/u.test(row.name) || row.name.length > 70) continue;
    // Districts that bear a city's name and id are the city.
    let entry = known(row, kind);
    if (!entry) {
      entry = {
        kind,
        name: row.name,
        keys: new Map(),
        files: new Set(),
        wikidata: '',
        geonames: '',
        code: codeOf(row, kind),
        prominence: 0,
        note: row.note,
      };
      entries.push(entry);
    }
    entry.wikidata ||= row.wikidata;
    entry.geonames ||= row.geonames;
    entry.code ||= codeOf(row, kind);
    entry.prominence = Math.max(entry.prominence, prominence);
    entry.files.add(list.file);
    if (row.wikidata) byItem.set(row.wikidata, entry);
    if (row.geonames) byPlace.set(row.geonames, entry);
    for (const [index, name] of [row.name, ...row.aliases].entries()) {
      const key = nameKey(name.replace(/ \[\w+\]$/, ''));
      if (list.file === 'us-counties' && /Ala?\.|, .*\.$/.test(name)) continue;
      if (key.length < 2 || /^\p{N}+$/u.test(key) || (index > 0 && prominence < 18 && !name.includes(' '))) continue;
      if (index > 0 && kind !== 'country' && kind !== 'team' && countryNames.has(key)) continue;
      // "foreign ministry" as written in small letters is a description.
      if (index > 0 && !/[\p{Lu}]/u.test(name)) continue;
      const weak =
        index === 0
          ? format.typeOfKind(kind) === 'PERSON'
            ? isWord(key)
            : format.typeOfKind(kind) === 'ORGANIZATION' &&
              (/['’]s$/.test(name) || isWord(key) || byName.has(`LOCATION ${key}`))
          : isWeak(name, row, kind);
      entry.keys.set(key, (entry.keys.get(key) ?? true) && weak);
      const slot = nameSlot(kind, name);
      const named = byName.get(slot) ?? [];
      if (!named.includes(entry)) byName.set(slot, [...named, entry]);
    }
  }
}

for (const [alias, item] of ALIASES) byItem.get(item)?.keys.set(nameKey(alias), false);

// Acronyms name what they expand to.
for (const { name, aliases } of rowsOf('org-acronyms')) {
  const key = nameKey(name);
  for (const expansion of aliases.slice(0, 4)) {
    for (const entry of byName.get(`ORGANIZATION ${nameKey(expansion)}`) ?? []) {
      if (entry.prominence >= 24 && !entry.keys.has(key)) entry.keys.set(key, true);
    }
  }
}
// Other spellings of large cities.
for (const row of rowsOf('cities-altnames')) {
  const entry = byPlace.get(row.geonames);
  if (!entry || row.raw < 500_000) continue;
  for (const alias of row.aliases.slice(0, 6)) {
    const key = nameKey(alias);
    if (key.length > 3 && !entry.keys.has(key) && !isWord(key)) entry.keys.set(key, true);
  }
}

// Known to several lists, named in the news: better known.
const claims = new Map<string, Entry[]>();
for (const entry of entries)
  for (const [key, weak] of entry.keys) if (!weak) claims.set(key, [...(claims.get(key) ?? []), entry]);
for (const entry of entries) {
  entry.prominence += Math.min(12, 4 * (entry.files.size - 1));
  const seen = Math.max(
    0,
    ...[...entry.keys]
      .filter(
        ([key, weak]) =>
          !weak && Math.max(...claims.get(key)!.map(({ prominence }) => prominence)) <= entry.prominence + 12,
      )
      .map(([key]) => phrases.get(key) ?? 0),
  );
  // A village that is called like a president owes him its mentions.
  const share = entry.prominence >= 42 ? 1 : entry.prominence >= 30 ? 0.5 : 0.2;
  if (seen > 0) entry.prominence += share * Math.min(20, 2 + 2.2 * Math.log2(1 + seen));
  entry.prominence = Math.max(1, Math.min(100, Math.round(entry.prominence)));
}

// The best-known people are named by their surnames alone.
for (const entry of entries) {
  if (format.typeOfKind(entry.kind) !== 'PERSON' || entry.prominence < 65) continue;
  const surname = nameKey(
    entry.name
      .replace(/ (?:Jr|Sr|I+V?)\.?$/, '')
      .split(' ')
      .at(-1)!,
  );
  if (surname.length > 3 && !entry.keys.has(surname)) entry.keys.set(surname, true);
}

// A quarter or district of the same name as a greater place of the same country adds nothing.
const keep = entries.filter((entry) => {
  if (format.typeOfKind(entry.kind) !== 'LOCATION' || entry.prominence >= 45) return true;
  return !(claims.get(nameKey(entry.name)) ?? []).some(
    (other) =>
      other !== entry &&
      other.prominence > entry.prominence + 25 &&
      other.code.slice(0, 2) === entry.code.slice(0, 2) &&
      other.wikidata === '' &&
      entry.wikidata === '',
  );
});
keep.sort(
  (a, b) =>
    Number(format.typeOfKind(b.kind) === 'LOCATION') - Number(format.typeOfKind(a.kind) === 'LOCATION') ||
    b.prominence - a.prominence ||
    (a.name < b.name ? -1 : 1),
);

// Columns.
interface Posting {
  readonly one: number;
  readonly rest: number;
  readonly word: number;
  readonly order: number;
}
const postings: Posting[] = [];
const post = (key: string, word: number, order: number) => {
  const [one, rest] = hashOf(key);
  postings.push({ one, rest, word, order });
};
const keysSeen = new Set<string>();
keep.forEach((entry, index) => {
  for (const [key, weak] of entry.keys) {
    post(key, index | (weak ? format.WEAK : 0), -entry.prominence + (weak ? 30 : 0));
    keysSeen.add(key);
  }
});
const useful = new Set([...keysSeen, ...WORDS_TOO, ...[...surnames].slice(0, 8_000), ...forenames]);
for (const key of useful) {
  if (key.includes(' ')) continue;
  const uses =
    (isWord(key) ? format.WORD : 0) |
    (surnames.has(key) ? format.SURNAME : 0) |
    (forenames.has(key) ? format.FORENAME : 0);
  if (uses) post(key, format.NO_ENTRY | uses, 1000);
}
const bucketOf = ({ one }: Posting): number => one >>> (32 - format.BUCKET_BITS);
postings.sort((a, b) => bucketOf(a) - bucketOf(b) || a.rest - b.rest || a.order - b.order);

const codes = [...new Set(['', ...keep.map(({ code }) => code)])];
const codeIndex = new Map(codes.map((code, index) => [code, index]));
const places = keep.filter(({ kind }) => format.typeOfKind(kind) === 'LOCATION').length;
const table = Buffer.from(codes.join('\n'));
const starts = new Uint32Array((1 << format.BUCKET_BITS) + 1);
for (const posting of postings) starts[bucketOf(posting) + 1]!++;
for (let bucket = 0; bucket < 1 << format.BUCKET_BITS; bucket++) starts[bucket + 1]! += starts[bucket]!;
const bytes = (column: Uint32Array | Uint16Array | Uint8Array) =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength);
const file = Buffer.concat([
  bytes(Uint32Array.of(format.MAGIC, format.FORMAT, VERSION, postings.length, keep.length, places, table.length)),
  bytes(starts),
  bytes(Uint32Array.from(postings, ({ rest }) => rest)),
  bytes(Uint32Array.from(postings, ({ word }) => word)),
  bytes(Uint32Array.from(keep, ({ wikidata }) => Number(wikidata.slice(1)) || 0)),
  bytes(Uint32Array.from(keep.slice(0, places), ({ geonames }) => Number(geonames) || 0)),
  bytes(Uint16Array.from(keep, ({ code }) => codeIndex.get(code)!)),
  bytes(Uint8Array.from(keep, ({ kind }) => format.KINDS.indexOf(kind))),
  bytes(Uint8Array.from(keep, ({ prominence }) => prominence)),
  table,
]);
writeFileSync(join(import.meta.dirname, '../../shared/language/knowledge/data/gazetteer.bin'), file);

// The best-known of each kind, to measure with: names that mean nothing else as well known.
const CATEGORIES: Readonly<Record<string, (entry: Entry) => boolean>> = {
  city: ({ kind, note }) => kind === 'city' && !/national capital|section of/.test(note),
  capital: ({ kind, note }) => kind === 'city' && note.includes('national capital'),
  agency: ({ kind }) => kind === 'government' || kind === 'security' || kind === 'international body',
  newspaper: ({ kind, note }) => kind === 'media' && /newspaper|magazine/.test(note),
  bank: ({ kind, note }) => kind === 'bank' && /bank/i.test(note),
  club: ({ kind, note }) => kind === 'team' && /club|team/i.test(note),
  'armed group': ({ kind }) => kind === 'armed group',
  party: ({ kind }) => kind === 'party',
  person: ({ kind, name }) => format.typeOfKind(kind) === 'PERSON' && name.includes(' '),
};
const rivals = ({ name, kind, prominence }: Entry) =>
  (claims.get(nameKey(name)) ?? []).filter(
    (other) => format.typeOfKind(other.kind) !== format.typeOfKind(kind) && other.prominence > prominence - 30,
  ).length;
const measured = Object.entries(CATEGORIES).flatMap(([category, belongs]) =>
  keep
    .filter((entry) => belongs(entry) && rivals(entry) === 0 && !/ \(|^(?:Labour Party \p{Lu}|Lega$)/u.test(entry.name))
    .sort((a, b) => b.prominence - a.prominence || (a.name < b.name ? -1 : 1))
    .slice(0, category === 'armed group' || category === 'bank' ? 200 : 240)
    .map(({ name, kind, prominence }) => [name, format.typeOfKind(kind), category, prominence].join('\t')),
);
writeFileSync(
  join(import.meta.dirname, 'prominent-names.tsv'),
  `name\ttype\tcategory\tprominence\n${measured.join('\n')}\n`,
);

// Single names that people have too, whose best-known bearer is a place or an organisation.
const shared = [...claims]
  .filter(([key]) => /^\p{L}{4,}$/u.test(key) && surnames.has(key) && !isWord(key))
  .flatMap(([key, bearers]) => {
    const best = [...bearers].sort((a, b) => b.prominence - a.prominence)[0]!;
    const type = format.typeOfKind(best.kind);
    const name = key[0]!.toUpperCase() + key.slice(1);
    const alone = nameKey(best.name) === key;
    return alone && best.prominence >= 36 && (type === 'LOCATION' || type === 'ORGANIZATION')
      ? [[name, type, best.kind, best.prominence].join('\t')]
      : [];
  })
  .sort();
writeFileSync(
  join(import.meta.dirname, 'names-of-people-too.tsv'),
  `name\ttype\tcategory\tprominence\n${shared.join('\n')}\n`,
);
console.log(`${keep.length} entries (${places} places), ${postings.length} keys, ${(file.length / 1e6).toFixed(2)} MB`);
