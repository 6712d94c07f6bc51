import { gzipSync } from 'node:zlib';
import type { HostileFile } from './hostile-files.ts';

/** Files in the formats of newsrooms that are made to cost much, or that are broken; most take about `size` bytes. */
export function hostileMarkup(size: number): HostileFile[] {
  const file = (outcome: string, name: string, text: () => string): HostileFile => ({
    name,
    outcome,
    bytes: () => Buffer.from(text()),
  });
  const times = (part: string) => part.repeat(Math.ceil(size / part.length));
  const page = (body: string) => `<!DOCTYPE html><html><head><title>Bridge</title></head><body>${body}</body></html>`;
  const story = '<p>The mayor said on Monday that the bridge would hold for a hundred years, and then some.</p>';
  return [
    file('MALFORMED', 'entity bomb (XML)', () => {
      const levels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
      return `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY e0 "ha">${levels.join('')}]><nitf><body><p>&e12;</p></body></nitf>`;
    }),
    file(
      'MALFORMED',
      'external entity (XML)',
      () =>
        '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><p>&x;</p></body></nitf>',
    ),
    file('TOO_COMPLEX', 'deep XML', () => `<nitf><body><body.content>${'<p>'.repeat(5_000)}</nitf>`),
    file('TOO_COMPLEX', 'deep HTML', () => page('<div>'.repeat(5_000) + story)),
    file('TOO_COMPLEX', 'deep JSON', () => `{"headline": "Bridge", "body_text": ${'['.repeat(100_000)}`),
    file('TOO_COMPLEX', 'attributes by the hundred thousand', () => {
      const attributes = Array.from({ length: 250_000 }, (_, number) => `a${number}=1`).join(' ');
      return page(`<p ${attributes}>${story}`);
    }),
    file('TOO_COMPLEX', 'elements by the hundred thousand', () => page('<b>a</b>'.repeat(100_000))),
    file('ARTICLE_TOO_LARGE', '100 MB of attributes', () => page(`<p ${'a="b" '.repeat(17_000_000)}>`)),
    file('TOO_COMPLEX', 'parts within parts (MIME)', () => {
      let mail = 'From: a@b.example\nSubject: Bridge\nMIME-Version: 1.0\n';
      for (let part = 0; part < 500; part++) mail += `Content-Type: multipart/mixed; boundary=b${part}\n\n--b${part}\n`;
      return mail;
    }),
    file('MALFORMED', 'broken XML', () => `<?xml version="1.0"?><nitf><body><p>The mayor said so.</body></nitf>`),
    file('MALFORMED', 'XML that ends amid a tag', () => `<nitf><body><body.content><p>The mayor said so.</p><p cla`),
    file('MALFORMED', 'broken JSON', () => `{"headline": "Bridge", "body_text": "The mayor said so.`),
    file('READY', 'HTML that is never closed', () => page(`<div><p>${'The mayor said so. <b><i>'.repeat(60)}`)),
    file('READY', 'angle brackets', () => `The mayor said so.\n\n${times('< > << >> a<b ')}`.slice(0, 300_000)),
    file('READY', 'comments that are never closed', () => page(story + '<!-- '.repeat(2_000)) + story),
    file('READY', 'HTML in paragraphs', () => page(times(story).slice(0, 900_000))),
    file(
      'READY',
      'headers of a mail',
      () => `From: a@b.example\nSubject: Bridge\n${'X-A: b\n'.repeat(5_000)}\nThe mayor said so.`,
    ),
    file('NOT_AN_ARTICLE', 'a table', () => times('Wexmoor,4,2,1\n')),
    file('NOT_AN_ARTICLE', 'program code', () => times('const bridge = build({ span: 7 });\n')),
    file('NOT_AN_ARTICLE', 'JSON of another kind', () => JSON.stringify({ rows: Array(1_000).fill({ a: 1 }) })),
    { name: 'broken gzip', outcome: 'MALFORMED', bytes: () => gzipSync('The mayor said so.').subarray(0, 20) },
    {
      name: 'gzip of a gigabyte',
      outcome: 'ARTICLE_TOO_LARGE',
      // Members one after the other unpack as one file.
      bytes: () => {
        const member = gzipSync(new Uint8Array(50_000_000));
        return Buffer.concat(Array<Uint8Array>(20).fill(member));
      },
    },
  ];
}
