import { Command, Option } from '@commander-js/extra-typings';
import { latestArticles, refusedArticles } from '../../table/latest-articles.ts';
import { article, published } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { folderOption, fromOption, jsonOption, limitOption, stackOption, toOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { atMost } from '../pages.ts';
import { NothingFound } from '../usage-error.ts';

export const latestCommand = new Command('latest')
  .description('List the latest articles, newest first; unasked, of the last twelve months.')
  .addOption(
    new Option('--status <status>', 'what was read, or refused')
      .choices(['ready', 'rejected'])
      .default('ready' as const),
  )
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(folderOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ status, from, to, prefix, limit, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const now = new Date();
    const asked = { from, to, prefix, now };
    let found: { readonly items: readonly unknown[]; readonly more: boolean };
    if (status === 'rejected') {
      const refused = await atMost(limit, (page) => refusedArticles(reader, { ...asked, ...page }));
      output.list(refused.items, [
        { ...published, title: 'Dropped' },
        article,
        { title: 'Code', of: ({ code }) => code },
        { title: 'Why', of: ({ message }) => message, wraps: true },
      ]);
      found = refused;
    } else {
      const latest = await atMost(limit, (page) => latestArticles(reader, { ...asked, ...page }));
      output.list(latest.items, [
        published,
        article,
        { title: 'Headline', of: ({ headline }) => headline?.text ?? '', wraps: true },
        { title: 'Entities', of: ({ entityCount }) => String(entityCount) },
        { title: 'Quotations', of: ({ quotationCount }) => String(quotationCount) },
      ]);
      found = latest;
    }
    if (found.items.length === 0) {
      const what = status === 'rejected' ? 'refused file' : 'article';
      const given = Object.entries({ from, to, prefix }).flatMap(([option, value]) => (value ? [`--${option}`] : []));
      throw new NothingFound(
        given.length === 0
          ? `No ${what} of the last twelve months: give --from for older ones, or drop one with "news-ingest put".`
          : `No ${what} with ${given.join(', ')} as given: change or leave out ${given.join(' or ')}.`,
      );
    }
    if (found.more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });
