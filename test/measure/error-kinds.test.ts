import { expect, test } from '@jest/globals';
import { countErrorKinds, errorTable } from '../../measure/quality/error-kinds.ts';

const tokens = 'Mr. Bo Hale of Acme met Ada Roe in Oslo as Acme fell on the FTSE ; Pat left'.split(' ');
const record = {
  tokens,
  found: [
    { first: 1, end: 3, type: 'PERSON' }, // the gold has the title in it
    { first: 4, end: 5, type: 'ORGANIZATION' }, // right
    { first: 6, end: 8, type: 'ORGANIZATION' }, // a person
    { first: 9, end: 10, type: 'LOCATION' }, // unlabelled
    { first: 11, end: 12, type: 'ORGANIZATION' }, // unlabelled here, labelled above
    { first: 15, end: 16, type: 'ORGANIZATION' }, // an index, which is not counted
  ],
  gold: [
    { first: 0, end: 3, type: 'PERSON' },
    { first: 4, end: 5, type: 'ORGANIZATION' },
    { first: 6, end: 8, type: 'PERSON' },
    { first: 15, end: 16, type: undefined },
    { first: 17, end: 18, type: 'PERSON' },
  ],
} as const;

test('each span that was found is of one kind, and what nothing touches is missed', () => {
  const counts = countErrorKinds([record]);
  expect(Object.fromEntries([...counts].map(([type, kinds]) => [type, Object.fromEntries(kinds)]))).toEqual({
    PERSON: { 'borders differ, type agrees': 1, 'missed: nothing found there': 1 },
    ORGANIZATION: {
      right: 1,
      'type differs, borders agree': 1,
      'gold has no name, but the same words elsewhere': 1,
      'gold has a name of a type that is not counted': 1,
    },
    LOCATION: { 'gold has no name, and the words nowhere': 1 },
  });
});

test('borders and type may differ together', () => {
  const wrong = { ...record, found: [{ first: 7, end: 9, type: 'LOCATION' }] } as const;
  expect(countErrorKinds([wrong]).get('LOCATION')).toEqual(new Map([['borders and type differ', 1]]));
});

test('a row a kind, a column a type', () => {
  const rows = errorTable([record], ['PERSON', 'LOCATION']).split('\n');
  expect(rows.map((row) => row.trim().split(/\s{2,}/))).toEqual([
    ['PERSON', 'LOCATION'],
    ['right', '0', '0'],
    ['type differs, borders agree', '0', '0'],
    ['borders differ, type agrees', '1', '0'],
    ['borders and type differ', '0', '0'],
    ['gold has a name of a type that is not counted', '0', '0'],
    ['gold has no name, but the same words elsewhere', '0', '0'],
    ['gold has no name, and the words nowhere', '0', '1'],
    ['missed: nothing found there', '1', '0'],
  ]);
});
