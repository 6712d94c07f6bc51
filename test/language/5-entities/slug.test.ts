import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityType } from '../../../shared/language/document.ts';
import { canonicalName } from '../../../shared/language/5-entities/canonical-name.ts';
import { countryOfPeople, placeNamed } from '../../../shared/language/5-entities/lexicon/places.ts';
import { slug } from '../../../shared/language/5-entities/slug.ts';

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
])('%s is %s in ids', (name, expected) => {
  expect(slug(name)).toBe(expected);
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
