import { expect, test } from '@jest/globals';
import { resolveIntrinsics } from '../../../infra/local/intrinsics.ts';

const scope = {
  ref: (name: string) => `<${name}>`,
  attribute: (resource: string, attribute: string) => `<${resource}|${attribute}>`,
};
const resolved = (value: unknown) => resolveIntrinsics(value, scope);

test.each([
  ['text', 'text'],
  [7, 7],
  [null, null],
  [{ Ref: 'Table' }, '<Table>'],
  [
    { Ref: 'Table', Other: 1 },
    { Ref: 'Table', Other: 1 },
  ],
  [{ 'Fn::GetAtt': ['Table', 'Arn'] }, '<Table|Arn>'],
  [{ 'Fn::GetAtt': 'Table.Arn' }, '<Table|Arn>'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-<AWS::Region>'],
  [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
  [{ 'Fn::Sub': 'x-${Table}-${Table.Arn}-${!Literal}' }, 'x-<Table>-<Table|Arn>-${Literal}'],
  [{ 'Fn::Sub': ['${Mine}-${Table}', { Mine: { Ref: 'Queue' } }] }, '<Queue>-<Table>'],
  [{ deep: [{ inside: { Ref: 'A' } }] }, { deep: [{ inside: '<A>' }] }],
])('%j becomes %j', (value, expected) => {
  expect(resolved(value)).toEqual(expected);
});

test('an unknown function is refused by name', () => {
  expect(() => resolved({ 'Fn::ImportValue': 'Other' })).toThrow(/Fn::ImportValue.*infra\/local\/intrinsics\.ts/);
});

test('a malformed function says what it expects', () => {
  expect(() => resolved({ 'Fn::Join': ['-', 'ab'] })).toThrow(/Fn::Join expects a list/);
});
