import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalName } from '../../../shared/language/4-entities/canonical-name.ts';
import { slug } from '../../../shared/language/4-entities/slug.ts';

test.each([
  ['Jake Sullivan', 'jake-sullivan'],
  ['Željko Đurić', 'zeljko-duric'],
  ['O’Neill & Sons, Inc.', 'oneill-sons-inc'],
  ['U.S.', 'us'],
  ['Yoon Suk-yeol', 'yoon-suk-yeol'],
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
  ['GROUP', ['South Koreans', 'South Korean'], 'GROUP#south-korean', 'South Koreans', 'KR'],
  [
    'ORGANIZATION',
    ['APEC', 'Asia-Pacific Economic Cooperation'],
    'ORGANIZATION#asia-pacific-economic-cooperation',
    'Asia-Pacific Economic Cooperation',
    undefined,
  ],
] as const)('%s %j is %s', (type, names, id, name, countryCode) => {
  expect(canonicalName(type, names)).toEqual({ id, name, ...(countryCode && { countryCode }) });
});
