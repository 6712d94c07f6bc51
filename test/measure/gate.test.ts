import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { evaluateGate } from '../../measure/quality/gate.ts';

const TEXT = '“We close at noon,” Olga Firth said.';
const QUOTE = { content: [[0, 19]], cue: [[31, 35]], source: [[20, 30]], speaker: 'Olga Firth', kind: 'direct' };

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gate-'));
  await writeFile(join(directory, 'gold.jsonl'), JSON.stringify({ id: 'firth', text: TEXT, quotes: [QUOTE] }));
});
afterAll(() => rm(directory, { recursive: true }));

async function gate(gold: string, floor: number): Promise<string> {
  const file = join(directory, 'quality.json');
  const floors = { 'direct and mixed, found': floor };
  await writeFile(file, JSON.stringify([{ measure: 'quotations', gold: join(directory, gold), floors }]));
  return evaluateGate(file, {});
}

test('a figure that has not fallen passes', async () => {
  expect(await gate('gold.jsonl', 100)).toContain('direct and mixed, found: 100.0, at least 100.0');
});

test('a figure below the committed one is an error that names it', async () => {
  await expect(gate('gold.jsonl', 100.1)).rejects.toThrow(/Fallen below .*\n.*gold\.jsonl: +direct and mixed, found/);
});

test('gold that is not there is skipped aloud', async () => {
  expect(await gate('nowhere.jsonl', 100)).toContain('SKIPPED');
});
