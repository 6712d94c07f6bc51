import { fold } from '../slug.ts';
import { COUNTRIES, REGIONS } from './places-data.ts';

/** A country or territory, a state or province. */
export interface Place {
  /** ISO 3166-1 alpha-2 ("KP") or ISO 3166-2 ("US-MD"). */
  readonly code: string;
  /** The usual name, from which ids are made. */
  readonly name: string;
  /** Its people as an adjective, where it has one: "North Korean". */
  readonly people?: string;
}

/** Spelling without stops, articles and accents: "the U.S." and "US" meet. */
const key = (name: string): string =>
  fold(name)
    .replace(/^the /, '')
    .replace(/(?<=\b\p{L}\.) (?=\p{L}\.)/gu, '')
    .replace(/[.]/g, '')
    .replaceAll('’', "'")
    .trim();

const places = new Map<string, Place>();
const peoples = new Map<string, Place>();

for (const line of COUNTRIES.trim().split('\n')) {
  const [, code = '', names = '', people = ''] = /^([A-Z]{2})\|([^>]*)>(.*)$/.exec(line) ?? [];
  const [name = '', ...others] = names.split('|');
  if (name === '') continue;
  const adjectives = people.split('|').filter(Boolean);
  const place = { code, name, ...(adjectives[0] && { people: adjectives[0] }) };
  for (const spelling of [name, ...others]) places.set(key(spelling), place);
  for (const adjective of adjectives) peoples.set(key(adjective), place);
}
for (const line of REGIONS.trim().split('\n')) {
  const [code = '', name = '', ...abbreviations] = line.split('|');
  const place = { code, name };
  for (const spelling of [name, ...abbreviations]) if (!places.has(key(spelling))) places.set(key(spelling), place);
}
for (const spelling of ['US', 'USA', 'UK'])
  places.set(key(spelling), places.get(spelling === 'UK' ? 'britain' : 'america')!);

/** The country, territory, state or province of a name: "DPRK", "the United States", "Md." */
export const placeNamed = (name: string): Place | undefined => places.get(key(name));

/** The country of a people: "South Korean", "Britons". */
export const countryOfPeople = (name: string): Place | undefined => {
  const spelling = key(name);
  return (
    peoples.get(spelling) ?? peoples.get(spelling.replace(/s$/, '')) ?? peoples.get(spelling.replace(/men$/, 'man'))
  );
};
