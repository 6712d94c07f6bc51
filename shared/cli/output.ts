import { isatty } from 'node:tty';
import Table from 'cli-table3';
import { createColors } from 'picocolors';

/** A person's table, or one JSON value a line for pipes. */
export interface Output {
  readonly colors: ReturnType<typeof createColors>;
  /** Each element as JSON, or all of them as rows. */
  list<T>(elements: readonly T[], columns: readonly Column<T>[]): void;
  /** One thing: as JSON, or as a person reads it. */
  show(value: unknown, text: () => string): void;
  /** Beside the answer: hints, progress. Not for pipes. */
  note(text: string): void;
}

export interface Column<T> {
  readonly title: string;
  readonly of: (element: T) => string;
  /** Shares the terminal's width with others of its kind, its words wrapped; other columns are as wide as what they hold. */
  readonly wraps?: boolean;
}

/** Where it is no terminal that could tell its own. */
const WIDTH = 120;

/** Below this, a column of text cannot be read. */
const LEAST_WIDTH = 24;

export function openOutput({ json }: { readonly json: boolean }): Output {
  const colors = createColors(isatty(process.stdout.fd) && process.env['NO_COLOR'] === undefined);
  return {
    colors,
    list: (elements, columns) => {
      if (json) for (const element of elements) console.log(JSON.stringify(element));
      else if (elements.length > 0) console.log(layOut(elements, columns, colors.bold));
    },
    show: (value, text) => {
      console.log(json ? JSON.stringify(value) : text());
    },
    note: (text) => {
      if (!json) console.error(colors.dim(text));
    },
  };
}

function layOut<T>(
  elements: readonly T[],
  columns: readonly Column<T>[],
  titleStyle: (text: string) => string,
): string {
  const cells = elements.map((element) => columns.map(({ of }) => printable(of(element))));
  const widest = columns.map(({ title }, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const gaps = 2 * columns.length;
  const taken = columns.reduce((sum, { wraps }, column) => sum + (wraps ? 0 : widest[column]!), gaps);
  const share = (process.stdout.columns || WIDTH) - taken;
  const wrapping = columns.filter(({ wraps }) => wraps).length;
  const table = new Table({
    head: columns.map(({ title }) => titleStyle(title)),
    colWidths: columns.map(({ wraps }, column) =>
      wraps ? Math.min(widest[column]! + 2, Math.max(LEAST_WIDTH, Math.floor(share / wrapping))) : null,
    ),
    wordWrap: true,
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  table.push(...cells);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** "1 paragraph", "2 paragraphs" */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "12 paragraphs, 1 entity, 3 quotations" */
export const countFound = ({
  paragraphs,
  entities,
  quotations,
}: Record<'paragraphs' | 'entities' | 'quotations', number>) =>
  `${count(paragraphs, 'paragraph')}, ${count(entities, 'entity', 'entities')}, ${count(quotations, 'quotation')}`;

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

const NO_LINES = {
  ...Object.fromEntries(SIDES.flatMap((side) => ['', '-mid', '-left', '-right'].map((end) => [side + end, '']))),
  mid: '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
  middle: '',
};

/** What files hold may steer a terminal: control characters, and marks that turn the direction of writing, are shown as such. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (mark) => (mark === '\n' ? ' ' : '\uFFFD'));
