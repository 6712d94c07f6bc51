import { Command } from '@commander-js/extra-typings';
import { countMonths, countSpeakers, mostFirst, type SpeakerCount } from '../../table/counts.ts';
import { connectTo } from '../connection.ts';
import { findEntities } from '../find-entities.ts';
import {
  aboutOption,
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
import { openOutput } from '../output.ts';
import { NothingFound } from '../usage-error.ts';
import { whyNothing } from '../why-nothing.ts';

const speakers = new Command('speakers')
  .description('Who is quoted most, in the articles of the dates; unasked, of the last twelve months.')
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
  .action(async ({ about = [], limit, stack, json, ...asked }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const sources = { ...connection, now: new Date() };
    const ids = await findEntities(connection.reader, about);
    const total = new Map<string | null, SpeakerCount>();
    let cursor: string | undefined;
    let counted = 0;
    do {
      const page = await countSpeakers(sources, { ...asked, about: ids, cursor });
      for (const part of page.items) {
        const known = total.get(part.speaker);
        counted += part.statements;
        total.set(part.speaker, {
          ...part,
          ...known,
          statements: part.statements + (known?.statements ?? 0),
          articles: part.articles + (known?.articles ?? 0),
        });
      }
      cursor = page.cursor;
      if (cursor !== undefined) output.note(`${counted} statements counted`);
    } while (cursor !== undefined);
    if (total.size === 0)
      throw new NothingFound(await whyNothing(connection.reader, ids, { what: 'quotation', narrowedBy: asked }));
    output.list([...total.values()].sort(mostFirst).slice(0, limit), [
      { title: 'Statements', of: ({ statements }) => String(statements) },
      { title: 'Articles', of: ({ articles }) => String(articles) },
      {
        title: 'Speaker',
        of: ({ speaker, name }) => (speaker === null ? 'speaker not named' : (name ?? speaker)),
        wraps: true,
      },
      { title: 'Id', of: ({ speaker }) => speaker ?? '' },
    ]);
    if (total.size > limit) output.note(`There are ${total.size} in all: raise --limit.`);
  });

const months = new Command('months')
  .description('In how many articles somebody is, and how much they say, by month, newest first.')
  .argument('<name|id>', 'as "north korea", or LOCATION#north-korea')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (asked, { from, to, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const ids = await findEntities(reader, [asked]);
    const counts = await Promise.all(ids.map(async (id) => ({ id, ...(await countMonths(reader, id, { from, to })) })));
    const rows = counts.flatMap(({ id, months }) => months.map((month) => ({ id, ...month })));
    if (rows.length === 0)
      throw new NothingFound(await whyNothing(reader, ids, { what: 'article', narrowedBy: { from, to } }));
    output.list(rows, [
      { title: 'Month', of: ({ month }) => month },
      { title: 'Articles', of: ({ articles }) => String(articles) },
      { title: 'Statements', of: ({ statements }) => String(statements) },
      { title: 'Id', of: ({ id }) => id },
    ]);
    for (const { id, countedFrom } of counts)
      if (countedFrom !== undefined)
        output.note(`${id}: counted back to ${countedFrom.slice(0, 10)}; give --to for what is older.`);
  });

export const countCommand = new Command('count')
  .description('Count: who is quoted most, or in how many articles somebody is, by month.')
  .addCommand(speakers)
  .addCommand(months);
