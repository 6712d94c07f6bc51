import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { EXTRACTOR_VERSION } from '../../shared/language/extractor.ts';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import type { Item } from '../../shared/table/table.ts';
import { announce, newsIngest } from '../cli/running.ts';
import { inventArticle } from './invent-article.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline, withoutPast } from './pipeline.ts';

jest.setTimeout(TIME_LIMIT_MS);

const ARTICLES = Array.from({ length: 24 }, (_, index) => inventArticle(index));

let pipeline: Pipeline;
let documents: DynamoDBDocumentClient;
let unannounce: () => void;
beforeAll(async () => {
  pipeline = await startPipeline({ retryWaiting: 0 });
  const { endpoints, dynamodb, outputs } = pipeline.aws;
  documents = DynamoDBDocumentClient.from(dynamodb);
  unannounce = announce({ endpoints, outputs });
  await forEachConcurrently(ARTICLES, ({ key, text }) => pipeline.put(key, text));
  await pipeline.settled();
});
afterAll(async () => {
  unannounce();
  await pipeline.stop();
});

const write = (row: Item) => documents.send(new PutCommand({ TableName: pipeline.aws.table, Item: row }));
const erase = ({ pk, sk }: Item) =>
  documents.send(new DeleteCommand({ TableName: pipeline.aws.table, Key: { pk, sk } }));

/** In the order of their keys. */
async function rows(): Promise<Item[]> {
  const order = ({ pk, sk }: Item) => `${pk} ${sk}`;
  return (await pipeline.rows()).map(withoutPast).sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** The table as an older extractor would have left it: without the quotations, and with one that was none. */
async function age(): Promise<void> {
  await forEachConcurrently(await rows(), async (row) => {
    if (row['extractorVersion'] === undefined) return;
    if (row.sk.startsWith('QUOTATION#')) await erase(row);
    else await write({ ...row, extractorVersion: EXTRACTOR_VERSION - 1 });
    if (row.sk === 'ARTICLE') {
      const { pk, revision } = row as Item & { revision: string };
      await write({
        pk,
        sk: 'QUOTATION#0099',
        revision,
        extractorVersion: EXTRACTOR_VERSION - 1,
        ordinal: 99,
        contents: [],
      });
    }
  });
}

test('a dead letter that is sent back once its cause is mended becomes READY', async () => {
  const before = await rows();
  const article = before.find(({ sk }) => sk === 'ARTICLE')!;
  const lost = before.find(({ pk, sk }) => pk === article.pk && sk.startsWith('PARAGRAPH#'))!;
  // The article as it is when its text is to be read, without a part of the text.
  const { extractorVersion: _, ...undone } = article as Item & { extractorVersion: number };
  await write({ ...undone, status: 'PENDING' });
  await erase(lost);
  const key = article.pk.replace('ARTICLE#', '');
  await pipeline.send('Extractions', JSON.stringify({ key, revision: article['revision'] }));
  await pipeline.put('neighbour.txt', ARTICLES[1]!.text);
  await pipeline.settled();
  expect(await pipeline.deadLetters()).toBe(1);
  expect((await pipeline.read('neighbour.txt'))?.article.status).toBe('READY');
  await pipeline.remove('neighbour.txt');

  await write(lost);
  expect(await newsIngest('redrive')).toMatchObject({
    code: 0,
    stdout: 'Arrivals: 0 messages sent back\nExtractions: 1 messages sent back\n',
  });
  await pipeline.settled();
  expect(await pipeline.deadLetters()).toBe(0);
  expect((await rows()).filter(({ pk }) => pk !== 'ARTICLE#neighbour.txt')).toEqual(before);
});

test('by prefix, by version: what is read again takes the place of what an older extractor found', async () => {
  const before = await rows();
  await age();
  const aged = await rows();
  expect((await newsIngest('reprocess', '--prefix', 'invented/1')).stdout).toBe(
    '11 articles: 11 to be read again, 0 up to date.\n',
  );
  await pipeline.settled();
  const ofPrefix = ({ pk }: Item) => pk.startsWith('ARTICLE#invented/1');
  expect((await rows()).filter(ofPrefix)).toEqual(before.filter(ofPrefix));
  expect((await rows()).filter((row) => !ofPrefix(row))).toEqual(aged.filter((row) => !ofPrefix(row)));

  const byVersion = await newsIngest('reprocess', '--extractor-version', String(EXTRACTOR_VERSION - 1));
  expect(byVersion.stdout).toBe('24 articles: 13 to be read again, 11 up to date.\n');
  await pipeline.settled();
  expect(await rows()).toEqual(before);
});

test('in the bulk lane what an older extractor has read is read again as well', async () => {
  const before = await rows();
  await age();
  const ran = await newsIngest('reprocess', '--lane', 'bulk', '--prefix', 'invented/', '--json');
  expect(JSON.parse(ran.stdout)).toMatchObject({ status: 'SUCCEEDED', ready: ARTICLES.length, current: 0, failed: 0 });
  expect(await rows()).toEqual(before);
  expect((await newsIngest('reprocess', '--lane', 'bulk', '--after', 'a')).stderr).toContain('backfill --resume');
});

test('a run that is killed is taken up by the next', async () => {
  const before = await rows();
  await age();
  const killed = spawn(process.execPath, ['shared/cli/news-ingest.js', 'reprocess'], { stdio: 'ignore' });
  while ((await pipeline.aws.depths()).get(String(pipeline.aws.outputs['ExtractionsQueueName'])) === 0) await sleep(2);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await pipeline.settled();

  const next = await newsIngest('reprocess', '--json');
  const { requested, current } = JSON.parse(next.stdout) as { requested: number; current: number };
  expect(requested + current).toBe(ARTICLES.length);
  expect(current).toBeGreaterThan(0);
  await pipeline.settled();
  expect(await rows()).toEqual(before);
});
