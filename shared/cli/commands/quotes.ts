import { Command } from '@commander-js/extra-typings';
import { spokenQuotations } from '../../table/spoken.ts';
import { article, published, words } from '../columns.ts';
import { connectTo, type Connection } from '../connection.ts';
import { findEntity } from '../find-entity.ts';
import { fromOption, jsonOption, limitOption, stackOption, toOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { atMost } from '../pages.ts';
import { quotationsAbout } from '../quotations-about.ts';
import { UsageError } from '../usage-error.ts';

export const quotesCommand = new Command('quotes')
  .description('List quotations by a speaker, or about somebody or something, newest first.')
  .option('--by <name|id>', 'who said it, as "jake sullivan" or PERSON#jake-sullivan')
  .option('--about <name|id>', 'whom or what the words mention')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ by, about, stack, json, ...asked }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const { items, more } = await found(connection, { by, about, ...asked });
    output.list(items, [
      published,
      article,
      { title: 'Paragraph', of: ({ contents }) => String(contents[0]!.paragraph) },
      {
        title: 'Speaker',
        of: ({ speakerName, speakerRole, source }) =>
          [speakerName ?? `unknown (${source?.text ?? 'no source'})`, speakerRole].filter(Boolean).join(', '),
        wraps: true,
      },
      { title: 'Quotation', of: ({ contents }) => words(contents), wraps: true },
      { title: 'Confidence', of: ({ confidence }) => confidence.toFixed(2) },
    ]);
    if (items.length === 0) {
      output.note('No quotation in these dates: leave --from and --to out, or look at "news-ingest mentions".');
      process.exitCode = 1;
    }
    if (more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });

interface Asked {
  readonly by: string | undefined;
  readonly about: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
}

async function found(connection: Connection, { by, about, limit, ...range }: Asked) {
  const { reader } = connection;
  if ((by === undefined) === (about === undefined)) {
    throw new UsageError('Quotations of whom? Give either --by or --about with a name or an id.');
  }
  if (about !== undefined) return quotationsAbout(connection, await findEntity(reader, about), limit, range);
  const speaker = await findEntity(reader, by!);
  return atMost(limit, (page) => spokenQuotations(reader, speaker, { ...range, ...page }));
}
