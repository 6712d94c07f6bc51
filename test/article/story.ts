import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Hints } from '../../shared/article/reading.ts';

/** A story as a newsroom has it. */
export interface Story {
  readonly headline: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
}

/** A file that holds the story, and what is known of it. */
export interface Variant {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hints?: Hints;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As typed by hand: every mark and accented letter a reference. */
const referenced = (text: string): string =>
  escaped(text).replace(/[^\0-\u007F]/gu, (character) => `&#${character.codePointAt(0)!};`);

const wrapped = (text: string, width: number, indent = ''): string => {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
};

const isLatin1 = (text: string): boolean => iconv.decode(iconv.encode(text, 'windows-1252'), 'windows-1252') === text;

/** The same story in every format and encoding; legacy encodings where they have its characters. */
export function variantsOf({ headline, byline, paragraphs }: Story): Variant[] {
  const lines = [headline, byline, ...paragraphs];
  const plain = lines.join('\n\n');
  const inTags = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n');
  const xhtml = `<h1>${escaped(headline)}</h1><p class="byline">${escaped(byline)}</p>${inTags}`;
  const author = byline.replace(/^By /, '');
  const json = (value: unknown) => JSON.stringify(value);
  const page = (charset: string, body: string) =>
    `<!DOCTYPE html><html lang="en"><head><meta charset="${charset}"><title>${escaped(headline)} | Wexmoor News</title>
<script type="application/ld+json">${json({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline, author: { name: author }, datePublished: '2026-03-03T10:00:00Z' })}</script>
<style>p { color: black }</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>${escaped(headline)}</h1><div class="byline">${escaped(byline)}</div>${body}</article>
<aside><h2>More from Wexmoor</h2><a href="/a">Five ways to save on heating</a></aside><footer>Copyright 2026 Wexmoor News</footer>
<script>track("page")</script></body></html>`;
  const nitf = `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><date.issue norm="20260303T100000Z"/></docdata></head><body>
<body.head><hedline><hl1>${escaped(headline)}</hl1></hedline><byline>${escaped(byline)}</byline></body.head>
<body.content>${inTags}</body.content></body></nitf>`;
  const newsItem = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:wexmoor:1" version="2"><itemMeta><itemClass qcode="ninat:text"/>
<versionCreated>2026-03-03T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>${escaped(headline)}</headline><by>${escaped(byline)}</by></contentMeta><contentSet>${content}</contentSet></newsItem>`;
  const mail = (type: string, encoding: string, body: string) =>
    `From: Wexmoor Desk <desk@wexmoor.example>\r\nTo: in@news.example\r\nSubject: =?utf-8?B?${Buffer.from(headline).toString('base64')}?=\r\n` +
    `Date: Tue, 3 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  const file = (name: string, text: string, hints?: Hints): Variant => ({
    name,
    bytes: Buffer.from(text),
    ...(hints && { hints }),
  });
  return [
    file('text', plain),
    file('text, Windows line ends', plain.replaceAll('\n', '\r\n')),
    file('text, hard-wrapped', lines.map((line) => wrapped(line, 72)).join('\n\n')),
    file(
      'text, hard-wrapped and indented',
      [headline, byline, ...paragraphs.map((text) => wrapped(text, 72, '    '))].join('\n'),
    ),
    file('text with a byte order mark', `\u{FEFF}${plain}`),
    file('text with references', lines.map(referenced).join('\n\n')),
    { name: 'text, UTF-16', bytes: Buffer.from(`\u{FEFF}${plain}`, 'utf16le') },
    { name: 'text, UTF-16 big-endian', bytes: iconv.encode(`\u{FEFF}${plain}`, 'utf-16be') },
    { name: 'text, gzip', bytes: gzipSync(plain) },
    file('text, a wire of IPTC 7901', `\u0001WXM0123 4 I 0345\r\n\u0002${plain}\u0003031000 MAR 26\u0004`),
    ...(isLatin1(plain)
      ? [
          { name: 'text, Windows-1252', bytes: iconv.encode(plain, 'windows-1252') },
          file('text, mojibake', lines.map(mistaken).join('\n\n')),
          {
            name: 'HTML that says latin1',
            bytes: iconv.encode(page('iso-8859-1', inTags), 'windows-1252'),
          },
        ]
      : []),
    file(
      'Markdown',
      `---\ntitle: ${json(headline)}\ndate: 2026-03-03T10:00:00Z\n---\n\n${byline}\n\n${paragraphs.map(inMarkdown).join('\n\n')}`,
    ),
    file('HTML', page('utf-8', inTags)),
    file('HTML, by references', page('utf-8', paragraphs.map((text) => `<p>${referenced(text)}`).join('\n'))),
    file(
      'HTML, inline elements',
      page(
        'utf-8',
        paragraphs
          .map((text) => `<p>${escaped(text).replace(/\b(Tarn|library)\b/g, '<a href="/x"><b>$1</b></a>')}</p>`)
          .join('\n'),
      ),
    ),
    file('HTML, a fragment', xhtml),
    file(
      'ninjs 1.x',
      json({
        uri: 'urn:wexmoor:1',
        type: 'text',
        headline,
        byline,
        body_text: paragraphs.join('\n\n'),
        body_xhtml: inTags,
        versioncreated: '2026-03-03T10:00:00Z',
      }),
    ),
    file(
      'ninjs 2.x',
      json({
        uri: 'urn:wexmoor:1',
        type: 'text',
        headlines: [{ role: 'main', value: headline }],
        by: byline,
        bodies: [{ role: 'html', contenttype: 'text/html', value: inTags }],
        versioncreated: '2026-03-03T10:00:00Z',
      }),
    ),
    file(
      'ninjs 3.x',
      json({
        uri: 'urn:wexmoor:1',
        type: 'text',
        headlines: [{ value: headline }],
        by: byline,
        bodies: [{ contentType: 'text/plain', value: paragraphs.join('\n\n') }],
        versionCreated: '2026-03-03T10:00:00Z',
      }),
    ),
    file('NITF', `<?xml version="1.0" encoding="UTF-8"?>\n${nitf}`),
    file('NITF without a declaration', nitf),
    file('NewsML-G2 with NITF', newsItem(`<inlineXML contenttype="application/nitf+xml">${nitf}</inlineXML>`)),
    file(
      'NewsML-G2 with XHTML',
      newsItem(
        `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${inTags}</body></html></inlineXML>`,
      ),
    ),
    file(
      'NewsML-G2 with plain text',
      newsItem(`<inlineData contenttype="text/plain">${escaped(paragraphs.join('\n\n'))}</inlineData>`),
    ),
    file('mail', mail('text/plain', 'base64', base64([byline, ...paragraphs].join('\r\n\r\n')))),
    file(
      'mail in HTML',
      mail('text/html', 'base64', base64(`<html><body><p>${escaped(byline)}</p>${inTags}</body></html>`)),
    ),
  ];
}

/** UTF-8 read as Windows-1252 and saved again; bytes without a character become control characters of Latin-1. */
function mistaken(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = iconv.decode(Buffer.from([byte]), 'windows-1252');
    return character === '\u{FFFD}' ? String.fromCharCode(byte) : character;
  }).join('');
}

const inMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#+!|&~-]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
