import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectionHelp } from '../../infra/local/connection-help.ts';
import type { LocalAws } from '../../infra/local/local-aws.ts';
import { findFiles } from '../../shared/cli/find-files.ts';
import { folder } from '../../shared/cli/options.ts';
import type { Table } from '../../shared/table/table.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';
import { ingest, reject, type Told } from '../table/query-world.ts';
import { announce, newsIngest, type Said } from './running.ts';

let dynamo: LocalDynamo;
let table: Table & { readonly name: string };
let unannounce: () => void;

/** An article in which one person says one thing. */
function saying(key: string, id: string, name: string, words: string): Told {
  const content = { paragraph: 0, start: 0, end: words.length, text: words };
  const mention = { paragraph: 0, start: words.length + 1, end: words.length + 1 + name.length, text: name };
  return {
    key,
    publishedAt: '2026-11-20T09:00:00.000Z',
    article: { paragraphs: [{ ordinal: 0, text: `${words} ${name} said.` }], bylines: [] },
    analysis: {
      language: 'eng',
      entities: [
        { id, type: 'PERSON', name, aliases: [], roles: [], salience: 1, mentions: [{ ...mention, kind: 'name' }] },
      ],
      quotations: [
        {
          ordinal: 0,
          kind: 'direct',
          contents: [content],
          quoted: [content],
          cue: null,
          cueKind: 'assertion',
          source: mention,
          speakers: [{ id, name }],
          speaker: id,
          speakerName: name,
          rule: 'test',
          confidence: 0.9,
        },
      ],
    },
  };
}

beforeAll(async () => {
  dynamo = await startDynamo();
  table = await dynamo.createTable();
  const revision = '0'.repeat(32);
  await ingest(table, saying('desk/b1.txt', 'PERSON#~trask', 'Trask', '“It is warm,”'), revision);
  await ingest(table, saying('desk/b2.txt', 'PERSON#donald-trask', 'Donald Trask', '“We will build it,”'), revision);
  await reject(table, 'desk/empty.txt', revision);
  const { endpoint } = dynamo.settings;
  const endpoints = { s3: endpoint, sqs: endpoint, dynamodb: endpoint };
  unannounce = announce({ endpoints, outputs: { TableName: table.name, InboxBucket: 'inbox' } });
}, 120_000);

afterAll(async () => {
  unannounce();
  await dynamo.stop();
});

const all = (commands: readonly (readonly string[])[]): Promise<Said[]> =>
  Promise.all(commands.map((command) => newsIngest(...command)));

test('case 60: a surname means all who bear it, and says so', async () => {
  const [quotes, mentions, one] = await all([
    ['quotes', '--by', 'trask'],
    ['mentions', 'trask'],
    ['quotes', '--by', 'PERSON#~trask', '--json'],
  ]);
  for (const said of [quotes!, mentions!]) {
    expect(said).toMatchObject({ code: 0, stderr: expect.stringContaining('PERSON#~trask') as unknown });
    expect(said.stderr).toContain('PERSON#donald-trask');
    expect(said.stdout).toMatch(/desk\/b1\.txt[^]*desk\/b2\.txt|desk\/b2\.txt[^]*desk\/b1\.txt/);
  }
  expect(one!.stdout.trim().split('\n')).toHaveLength(1);
});

test('case 61: what is no date is refused with what a date looks like', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dates-')), 'lib.txt');
  writeFileSync(file, 'Olive Tarn, the mayor, opened a library.');
  const dates = ['yesterday', '2026-13-40', '2024-02-03 10:00'];
  for (const said of await all(dates.map((date) => ['put', file, '--published', date]))) {
    expect(said).toMatchObject({ code: 2, stderr: expect.stringContaining('is no date: write a day') as unknown });
  }
  const [from, year] = await all([
    ['latest', '--from', 'yesterday'],
    ['latest', '--from', '2024', '--json'],
  ]);
  expect(from!.stderr).toContain('a month, as 2026-11, a year, as 2026');
  expect(year!).toMatchObject({ code: 0, stdout: expect.stringContaining('desk/b1.txt') as unknown });
});

