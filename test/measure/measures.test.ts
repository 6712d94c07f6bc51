import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConllu } from '../../measure/quality/conllu.ts';
import { evaluateEntities } from '../../measure/quality/entities.ts';
import { evaluateSyntax } from '../../measure/quality/syntax.ts';

let directory: string;
const place = (name: string): string => join(directory, name);
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'measures-'));
});
afterAll(() => rm(directory, { recursive: true }));

const tokens = 'Anna Kowalski met Pedro Alves in Lisbon .'.split(' ');

test('spans count where borders and type agree, for the types that the gold file has', async () => {
  const entities = [
    [0, 2, 'PER'],
    [3, 4, 'PER'], // half of the name
    [6, 7, 'ORG'], // a place, taken for something else
    [7, 8, 'MISC'], // of a type that we have not
  ];
  await writeFile(place('gold.jsonl'), `${JSON.stringify({ id: 'a', tokens, entities, sents: [0] })}\n`);
  const table = await evaluateEntities(place('gold.jsonl'), { out: place('found.jsonl') });
  expect(table.split('\n')).toEqual([
    'ORGANIZATION  P   0.0  R   0.0  F1   0.0  gold 1',
    'PERSON        P  50.0  R  50.0  F1  50.0  gold 2',
    'micro         P  50.0  R  33.3  F1  40.0  gold 3',
    'P, O, L       P  50.0  R  33.3  F1  40.0  gold 3',
  ]);
  expect(JSON.parse(await readFile(place('found.jsonl'), 'utf8'))).toEqual({
    id: 'a',
    tokens,
    entities: [
      [0, 2, 'PERSON'],
      [3, 5, 'PERSON'],
      [6, 7, 'LOCATION'],
    ],
  });
});

test('a line that is no record is refused with its place', async () => {
  await writeFile(place('bad.jsonl'), '{"id": "a", "tokens": [], "entities": []}\n{"id": 1}\n');
  await expect(evaluateEntities(place('bad.jsonl'), {})).rejects.toThrow('bad.jsonl:2 is not in the expected format');
});

test('each word counts once for each figure; a subtype only where it is asked for', async () => {
  const gold = [
    ['Anna', 'PROPN', 3, 'nsubj'],
    ['Kowalski', 'PROPN', 1, 'flat:name'], // our relations know no such subtype
    ['met', 'NOUN', 0, 'root'], // a verb, taken for a noun
    ['Pedro', 'PROPN', 3, 'iobj'], // the object, taken for another
    ['Alves', 'PROPN', 3, 'flat'], // hangs elsewhere
    ['in', 'ADP', 7, 'case'],
    ['Lisbon', 'PROPN', 3, 'obl'],
    ['.', 'PUNCT', 3, 'punct'],
  ].map(([form, pos, head, relation], index) =>
    [index + 1, form, '_', pos, '_', '_', head, relation, '_', '_'].join('\t'),
  );
  await writeFile(place('gold.conllu'), `${gold.join('\n')}\n\n`);
  const table = await evaluateSyntax(place('gold.conllu'), { out: place('found.conllu') });
  expect(table.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
    ['UPOS', '87.50'],
    ['UAS', '87.50'],
    ['LAS', '75.00'],
    ['LAS with subtypes', '62.50'],
    ['words', '8'],
  ]);
  const [found] = await readConllu(place('found.conllu'));
  expect(found!.sentences[0]!.words.map(({ form }) => form)).toEqual(tokens);
  expect(found!.sentences[0]!.words[4]).toMatchObject({ head: 3, relation: 'flat' });
});
