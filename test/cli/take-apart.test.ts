import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import type { Drop, DropTarget } from '../../shared/cli/drop-articles.ts';
import { takeApart } from '../../shared/cli/take-apart.ts';

const folder = mkdtempSync(join(tmpdir(), 'take-apart-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const RSS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Wexmoor News</title><language>en-GB</language><copyright>Copyright 2026 Wexmoor News</copyright>
<item><title>Mayor opens library</title><guid isPermaLink="false">wexmoor-1</guid><link>https://wexmoor.example/mayor</link><dc:creator>Rick Bowden</dc:creator>
<pubDate>Tue, 3 Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Mayor Olive Tarn opened a library.</p><p>“It is warm,” Tarn said.</p>]]></content:encoded></item>
<item><title>Nothing to read</title><guid>wexmoor-2</guid></item>
<item><title>Harbour board pays</title><guid>wexmoor-3</guid><description>The board pays &lt;b&gt;half&lt;/b&gt; of it.</description></item></channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wexmoor News</title><entry><id>urn:wexmoor:4</id><title>Roof holds</title>
<published>2026-03-04T10:00:00Z</published><updated>2026-03-05T10:00:00Z</updated><author><name>Ada Bo</name></author>
<content type="html">&lt;p&gt;The roof holds, Marsh said.&lt;/p&gt;</content></entry></feed>`;

const item = (guid: string, text: string) =>
  `<newsItem guid="${guid}"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-03T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Bridge</headline></contentMeta><contentSet><inlineXML><html><body><p>${text}</p></body></html></inlineXML></contentSet></newsItem>`;

const record = (uri: string, type: string, body: string) => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:7>\r\nWARC-Date: 2026-03-06T10:00:00Z\r\nWARC-Target-URI: ${uri}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
};

const PAGE = '<html><body><article><p>The mayor said on Monday that the bridge would hold.</p></article></body></html>';
const OLD_PAGE = PAGE.replace('<body>', '<head><meta name="date" content="2025-01-02"></head><body>');

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'feed.rss': RSS,
  'feed.atom': ATOM,
  'feed.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Wexmoor News',
    items: [
      { id: 'w5', title: 'Ice', content_text: 'The lake froze, Tarn said.', date_published: '2026-01-02T10:00:00Z' },
    ],
  }),
  'list.json': JSON.stringify([
    { uri: 'urn:w:6', headline: 'Ice', body_text: 'The lake froze.' },
    { uri: 'urn:w:7', type: 'picture' },
  ]),
  'message.xml': `<newsMessage><itemSet>${item('urn:w:8', 'One said so.')}${item('urn:w:9', 'Two said so.')}</itemSet></newsMessage>`,
  'texts.zip': zipSync({
    'a/one.txt': Buffer.from('One said so.'),
    'two.html': Buffer.from(PAGE),
    '__MACOSX/._one.txt': Buffer.from('x'),
    'three.txt': new Uint8Array(6_000_000),
  }),
  'crawl.warc.gz': Buffer.concat(
    [
      record('https://w.example/new.html', 'text/html', PAGE),
      record('https://w.example/picture.jpg', 'image/jpeg', 'x'),
      record('https://w.example/old.html', 'text/html', OLD_PAGE),
    ].map((text) => gzipSync(text)),
  ),
  'story.txt': 'The mayor said so.',
  'page.html': PAGE,
};

const take = async (names: readonly string[], inbox?: DropTarget) => {
  const bad: string[] = [];
  const there: string[] = [];
  const drops: Drop[] = [];
  const told = { bad: ({ key }: { key: string }) => bad.push(key), there: (key: string) => there.push(key) };
  const files = names.map((name) => ({ key: name, path: join(folder, name) }));
  for await (const drop of takeApart(files, told, inbox)) drops.push(drop);
  return { drops, bad, there };
};

beforeAll(() => {
  for (const [name, body] of Object.entries(FILES)) writeFileSync(join(folder, name), body);
});

test('each member has a key that tells where it came from, and its own date', async () => {
  const { drops, bad } = await take(Object.keys(FILES));
  const found: unknown[] = [];
  for (const { key, body, contentType, publishedAt } of drops) {
    if (!body) continue;
    const article = await parseArticle(body, { key, contentType });
    const last = article.paragraphs.at(-1)!.text;
    found.push([key.replace(/-[0-9a-f]{8}(?=\.)/, ''), (publishedAt ?? article.publishedAt)?.slice(0, 10), last]);
  }
  expect(found).toEqual([
    ['feed.rss/wexmoor-1.json', '2026-03-03', '“It is warm,” Tarn said.'],
    ['feed.rss/wexmoor-3.json', undefined, 'The board pays half of it.'],
    ['feed.atom/urn-wexmoor-4.json', '2026-03-04', 'The roof holds, Marsh said.'],
    ['feed.json/w5.json', '2026-01-02', 'The lake froze, Tarn said.'],
    ['list.json/urn-w-6.json', undefined, 'The lake froze.'],
    ['message.xml/urn-w-8.xml', '2026-03-03', 'One said so.'],
    ['message.xml/urn-w-9.xml', '2026-03-03', 'Two said so.'],
    ['texts.zip/a/one.txt', undefined, 'One said so.'],
    ['texts.zip/two.html', undefined, 'The mayor said on Monday that the bridge would hold.'],
    ['crawl.warc.gz/new.html', '2026-03-06', 'The mayor said on Monday that the bridge would hold.'],
    ['crawl.warc.gz/old.html', '2025-01-02', 'The mayor said on Monday that the bridge would hold.'],
  ]);
  expect(drops.filter(({ body }) => !body).map(({ key }) => key)).toEqual(['story.txt', 'page.html']);
  expect(bad.map((key) => key.replace(/-[0-9a-f]{8}(?=\.)/, ''))).toEqual([
    'feed.rss/wexmoor-2.json',
    'list.json/urn-w-7.json',
    'texts.zip/three.txt',
  ]);
});

test('in the bucket itself such a file is refused with that remedy', async () => {
  for (const name of ['feed.rss', 'feed.atom', 'feed.json', 'list.json', 'message.xml', 'texts.zip']) {
    await expect(parseArticle(Buffer.from(FILES[name]!), { key: name })).rejects.toMatchObject({
      code: 'SEVERAL_ARTICLES',
      message: expect.stringContaining('news-ingest put FILE') as unknown as string,
    });
  }
});

test('run again it goes on: what was dropped with the same bytes is passed over', async () => {
  const storage = await startS3AndSqs();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const s3 = new S3Client({ forcePathStyle: true, endpoint: storage.endpoint, region: 'us-east-1', credentials });
  await s3.send(new CreateBucketCommand({ Bucket: 'inbox' }));
  const inbox = { s3, bucket: 'inbox', table: undefined as never };
  const first = await take(['feed.rss'], inbox);
  expect(first.drops).toHaveLength(2);
  const { Upload } = await import('@aws-sdk/lib-storage');
  const [done] = first.drops;
  const params = { Bucket: 'inbox', Key: done!.key, Body: done!.body, Metadata: { digest: done!.digest! } };
  await new Upload({ client: s3, params }).done();
  const second = await take(['feed.rss'], inbox);
  expect([second.drops.length, second.there]).toEqual([1, [done!.key]]);
  s3.destroy();
  await storage.stop();
});
