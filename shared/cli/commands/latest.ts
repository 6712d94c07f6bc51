import { Command } from '@commander-js/extra-typings';
import { latestArticles } from '../../table/latest-articles.ts';
import { article, published } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { folderOption, fromOption, jsonOption, limitOption, stackOption, toOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { atMost } from '../pages.ts';
import { NothingFound } from '../usage-error.ts';

export const latestCommand = new Command('latest')
  .description('List the latest articles, newest first; unasked, of the last twelve months.')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(folderOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ from, to, prefix, limit, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const now = new Date();
    const { items, more } = await atMost(limit, (page) => latestArticles(reader, { from, to, prefix, now, ...page }));
    output.list(items, [
      published,
      article,
      { title: 'Headline', of: ({ headline }) => headline?.text ?? '', wraps: true },
      { title: 'Entities', of: ({ entityCount }) => String(entityCount) },
      { title: 'Quotations', of: ({ quotationCount }) => String(quotationCount) },
    ]);
    if (items.length === 0) {
      throw new NothingFound(
        from === undefined && to === undefined && prefix === undefined
          ? 'No article of the last twelve months: give --from for older ones, or drop one with "news-ingest put".'
          : 'No article in these dates and this folder: change or leave out --from, --to or --prefix.',
      );
    }
    if (more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });
