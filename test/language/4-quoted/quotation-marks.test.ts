import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPassages } from '../../../shared/language/4-quoted/quotation-marks.ts';

const inner = (text: string) => findPassages(text).map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));

test.each([
  ['curly', '“Yes,” she said.', ['Yes,']],
  ['straight', '"Yes," she said. "No."', ['Yes,', 'No.']],
  ['two apostrophes', "''Yes,'' she said.", ['Yes,']],
  ['single', '‘Yes,’ she said.', ['Yes,']],
  ['guillemets', '«Yes,» she said.', ['Yes,']],
  ['low and high', '„Yes,“ she said.', ['Yes,']],
  ['wrong way round', '”Yes,“ she said.', ['Yes,']],
  ['nested', '“He said ‘go’ and I went,” she said.', ['He said ‘go’ and I went,', 'go']],
  ['nested at the end', "''They called it 'old school,''' she said.", ["They called it 'old school,'", 'old school,']],
  ['the same marks nested', '“It is “their team” now,” she said.', ['It is “their team” now,', 'their team']],
  ['apostrophes', 'It’s the ’90s, rock ’n’ roll, and the Joneses’ car isn’t here.', []],
  ['a plural possessor in single marks', "'The voters' choice is clear,' she said.", ["The voters' choice is clear,"]],
  ['a passage without an end', '“We came at dawn.', ['We came at dawn.']],
  ['a closing mark that nothing has opened', 'We came at dawn,” she said.', ['We came at dawn,']],
  ['a stray closing mark', 'We came at dawn” she said.', []],
  ['a wrong-way mark before an ellipsis', '” … and we go on,” it read.', [' … and we go on,']],
  ['a space on the wrong side', 'She said," We came at dawn".', [' We came at dawn']],
  ['a closing glyph that opens', 'She said,” We came at dawn.”', [' We came at dawn.']],
  ['a mark of direction before the mark', '\u202A”We came at dawn,” she said.', ['We came at dawn,']],
  ['attributes of tags', '<a href="https://example.org" title="">“Yes,”</a> she said.', ['Yes,']],
  ['feet and inches', '“He is 6’2” and she is 5’4”,” said the tailor.', ['He is 6’2” and she is 5’4”,']],
  [
    'paragraphs run together, each opened anew',
    'She said: "We came. "We saw. "We left." He left.',
    ['We came. "We saw. "We left.'],
  ],
  ['a lost closing mark', '"We came, she said. "We left," he said.', ['We left,']],
  ['empty marks', 'She said “” and left.', []],
])('%s', (_, text, expected) => {
  expect(inner(text)).toEqual(expected);
});

test.each(
  `“” "" ＂＂ ‟” „” „“ ‹› «» ‘’ ‚’ ‛’ '' \`´ \`\`'' ’’’’ ‘‘’’ \`\`´´ ‘‘´´ ""`.split(' ').map((pair) => [pair] as const),
)('a pair of marks: %s', (pair) => {
  const [open, close] = [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)];
  expect(findPassages(`She said ${open}yes${close} to it.`)).toEqual([
    {
      start: 9,
      innerStart: 9 + open.length,
      innerEnd: 12 + open.length,
      end: 12 + pair.length,
      closed: true,
      depth: 0,
    },
  ]);
});

test.each([
  ['‹yes’', ['yes’']],
  ['‘yes›', []],
  ['«yes”', ['yes”']],
  ['‘yes”', []],
])('marks of two families pair with nothing: %s', (text, expected) => {
  expect(inner(text)).toEqual(expected);
});

const marks = fc.constantFrom(
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '`',
  "''",
  '``',
  ' ',
  '.',
  ',',
  'a',
  'the',
  's',
  '\u0301',
  '𝒳',
  '\ud800',
  '\n',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(marks, { maxLength: 60 }).map((parts) => parts.join('')),
);

test('passages of any text lie inside it, in order, properly nested or apart', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const passages = findPassages(text);
      for (const [index, { start, end, innerStart, innerEnd }] of passages.entries()) {
        expect(0 <= start && start < innerStart && innerStart < innerEnd && innerEnd <= end && end <= text.length).toBe(
          true,
        );
        for (const later of passages.slice(index + 1)) {
          expect(start <= later.start && (later.start >= end || later.end <= end)).toBe(true);
        }
      }
    }),
  );
});
