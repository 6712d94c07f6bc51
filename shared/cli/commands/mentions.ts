import { Command } from '@commander-js/extra-typings';
import { meetingArticles, mentioningArticles } from '../../table/mentions.ts';
import { article, names, published } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { findEntity } from '../find-entity.ts';
import { fromOption, jsonOption, limitOption, stackOption, toOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { atMost } from '../pages.ts';

export const mentionsCommand = new Command('mentions')
  .description('List the articles that mention an entity under any of its names, newest first.')
  .argument('<name|id>', 'as "north korea", or LOCATION#north-korea')
  .option('--with <name|id>', 'articles that mention this one too')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (asked, { with: companion, from, to, limit, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const id = await findEntity(reader, asked);
    const other = companion === undefined ? undefined : await findEntity(reader, companion);
    output.note(other === undefined ? id : `${id} with ${other}`);
    const { items, more } = await atMost(limit, (page) =>
      other === undefined
        ? mentioningArticles(reader, id, { from, to, ...page })
        : meetingArticles(reader, [id, other], { from, to, ...page }),
    );
    output.list(items, [published, article, names, { title: 'Salience', of: ({ salience }) => salience.toFixed(2) }]);
    if (items.length === 0) {
      output.note('No article mentions it in these dates: leave --from, --to or --with out.');
      process.exitCode = 1;
    }
    if (more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });
