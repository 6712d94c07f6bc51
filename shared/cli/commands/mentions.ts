import { Command } from '@commander-js/extra-typings';
import { meetingArticles, mentioningArticles } from '../../table/mentions.ts';
import { Merged } from '../../table/walk.ts';
import type { PageRequest } from '../../table/time-pages.ts';
import { article, names, published } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { findEntities } from '../find-entities.ts';
import { fromOption, jsonOption, limitOption, stackOption, toOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { NothingFound } from '../usage-error.ts';
import { whyNothing } from '../why-nothing.ts';

/** Articles that are listed at once of each. */
const AT_ONCE = 100;

export const mentionsCommand = new Command('mentions')
  .description('List the articles that mention an entity under any of its names, newest first.')
  .argument('<name|id...>', 'as "north korea", or LOCATION#north-korea; of several, any of them')
  .option('--with <name|id>', 'articles that mention this one too')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (asked, { with: companion, from, to, limit, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const ids = await findEntities(reader, asked);
    const others = companion === undefined ? [] : await findEntities(reader, [companion]);
    output.note([ids.join(' or '), ...(others.length > 0 ? [`with ${others.join(' or ')}`] : [])].join(' '));
    const questions = ids.flatMap((id) =>
      companion === undefined
        ? [(page: PageRequest) => mentioningArticles(reader, id, { from, to, ...page })]
        : others.map((other) => (page: PageRequest) => meetingArticles(reader, [id, other], { from, to, ...page })),
    );
    const merged = new Merged(questions, AT_ONCE);
    const items: Awaited<ReturnType<typeof mentioningArticles>>['items'][number][] = [];
    let more = false;
    for (let next = await merged.next(); next !== undefined; next = await merged.next()) {
      more = items.length === limit;
      if (more) break;
      items.push(next.element);
      next.leave();
    }
    output.list(items, [published, article, names, { title: 'Salience', of: ({ salience }) => salience.toFixed(2) }]);
    if (items.length === 0) {
      const narrowedBy = { with: companion, from, to };
      throw new NothingFound(await whyNothing(reader, [...ids, ...others], { what: 'article', narrowedBy }));
    }
    if (more) output.note('There are more: raise --limit, or narrow --from and --to.');
  });
