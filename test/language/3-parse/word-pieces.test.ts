import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tokenizers from '@huggingface/tokenizers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { modelDirectory } from '../../../shared/language/3-parse/model-files.ts';
import { MAX_WORD_PIECES, parseVocabulary, wordPieces } from '../../../shared/language/3-parse/word-pieces.ts';

const lines = readFileSync(join(modelDirectory(), 'vocabulary.txt'), 'utf8');
const vocabulary = parseVocabulary(lines);
const names = [...vocabulary.idOf.keys()];
const pieces = (word: string): string[] => wordPieces(word, vocabulary).map((id) => names[id]!);

/** Its own types import without file names' endings, which this module resolution cannot follow. */
const { Tokenizer } = tokenizers as unknown as {
  Tokenizer: new (model: object, config: object) => { encode(text: string, options: object): { ids: number[] } };
};

/** The maintained port of the tokenizer that the encoder was first trained with. */
const reference = new Tokenizer(
  {
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.idOf),
    },
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: true,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    decoder: null,
    post_processor: null,
    added_tokens: [],
  },
  {},
);

test.each([
  ['Seoul', ['seoul']],
  ['Ishiba', ['is', '##hi', '##ba']],
  ['Éléonore', ['el', '##eon', '##ore']],
  ['U.S.', ['u', '.', 's', '.']],
  ['don’t', ['don', "'", 't']],
  ["don't", ['don', "'", 't']],
  ['“', ['"']],
  ['1,200', ['1', ',', '200']],
  ['東京', ['東', '京']],
  ['news\u00adpaper', ['newspaper']],
  ['', ['[UNK]']],
  ['\ud800', ['[UNK]']],
  ['👩‍🚀', ['[UNK]']],
])('%j', (word, expected) => {
  expect(pieces(word)).toEqual(expected);
});

test('a part without end is unknown, of a word without end only the beginning is read', () => {
  expect(pieces('x'.repeat(1_000_000))).toEqual(['[UNK]']);
  expect(pieces('.'.repeat(1_000_000))).toEqual(Array.from({ length: MAX_WORD_PIECES }, () => '.'));
});

test('any word is cut as the reference cuts it', () => {
  const character = fc.oneof(
    fc.constantFrom(...Array.from('abcdeEÀéßİΣσςñ.,-$%@#1234567890中文字ｆﾊかなあ한국\u00ad\u200b\u0301\ufffd ')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const word = fc.oneof(
    fc.array(character, { maxLength: 30 }).map((characters) => characters.join('')),
    fc
      .array(fc.constantFrom(...names.slice(1996)), { maxLength: 3 })
      .map((parts) => parts.join('').replaceAll('##', '')),
  );
  fc.assert(
    fc.property(word, (text) => {
      // Ours, not the reference: typographic marks read as straight ones, ideographs beyond the basic plane cut apart.
      fc.pre(!/[‘’‚‛ʼ′`´“”„‟«»‐‑‒–—―\u{20000}-\u{2fa1f}]/u.test(text));
      const expected = reference.encode(text, { add_special_tokens: false }).ids.slice(0, MAX_WORD_PIECES);
      expect(wordPieces(text, vocabulary)).toEqual(expected.length === 0 ? [vocabulary.unknown] : expected);
    }),
    { numRuns: 2_000 },
  );
});

test('a vocabulary without its special pieces is refused', () => {
  expect(() => parseVocabulary('[PAD]\nthe\n')).toThrow('its vocabulary lacks [CLS]');
});
