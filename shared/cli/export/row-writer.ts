import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, ExportColumn } from './tables.ts';

export const FORMATS = ['csv', 'jsonl', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** Takes rows in the order of the columns, and keeps no more of them than it must. */
export interface RowWriter {
  write(row: readonly Cell[]): Promise<void>;
  end(): Promise<void>;
}

type Columns = readonly Pick<ExportColumn<unknown>, 'name' | 'type'>[];

/** @param path of a file; without one, to standard output, which Parquet cannot be written to. */
export function openRows(format: Format, columns: Columns, path: string | undefined): RowWriter {
  if (format === 'parquet') return parquetRows(columns, path!);
  const stream = path === undefined ? process.stdout : createWriteStream(path);
  return format === 'csv' ? csvRows(columns, stream) : jsonRows(columns, stream);
}

/** RFC 4180, in UTF-8 with the mark that spreadsheets know it by. */
function csvRows(columns: Columns, stream: Writable): RowWriter {
  const lines = lineWriter(stream);
  let begun = false;
  const header = async () => {
    if (!begun) await lines.write(`\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`);
    begun = true;
  };
  return {
    write: async (row) => {
      await header();
      await lines.write(`${row.map(csvCell).join(',')}\r\n`);
    },
    end: async () => {
      await header();
      await lines.end();
    },
  };
}

/** What a spreadsheet would take for a formula, and run, it is given as text: files may hold anything. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonRows(columns: Columns, stream: Writable): RowWriter {
  const lines = lineWriter(stream);
  return {
    write: (row) =>
      lines.write(`${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])))}\n`),
    end: () => lines.end(),
  };
}

/** Waits where the reader of a pipe, or a disk, is slower. */
function lineWriter(stream: Writable) {
  return {
    write: async (line: string) => {
      if (!stream.write(line)) await once(stream, 'drain');
    },
    end: async () => {
      if (stream === process.stdout) return;
      stream.end();
      await finished(stream);
    },
  };
}

/** Rows of a group, which are kept until it is written: some megabytes, and what readers of Parquet like. */
const GROUP = 5_000;

const PARQUET_TYPES = {
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INT32: { type: 'INT32' },
  DOUBLE: { type: 'DOUBLE' },
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const;

function parquetRows(columns: Columns, path: string): RowWriter {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...PARQUET_TYPES[type] })),
    ],
  });
  let rows: (readonly Cell[])[] = [];
  const writeGroup = async () => {
    const columnData = columns.map(({ name, type }, i) => ({
      name,
      data: rows.map((row) => (type === 'TIMESTAMP' && row[i] !== null ? new Date(row[i]!) : row[i])),
    }));
    rows = [];
    await writer.write({ columnData, rowGroupSize: GROUP });
  };
  return {
    write: async (row) => {
      rows.push(row);
      if (rows.length === GROUP) await writeGroup();
    },
    end: async () => {
      if (rows.length > 0) await writeGroup();
      await writer.finish();
    },
  };
}
