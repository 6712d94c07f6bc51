import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tokenise } from '../../../shared/language/1-tokens/tokenise.ts';
import { splitSentences } from '../../../shared/language/2-sentences/split-sentences.ts';

const split = (text: string) =>
  splitSentences(tokenise(text), text).map((words) => text.slice(words[0]!.start, words.at(-1)!.end));

test.each([
  'He left. | She stayed.',
  'DRESDEN, Germany (AP) — | The plant opened. | It is large.',
  'NATO — an alliance of 32 — said no.',
  'Both (Texas Sen.) Al Roe and (Chicago, Ill.) residents came. | He (the Sen.) left.',
  'Sen. J. R. Smith met Dr. Ana Diaz on Oct. 1 in St. Louis. | He left.',
  'The U.S. President spoke of the U.S. | The crowd cheered.',
  'They met at Camp David, Md., on Friday. | It rained.',
  'Acme Inc. Chairman Al Roe quit Acme Inc. | He gave no reason.',
  'It began at 5 p.m. Friday. | It ended at 9 p.m. | Nobody came.',
  '“We stay,” said Roe. | “We will not go. | That is all.”',
  '“Why?” he asked. | “No!” Prime Minister Ana Diaz said. | “Who?” | Nobody knew.',
  'He said “no.” | Then he left.',
  'He said "no." | "Maybe," she said.',
  '“Well … we will see,” he said. | “It is over …” | The room fell silent.',
  '(He declined to comment.) | She did not.',
  'Costs rose 3.5 percent to $1.2 billion. | Shares fell.',
  'Yahoo! said so.',
  '1. Wash the rice.',
  '16.06 | The ferry sank. | It was old.',
  '13:55 GMT | Ana Diaz has left.',
  '9.30am BST Update: | two boats are lost.',
  '[4:05 p.m. ET] | “We stay,” said Roe.',
  '7.30 million people sailed.',
  '12.05.2024 The port',
  'PM: ‘no deal’',
  'Has it ended? | Yes!',
])('%s', (marked) => {
  expect(split(marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | '));
});

test('items of a list are sentences, wrapped lines are not', () => {
  expect(split('Bring:\n- rice and\nbeans\n- water\n1. Go')).toEqual([
    'Bring:',
    '- rice and\nbeans',
    '- water',
    '1. Go',
  ]);
});

test('text without stops is cut, after a comma where there is one', () => {
  const text = `${'word '.repeat(390)}word, ${'more '.repeat(500)}`;
  expect(splitSentences(tokenise(text), text).map((words) => words.length)).toEqual([392, 400, 100]);
});

test('sentences are the words in order, none empty', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'aB1.?!…"”“’() ,\n-'.split(''), 'U.S.', ' said'), maxLength: 80 });
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      const words = tokenise(text);
      const sentences = splitSentences(words, text);
      expect(sentences.flat()).toEqual(words);
      expect(sentences.every((sentence) => sentence.length > 0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
