import { readFileSync } from 'node:fs';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { openEvents } from '../../shared/events/events.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { announce, type ToldTable } from '../../shared/table/announce.ts';
import { articlePartition } from '../../shared/table/keys.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { holdArticle, rejectArticle, withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';
import { analyseAs } from '../invariant/analysis.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';
import { openTopic } from './subscribers.ts';

const QUILL = '"It will hold," Mara Quill said in Tarn Harbor on a long and windy day.';
const BRANDT = '"We waited," Odo Brandt said. The Ferry Council did not wait with the others.';

let dynamo: LocalDynamo;
let storage: Awaited<ReturnType<typeof startS3AndSqs>>;
let topic: Awaited<ReturnType<typeof openTopic>>;
let table: Awaited<ReturnType<LocalDynamo['createTable']>>;
let told: ToldTable;

beforeAll(async () => {
  [dynamo, storage] = await Promise.all([startDynamo(), startS3AndSqs()]);
  topic = await openTopic(storage.endpoint);
  table = await dynamo.createTable();
  told = { table, events: openEvents(topic.arn, { client: topic.sns }) };
});
afterAll(async () => {
  topic.stop();
  await Promise.all([dynamo.stop(), storage.stop()]);
});

const publishedAt = '2026-11-24T06:00:00.000Z';

async function ready(key: string, revision: string, text: string, { source = '', extractorVersion = 1 } = {}) {
  const parsed = await parseArticle(Buffer.from(text), { key });
  await writeArticle(told, { key, revision, publishedAt, article: { ...parsed, ...(source && { source }) } });
  return extract(key, revision, extractorVersion);
}

async function extract(key: string, revision: string, extractorVersion: number) {
  const extraction = await beginExtraction(told, { key, revision, extractorVersion });
  return completeExtraction(told, extraction!, await analyseAs(extractorVersion)(extraction!.article));
}

test('subscribers filter by status, key, source, language, types, speakers and what has changed', async () => {
  const policies = {
    corrections: { status: ['CORRECTED', 'WITHDRAWN'] },
    desk: { key: [{ prefix: 'desk/' }] },
    wire: { source: ['Tarn Wire'], language: ['eng', 'und'] },
    councils: { entityTypes: ['ORGANIZATION'] },
    quill: { speakers: ['PERSON#nobody', 'PERSON#mara-quill', '*'], status: ['READY'] },
    others: { speakers: [{ 'anything-but': ['PERSON#mara-quill'] }] },
    words: { changed: ['statements'], correctedBy: ['source'] },
    either: { $or: [{ status: ['REJECTED'] }, { speakers: ['PERSON#odo-brandt'] }] },
  };
  const inboxes = await Promise.all(
    Object.entries(policies).map(async ([name, policy]) => [name, await topic.subscribe(name, policy)] as const),
  );
  await ready('desk/quill.txt', '1', QUILL, { source: 'Tarn Wire' });
  await ready('brandt.txt', '1', BRANDT);
  await ready('brandt.txt', '2', BRANDT.replace('We waited', 'We did not wait'));
  await withdrawArticle(told, { key: 'brandt.txt', revision: '3' });
  await rejectArticle(told, { key: 'empty.txt', revision: '1' }, new ArticleRejected('EMPTY', 'Drop a text.'));

  const heard = Object.fromEntries(
    await Promise.all(
      inboxes.map(
        async ([name, take]) => [name, (await take()).map(({ status, key }) => `${key} ${status}`).sort()] as const,
      ),
    ),
  );
  expect(heard).toEqual({
    corrections: ['brandt.txt CORRECTED', 'brandt.txt WITHDRAWN'],
    desk: ['desk/quill.txt READY'],
    wire: ['desk/quill.txt READY'],
    councils: ['brandt.txt CORRECTED', 'brandt.txt READY'],
    quill: ['desk/quill.txt READY'],
    others: ['brandt.txt CORRECTED', 'brandt.txt READY'],
    words: ['brandt.txt CORRECTED'],
    either: ['brandt.txt CORRECTED', 'brandt.txt READY', 'empty.txt REJECTED'],
  });
});

