import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { articleAddress, entityAddress, placeOf } from '../../reader/addresses.ts';

/** As a browser takes an address up, and gives it to the page. */
const opened = (address: string) => placeOf(new URL(address, 'http://127.0.0.1:7117/'));

test('a usual key is read as it is', () => {
  expect(articleAddress('2026/11/harbour-bridge.txt', 3)).toBe('/article/2026/11/harbour-bridge.txt#statement-3');
  expect(entityAddress('PERSON#jake-sullivan')).toBe('/entity/PERSON/jake-sullivan');
});

const awkward = fc.constantFrom('.', '..', '', '~', '%', '?', '#', 'a b', 'ü', '%2F', '~2F', '\\', '&=+', '<script>');
const key = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc.array(awkward, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/')),
);

test('any key comes back from its address', () => {
  fc.assert(
    fc.property(
      key.filter((text) => text !== ''),
      (text) => {
        expect(opened(articleAddress(text))).toMatchObject({ page: 'article', key: text });
      },
    ),
  );
});

test('any id comes back from its address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (name) => {
      fc.pre(!name.includes('#') && !name.includes('/'));
      expect(opened(entityAddress(`PERSON#${name}`))).toMatchObject({ page: 'entity', id: `PERSON#${name}` });
    }),
  );
});
