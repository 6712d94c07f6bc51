import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { assemble } from '../../shared/article/assemble.ts';
import { readHtml } from '../../shared/article/readers/html.ts';
import { readMail } from '../../shared/article/readers/mail.ts';
import { readMarkdown } from '../../shared/article/readers/markdown.ts';
import { readNewsMl } from '../../shared/article/readers/newsml-g2.ts';
import { readNinjs } from '../../shared/article/readers/ninjs.ts';
import { readNitf } from '../../shared/article/readers/nitf.ts';
import { readPlainText } from '../../shared/article/readers/plain-text.ts';
import type { FormatReader } from '../../shared/article/reading.ts';

/** Pieces that each format is made of: strung together at random they come close to files, whole and broken. */
const MARKUP = [
  '<p>',
  '</p>',
  '<div class="caption">',
  '</div>',
  '<a href="/x">',
  '</a>',
  '<br>',
  '&amp;',
  '&#0;',
  '&nope;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
];
const READERS: readonly (readonly [name: string, reader: FormatReader, pieces: readonly string[]])[] = [
  [
    'plain text',
    readPlainText,
    ['\n', '\n\n', '    ', '\u0001', '\u0002', '\u0003', '&quot;', 'By Rick Bowden', 'WEXMOOR (NWA) — '],
  ],
  [
    'Markdown',
    readMarkdown,
    ['---\n', 'title: &a *a\n', '# ', '* ', '> ', '\n\n', '[x](y)', '```\n', '| a | b |\n', ...MARKUP],
  ],
  [
    'HTML',
    readHtml,
    [
      '<html>',
      '<head>',
      '<body>',
      '<article>',
      '<span itemprop="articleBody">',
      '<script type="application/ld+json">',
      '{"@type":"NewsArticle","author":[null,{}]}',
      '</script>',
      '<time datetime="2026-13-03">',
      '<meta name="date" content="x">',
      ...MARKUP,
    ],
  ],
  [
    'ninjs',
    readNinjs,
    [
      '{',
      '}',
      '[',
      ']',
      '"headline":',
      '"bodies":',
      '"body_xhtml":',
      '"value":',
      '"',
      ',',
      'null',
      '1e999',
      '\\u0000',
      ...MARKUP,
    ],
  ],
  [
    'NITF',
    readNitf,
    [
      '<nitf>',
      '</nitf>',
      '<body>',
      '<body.head>',
      '<body.content>',
      '</body.content>',
      '<docdata>',
      '<date.issue norm="x"/>',
      ...MARKUP,
    ],
  ],
  [
    'NewsML-G2',
    readNewsMl,
    [
      '<newsItem>',
      '</newsItem>',
      '<itemMeta>',
      '<pubStatus qcode="stat:canceled"/>',
      '<contentMeta>',
      '<inlineXML>',
      '</inlineXML>',
      '<inlineData>',
      ...MARKUP,
    ],
  ],
  [
    'mail',
    readMail,
    [
      'From: a@b.example\n',
      'Subject: =?utf-8?B?',
      '?=',
      'Content-Type: multipart/mixed; boundary=b\n',
      '--b\n',
      '--b--\n',
      'Content-Transfer-Encoding: base64\n',
      '\n\n',
      '\n-- \n',
      ...MARKUP,
    ],
  ],
];

test.each(READERS)(
  '%s: anything is read, with spans that slice back, or refused by a code with a remedy',
  async (_, reader, pieces) => {
    const piece = fc.oneof(
      { arbitrary: fc.constantFrom(...pieces), weight: 4 },
      { arbitrary: fc.constantFrom('The mayor said so. ', '“We stay,” she said. ', 'x'), weight: 2 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (parts) => {
        const text = parts.join('');
        try {
          const article = assemble(await reader({ bytes: Buffer.from(text), text, hints: {} }), {});
          const { paragraphs, headline, bylines, dateline } = article;
          for (const span of [headline, dateline, ...bylines])
            if (span) expect(paragraphs[span.paragraph]!.text.slice(span.start, span.end)).toBe(span.text);
        } catch (error) {
          expect(error).toBeInstanceOf(ArticleRejected);
          expect((error as Error).message).toMatch(/: .*\.$/s);
        }
      }),
      { numRuns: 500 },
    );
  },
);

test.each([
  ['ninjs', readNinjs, '1e999'],
  ['HTML, without a body', readHtml, '<html><div class="caption">The mayor said so. \u{10000}\u{10000}<html>'],
  [
    'HTML, without an author in JSON-LD',
    readHtml,
    '<html>\0<script type="application/ld+json">{"@type":"NewsArticle","author":[null,{}]}',
  ],
])('%s: what once made a reader fail is read or refused', async (_, reader, text) => {
  const read = async () => reader({ bytes: Buffer.from(text), text, hints: {} });
  expect(await read().catch((error: unknown) => error)).not.toBeInstanceOf(TypeError);
});
