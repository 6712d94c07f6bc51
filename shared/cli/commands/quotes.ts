import { Command } from '@commander-js/extra-typings';
import type { QuotationBySpeaker } from '../../table/rows/quotation.ts';
import { statements } from '../../table/statements.ts';
import { article, published, words } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { findEntities } from '../find-entities.ts';
import {
  aboutOption,
  byOption,
  confidenceOption,
  folderOption,
  fromOption,
  jsonOption,
  kindOption,
  limitOption,
  stackOption,
  toOption,
  wordsOption,
} from '../options.ts';
import { type Column, openOutput } from '../output.ts';
import { atMost } from '../pages.ts';
import { NothingFound, UsageError } from '../usage-error.ts';
import { whoSpeaks } from '../who-speaks.ts';
import { whyNothing } from '../why-nothing.ts';

export const quotesCommand = new Command('quotes')
  .description('List quotations by speakers, about somebody or something, or with given words, newest first.')
  .addOption(byOption)
  .addOption(aboutOption)
  .addOption(wordsOption)
  .addOption(kindOption)
  .addOption(confidenceOption)
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(folderOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ by = [], about = [], words: said, kind, minConfidence, from, to, prefix, limit, stack, json }) => {
    if (by.length === 0 && about.length === 0 && said === undefined) {
      throw new UsageError('Which quotations? Give --by or --about with a name or an id, or --words.');
    }
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const ids = { by: await findEntities(connection.reader, by), about: await findEntities(connection.reader, about) };
    for (const [option, asked] of [
      ['by', by],
      ['about', about],
    ] as const) {
      const meant = ids[option];
      if (meant.join() !== asked.join()) output.note(`--${option} ${meant.join(' ')}`);
    }
    const asked = { ...ids, words: said, kind, minConfidence, from, to, prefix };
    const sources = { ...connection, now: new Date() };
    const { items, more } = await atMost(limit, (page) => statements(sources, { ...asked, ...page }));
    output.list(items, COLUMNS);
    if (items.length === 0) {
      const narrowedBy = { words: said, kind, 'min-confidence': minConfidence, from, to, prefix };
      const what = by.length > 0 && about.length > 0 ? 'quotation of these about those' : 'quotation';
      throw new NothingFound(await whyNothing(connection.reader, [...ids.by, ...ids.about], { what, narrowedBy }));
    }
    if (more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });

const COLUMNS: readonly Column<QuotationBySpeaker>[] = [
  published,
  article,
  { title: 'Paragraph', of: ({ contents }) => String(contents[0]!.paragraph) },
  { title: 'Speaker', of: ({ speakers, source }) => whoSpeaks({ speakers, source: source?.text }), wraps: true },
  { title: 'Quotation', of: ({ contents }) => words(contents), wraps: true },
  { title: 'Confidence', of: ({ confidence }) => confidence.toFixed(2) },
];
