import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import type { QuotationBySpeaker } from '../../shared/table/rows/quotation.ts';
import { type Format, openRows } from '../../shared/cli/export/row-writer.ts';
import { QUOTATION_COLUMNS } from '../../shared/cli/export/tables.ts';
import { randomly } from '../randomly.ts';

const ROWS = 20_000;

/** Marks that tables trip over. */
const AWKWARD = [
  '“We stay,”',
  'a "b", c',
  'line\nbreak',
  '=HYPERLINK("x")',
  '-5 degrees',
  'Ünïcode 李克强 \u{1F4F0}',
  'tab\there',
  "'",
];

function* quotations(): Generator<QuotationBySpeaker> {
  const random = randomly(7);
  for (let number = 0; number < ROWS; number++) {
    const words = `${AWKWARD[random(AWKWARD.length)]!} ${number}`;
    const speaker = random(4) === 0 ? null : `PERSON#speaker-${random(500)}`;
    yield {
      key: `wire/${number % 900}.txt`,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + random(300) * 86_400_000).toISOString(),
      ordinal: number % 20,
      kind: 'direct',
      contents: [{ paragraph: 1, start: 0, end: words.length, text: words }],
      cue: null,
      cueKind: 'assertion',
      source: null,
      speaker,
      speakers: [],
      ...(speaker !== null && { speakerName: AWKWARD[random(AWKWARD.length)]! }),
      rule: 'test',
      confidence: random(1000) / 1000,
    };
  }
}

const expected = () =>
  [...quotations()].map((quotation) =>
    Object.fromEntries(QUOTATION_COLUMNS.map(({ name, of }) => [name, of(quotation)])),
  );

async function write(format: Format): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'export-')), `quotations.${format}`);
  const writer = openRows(format, QUOTATION_COLUMNS, path);
  for (const quotation of quotations()) await writer.write(QUOTATION_COLUMNS.map(({ of }) => of(quotation)));
  await writer.end();
  return path;
}

test('20,000 quotations in Parquet are read back as they were', async () => {
  const file = await asyncBufferFromFile(await write('parquet'));
  const rows = await parquetReadObjects({ file });
  const read = rows.map((row) => ({ ...row, published_at: (row['published_at'] as Date).toISOString() }));
  expect(read).toEqual(expected());
});

test('and as one JSON object a line', async () => {
  const lines = readFileSync(await write('jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(expected());
});

/** RFC 4180. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

test('and in a spreadsheet, where nothing is taken for a formula', async () => {
  const text = readFileSync(await write('csv'), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [header, ...rows] = readCsv(text.slice(1));
  expect(header).toEqual(QUOTATION_COLUMNS.map(({ name }) => name));
  const cells = expected().map((row) =>
    Object.values(row).map((value) => String(value ?? '').replace(/^(?=[=+\-@\t\r])/, "'")),
  );
  expect(rows).toEqual(cells);
  expect(rows.flat().filter((value) => /^[=+@-]/.test(value))).toEqual([]);
});

test('memory does not grow with the rows', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'export-')), 'many.parquet');
  const writer = openRows('parquet', QUOTATION_COLUMNS, path);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let round = 0; round < 3; round++) {
    for (const quotation of quotations()) await writer.write(QUOTATION_COLUMNS.map(({ of }) => of(quotation)));
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  await writer.end();
  expect(most).toBeLessThan(64_000_000);
});