test('a correction names what it replaces and what is different, by a later file or a later extractor', async () => {
  const take = await topic.subscribe('one', { key: ['corrected.txt'] });
  await ready('corrected.txt', '1', `${QUILL}\n\n${BRANDT}`);
  await extract('corrected.txt', '1', 2);
  await ready('corrected.txt', '2', QUILL, { extractorVersion: 2 });
  const [first, again, corrected] = await take();
  expect(first).toMatchObject({ status: 'READY', speakers: ['PERSON#mara-quill', 'PERSON#odo-brandt'] });
  expect(first).not.toHaveProperty('replaces');
  expect(again).toMatchObject({
    status: 'CORRECTED',
    correctedBy: 'extractor',
    replaces: { status: 'READY', revision: '1', extractorVersion: 1 },
    changes: { names: { added: [], removed: ['ORGANIZATION#ferry-council'] }, statements: { added: [], removed: [] } },
  });
  expect(corrected).toMatchObject({
    status: 'CORRECTED',
    correctedBy: 'source',
    replaces: { status: 'READY', revision: '1', extractorVersion: 2 },
    changes: {
      names: { added: [], removed: ['PERSON#odo-brandt'] },
      statements: { added: [], altered: [], removed: [{ ordinal: 1, speakers: ['PERSON#odo-brandt'] }] },
    },
  });
  const versions = [first, again, corrected].map((event) => event!.version);
  expect(versions).toEqual([...versions].sort());
});

test('of an article under embargo nobody hears; one that was READY is withdrawn, and comes back when its time has come', async () => {
  const take = await topic.subscribe('embargo', { key: [{ prefix: 'held' }] });
  await holdArticle(told, { key: 'held.txt', revision: '1' }, '2036-01-01T00:00:00.000Z');
  expect(await take()).toEqual([]);
  await ready('held.txt', '1', QUILL);
  await holdArticle(told, { key: 'held.txt', revision: '2' }, '2036-01-01T00:00:00.000Z');
  await ready('held.txt', '2', QUILL);
  expect((await take()).map(({ status, replaces }) => [status, replaces?.status, replaces?.revision])).toEqual([
    ['READY', undefined, undefined],
    ['WITHDRAWN', 'READY', '1'],
    ['READY', 'WITHDRAWN', '2'],
  ]);
});

test('what is quiet tells nobody; what follows names it all the same', async () => {
  const take = await topic.subscribe('quiet', { key: ['quiet.txt'] });
  const loud = told;
  told = { table, events: openEvents(topic.arn, { client: topic.sns, quiet: true }) };
  await ready('quiet.txt', '1', QUILL);
  told = loud;
  expect(await take()).toEqual([]);
  await ready('quiet.txt', '2', QUILL);
  expect(await take()).toMatchObject([{ status: 'CORRECTED', replaces: { revision: '1' } }]);
});

test('an event that is sent again has the same id, and a FIFO queue takes it once', async () => {
  const take = await topic.subscribe('again', { key: ['again.txt'] });
  await ready('again.txt', '1', QUILL);
  const [article, ...children] = await table.partition(articlePartition('again.txt'));
  await announce(told, [{ ...article!, eventDue: true }, ...children]);
  expect(await take()).toHaveLength(1);
});

test('the handler of the documents keeps an index in step, whatever comes twice or late', async () => {
  const [, code] = /```js\nexport const keepInStep =(.*?)\n```/s.exec(readFileSync('docs/events.md', 'utf8'))!;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the documents' own words are run
  const keepInStep = new Function('QueryCommand', `return ${code!.trim()}`)(QueryCommand) as (
    ...given: unknown[]
  ) => (event: { Records: { body: string }[] }) => Promise<void>;
  const index = new Map<string, { version: string; rows?: { sk: string }[] }>();
  const document = {
    get: (key: string) => Promise.resolve(index.get(key)),
    put: (key: string, value: { version: string }) => Promise.resolve(index.set(key, value)),
  };
  const handle = keepInStep(dynamo.client, table.name, document);
  const take = await topic.subscribe('search', { key: [{ prefix: 'search/' }] });
  await ready('search/a.txt', '1', BRANDT);
  await ready('search/b.txt', '1', BRANDT);
  const early = await take();
  await ready('search/a.txt', '2', QUILL);
  await withdrawArticle(told, { key: 'search/b.txt', revision: '2' });
  const late = await take();
  const records = [...early, ...late, ...early].map((event) => ({ body: JSON.stringify(event) }));
  await handle({ Records: records });
  expect(index.get('search/a.txt')!.rows).toEqual(await table.partition(articlePartition('search/a.txt')));
  expect(index.get('search/b.txt')).toEqual({ version: late[1]!.version });
});
