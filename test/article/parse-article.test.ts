import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { MAX_ARTICLE_BYTES, MAX_PARAGRAPH_BYTES, MAX_PARAGRAPHS } from '../../shared/article/limits.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';

const parse = (text: string) => parseArticle(Buffer.from(text));
const textsOf = (text: string) => parse(text).paragraphs.map((paragraph) => paragraph.text);
const rejection = (bytes: Uint8Array): ArticleRejected => {
  try {
    parseArticle(bytes);
  } catch (error) {
    if (error instanceof ArticleRejected) return error;
    throw error;
  }
  throw new Error('The file was accepted.');
};

test.each([
  ['one a line', 'First.\nSecond.\n', ['First.', 'Second.']],
  ['blank lines around wrapped lines', 'First\nwrapped.\n\n\nSecond.', ['First\nwrapped.', 'Second.']],
  ['lines that hold spaces are blank', 'First.\n \t\nSecond.', ['First.', 'Second.']],
  ['Windows line ends', 'First.\r\nSecond.\r\n', ['First.', 'Second.']],
  ['old Macintosh line ends', 'First.\rSecond.', ['First.', 'Second.']],
  ['spaces at the ends stay', '  First. \nSecond.', ['  First. ', 'Second.']],
  ['a byte order mark is no text', '\uFEFFFirst.', ['First.']],
  [
    'long lines of a block were not wrapped',
    `Title\n\n${'a '.repeat(80)}\n${'b '.repeat(80)}`,
    ['Title', 'a '.repeat(80), 'b '.repeat(80)],
  ],
  [
    'a byline stands alone',
    'Storm hits the coast\nBy Jane Doe\n\nRain fell.',
    ['Storm hits the coast', 'By Jane Doe', 'Rain fell.'],
  ],
])('paragraphs: %s', (_, text, expected) => {
  expect(textsOf(text)).toEqual(expected);
});

test.each([
  ['SEOUL, South Korea (AP) — Rain fell.', 'SEOUL, South Korea (AP) —'],
  ['LONDON, March 3 (Reuters) - Shares fell.', 'LONDON, March 3 (Reuters) -'],
  ['WASHINGTON — Rain fell.', 'WASHINGTON —'],
  ['SÃO PAULO (AP) -- Rain fell.', 'SÃO PAULO (AP) --'],
  ['ST. LOUIS — Rain fell.', 'ST. LOUIS —'],
  ['Nairobi, Kenya (AFP) – Rain fell.', 'Nairobi, Kenya (AFP) –'],
  ['NEW YORK, Sept. 3, 2024 /Newswire/ -- Acme grew.', 'NEW YORK, Sept. 3, 2024 /Newswire/ --'],
  ['NATO - a military alliance - met.', undefined],
  ['Rain fell — again.', undefined],
  ['He (John) - said so.', undefined],
])('dateline: %s', (text, expected) => {
  expect(parse(text).dateline?.text).toBe(expected);
});

test.each([
  ['By Jane Doe\n\nRain fell.', ['By Jane Doe']],
  [
    'By MARIA DE LA CRUZ and JOHN ROE, Associated Press\n\nRain fell.',
    ['By MARIA DE LA CRUZ and JOHN ROE, Associated Press'],
  ],
  ['By Friday, rain had fallen.\n\nMore.', []],
  ['By Friday\n\nMore.', []],
  [
    'Rain fell.\nRoe writes for the Daily Bugle. J. J. Poe in Oslo contributed to this report.',
    ['Roe writes for the Daily Bugle.', 'J. J. Poe in Oslo contributed to this report.'],
  ],
  ['Rain fell.\n(Reporting by Jo Roe; Editing by Al Poe)', ['(Reporting by Jo Roe; Editing by Al Poe)']],
  ['She contributed to this reporter’s fund.\nMore.', []],
])('bylines: %s', (text, expected) => {
  expect(parse(text).bylines.map((byline) => byline.text)).toEqual(expected);
});

test.each([
  ['Storm hits coast, killing 3\n\nRain fell all day on the coast of Maine.', 'Storm hits coast, killing 3'],
  ['Will it rain?\n\nBy Jane Doe\n\nRain fell.', 'Will it rain?'],
  ['Rain fell.\n\nIt went on falling all day.', undefined],
  ['“We stay”\n\nThat is what he said.', undefined],
  ['Alone', undefined],
])('headline: %s', (text, expected) => {
  expect(parse(text).headline?.text).toBe(expected);
});

test.each([
  ['EMPTY', Buffer.from('')],
  ['EMPTY', Buffer.from(' \r\n\t\n')],
  ['ARTICLE_TOO_LARGE', Buffer.alloc(MAX_ARTICLE_BYTES + 1, 'a')],
  ['PARAGRAPH_TOO_LARGE', Buffer.alloc(MAX_PARAGRAPH_BYTES + 1, 'a')],
  ['TOO_MANY_PARAGRAPHS', Buffer.from('a\n'.repeat(MAX_PARAGRAPHS + 1))],
  ['UNSUPPORTED_FORMAT', Buffer.from([0x1f, 0x8b, 8, 0])],
  ['UNSUPPORTED_FORMAT', Buffer.from('PK\u0003\u0004rest', 'latin1')],
  ['UNSUPPORTED_FORMAT', Buffer.from('%PDF-1.7')],
  ['UNSUPPORTED_FORMAT', Buffer.from('\uFEFFRain fell.', 'utf16le')],
  ['UNSUPPORTED_FORMAT', Buffer.from('\uFEFF <!DOCTYPE html><p>Rain')],
  ['BINARY', Buffer.from('Rain\0fell.')],
  ['BINARY', Buffer.from([1, 2, 3, 4, 5, 6])],
])('%s is refused with a remedy', (code, bytes) => {
  const error = rejection(bytes);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/: [^:]+\.$/);
});

test('an invalid byte is named by its offset in the file', () => {
  const beginning = Buffer.from('\uFEFFÀ la \uFFFD carte ');
  const error = rejection(Buffer.concat([beginning, Buffer.from([0xe9]), Buffer.from(' la carte')]));
  expect(error.code).toBe('INVALID_UTF8');
  expect(error.message).toContain(`Byte ${beginning.length} (0xe9)`);
});

test('a file of one paragraph a line is its paragraphs joined by line feeds', () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.trim() !== '' && !/[\r\n\0]/.test(text));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const file = `Rain ${lines.join('\n')}`;
      expect(textsOf(file).join('\n')).toBe(file);
    }),
  );
});

test('any bytes give an article whose fields slice back, or a rejection', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        let article;
        try {
          article = parseArticle(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ArticleRejected);
          return;
        }
        const { paragraphs, headline, bylines, dateline } = article;
        for (const span of [...bylines, ...(headline ? [headline] : []), ...(dateline ? [dateline] : [])]) {
          expect(paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
        }
      },
    ),
  );
});
