import { Argument, Command, Option } from '@commander-js/extra-typings';
import type { StatementSources } from '../../table/statements.ts';
import { connectTo } from '../connection.ts';
import { allArticles, allStatements } from '../export/read-all.ts';
import { FORMATS, openRows, type RowWriter } from '../export/row-writer.ts';
import { ARTICLE_COLUMNS, entitiesIn, ENTITY_COLUMNS, type ExportColumn, QUOTATION_COLUMNS } from '../export/tables.ts';
import { findEntities } from '../find-entities.ts';
import {
  aboutOption,
  byOption,
  confidenceOption,
  folderOption,
  fromOption,
  kindOption,
  stackOption,
  toOption,
  wordsOption,
} from '../options.ts';
import { count, openOutput } from '../output.ts';
import { NothingFound, UsageError } from '../usage-error.ts';

const WHAT = ['quotations', 'entities', 'articles'] as const;

/** Of so many rows each, progress is told. */
const PROGRESS = 1_000;

const OF_QUOTATIONS = ['by', 'about', 'words', 'kind', 'minConfidence'] as const;

export const exportCommand = new Command('export')
  .description(
    'Write quotations, entities or articles as a table for other programs; unasked, of the last twelve months.',
  )
  .addArgument(new Argument('<what>', 'what the rows are').choices(WHAT))
  .addOption(
    new Option('--format <format>', 'for spreadsheets, for programs, for DuckDB')
      .choices(FORMATS)
      .default('csv' as const),
  )
  .option('--out <file>', 'into this file; else to standard output')
  .addOption(byOption)
  .addOption(aboutOption)
  .addOption(wordsOption)
  .addOption(kindOption)
  .addOption(confidenceOption)
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(folderOption)
  .addOption(stackOption)
  .addHelpText(
    'after',
    () =>
      `\nColumns:\n${[...columnsHelp('quotations', QUOTATION_COLUMNS), ...columnsHelp('entities', ENTITY_COLUMNS), ...columnsHelp('articles', ARTICLE_COLUMNS)].join('\n')}`,
  )
  .action(async (what, { format, out, by = [], about = [], stack, ...asked }) => {
    if (format === 'parquet' && out === undefined)
      throw new UsageError('Parquet is written into a file: name it with --out.');
    const given: Record<string, unknown> = {
      ...asked,
      ...(by.length > 0 && { by }),
      ...(about.length > 0 && { about }),
    };
    const wrong = OF_QUOTATIONS.find((option) => given[option] !== undefined);
    if (what !== 'quotations' && wrong !== undefined)
      throw new UsageError(`--${wrong} is asked of quotations: leave it out, or export quotations.`);
    const connection = await connectTo(stack);
    const sources = { ...connection, now: new Date() };
    const ids = { by: await findEntities(connection.reader, by), about: await findEntities(connection.reader, about) };
    const output = openOutput({ json: false });
    const rows = await exported(what, {
      sources,
      asked: { ...asked, ...ids },
      open: (columns) => openRows(format, columns, out),
      tell: (n) => {
        output.note(`${n} rows`);
      },
    });
    if (rows === 0) throw new NothingFound('No row: widen --from and --to, or leave the filters out.');
    output.note(`${count(rows, 'row')}${out === undefined ? '' : ` in ${out}`}`);
  });

interface Export {
  readonly sources: StatementSources;
  readonly asked: Parameters<typeof allStatements>[1];
  readonly open: (columns: readonly Pick<ExportColumn<unknown>, 'name' | 'type'>[]) => RowWriter;
  readonly tell: (rows: number) => void;
}

/** @returns how many rows were written. */
async function exported(what: (typeof WHAT)[number], { sources, asked, open, tell }: Export): Promise<number> {
  let rows = 0;
  const write = async <T>(columns: readonly ExportColumn<T>[], elements: AsyncIterable<T>): Promise<void> => {
    const writer = open(columns);
    for await (const element of elements) {
      await writer.write(columns.map(({ of }) => of(element)));
      rows += 1;
      if (rows % PROGRESS === 0) tell(rows);
    }
    await writer.end();
  };
  if (what === 'quotations') await write(QUOTATION_COLUMNS, allStatements(sources, asked));
  else if (what === 'entities') await write(ENTITY_COLUMNS, flattened(allArticles(sources, asked), entitiesIn));
  else
    await write(
      ARTICLE_COLUMNS,
      flattened(allArticles(sources, asked), ({ article }) => (article.status === 'READY' ? [article] : [])),
    );
  return rows;
}

async function* flattened<T, U>(elements: AsyncIterable<T>, parts: (element: T) => readonly U[]): AsyncGenerator<U> {
  for await (const element of elements) yield* parts(element);
}

function columnsHelp<T>(what: string, columns: readonly ExportColumn<T>[]): string[] {
  return [`  ${what}`, ...columns.map(({ name, about }) => `    ${name.padEnd(14)}${about}`)];
}
