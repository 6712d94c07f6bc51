import { world } from '../knowledge/world.ts';
import { NEWSPAPER_ENDING } from '../lexicon/bearers.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { clusterBy, type Cluster } from './cluster.ts';
import type { NameMention } from './name-mentions.ts';
import { fold } from './slug.ts';

/** Forms of companies, which come and go, also together: "Co., Ltd." */
const COMPANY_FORMS =
  /(?:,? (?:inc|incorporated|corp|corporation|co|company|cos|ltd|limited|llc|llp|lp|plc|ag|gmbh|sa|s\.a|spa|nv|n\.v|bv|oy|ab|as|asa|kk|pty)\.?){1,4}$/;

/** What may follow a company's short name in its long one. */
const GENERIC = wordSet(
  `motor motors group holdings holding bank airlines airways technologies technology systems industries international
   entertainment pharmaceuticals energy oil petroleum partners capital communications media electric electronics foods
   stores brands breweries lines steel companies association federation union party organization agency administration university college institute school magazine newspaper museum foundation hospital club
   council committee commission authority corps service services network league`,
);

/** Names of more words are titles of committees, cut off at this many for bounded work. */
const LONGEST_NAME = 12;

const SMALL_WORDS = wordSet('of the and for in on to a an & de du des la le et');

/** Organisations by name without article and company form; then acronyms and short names join their long ones. */
export function clusterOrganizations(mentions: readonly NameMention[]): Cluster[] {
  const clusters = clusterBy(mentions, (mention) => keyOf(mention.words));
  const joined = new Map<string, string>();
  const acronyms = acronymsOf([...clusters.values()]);
  const shortNames = shortNamesOf(clusters);
  const knownLong = knownLongNames(clusters);
  for (const [key, { names }] of clusters) {
    const long = acronyms.get(acronymIn(names[0]!.words) ?? '') ?? shortNames.get(key) ?? knownLong.get(names[0]!);
    if (long && long !== key) joined.set(key, long);
  }
  for (const [key, long] of joined) {
    if (joined.has(long)) continue;
    clusters.get(long)!.names.push(...clusters.get(key)!.names);
    clusters.delete(key);
  }
  for (const { names } of clusters.values()) names.sort((a, b) => a.sentence - b.sentence || a.first - b.first);
  return [...clusters.values()];
}

/** Names, to the keys of the long ones that the lists know as the same body's: "IMF", "BJP", "the Fed". */
function knownLongNames(clusters: ReadonlyMap<string, Cluster>): Map<NameMention, string> {
  const longNames = new Map<number, string>();
  const bearersOf = ({ words }: NameMention) =>
    world()
      .lookUp(words.join(' '))
      .bearers.filter(({ type }) => type === 'ORGANIZATION');
  for (const [key, { names }] of clusters) {
    if (names[0]!.words.length === 1) continue;
    for (const { entry, weak } of bearersOf(names[0]!)) if (!weak && !longNames.has(entry)) longNames.set(entry, key);
  }
  const found = new Map<NameMention, string>();
  // Many articles have no known long name: for these the lists are not asked again.
  if (longNames.size === 0) return found;
  for (const { names } of clusters.values()) {
    const long = bearersOf(names[0]!).flatMap(({ entry }) => longNames.get(entry) ?? [])[0];
    if (long !== undefined) found.set(names[0]!, long);
  }
  return found;
}

