import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tokenise } from '../../../shared/language/1-tokens/tokenise.ts';

const cut = (text: string) =>
  tokenise(text)
    .map((word) => word.text)
    .join(' | ');

test.each([
  ["She didn’t go; he couldn't.", "She | did | n’t | go | ; | he | could | n't | ."],
  ["It’s Anna's and they'd've seen it.", "It | ’s | Anna | 's | and | they | 'd | 've | seen | it | ."],
  ['We cannot, and you’re gonna.', 'We | can | not | , | and | you | ’re | gon | na | .'],
  ['The U.S. and the U.N. met.', 'The | U.S. | and | the | U.N. | met | .'],
  [
    'On Oct. 1, Sen. J. R. Smith Jr. left Acme Inc. at 5 p.m. sharp.',
    'On | Oct. | 1 | , | Sen. | J. | R. | Smith | Jr. | left | Acme | Inc. | at | 5 | p.m. | sharp | .',
  ],
  [
    'Camp David, Md., and No. 5 won; she said no.',
    'Camp | David | , | Md. | , | and | No. | 5 | won | ; | she | said | no | .',
  ],
  ['It cost $13,000, US$5m or 3.5% of it.', 'It | cost | $ | 13,000 | , | US$ | 5 | m | or | 3.5 | % | of | it | .'],
  ['a long-range missile, Yoon Suk-yeol', 'a | long | - | range | missile | , | Yoon | Suk | - | yeol'],
  ['the North Korea-Russia treaty of 2013-2014', 'the | North | Korea | - | Russia | treaty | of | 2013 | - | 2014'],
  ['an anti-American e-mail of the mid-1980s', 'an | anti-American | e-mail | of | the | mid-1980s'],
  [
    'a Post-ABC poll of Post-Soviet, post-NATO Riga',
    'a | Post | - | ABC | poll | of | Post-Soviet | , | post-NATO | Riga',
  ],
  [
    'Write to jane.doe@example.org (or https://example.com/a-b?c=d).',
    'Write | to | jane.doe@example.org | ( | or | https://example.com/a-b?c=d | ) | .',
  ],
  ['At 5:30, on 9/11, the 10th, in ’90s style', 'At | 5:30 | , | on | 9/11 | , | the | 10th | , | in | ’90s | style'],
  ['“We stay,” he said — “‘for now’…”', '“ | We | stay | , | ” | he | said | — | “ | ‘ | for | now | ’ | … | ”'],
  ['The workers’ union; O’Neill; D’Arcy’s', 'The | workers | ’ | union | ; | O’Neill | ; | D’Arcy | ’s'],
  ['She said -- twice -- “No?!”...', 'She | said | -- | twice | -- | “ | No | ?! | ” | ...'],
  ['don’t', 'do | n’t'],
  ['cannot', 'can | not'],
  ['long-range', 'long | - | range'],
  ['Korea-Russia’s', 'Korea | - | Russia | ’s'],
  ['$5m', '$ | 5 | m'],
  ['20%', '20 | %'],
  ['ended.The', 'ended | . | The'],
  ['“coordinated way,”', '“ | coordinated | way | , | ”'],
  ["'No,' she said.", "' | No | , | ' | she | said | ."],
  ['10am-12pm', '10 | am | - | 12 | pm'],
  ['(AP)—Rain', '( | AP | ) | — | Rain'],
  ['wait...what', 'wait | ... | what'],
  ['and/or', 'and | / | or'],
  ['', ''],
])('%s', (text, expected) => {
  expect(cut(text)).toBe(expected);
});

test('text without spaces is cut, not inside a character', () => {
  const lengths = tokenise('\u{1F600}'.repeat(3000)).map((word) => word.text.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2048);
  expect(tokenise(`a${'\u{1F600}'.repeat(3000)}`).every(({ text }) => text.isWellFormed())).toBe(true);
});

test('words slice back and rejoin: between them stands only white space', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aB9.,-–’\'"“”$%/@: \n?'.split('')), maxLength: 60 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0;
      for (const { text: word, start, end } of tokenise(text)) {
        expect(text.slice(start, end)).toBe(word);
        expect(word).toMatch(/^\S+$/);
        expect(text.slice(at, start).trim()).toBe('');
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 1000 },
  );
});
