import { Ajv2020 } from 'ajv/dist/2020.js';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { components } from '../../shared/api/response-schemas.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { fromPathText, pathText } from '../../shared/api/path-text.ts';
import { respond, type Response } from '../../shared/api/respond.ts';
import { ROUTES } from '../../shared/api/routes.ts';
import { openReader } from '../../shared/table/reader.ts';
import type { Table } from '../../shared/table/table.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';
import { ingest, reject, remove, tell } from '../table/query-world.ts';

let dynamo: LocalDynamo;
let table: Table & { readonly name: string };
const faults: unknown[] = [];

const STRANGE_KEY = '2026/~ü ?#%2F+&"/paragraphs';
const revision = (number: number) => String(number).padStart(32, '0');

beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
  for (let number = 0; number < 12; number++) await ingest(table, tell(`desk/${number}.txt`, number), revision(1));
  await ingest(table, tell(STRANGE_KEY, 99), revision(1));
  await reject(table, 'empty.txt', revision(1));
  await remove(table, 'gone.txt', revision(1));
}, 120_000);

afterAll(() => dynamo.stop());

/** As API Gateway hands it on: the path decoded, the query as it came. */
async function ask(method: string, url: string, ifNoneMatch?: string): Promise<Response> {
  const [path = '', ...query] = url.split('?');
  const sources = { table, reader: openReader(table.name, dynamo.client), now: new Date('2026-04-30') };
  return respond({ method, path: decodeURIComponent(path), query: query.join('?'), ifNoneMatch }, sources, (fault) => {
    faults.push(fault);
  });
}

const get = async (url: string) => {
  const { statusCode, body } = await ask('GET', url);
  return { status: statusCode, ...(JSON.parse(body) as Record<string, unknown>) } as Record<string, unknown> & {
    status: number;
    items: Record<string, unknown>[];
    cursor?: string;
  };
};

test('the document is OpenAPI 3.1, and names every route', async () => {
  const document = openApiDocument() as Record<string, object>;
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  expect(Object.keys(document['paths']!)).toEqual(ROUTES.map(({ path }) => path));
  expect(JSON.parse((await ask('GET', '/openapi.json')).body)).toEqual(JSON.parse(JSON.stringify(document)));
});

const CASES: readonly [url: string, component: string][] = [
  ['/articles?limit=3', 'ArticlePage'],
  ['/articles/desk/1.txt', 'Article'],
  ['/articles/empty.txt', 'Article'],
  ['/articles/gone.txt', 'Article'],
  [`/articles/${pathText(STRANGE_KEY)}`, 'Article'],
  ['/articles/desk/1.txt/paragraphs', 'ParagraphPage'],
  ['/articles/desk/1.txt/entities?limit=2', 'EntityPage'],
  ['/articles/desk/2.txt/quotations', 'QuotationPage'],
  ['/entities?name=un&type=LOCATION', 'NamedEntityPage'],
  ['/entities/LOCATION~23united-states', 'KnownEntity'],
  ['/entities/LOCATION%23united-states/articles?from=2020-01-01', 'MentioningArticlePage'],
  ['/entities/LOCATION~23united-states/articles?with=PERSON%23jake-sullivan', 'MentioningArticlePage'],
  ['/speakers/PERSON~23jake-sullivan/quotations', 'QuotationBySpeakerPage'],
  ['/quotations?by=PERSON%23jake-sullivan,PERSON%23~kim&minConfidence=0.1&limit=5', 'QuotationBySpeakerPage'],
  ['/speakers?from=2026', 'SpeakerCountPage'],
  ['/entities/PERSON~23jake-sullivan/months', 'MonthCounts'],
  ['/entities/PERSON~23jake-sullivan/company', 'Company'],
  ['/check?words=nobody+ever+said+this', 'Checked'],
  ['/articles?prefix=desk/', 'ArticlePage'],
  ['/refused', 'RefusalPage'],
];

test.each(CASES)('GET %s answers with what the document says: %s', async (url, component) => {
  const { statusCode, headers, body } = await ask('GET', url);
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    etag: expect.stringMatching(/^"[\w-]{22}"$/) as unknown,
  });
  const validate = new Ajv2020({ strict: false }).compile({
    ...openApiDocument(),
    $ref: `#/components/schemas/${component}`,
  });
  validate(JSON.parse(body));
  expect(validate.errors).toBeNull();
});

