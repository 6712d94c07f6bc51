import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { evaluateAgreement } from '../../measure/quality/agreement.ts';
import type { AnnotatedArticle, AnnotatedStatement } from '../../measure/quality/statement-corpus.ts';
import { scoreStatements, type Listed, type Marked } from '../../measure/quality/statement-measure.ts';
import { evaluateStatements } from '../../measure/quality/statements.ts';

const span = (start: number, end: number, paragraph = 0) => ({ paragraph, start, end });
const ANN = [span(200, 203)];
const BILL = [span(210, 214)];
const marked = (start: number, end: number, more: Partial<Marked> = {}): Marked => ({
  kind: 'indirect',
  cueKind: 'assertion',
  contents: [span(start, end)],
  cue: null,
  source: null,
  speakers: [],
  ...more,
});
const listed = (start: number, end: number, more: Partial<Listed> = {}): Listed => ({
  kind: 'indirect',
  contents: [span(start, end)],
  confidence: 0.7,
  speakers: [],
  ...more,
});
const score = (gold: Marked[], rows: Listed[]) =>
  scoreStatements([{ marked: gold, listed: rows }], ['direct', 'mixed', 'indirect']);

test('found by the longer of the two; a paragraph around a statement is not it', () => {
  const scores = score([marked(0, 10), marked(20, 30), marked(40, 50)], [listed(0, 9), listed(24, 34), listed(40, 90)]);
  expect(scores).toMatchObject({ wanted: 3, foundAt: { '0.8': 1, '0.3': 2 }, listed: 3, real: 2 });
});

test('two rows for one statement are one too many', () => {
  expect(score([marked(0, 10)], [listed(0, 10), listed(0, 8)])).toMatchObject({ listed: 2, real: 1 });
});

test('optional and nested statements are not wanted; an optional one does not count when listed', () => {
  const gold = [marked(0, 10, { optional: true }), marked(20, 30, { nested: true })];
  expect(score(gold, [])).toMatchObject({ wanted: 0 });
  expect(score(gold, [listed(0, 10), listed(20, 30)])).toMatchObject({ listed: 1, real: 1 });
});

test('what was denied is real only where the row says so', () => {
  const gold = [marked(0, 10, { modality: 'negated' })];
  expect(score(gold, [listed(0, 10)])).toMatchObject({ wanted: 0, listed: 1, real: 0 });
  expect(score(gold, [listed(0, 10, { modality: 'negated' })])).toMatchObject({ listed: 1, real: 1 });
});

test.each([
  [[ANN], [ANN], 'right'],
  [[ANN], [], 'missing'],
  [[ANN], [BILL], 'wrong'],
  [[ANN, BILL], [ANN, BILL], 'right'],
  [[ANN, BILL], [ANN], 'missing'],
  [[ANN], [ANN, BILL], 'wrong'],
  [[], [], 'rightly null'],
  [[], [ANN], 'invented'],
] as const)('speakers %j, given %j: %s', (gold, given, verdict) => {
  const { speakers } = score([marked(0, 10, { speakers: gold })], [listed(0, 10, { speakers: given })]);
  expect(Object.entries(speakers).filter(([, count]) => count > 0)).toEqual([[verdict, 1]]);
});

let folder: string;
const paragraphs = [
  'Mayor Olive Tarn said on Monday that the bridge would stay closed until May.',
  'Police said the driver had fled.',
];
const statement = (more: Partial<AnnotatedStatement>): AnnotatedStatement => ({
  kind: 'indirect',
  cueKind: 'assertion',
  contents: [span(37, 75)],
  cue: span(17, 21),
  source: span(0, 16),
  speakers: ['e1'],
  ...more,
});
const police = statement({ contents: [span(12, 31, 1)], cue: span(7, 11, 1), source: span(0, 6, 1), speakers: [] });
const article = (statements: AnnotatedStatement[]): AnnotatedArticle => ({
  id: 'made-up',
  split: 'tune',
  source: 'made up',
  origin: 'this test',
  licence: 'public domain',
  attribution: 'nobody',
  paragraphs,
  statements,
  lookalikes: [],
  entities: [{ id: 'e1', type: 'PERSON', name: 'Olive Tarn', mentions: [span(6, 16)] }],
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statements-'));
  const line = (statements: AnnotatedStatement[]) => `${JSON.stringify(article(statements))}\n`;
  await writeFile(join(folder, 'tune.jsonl'), line([statement({}), police]));
  await writeFile(join(folder, 'held-out.jsonl'), '');
  await writeFile(join(folder, 'second-reading.jsonl'), line([statement({ cueKind: 'belief' })]));
});
afterAll(() => rm(folder, { recursive: true }));

test('the product is scored on the half to tune on', async () => {
  const table = await evaluateStatements(folder, {});
  expect(table.split('\n').slice(0, 5)).toEqual([
    '1 articles, to tune on',
    'all',
    '  found at 0.8 100.0 % (2 of 2), at 0.3 100.0 % (2 of 2)',
    '  listed that are real 100.0 % (2 of 2)',
    '  speaker named by the text: right 100.0 % (1 of 1), wrong 0.0 % (0 of 1), null 0.0 % (0 of 1)',
  ]);
});

test('the other half only when asked for, and its statements are not shown', async () => {
  expect(await evaluateStatements(folder, { heldOut: true })).toContain('0 articles, held out');
  await expect(evaluateStatements(folder, { heldOut: true, out: 'faults.jsonl' })).rejects.toThrow('leave it out');
});

test('two readers: the statements of one alone cost, agreement by chance is taken off', async () => {
  expect((await evaluateAgreement(folder, {})).split('\n')).toEqual([
    '1 articles read twice',
    'statements, overlap from 0.8: F1 66.7 (first 2, second 1, both 1)',
    'statements, overlap from 0.3: F1 66.7 (first 2, second 1, both 1)',
    'of the 1 that both have: kind 100.0 % (1 of 1), cue kind 0.0 % (0 of 1) (kappa 0.00)',
    'speaker 100.0 % (1 of 1)',
  ]);
});
