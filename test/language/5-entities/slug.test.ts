import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityType } from '../../../shared/language/document.ts';
import { canonicalName, valueId } from '../../../shared/language/5-entities/canonical-name.ts';
import { countryOfPeople, placeNamed } from '../../../shared/language/5-entities/lexicon/places.ts';
import { singular, slug } from '../../../shared/language/5-entities/slug.ts';

test.each([
  ['Jake Sullivan', 'jake-sullivan'],
  ['Željko Đurić', 'zeljko-duric'],
  ['O’Neill & Sons, Inc.', 'oneill-sons-inc'],
  ['U.S.', 'us'],
  ['Yoon Suk-yeol', 'yoon-suk-yeol'],
  ['$4.4 billion', 'dollar-4-4-billion'],
  ['€44 billion', 'euro-44-billion'],
  ['7.5%', '7-5-percent'],
  ['習近平', '習近平'],
  ['—', '?'],
  ['ßæœøđðþłıħ', 'ssaeoeoddthlih'],
  ['ÆÞŁ', 'aethl'],
  ['£5', 'pound-5'],
  ['¥5', 'yen-5'],
  ['$5', 'dollar-5'],
  ['Dr.No', 'drno'],
  ['F1.', 'f1'],
  ['7.', '7'],
  ['a.5', 'a5'],
  ['5.a', '5a'],
  ["'Ada'", 'ada'],
  ['-Ada Bo-', 'ada-bo'],
  ['a'.repeat(151), 'a'.repeat(150)],
])('%s is %s in ids', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test.each([
  ['democratic', 'democrat'],
  ['social democratic', 'social democratic'],
  ['russians', 'russian'],
  ['jews', 'jew'],
  ['swiss', 'swiss'],
  ['hindus', 'hindus'],
  ['las', 'las'],
  ['the greens of oslo', 'the greens of oslo'],
])('%s is %s where there is one', (name, expected) => {
  expect(singular(name)).toBe(expected);
});

test('slugs hold letters, digits and single hyphens, and are their own slugs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const folded = slug(name);
      expect(folded).toMatch(/^(?:\?|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-?)$/u);
      if (folded !== '?' && !folded.endsWith('-')) expect(slug(folded)).toBe(folded);
    }),
  );
});

const placeOf = (type: EntityType, names: readonly string[]) =>
  type === 'LOCATION' ? placeNamed(names[0]!) : type === 'GROUP' ? countryOfPeople(names[0]!) : undefined;

