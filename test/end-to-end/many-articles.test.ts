import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { forEachConcurrently } from '../../shared/table/for-each-concurrently.ts';
import { inventArticle } from './invent-article.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

/** Many batches for each environment, of which there are as many as processors. */
const COUNT = 150;

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());

test('150 articles at once are all read, each once and on its own', async () => {
  const articles = Array.from({ length: COUNT }, (_, index) => inventArticle(index));
  await forEachConcurrently(articles, ({ key, text }) => pipeline.put(key, text));
  await pipeline.settled();
  const rows = await pipeline.rows();
  const ready = rows.filter((row) => row.sk === 'ARTICLE' && row['status'] === 'READY');
  expect(ready).toHaveLength(COUNT);
  for (const { key, text, speaker } of articles) {
    const { paragraphs, quotations } = (await pipeline.read(key))!;
    expect(paragraphs.map((paragraph) => paragraph.text).join('\n')).toBe(text);
    expect(quotations.map(({ speakerName }) => speakerName)).toContain(speaker);
  }
  expect(pipeline.failures).toEqual([]);
  expect(await pipeline.deadLetters()).toBe(0);
});
