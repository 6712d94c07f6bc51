import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { readArticle, readReading } from '../../corpus/resolve.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { readJsonLines } from '../../measure/quality/json-lines.ts';
import { overlapOf } from '../../measure/quality/match-statements.ts';
import {
  annotatedArticleSchema,
  type AnnotatedArticle,
  type CorpusSpan,
} from '../../measure/quality/statement-corpus.ts';

const read = (name: string) => readJsonLines(`corpus/${name}.jsonl`, annotatedArticleSchema);
let tune: AnnotatedArticle[], heldOut: AnnotatedArticle[], second: AnnotatedArticle[];
beforeAll(async () => {
  [tune, heldOut, second] = await Promise.all([read('tune'), read('held-out'), read('second-reading')]);
});
const all = () => [...tune, ...heldOut, ...second];

const spansOf = ({ statements, lookalikes, entities }: AnnotatedArticle): CorpusSpan[] => [
  ...statements.flatMap(({ contents, cue, source }) => [...contents, ...[cue, source].filter((span) => span !== null)]),
  ...lookalikes.map(({ span }) => span),
  ...entities.flatMap(({ mentions }) => mentions),
];

test('the corpus is what its readings resolve to, in the texts as they stand', async () => {
  const first = await readReading('first');
  expect(tune).toEqual(first.filter(({ split }) => split === 'tune'));
  expect(heldOut).toEqual(first.filter(({ split }) => split === 'held-out'));
  expect(second).toEqual(await readReading('second'));
  for (const { id, paragraphs } of first) expect(paragraphs).toEqual(await readArticle(id));
});

test('every drawn article is read, once, and the halves are even', async () => {
  const drawn = (await readFile('corpus/articles.jsonl', 'utf8')).trim().split('\n').length;
  expect(new Set([...tune, ...heldOut].map(({ id }) => id)).size).toBe(drawn);
  expect(drawn).toBeGreaterThanOrEqual(150);
  expect(Math.abs(tune.length - heldOut.length)).toBeLessThanOrEqual(1);
  for (const { licence, attribution } of all()) {
    expect(['public domain', 'CC BY 2.5']).toContain(licence);
    expect(attribution).not.toBe('');
  }
});

test('the product reads the texts in the paragraphs that were annotated', async () => {
  for (const { id, paragraphs } of [...tune, ...heldOut]) {
    const article = await parseArticle(await readFile(`corpus/texts/${id}.txt`));
    expect([id, article.paragraphs.map(({ text }) => text)]).toEqual([id, paragraphs]);
  }
});

test('every span lies in its paragraph, begins and ends at a word', () => {
  for (const article of all()) {
    for (const { paragraph, start, end } of spansOf(article)) {
      const text = article.paragraphs[paragraph]!.slice(start, end);
      expect(text.length).toBe(end - start);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
  }
});

test('speakers are names of the article, and no mention lies in another', () => {
  for (const { id, statements, entities } of all()) {
    const ids = entities.map((entity) => entity.id);
    for (const { speakers } of statements) expect([id, ...ids]).toEqual(expect.arrayContaining([id, ...speakers]));
    const mentions = entities.flatMap((entity) => entity.mentions);
    const sorted = mentions.toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start);
    const overlapping = sorted.filter((span, index) => {
      const before = sorted[index - 1];
      return before?.paragraph === span.paragraph && before.end > span.start;
    });
    expect([id, overlapping]).toEqual([id, []]);
  }
});

test('statements overlap only where one is nested or optional', () => {
  for (const { id, statements } of [...tune, ...heldOut]) {
    const plain = statements.filter(({ nested, optional }) => !nested && !optional);
    const overlapping = plain.flatMap((one, index) =>
      plain.slice(index + 1).filter((other) => overlapOf(one, other) > 0),
    );
    expect([id, overlapping]).toEqual([id, []]);
  }
});

test('kinds agree with the marks', () => {
  for (const { id, paragraphs, statements } of [...tune, ...heldOut]) {
    for (const { kind, contents, optional } of statements) {
      const words = contents.map(({ paragraph, start, end }) => paragraphs[paragraph]!.slice(start, end));
      const hasMarks = words.some((text) => /["“”]|'forced'/.test(text));
      if (kind === 'indirect') expect([id, words, hasMarks]).toEqual([id, words, false]);
      else if (!optional) expect([id, words, hasMarks]).toEqual([id, words, true]);
    }
  }
});