test('every route is among the cases', () => {
  const asked = new Set(CASES.map(([, component]) => component));
  expect(
    [...new Set(ROUTES.map(({ output }) => components.get(output)!.name))].filter((component) => !asked.has(component)),
  ).toEqual([]);
});

test('pages follow one another by their cursors', async () => {
  const keys: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await get(`/articles?from=2024-01-01&limit=5${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    keys.push(...page.items.map(({ key }) => key));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(13);
});

test('a rejected article says why, a withdrawn one that it is gone; parts they have none', async () => {
  expect(await get('/articles/empty.txt')).toMatchObject({
    article: { status: 'REJECTED', code: 'EMPTY' },
    paragraphs: [],
  });
  expect(await get('/articles/gone.txt')).toMatchObject({ article: { status: 'WITHDRAWN' } });
  expect(await get('/articles/empty.txt/quotations')).toMatchObject({
    status: 404,
    remedy: 'The file is empty: drop a text.',
  });
  expect(await get('/articles/gone.txt/entities')).toMatchObject({
    status: 404,
    detail: 'The article has been removed.',
  });
});

test('an unchanged answer is not sent again', async () => {
  const first = await ask('GET', '/articles/desk/1.txt');
  const etag = first.headers['etag']!;
  expect(await ask('GET', '/articles/desk/1.txt', etag)).toMatchObject({
    statusCode: 304,
    body: '',
    headers: { etag },
  });
  expect(await ask('GET', '/articles/desk/1.txt', `"other", W/${etag}`)).toMatchObject({ statusCode: 304 });
  expect(await ask('GET', '/articles/desk/1.txt', '"other"')).toMatchObject({ statusCode: 200, body: first.body });
  expect(await ask('HEAD', '/articles/desk/1.txt')).toMatchObject({ statusCode: 200, body: '', headers: { etag } });
});

test.each([
  ['/nothing', 404, 'Nothing is found at this path.'],
  ['/articles/never.txt', 404, 'No article was dropped under "never.txt".'],
  ['/articles/never.txt/paragraphs', 404, 'No article was dropped under "never.txt".'],
  ['/articles/~FF.txt', 400, 'The path holds bytes that are no UTF-8.'],
  [`/articles/${'x'.repeat(1_025)}`, 400, 'An S3 key has at most 1024 bytes.'],
  ['/entities', 400, '"name" is missing.'],
  ['/entities?name=s', 400, '"s" is too short to be looked up.'],
  ['/entities?name=sul&type=PERSONS', 400, 'There is no such type.'],
  ['/entities/sullivan', 400, 'An id is a type and a name, as PERSON#jake-sullivan.'],
  ['/entities/PERSON~23jake-sullivan~232026', 400, 'An id is a type and a name, as PERSON#jake-sullivan.'],
  ['/entities/PERSON~23nobody', 404, 'No article mentions "PERSON#nobody".'],
  ['/entities/PERSON~23nobody/articles', 404, 'No article mentions "PERSON#nobody".'],
  ['/speakers/PERSON~23nobody/quotations', 404, 'No article mentions "PERSON#nobody".'],
  ['/articles?limit=0', 400, '"limit" takes a whole number from 1 to 100.'],
  ['/articles?limit=101', 400, '"limit" takes a whole number from 1 to 100.'],
  ['/articles?limit=1e1', 400, '"limit" takes a whole number from 1 to 100.'],
  ['/articles?limit=1&limit=2', 400, '"limit" is given twice.'],
  ['/articles?from=2026-02-30', 400, '"2026-02-30" is no date.'],
  [
    '/articles?from=2026-03-02&to=2026-03-01',
    400,
    'Nothing lies between 2026-03-02T00:00:00.000Z and 2026-03-01T23:59:59.999Z.',
  ],
  ['/articles?cursor=', 400, '"cursor" is empty.'],
  ['/articles?cursor=abc', 400, 'The cursor does not belong to this question.'],
  ['/articles?form=2026', 400, '"form" is no parameter of this question.'],
  ['/articles/desk/1.txt?key=x', 400, '"key" is part of the path.'],
])('GET %s is answered with %i and a remedy', async (url, status, detail) => {
  const { statusCode, headers, body } = await ask('GET', url);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({
    status,
    type: 'about:blank',
    detail,
    remedy: expect.stringMatching(/^[A-Z].*\.$/) as unknown,
  });
  expect(statusCode).toBe(status);
});

test('other methods are refused', async () => {
  expect(await ask('DELETE', '/articles/desk/1.txt')).toMatchObject({
    statusCode: 405,
    headers: { allow: 'GET, HEAD' },
  });
});

test('a throttled table asks for patience', async () => {
  const throttled = () => Promise.reject(Object.assign(new Error('busy'), { name: 'ThrottlingException' }));
  const sources = {
    table: { ...table, get: throttled, partition: throttled },
    reader: { query: throttled, batchGet: throttled, articles: throttled },
    now: new Date(),
  };
  const answer = await respond({ method: 'GET', path: '/articles', query: '' }, sources, () => undefined);
  expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '1' } });
});

test('any text travels through a path', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fromPathText(pathText(text)) === text));
  expect(pathText(STRANGE_KEY)).not.toMatch(/[^A-Za-z0-9~_.!'()*-]/);
});

/** Pieces of real questions, put together wrongly. */
const piece = fc.oneof(
  fc.constantFrom(
    'articles',
    'entities',
    'speakers',
    'desk',
    '1.txt',
    'paragraphs',
    'quotations',
    'PERSON~23jake-sullivan',
    'PERSON#',
    '~00',
    '~',
    '..',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const path = fc.array(piece, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
const value = fc.oneof(
  fc.constantFrom(
    '1',
    '100',
    '0',
    '-1',
    '2026-03-01',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31T23:59:59-12:00',
    'sul',
    'PERSON#x',
    'DATE#x',
    '\u0000',
    '💥',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.string({ maxLength: 4 }), { maxLength: 5 })
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
);
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...['name', 'type', 'from', 'to', 'limit', 'cursor', 'with', 'x', '', 'by', 'about', 'words', 'kind'],
        ...['minConfidence', 'prefix', 'article'],
      ),
      value,
    ),
    {
      maxLength: 4,
    },
  )
  .map((pairs) => pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join('&'));
/** These read article after article: a hundredth of the questions goes to them. */
const READS_ARTICLES = /^\/(?:quotations|speakers|check)$|\/company$/;
const realPaths = CASES.map(([url]) => decodeURIComponent(url.split('?')[0]!));
const realPath = fc.constantFrom(...realPaths.filter((real) => !READS_ARTICLES.test(real)));
const readingPath = fc.constantFrom(...realPaths.filter((real) => READS_ARTICLES.test(real)));

/** Drawn anew in each run; five times as many where engines are compared, by `npm run verify -- dynamodb`. */
const QUESTIONS = process.env['CONFORMANCE_ENDPOINT'] === undefined ? 2_000 : 10_000;

test.each([
  ['thousands of questions', fc.oneof(path, realPath), QUESTIONS],
  ['100 that read articles', readingPath, 100],
])(
  'nothing that can be asked gives 5xx: %s',
  async (_, anyPath, numRuns) => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    const sources = { table, reader: openReader(table.name, dynamo.client), now: new Date('2026-04-30') };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST'),
        anyPath,
        query,
        async (method, asked, text) => {
          const answer = await respond({ method, path: asked, query: text }, sources, (fault) => faults.push(fault));
          expect(faults).toEqual([]);
          expect(answer.statusCode).toBeLessThan(500);
          if (answer.statusCode >= 400 && method !== 'HEAD') expect(JSON.parse(answer.body)).toHaveProperty('remedy');
        },
      ),
      { numRuns, seed },
    );
  },
  300_000,
);

test('cursors of every question, given to every other, are refused or answered', async () => {
  const urls = [
    '/articles?from=2024-01-01&limit=1',
    '/entities?name=ki&limit=1',
    '/entities/LOCATION~23united-states/articles?limit=1',
    '/articles/desk/1.txt/entities?limit=1',
  ];
  const cursors = await Promise.all(urls.map(async (url) => (await get(url)).cursor));
  for (const [own, url] of urls.entries()) {
    for (const [other, cursor] of cursors.entries()) {
      if (cursor === undefined) continue;
      expect((await ask('GET', `${url}&cursor=${cursor}`)).statusCode).toBe(own === other ? 200 : 400);
    }
  }
});
