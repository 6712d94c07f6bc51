import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOfKey, keyDatePattern } from '../../shared/backfill/key-date.ts';

describe('the date in a key', () => {
  test.each([
    ['{yyyy}/{mm}/{dd}/', 'wire/2019/03/07/budget.txt', '2019-03-07T00:00:00.000Z'],
    ['{yyyy}{mm}{dd}', 'archive/AP-20190307-0012.xml', '2019-03-07T00:00:00.000Z'],
    ['wire-*-{yyyy}-{mm}', 'x/wire-sport-1998-12.txt', '1998-12-01T00:00:00.000Z'],
    ['{dd}.{mm}.{yyyy}', 'a/31.01.2004.txt', '2004-01-31T00:00:00.000Z'],
    ['{yyyy}', 'scans/1974/harbour.txt', '1974-01-01T00:00:00.000Z'],
  ])('%s in %s', (pattern, key, instant) => {
    expect(dateOfKey(key, keyDatePattern(pattern))).toBe(instant);
  });

  test.each([
    ['{yyyy}/{mm}/{dd}', 'wire/2019/13/07/a.txt'],
    ['{yyyy}/{mm}/{dd}', 'wire/2019/02/30/a.txt'],
    ['{yyyy}/{mm}/{dd}', 'wire/a.txt'],
    ['a.{yyyy}', 'ab2019'],
    ['x*{yyyy}', 'x/2019'],
  ])('%s finds none in %s', (pattern, key) => {
    expect(dateOfKey(key, keyDatePattern(pattern))).toBeUndefined();
  });

  test.each(['', 'wire', '{mm}/{dd}', '{yyyy}{yyyy}', '{yyyy}{hh}'])(
    '"%s" is refused with what a pattern takes',
    (pattern) => {
      expect(() => keyDatePattern(pattern)).toThrow('{yyyy}');
    },
  );

  test('any day is found in the key that it names', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.stringMatching(/^[a-z]{0,8}$/), (date, name) => {
        const day = date.toISOString().slice(0, 10);
        const key = `${name}/${day.replaceAll('-', '/')}/${name}.txt`;
        expect(dateOfKey(key, keyDatePattern('{yyyy}/{mm}/{dd}'))).toBe(`${day}T00:00:00.000Z`);
      }),
    );
  });
});
