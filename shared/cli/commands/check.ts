import { Command } from '@commander-js/extra-typings';
import type { EntityId } from '../../language/analysis.ts';
import { better, type Finding } from '../../table/check-quotation.ts';
import { type AskedCheck, checkQuotation } from '../../table/check-articles.ts';
import type { StatementSources } from '../../table/statements.ts';
import { connectTo } from '../connection.ts';
import { findEntities } from '../find-entities.ts';
import { byOption, fromOption, jsonOption, stackOption, toOption } from '../options.ts';
import { openOutput, type Output } from '../output.ts';
import { reportFinding } from '../report-finding.ts';

export const checkCommand = new Command('check')
  .description(
    'Tell whether somebody said these words: exactly, altered (with the difference), somebody else, or not found. ' +
      'Quotation marks, white space and a last comma or full stop do not count; all else does. Ends with 0 for exact words alone.',
  )
  .argument('<words>', 'as they are said to have been said')
  .addOption(byOption)
  .option('--article <key...>', 'in these articles alone')
  .addOption(fromOption)
  .addOption(toOption)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (words, { by = [], article, from, to, stack, json }) => {
    const output = openOutput({ json });
    const connection = await connectTo(stack);
    const ids = await findEntities(connection.reader, by);
    const asked = { words, by: ids, articles: article, from, to };
    const { finding, articles } = await search({ ...connection, now: new Date() }, asked, output);
    const verdict = finding?.verdict ?? 'not found';
    output.show({ verdict, finding, articles }, () => reportFinding(finding, { ids, articles }, output.colors));
    if (verdict !== 'exact') process.exitCode = 1;
  });

/** Through all articles, until the words are found as they are. */
async function search(
  sources: StatementSources,
  asked: AskedCheck & { readonly by: readonly EntityId[] },
  output: Output,
) {
  let finding: Finding | undefined;
  let articles = 0;
  let cursor: string | undefined;
  do {
    const part = await checkQuotation(sources, { ...asked, cursor });
    finding = better(asked.by, finding, part.finding);
    articles += part.articles;
    cursor = part.cursor;
    if (cursor !== undefined) output.note(`${articles} articles read`);
  } while (cursor !== undefined);
  return { finding, articles };
}
