import { expect, test } from '@jest/globals';
import { detokenise, isBroken } from '../../corpus/detokenise.ts';
import { draw } from '../../corpus/draw.ts';
import { readAnnotation } from '../../corpus/read-annotation.ts';

const paragraphs = [
  'Wexmoor Council said on Monday that it would close the Tarn Bridge, and Mayor Olive Tarn said the council was wrong.',
  '"It was a hard choice," it said. "We had none."',
];
const names = 'E ORGANIZATION | Wexmoor Council\nE PERSON | Olive Tarn | Tarn\nE LOCATION | Tarn Bridge';
const text = ({ paragraph, start, end }: { paragraph: number; start: number; end: number }) =>
  paragraphs[paragraph]!.slice(start, end);

test('words become places, several spans one statement, several occurrences are told apart', () => {
  const { statements, lookalikes, entities } = readAnnotation(
    [
      'S 2 | direct assertion | "It was a hard choice," + "We had none." | said | it | Wexmoor Council',
      'S 1 | indirect assertion | it would … Bridge | said#1 | Wexmoor Council | Wexmoor Council',
      'X 1 | noun | close the Tarn Bridge',
      names,
    ].join('\n'),
    paragraphs,
  );
  expect(statements.map(({ contents }) => contents.map(text))).toEqual([
    ['it would close the Tarn Bridge'],
    ['"It was a hard choice,"', '"We had none."'],
  ]);
  expect(statements.map(({ source }) => source && text(source))).toEqual(['Wexmoor Council', 'it']);
  expect(statements.map(({ speakers }) => speakers)).toEqual([['e1'], ['e1']]);
  expect(lookalikes.map(({ reason, span }) => [reason, text(span)])).toEqual([['noun', 'close the Tarn Bridge']]);
  // The longer name wins: "Tarn" of "Tarn Bridge" is nobody.
  expect(entities.map(({ mentions }) => mentions.map(text))).toEqual([
    ['Wexmoor Council'],
    ['Olive Tarn'],
    ['Tarn Bridge'],
  ]);
});

test.each([
  ['S 1 | indirect assertion | it would | said | - | -', '“said” stands 2 times'],
  ['S 1 | indirect assertion | it will … Bridge | said#1 | - | -', '“it will” stands 0 times'],
  ['S 1 | indirect assertion | it would | said#3 | - | -', 'does not stand 3 times'],
  ['S 1 | indirect assertion | ouncil | said#1 | - | -', '“ouncil” stands 0 times'],
  ['S 3 | indirect assertion | it | said | - | -', 'There is no paragraph 3'],
  ['S 1 | spoken assertion | it would | said#1 | - | -', '“spoken” is not one of direct, mixed, indirect'],
  ['S 1 | indirect assertion sure | it would | said#1 | - | -', '“sure” is no mark'],
  ['S 1 | indirect assertion | it would | said#1 | - | Bill Tarn', 'names the speaker “Bill Tarn”'],
  ['X 1 | rumour | it would', '“rumour” is not one of noun'],
  ['E PERSON | Bill', '“Bill” does not occur'],
  ['statement', 'line 1 is neither S, X nor E'],
])('a line that does not fit its article is refused: %s', (line, message) => {
  expect(() => readAnnotation(`${line}\n${names}`, paragraphs)).toThrow(message);
});

test('tokens become the text that they were', () => {
  const tokens = '" We have 1,50,000 tents , " the rebels \' leader said ( in Wexmoor ) ; $ 5 is 40 % .'.split(' ');
  expect(detokenise(tokens).text).toBe('"We have 150,000 tents," the rebels\' leader said (in Wexmoor); $5 is 40%.');
  const first = detokenise(['"', 'No', '.']);
  expect([first.text, first.open]).toEqual(['"No.', true]);
  expect(detokenise(['Never', '.', '"'], true).text).toBe('Never."');
  expect(isBroken('He won 06-Mar .'.split(' '))).toBe(true);
  expect(isBroken("the rebels ' leader".split(' '))).toBe(false);
});

test('a draw is repeated by its name, and heavy ones come first more often', () => {
  const all = Array.from({ length: 400 }, (_, index) => index);
  const weight = (one: number) => (one < 200 ? 9 : 1);
  const drawn = draw('some', all, 100, String, weight);
  expect(draw('some', all, 100, String, weight)).toEqual(drawn);
  expect(draw('others', all, 100, String, weight)).not.toEqual(drawn);
  expect(new Set(drawn).size).toBe(100);
  expect(drawn.filter((one) => one < 200).length).toBeGreaterThan(75);
});