test.each([
  ['PERSON', ['Sullivan', 'Jake Sullivan'], 'PERSON#jake-sullivan', 'Jake Sullivan', undefined],
  ['PERSON', ['Sullivan'], 'PERSON#~sullivan', 'Sullivan', undefined],
  ['PERSON', ['Pope Francis', 'Francis'], 'PERSON#pope-francis', 'Pope Francis', undefined],
  ['PERSON', ['Robert Downey Jr.'], 'PERSON#robert-downey-jr', 'Robert Downey Jr.', undefined],
  ['PERSON', ['Dwayne “The Rock” Johnson'], 'PERSON#dwayne-johnson', 'Dwayne “The Rock” Johnson', undefined],
  ['LOCATION', ['DPRK'], 'LOCATION#north-korea', 'DPRK', 'KP'],
  ['LOCATION', ['U.S.', 'United States'], 'LOCATION#united-states', 'United States', 'US'],
  ['LOCATION', ['Md.'], 'LOCATION#maryland', 'Md.', 'US-MD'],
  ['LOCATION', ['Moscow'], 'LOCATION#moscow', 'Moscow', undefined],
  ['LOCATION', ['Washington, D.C.'], 'LOCATION#washington', 'Washington, D.C.', undefined],
  ['LOCATION', ['N.Y.'], 'LOCATION#new-york-state', 'N.Y.', 'US-NY'],
  ['LOCATION', ['LONDON', 'London'], 'LOCATION#london', 'London', undefined],
  ['PERSON', ['Ben Carson'], 'PERSON#ben-carson', 'Ben Carson', undefined],
  ['PERSON', ['bin Salman'], 'PERSON#~bin-salman', 'bin Salman', undefined],
  ['GROUP', ['Democrats', 'Democratic'], 'GROUP#democrat', 'Democratic', undefined],
  ['GROUP', ['South Koreans', 'South Korean'], 'GROUP#south-korean', 'South Koreans', 'KR'],
  ['PERSON', ['Ada Bo', 'ADA BO'], 'PERSON#ada-bo', 'Ada Bo', undefined],
  ['PERSON', ['ADA BO', 'Ada Bo'], 'PERSON#ada-bo', 'Ada Bo', undefined],
  ['PERSON', ['ADA BO'], 'PERSON#ada-bo', 'Ada Bo', undefined],
  ['PERSON', ['ABC'], 'PERSON#~abc', 'ABC', undefined],
  ['PERSON', ['ABBO'], 'PERSON#~abbo', 'Abbo', undefined],
  ['PERSON', ['A.B.C.'], 'PERSON#~abc', 'A.B.C.', undefined],
  ['ORGANIZATION', ['ACME'], 'ORGANIZATION#acme', 'ACME', undefined],
  ['PERSON', ['Ada (Sparks) Bo'], 'PERSON#ada-bo', 'Ada (Sparks) Bo', undefined],
  ['PERSON', ['Ada ‘Sparks’ Bo’s'], 'PERSON#ada-bo', 'Ada ‘Sparks’ Bo', undefined],
  ['PERSON', ['Ada “Sparks”'], 'PERSON#~ada-sparks', 'Ada “Sparks”', undefined],
  ['PERSON', ['Bo’', 'Bo'], 'PERSON#~bo', 'Bo', undefined],
  ['PERSON', ['Ada  Bo'], 'PERSON#ada-bo', 'Ada Bo', undefined],
  ['PERSON', ['Queen Elizabeth'], 'PERSON#queen-elizabeth', 'Queen Elizabeth', undefined],
  ['PERSON', ['Ed Bo', 'Ada Bo', 'Ida Bo'], 'PERSON#ada-bo', 'Ada Bo', undefined],
  ['ORGANIZATION', ['Acme-Bo', 'Acmebolongest'], 'ORGANIZATION#acme-bo', 'Acme-Bo', undefined],
  ['ORGANIZATION', ['The Acme'], 'ORGANIZATION#acme', 'The Acme', undefined],
  ['ORGANIZATION', ['Acme, Bo'], 'ORGANIZATION#acme-bo', 'Acme, Bo', undefined],
  ['LOCATION', ['the Vexo, Norland'], 'LOCATION#vexo', 'the Vexo, Norland', undefined],
  ['WORK', ['the Tide'], 'WORK#tide', 'the Tide', undefined],
  ['GROUP', ['Dutch'], 'GROUP#dutch', 'Dutch', 'NL'],
  ['GROUP', ['Burundian'], 'GROUP#burundian', 'Burundian', 'BI'],
  [
    'ORGANIZATION',
    ['APEC', 'Asia-Pacific Economic Cooperation'],
    'ORGANIZATION#asia-pacific-economic-cooperation',
    'Asia-Pacific Economic Cooperation',
    undefined,
  ],
] as const)('%s %j is %s', (type, names, id, name, countryCode) => {
  expect(canonicalName(type, names, placeOf(type, names))).toEqual({ id, name, ...(countryCode && { countryCode }) });
});

test.each([
  ['DATE', { date: { date: '2026-11-23', granularity: 'day' } }, 'DATE#2026-11-23'],
  ['DATE', { date: { date: '2026-11-23/2026-11-24', granularity: 'day' } }, 'DATE#2026-11-23..2026-11-24'],
  ['MONEY', { amount: { value: 5, unit: 'USD' } }, 'MONEY#5-usd'],
  ['QUANTITY', { amount: { value: 5 } }, 'QUANTITY#5'],
  ['DATE', {}, undefined],
] as const)('a %s of %j is %s', (type, read, id) => {
  expect(valueId(type, read as Parameters<typeof valueId>[1])).toBe(id);
});

test.each([
  ['DPRK', 'KP'],
  ['the D.P.R.K.', 'KP'],
  ['U. S.', 'US'],
  ['US', 'US'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['People’s Republic of China', 'CN'],
  ['Côte d’Ivoire', 'CI'],
  ['Georgia', 'GE'],
  ['Georgia state', 'US-GA'],
  ['Puerto Rico', 'PR'],
  ['Calif.', 'US-CA'],
  ['', undefined],
  ['Vexo', undefined],
])('%s is the place %s', (name, code) => {
  expect(placeNamed(name)?.code).toBe(code);
});

test.each([
  ['South Koreans', 'KR', 'South Korean'],
  ['Dutch', 'NL', 'Dutch'],
  ['Dutchmen', 'NL', 'Dutch'],
  ['Britons', 'GB', 'British'],
  ['Vexians', undefined, undefined],
])('%s are of %s', (name, code, people) => {
  expect(countryOfPeople(name)?.code).toBe(code);
  expect(countryOfPeople(name)?.people).toBe(people);
});

test('a country whose people have no name says so by having none', () => {
  expect(placeNamed('Antarctica')).toEqual({ code: 'AQ', name: 'Antarctica' });
});
