import { Command, Option } from '@commander-js/extra-typings';
import { ENTITY_TYPES } from '../../language/document.ts';
import { namedEntities } from '../../table/directory.ts';
import { profileOf } from '../../table/profile.ts';
import { names } from '../columns.ts';
import { connectTo } from '../connection.ts';
import { jsonOption, limitOption, stackOption } from '../options.ts';
import { NothingFound } from '../usage-error.ts';
import { openOutput } from '../output.ts';
import { atMost } from '../pages.ts';

export const entitiesCommand = new Command('entities')
  .description('Look entities up by the beginning of any word of their name or alias.')
  .requiredOption('--name <beginning>', 'at least two letters; of several words, each begins one')
  .addOption(new Option('--type <type>', 'of this type alone').choices(ENTITY_TYPES))
  .addOption(limitOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ name, type, limit, stack, json }) => {
    const output = openOutput({ json });
    const { reader } = await connectTo(stack);
    const { items, more } = await atMost(limit, (page) => namedEntities(reader, { name, type, ...page }));
    const listed = await Promise.all(
      items.map(async (entity) => ({ ...entity, ...(await profileOf(reader, entity.id)) })),
    );
    output.list(listed, [
      { title: 'Id', of: ({ id }) => id },
      names,
      { title: 'Role', of: ({ role }) => role ?? '', wraps: true },
      { title: 'Articles', of: ({ articles, more }) => `${articles}${more ? '+' : ''}` },
      { title: 'Statements', of: ({ statements }) => String(statements) },
      { title: 'Country', of: ({ countryCode }) => countryCode ?? '' },
    ]);
    if (items.length === 0) {
      throw new NothingFound(
        `Nobody and nothing has a name with a word that begins with "${name}": give fewer letters.`,
      );
    }
    if (more) output.note('There are more: raise --limit, or give more letters.');
  });