/** "the Justice Department" and "the Department of Justice", "Acme" and "Acme Inc." meet. */
function keyOf(words: readonly string[]): string {
  const name = fold(words.join(' '))
    .replace(/^the /, '')
    .replace(/['’]s?$/, '')
    .replaceAll('’', "'")
    .replace(/ & /g, ' and ')
    .replace(/^united states /, 'u.s. ');
  const bare = name.replace(COMPANY_FORMS, '');
  const inverted = /^(?:u\.?s\.? )?(department|ministry|office|bureau) (?:of|for) (?:the )?(.+)$/.exec(bare);
  if (inverted) return `${inverted[2]!} ${inverted[1]!}`;
  return bare.replace(
    /^u\.?s\.? (?=\p{L}+ (?:department|ministry|bureau)$|senate$|congress$|house of|supreme court$|army$|navy$|air force$)/u,
    '',
  );
}

/** "APEC", "U.N.", "AT&T" */
const acronymIn = (words: readonly string[]): string | undefined => {
  const [word] = words;
  return words.length === 1 && /^(?:[\p{Lu}\d&]{2,8}|(?:\p{Lu}\.){2,8})s?$/u.test(word!)
    ? word!.replaceAll('.', '')
    : undefined;
};

/** Initials to the key of the long name that they shorten; those of two long names shorten neither. */
function acronymsOf(clusters: readonly Cluster[]): Map<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { names } of clusters) {
    const { words } = names[0]!;
    const key = keyOf(words);
    for (const initials of initialsOf(words)) {
      if (found.has(initials) && found.get(initials) !== key) shared.add(initials);
      found.set(initials, key);
    }
  }
  for (const initials of shared) found.delete(initials);
  return found;
}

/** "WHO" of "World Health Organization"; "USGS" and "UGS" of "U.S. Geological Survey", "UKHSA" of "UK Health Security Agency". */
export function initialsOf(words: readonly string[]): Set<string> {
  const parts = words.flatMap((word) => word.split(/[-–/]/)).filter((part) => /^[\p{L}&]/u.test(part));
  const capitals = parts.filter((part) => !SMALL_WORDS.has(part.toLowerCase()));
  if (capitals.length < 2) return new Set();
  const isForm = (part: string): boolean => /^(?:inc|corp|co|ltd|llc|plc)\.?$/i.test(part);
  const isThe = (part: string): boolean => part.toLowerCase() === 'the';
  const lists = [capitals, parts.filter((part) => !isThe(part))].flatMap((list) => [
    list,
    list.filter((part) => !isForm(part)),
  ]);
  return new Set(
    lists.flatMap((list) => [
      list.map((part) => part[0]!.toUpperCase()).join(''),
      list.map((part) => acronymIn([part]) ?? part[0]!.toUpperCase()).join(''),
    ]),
  );
}

/** Beginnings and ends of long names, to those names; only what one name alone has. */
function shortNamesOf(clusters: ReadonlyMap<string, Cluster>): Map<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const [key, { names }] of clusters) {
    const words = key.split(' ');
    const company = names.some((name) => COMPANY_FORMS.test(fold(name.words.join(' '))));
    const first = words.length > 1 ? words.slice(0, 1) : [];
    // "Moody’s" of "Moody’s Analytics", whose own key is without the possessive.
    const owners = first.flatMap((word) => (word.endsWith("'s") ? [word.slice(0, -2)] : []));
    for (const short of new Set([...shortNamesIn(words), ...(company ? first : []), ...owners])) {
      if (found.has(short)) shared.add(short);
      found.set(short, key);
    }
  }
  for (const short of shared) found.delete(short);
  return found;
}

/** "The Ledger" is the one Ledger that an article names whole. */
const isNewspaper = (word: string): boolean => NEWSPAPER_ENDING.test(word.slice(0, 1).toUpperCase() + word.slice(1));

/** "ford" of "ford motor", "harvard" of "harvard university", "home office" of "british home office", "pirates" of a team. */
function shortNamesIn(words: readonly string[]): string[] {
  const short: string[] = [];
  for (let cut = 1; cut < words.length && cut <= LONGEST_NAME; cut++) {
    const rest = words[cut]!;
    const bare = words.slice(0, cut);
    if (words.slice(cut).every((word) => GENERIC.has(word)) || (cut > 1 && /^(?:of|for|at|in)$/.test(rest)))
      short.push(bare.join(' '));
    const end = words.slice(cut);
    if (
      !SMALL_WORDS.has(end[0]!) &&
      (end.length > 1
        ? !SMALL_WORDS.has(words[cut - 1]!)
        : cut === words.length - 1 && ((/[^s]s$/.test(rest) && !GENERIC.has(rest)) || isNewspaper(rest)))
    ) {
      short.push(end.join(' '));
    }
  }
  return short;
}
