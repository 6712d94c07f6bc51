import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ResultEvent } from '../../shared/events/result-event.ts';
import { subscribe } from '../events/subscribers.ts';
import { comparable, rowsOfCleanRun, startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

const SHORT = 'Mayor Ada Lindqvist resigned on Friday.\n“I am tired,” Lindqvist said.';
const LONG = readFileSync('test/articles/grain-summit.txt', 'utf8');
const OTHER = readFileSync('test/articles/cup-final.txt', 'utf8');

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
let takeEvents: Awaited<ReturnType<typeof subscribe>>;
beforeAll(async () => {
  pipeline = await startPipeline();
  takeEvents = await subscribe(pipeline.aws, {
    arn: String(pipeline.aws.outputs['EventsTopicArn']),
    name: 'subscriber',
  });
});
afterAll(() => pipeline.stop());

const statusOf = async (key: string) => (await pipeline.read(key))?.article.status;
const rowsOf = async (key: string) => (await pipeline.rows()).filter(({ pk }) => pk === `ARTICLE#${key}`);
const textOf = async (key: string) => (await pipeline.read(key))?.paragraphs.map(({ text }) => text).join('\n');
const eventsOf = (key: string) => pipeline.events.filter((body) => body.includes(`"key":"${key}"`));

test('a dropped article becomes rows', async () => {
  await pipeline.put('created.txt', SHORT);
  await pipeline.settled();
  const { article, paragraphs, entities, quotations } = (await pipeline.read('created.txt'))!;
  expect(article.status).toBe('READY');
  expect(paragraphs).toHaveLength(2);
  expect(entities.map(({ name }) => name)).toContain('Ada Lindqvist');
  expect(quotations.map(({ contents }) => contents.map(({ text }) => text))).toContainEqual(['“I am tired,”']);
});

test.each([
  ['shorter', LONG, SHORT],
  ['longer', SHORT, LONG],
])('a %s article replaces the one before it, row by row', async (name, before, after) => {
  const key = `${name}.txt`;
  await pipeline.put(key, before);
  await pipeline.settled();
  const old = await rowsOf(key);
  await pipeline.put(key, after);
  await pipeline.settled();
  expect(await textOf(key)).toBe(after);
  const now = await rowsOf(key);
  expect(new Set(now.map((row) => row['revision'])).size).toBe(1);
  expect(now[0]!['revision']).not.toBe(old[0]!['revision']);
});

test('several versions that arrive at once leave only the last', async () => {
  for (const text of [LONG, SHORT, OTHER, LONG, SHORT]) await pipeline.put('hurried.txt', text);
  await pipeline.settled();
  expect(await textOf('hurried.txt')).toBe(SHORT);
  expect(await statusOf('hurried.txt')).toBe('READY');
});

test('a removed article leaves its tombstone alone, also where it is removed before it was read', async () => {
  await pipeline.put('removed.txt', LONG);
  await pipeline.settled();
  await pipeline.remove('removed.txt');
  await pipeline.put('hardly-there.txt', LONG);
  await pipeline.remove('hardly-there.txt');
  await pipeline.settled();
  for (const key of ['removed.txt', 'hardly-there.txt']) {
    expect((await rowsOf(key)).map((row) => [row.sk, row['status']])).toEqual([['ARTICLE', 'WITHDRAWN']]);
  }
});

test('a removed article can come back', async () => {
  await pipeline.put('back.txt', LONG);
  await pipeline.remove('back.txt');
  await pipeline.put('back.txt', SHORT);
  await pipeline.settled();
  expect(await textOf('back.txt')).toBe(SHORT);
});

test('duplicate and late events change nothing', async () => {
  await pipeline.put('again.txt', LONG);
  await pipeline.settled();
  await pipeline.remove('again.txt');
  await pipeline.settled();
  await pipeline.put('again.txt', SHORT);
  await pipeline.settled();
  await pipeline.put('gone.txt', SHORT);
  await pipeline.remove('gone.txt');
  await pipeline.settled();
  const before = await pipeline.rows();

  const events = [...eventsOf('again.txt'), ...eventsOf('gone.txt')];
  expect(events).toHaveLength(5);
  for (const event of [...events, ...events.reverse()]) {
    await pipeline.send('Arrivals', event);
    await pipeline.settled();
  }
  for (const event of [...events, ...events]) await pipeline.send('Arrivals', event);
  await pipeline.settled();
  expect(comparable(await pipeline.rows())).toEqual(comparable(before));
});

test('a late request to extract from an older revision, or from a removed article, changes nothing', async () => {
  await pipeline.put('late.txt', LONG);
  await pipeline.settled();
  const old = (await rowsOf('late.txt'))[0]!['revision'];
  await pipeline.put('late.txt', SHORT);
  await pipeline.put('late-gone.txt', LONG);
  await pipeline.settled();
  const gone = (await rowsOf('late-gone.txt'))[0]!['revision'];
  await pipeline.remove('late-gone.txt');
  await pipeline.settled();
  const before = await pipeline.rows();
  await pipeline.send('Extractions', JSON.stringify({ key: 'late.txt', revision: old }));
  await pipeline.send('Extractions', JSON.stringify({ key: 'late-gone.txt', revision: gone }));
  await pipeline.settled();
  expect(comparable(await pipeline.rows())).toEqual(comparable(before));
});

test('after all that the table equals that of a clean run', async () => {
  expect(comparable(await pipeline.rows())).toEqual(comparable(await rowsOfCleanRun(pipeline)));
  expect(pipeline.failures).toEqual([]);
  expect(await pipeline.deadLetters()).toBe(0);
});

test('and subscribers have been told of each change: of the last one at last, in order', async () => {
  const last = new Map<string, ResultEvent>();
  for (const event of await takeEvents()) {
    expect(event.version > (last.get(event.key)?.version ?? '')).toBe(true);
    last.set(event.key, event);
  }
  for (const row of (await pipeline.rows()).filter(({ sk }) => sk === 'ARTICLE')) {
    const event = last.get(row.pk.slice('ARTICLE#'.length));
    expect(event?.revision).toBe(row['revision']);
    expect(event?.status.replace('CORRECTED', 'READY')).toBe(row['status']);
  }
  expect(last.get('longer.txt')).toMatchObject({
    status: 'CORRECTED',
    changes: { names: { removed: ['PERSON#ada-lindqvist'] } },
  });
});

const item = (fields: object) =>
  JSON.stringify({
    type: 'text',
    headline: 'Talks',
    body_text: '“It is settled,” said Olga Lifeson, a doctor.',
    ...fields,
  });

/** What the HTTP API says of everybody of that name. */
const named = async () =>
  ((await (await fetch(`${pipeline.aws.api!}/entities?name=lifeson`)).json()) as { items: unknown[] }).items;

test('an item is held back, read, corrected, taken back: questions, API and events say what is so', async () => {
  await takeEvents();
  const embargoedUntil = new Date(Date.now() + 2_500).toISOString();
  const key = 'life.json';
  await pipeline.put(key, item({ embargoed: embargoedUntil }));
  while ((await statusOf(key)) !== 'EMBARGOED') await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await rowsOf(key)).toHaveLength(1);
  expect(JSON.stringify(await rowsOf(key))).not.toContain('Lifeson');
  expect(await named()).toEqual([]);
  expect((await takeEvents()).filter((event) => event.key === key)).toEqual([]);

  await pipeline.settled();
  expect(Date.now()).toBeGreaterThan(Date.parse(embargoedUntil));
  expect(await statusOf(key)).toBe('READY');
  expect(await named()).toHaveLength(1);

  await pipeline.put(key, item({ ednote: 'CORRECTS the headline', headline: 'Talks end' }));
  await pipeline.settled();
  expect((await pipeline.read(key))!.article).toMatchObject({ status: 'READY', correction: 'CORRECTS the headline' });

  await pipeline.put(key, item({ pubstatus: 'canceled', version: '3' }));
  await pipeline.settled();
  const reason = expect.stringContaining('canceled the item (version 3)') as unknown;
  expect((await pipeline.read(key))!.article).toMatchObject({ status: 'WITHDRAWN', reason });
  expect(await named()).toEqual([]);
  const told = (await takeEvents()).filter((event) => event.key === key);
  expect(told.map(({ status }) => status)).toEqual(['READY', 'CORRECTED', 'WITHDRAWN']);
  expect(told.at(-1)).toMatchObject({ reason });
});
