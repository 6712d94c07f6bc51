import { Command } from '@commander-js/extra-typings';
import { connectTo } from '../connection.ts';
import { dropArticles, type Fate } from '../drop-articles.ts';
import { findFiles } from '../find-files.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { reportArticle } from '../report-article.ts';

export const putCommand = new Command('put')
  .description('Drop articles into the inbox, wait, and tell what was found in each, or why it was refused.')
  .argument('<file|folder...>', 'UTF-8 text; a key is the path from here. Dropped again, an article is replaced')
  .option('--prefix <path>', 'put before each key, as reuters/', '')
  .option('--published <date>', 'when it was published, ISO 8601; else now')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (names, { prefix, published, stack, json }) => {
    const drops = findFiles(names, process.cwd(), prefix).map((drop) => ({ ...drop, publishedAt: published }));
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    let read = 0;
    for await (const fate of dropArticles(connection, drops)) {
      read += 1;
      output.show(asJson(fate), () =>
        'overdue' in fate
          ? `${fate.key}: ${fate.overdue}; look at the dead-letter queues\n`
          : `${reportArticle(fate.key, fate.stored, output.colors)}\n`,
      );
      if (drops.length > 1) output.note(`${read} of ${drops.length}`);
      if ('overdue' in fate || fate.stored.article.status !== 'READY') process.exitCode = 1;
    }
  });

const asJson = (fate: Fate) => ('overdue' in fate ? fate : { key: fate.key, ...fate.stored });
