import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../shared/article/article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { MAX_ARTICLE_BYTES, MAX_PARAGRAPH_BYTES, MAX_PARAGRAPHS } from '../../shared/article/limits.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';

const parse = (text: string) => parseArticle(Buffer.from(text));
const textsOf = async (text: string) => (await parse(text)).paragraphs.map((paragraph) => paragraph.text);
const rejection = async (bytes: Uint8Array): Promise<ArticleRejected> => {
  try {
    await parseArticle(bytes);
  } catch (error) {
    if (error instanceof ArticleRejected) return error;
    throw error;
  }
  throw new Error('The file was accepted.');
};

test.each([
  ['one a line', 'First.\nSecond.\n', ['First.', 'Second.']],
  ['blank lines around wrapped lines', 'First\nwrapped.\n\n\nSecond.', ['First wrapped.', 'Second.']],
  ['lines that hold spaces are blank', 'First.\n \t\nSecond.', ['First.', 'Second.']],
  ['Windows line ends', 'First.\r\nSecond.\r\n', ['First.', 'Second.']],
  ['old Macintosh line ends', 'First.\rSecond.', ['First.', 'Second.']],
  ['spaces at the ends go', '  First. \nSecond.', ['First.', 'Second.']],
  ['a byte order mark is no text', '\uFEFFFirst.', ['First.']],
  [
    'long lines of a block were not wrapped',
    `Title\n\n${'a '.repeat(80)}\n${'b '.repeat(80)}`,
    ['Title', 'a '.repeat(80).trim(), 'b '.repeat(80).trim()],
  ],
  [
    'a byline stands alone',
    'Storm hits the coast\nBy Jane Doe\n\nRain fell.',
    ['Storm hits the coast', 'By Jane Doe', 'Rain fell.'],
  ],
])('paragraphs: %s', async (_, text, expected) => {
  expect(await textsOf(text)).toEqual(expected);
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
])('dateline: %s', async (text, expected) => {
  expect((await parse(text)).dateline?.text).toBe(expected);
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
])('bylines: %s', async (text, expected) => {
  expect((await parse(text)).bylines.map((byline) => byline.text)).toEqual(expected);
});

test.each([
  ['Storm hits coast, killing 3\n\nRain fell all day on the coast of Maine.', 'Storm hits coast, killing 3'],
  ['Will it rain?\n\nBy Jane Doe\n\nRain fell.', 'Will it rain?'],
  ['Rain fell.\n\nIt went on falling all day.', undefined],
  ['“We stay”\n\nThat is what he said.', undefined],
  ['Alone', undefined],
])('headline: %s', async (text, expected) => {
  expect((await parse(text)).headline?.text).toBe(expected);
});

test.each([
  ['EMPTY', Buffer.from('')],
  ['EMPTY', Buffer.from(' \r\n\t\n')],
  ['ARTICLE_TOO_LARGE', Buffer.alloc(MAX_ARTICLE_BYTES + 1, 'a')],
  ['PARAGRAPH_TOO_LARGE', Buffer.alloc(MAX_PARAGRAPH_BYTES + 1, 'a')],
  ['TOO_MANY_PARAGRAPHS', Buffer.from('A.\n'.repeat(MAX_PARAGRAPHS + 1))],
  ['MALFORMED', Buffer.from([0x1f, 0x8b, 8, 0])],
  ['SEVERAL_ARTICLES', Buffer.from('PK\u0003\u0004rest', 'latin1')],
  ['UNSUPPORTED_FORMAT', Buffer.from('%PDF-1.7')],
  ['BINARY', Buffer.from('Rain\0fell.')],
  ['BINARY', Buffer.from([1, 2, 3, 4, 5, 6])],
])('%s is refused with a remedy', async (code, bytes) => {
  const error = await rejection(bytes);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/: [^:]+\.$/);
});

test('an invalid byte is named by its offset in the file', async () => {
  const beginning = Buffer.from('\uFEFFÀ la \uFFFD carte ');
  const error = await rejection(Buffer.concat([beginning, Buffer.from([0xe9]), Buffer.from(' la carte')]));
  expect(error.code).toBe('INVALID_UTF8');
  expect(error.message).toContain(`Byte ${beginning.length} (0xe9)`);
});

test('a file of one paragraph a line is its paragraphs joined by line feeds', async () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{2,8}( [a-z]{2,9}){2,30}\.$/);
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1 }), async (lines) => {
      expect((await textsOf(lines.join('\n'))).join('\n')).toBe(lines.join('\n'));
    }),
  );
});

test('any bytes give an article whose fields slice back, or a rejection', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        const article = await parseArticle(bytes).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ArticleRejected);
        });
        if (article) expectSpansToSlice(article);
      },
    ),
  );
});

function expectSpansToSlice({ paragraphs, headline, bylines, dateline }: Article): void {
  for (const span of [...bylines, ...(headline ? [headline] : []), ...(dateline ? [dateline] : [])]) {
    expect(paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
  }
}
