import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConllu } from '../../measure/quality/conllu.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'conllu-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(lines: readonly string[]) {
  const file = join(directory, 'bank.conllu');
  await writeFile(file, lines.join('\n'));
  return readConllu(file);
}

const row = (id: string, form: string, head = '0', relation = 'root'): string =>
  [id, form, form, 'NOUN', '_', '_', head, relation, '_', 'SpaceAfter=No'].join('\t');

test('documents, paragraphs and words; multiword lines and empty nodes are left out', async () => {
  const documents = await read([
    '# newdoc id = harbour',
    '# newpar',
    '# sent_id = harbour-1',
    '# text = Boats wait',
    row('1-2', 'Boatswait'),
    row('1', 'Boats', '2', 'nsubj'),
    row('2', 'wait'),
    row('2.1', 'ghost'),
    '',
    '# newpar',
    '# sent_id = harbour-2',
    row('1', 'No'),
    '',
    '# newdoc id = bridge',
    row('1', 'Yes'),
  ]);
  expect(documents.map(({ id }) => id)).toEqual(['harbour', 'bridge']);
  expect(documents[0]!.sentences.map(({ id, paragraph }) => [id, paragraph])).toEqual([
    ['harbour-1', 0],
    ['harbour-2', 1],
  ]);
  expect(documents[0]!.sentences[0]!.text).toBe('Boats wait');
  expect(documents[0]!.sentences[0]!.words).toEqual([
    { form: 'Boats', pos: 'NOUN', head: 1, relation: 'nsubj', misc: 'SpaceAfter=No' },
    { form: 'wait', pos: 'NOUN', head: -1, relation: 'root', misc: 'SpaceAfter=No' },
  ]);
});

test('a line of other columns is refused with its place', async () => {
  await expect(read(['# text = x', '1\tx'])).rejects.toThrow('bank.conllu:2 has 2 columns, not the 10 of CoNLL-U');
});
