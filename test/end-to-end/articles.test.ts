import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TextSpan } from '../../shared/article/article.ts';
import { startPipeline, TIME_LIMIT_MS, type Pipeline } from './pipeline.ts';

const FOLDER = 'test/articles';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

jest.setTimeout(TIME_LIMIT_MS);

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
  for (const name of names) await pipeline.put(name, textOf(name));
  await pipeline.settled();
});
afterAll(() => pipeline.stop());

test('paragraphs by line, joined by newlines, are the file byte for byte', async () => {
  const { paragraphs } = (await pipeline.read('grain-summit.txt'))!;
  expect(paragraphs).toHaveLength(15);
  const joined = paragraphs.map(({ text }) => text).join('\n');
  expect(Buffer.from(joined).equals(readFileSync(join(FOLDER, 'grain-summit.txt')))).toBe(true);
});

test.each(names)('%s is READY, and nothing but line breaks lies between its paragraphs', async (name) => {
  const { article, paragraphs } = (await pipeline.read(name))!;
  expect(article.status).toBe('READY');
  const between = paragraphs.reduce(
    ({ rest, gaps }, { text }) => {
      const at = rest.indexOf(text);
      return { rest: rest.slice(at + text.length), gaps: gaps + rest.slice(0, at) };
    },
    { rest: textOf(name), gaps: '' },
  );
  expect(between.gaps + between.rest).toMatch(/^\n*$/);
});

test.each(names)('%s: every mention and content slices back to its text', async (name) => {
  const { paragraphs, entities, quotations } = (await pipeline.read(name))!;
  const spans: TextSpan[] = [
    ...entities.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
    ...quotations.flatMap(({ contents, quoted, source, cue }) => [...contents, ...quoted, source, cue]),
  ].filter((span) => span !== null);
  expect(entities.length).toBeGreaterThan(0);
  expect(quotations.length).toBeGreaterThan(0);
  expect(spans.map(({ paragraph, start, end }) => paragraphs[paragraph]?.text.slice(start, end))).toEqual(
    spans.map(({ text }) => text),
  );
});

test.each(names)('%s: speakers are entities of the article', async (name) => {
  const { entities, quotations } = (await pipeline.read(name))!;
  const ids = new Set(entities.map(({ id }) => id));
  expect(quotations.map(({ speaker }) => speaker).filter((id) => id !== null && !ids.has(id))).toEqual([]);
});

test('the one who is quoted most is found', async () => {
  const speakersOf = async (name: string) =>
    (await pipeline.read(name))!.quotations.filter(({ kind }) => kind === 'direct').map(({ speaker }) => speaker);
  expect(await speakersOf('grain-summit.txt')).toContain('PERSON#wanjiru-odhiambo');
  expect(await speakersOf('chip-plant.txt')).toContain('PERSON#lin-mei-hua');
});