test('case 62: a prefix is a folder', () => {
  const here = mkdtempSync(join(tmpdir(), 'folder-'));
  writeFileSync(join(here, 'lib.txt'), 'Olive Tarn opened a library.');
  expect(findFiles(['lib.txt'], here, folder('a/b')).map(({ key }) => key)).toEqual(['a/b/lib.txt']);
  expect(findFiles(['lib.txt'], here, folder('a/b/')).map(({ key }) => key)).toEqual(['a/b/lib.txt']);
  expect(findFiles(['lib.txt'], here, folder('')).map(({ key }) => key)).toEqual(['lib.txt']);
});

test('case 63: an empty answer names its cause', async () => {
  const [unknown, nobody, dates, words, month] = await all([
    ['mentions', 'LOCATION#north-kora'],
    ['quotes', '--by', 'PERSON#nobody'],
    ['quotes', '--by', 'trask', '--to', '2026-01'],
    ['quotes', '--by', 'trask', '--words', 'umbrella'],
    ['latest', '--to', '1999-01', '--from', '1999'],
  ]);
  expect(month!).toMatchObject({ code: 1, stderr: expect.stringContaining('--from or --to') as unknown });
  expect(month!.stderr).not.toContain('--prefix');
  expect(unknown!.stderr).toContain('No article mentions LOCATION#north-kora');
  expect(unknown!.stderr).not.toContain('--from');
  expect(nobody!.stderr).toContain('No article mentions PERSON#nobody');
  expect(dates!.stderr).toContain('--to');
  expect(dates!.stderr).not.toContain('--from');
  expect(words!.stderr).toContain('--words');
});

test('case 65: 1 is nothing found or refused, 2 is a wrong command', async () => {
  const codes = (
    await all([
      ['status', 'desk/empty.txt'],
      ['article', 'desk/empty.txt'],
      ['mentions', 'nobody here'],
      ['entities', '--name', 'zzz'],
      ['article', 'no-such-key'],
      ['check', 'It is cold today', '--by', 'trask'],
      ['quotes'],
      ['nonsense'],
      ['--version'],
    ])
  ).map(({ code }) => code);
  expect(codes).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 0]);
});

test('words are exact, said by somebody else, altered, or not found', async () => {
  const [exact, another, altered, none, end] = await all([
    ['check', 'We will build it', '--by', 'donald trask'],
    ['check', 'We will build it', '--by', 'PERSON#~trask'],
    ['check', 'We will not build it', '--by', 'trask'],
    ['check', 'The bridge fell into the sea', '--by', 'trask'],
    ['check', 'We will build ships', '--by', 'trask'],
  ]);
  expect(end!.stdout).toContain('We will build [-it-] {+ships+}');
  expect(exact).toMatchObject({ code: 0, stdout: expect.stringContaining('EXACT') as unknown });
  expect(another).toMatchObject({ code: 1, stdout: expect.stringContaining('SOMEBODY ELSE') as unknown });
  expect(altered).toMatchObject({ code: 1, stdout: expect.stringContaining('We will {+not+} build it') as unknown });
  expect(none).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT FOUND') as unknown });
});

test('who is quoted most, and entities with roles and counts', async () => {
  const [speakers, entities] = await all([
    ['count', 'speakers', '--json'],
    ['entities', '--name', 'trask'],
  ]);
  const counts = speakers!.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(counts).toEqual(
    expect.arrayContaining([{ speaker: 'PERSON#~trask', name: 'Trask', statements: 1, articles: 1 }]),
  );
  expect(entities!.stdout).toMatch(/Articles {2}Statements/);
});

test('case 64: the printed line works with both versions of the AWS command line', () => {
  const aws = { endpoints: { s3: 's3', sqs: 's3', dynamodb: 'db' }, bucket: 'inbox', table: 'T' } as LocalAws;
  // Version 1 does not read AWS_REGION.
  expect(connectionHelp(aws, 'KEY', 'log')).toContain('AWS_DEFAULT_REGION=us-east-1 aws dynamodb query');
});
