import { Command } from '@commander-js/extra-typings';
import { readArticle } from '../../table/read-article.ts';
import { connectTo } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput, printable } from '../output.ts';
import { reportArticle } from '../report-article.ts';
import { notDropped } from '../usage-error.ts';

export const articleCommand = new Command('article')
  .description('Show an article with everything in it: paragraphs, entities, quotations.')
  .argument('<key>', 'as it was dropped')
  .option('--text', 'its paragraphs too; with --json they are always there', false)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (key, { text, stack, json }) => {
    const output = openOutput({ json });
    const stored = await readArticle((await connectTo(stack)).table, key);
    if (!stored) throw notDropped(key);
    output.show(stored, () =>
      [
        reportArticle(key, stored, output.colors),
        ...(text
          ? stored.paragraphs.map(({ ordinal, text }) => `${output.colors.dim(String(ordinal))} ${printable(text)}`)
          : []),
      ].join('\n\n'),
    );
    if (stored.article.status === 'REJECTED') process.exitCode = 1;
  });
