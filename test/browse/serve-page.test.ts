import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { buildPage } from '../../shared/browse/build-page.ts';
import { type PageServer, servePage } from '../../shared/browse/serve-page.ts';

const FILES = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', body: Buffer.from('<!doctype html>shell') }],
  ['/assets/reader.js', { type: 'text/javascript', body: Buffer.from('script') }],
]);

let server: PageServer | undefined;
let asked: string[] = [];
afterEach(async () => {
  await server?.stop();
  server = undefined;
  asked = [];
});

const start = async (keyed = false): Promise<URL> => {
  server = await servePage({
    files: FILES,
    keyed,
    askApi: (path) => {
      asked.push(path);
      return Promise.resolve(Response.json({ path }, { headers: { etag: '"1"' } }));
    },
  });
  return new URL(server.link);
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** As any program may ask: with headers that a browser would not let a page set. */
const get = (url: URL, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(new URL(path, url), { headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const body = response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
        resolve({ status: response.statusCode!, headers: response.headers, body: body.toString() });
      });
    });
    asking.on('error', reject).end();
  });

test('every address is the page, files are files, and questions go on to the API as they are', async () => {
  const url = await start();
  for (const path of ['/', '/article/2026/a.txt', '/entity/PERSON/ana-trask']) {
    expect(await get(url, path)).toMatchObject({ status: 200, body: '<!doctype html>shell' });
  }
  expect(await get(url, '/assets/reader.js', { 'accept-encoding': 'gzip' })).toMatchObject({ body: 'script' });
  expect(await get(url, '/assets/none.js')).toMatchObject({ status: 404 });
  const answer = await get(url, '/api/articles/a~2Fb?limit=1&from=2026-11-24');
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  expect(asked).toEqual(['/articles/a~2Fb?limit=1&from=2026-11-24']);
});

test('nothing from elsewhere is loaded, and no text becomes script', async () => {
  const url = await start();
  for (const path of ['/', '/api/articles']) {
    const { headers } = await get(url, path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test.each([
  ['another name that leads here', { host: 'evil.example' }],
  ['another port', { host: '127.0.0.1:1' }],
  ["another site's script", { origin: 'https://evil.example' }],
  ['a script whose origin is hidden', { origin: 'null' }],
  ["another local page's script", { origin: 'http://127.0.0.1:1' }],
  ["another site's image or script tag", { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('%s is refused', async (_, headers) => {
  const url = await start();
  expect(await get(url, '/api/articles', headers)).toMatchObject({ status: 403 });
  expect(asked).toEqual([]);
});

test('it only reads', async () => {
  const url = await start();
  expect(await get(url, '/api/articles', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('with AWS behind it, only who has the link is answered', async () => {
  const link = await start(true);
  expect(await get(link, '/api/articles')).toMatchObject({ status: 401 });
  expect(await get(link, '/?key=wrong')).toMatchObject({ status: 401 });
  expect(asked).toEqual([]);
  const entered = await get(link, link.pathname + link.search);
  expect(entered).toMatchObject({ status: 302, headers: { location: '/' } });
  const [cookie] = entered.headers['set-cookie'] as string[];
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  const headers = { cookie: cookie!.split(';')[0]! };
  expect(await get(link, '/api/articles', headers)).toMatchObject({ status: 200 });
});

test('where the API is gone, that is said', async () => {
  server = await servePage({ files: FILES, keyed: false, askApi: () => Promise.reject(new Error('ECONNREFUSED')) });
  const answer = await get(new URL(server.link), '/api/articles');
  expect(answer.status).toBe(502);
  expect(JSON.parse(answer.body)).toMatchObject({ detail: expect.stringContaining('does not answer') as unknown });
});

/** What the page may weigh, so that it opens at once on a telephone. */
const MAX_SCRIPT_BYTES = 60_000;

test('the page is built from its sources, small', async () => {
  const { gzipSync } = await import('node:zlib');
  const files = await buildPage();
  expect([...files.keys()].sort()).toEqual([
    '/assets/icon.svg',
    '/assets/reader.css',
    '/assets/reader.js',
    '/index.html',
  ]);
  expect(gzipSync(files.get('/assets/reader.js')!.body).length).toBeLessThan(MAX_SCRIPT_BYTES);
});
