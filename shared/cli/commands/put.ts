import { readFileSync } from 'node:fs';
import { Command } from '@commander-js/extra-typings';
import { instantAsked } from '../../table/time-range.ts';
import { connectTo } from '../connection.ts';
import { type Drop, dropArticles, type Fate } from '../drop-articles.ts';
import { findFiles } from '../find-files.ts';
import { folder, jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { reportArticle } from '../report-article.ts';
import { PutSummary } from '../put-summary.ts';
import { readInput, STANDARD_INPUT } from '../standard-input.ts';
import { takeApart } from '../take-apart.ts';
import { digestOf } from '../unpack/member.ts';
import { UsageError } from '../usage-error.ts';

export const putCommand = new Command('put')
  .description(
    'Drop articles into the inbox, wait, and tell what was found in each, or why it was refused. A feed, a package, a ZIP or a ' +
      'WARC is taken apart, each article dropped under the key of the file and a name of its own; run again, it goes on.',
  )
  .argument(
    '<file|folder...>',
    'a key is the path from here; "-" is standard input. Dropped again, an article is replaced',
  )
  .option('--prefix <folder>', 'the folder of the inbox that they go into, as reuters/', folder, '')
  .option('--key <key>', 'of what comes from standard input; else it is made from the text')
  .option(
    '--published <date>',
    'when they were published: a day or an instant, in UTC unless it says otherwise; else what the file says, else now',
  )
  .option('--dry-run', 'tell what would be dropped, and drop nothing', false)
  .option('--verbose', 'what was found in each of many', false)
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (names, { prefix, key, published, dryRun, verbose, stack, json }) => {
    const publishedAt = published === undefined ? undefined : instantAsked('published', published);
    if (key !== undefined && names.join() !== STANDARD_INPUT)
      throw new UsageError('--key names what comes from standard input: give "-" for the file, or leave --key out.');
    const found = names.includes(STANDARD_INPUT)
      ? [await fromStandardInput(names, prefix, key)]
      : findFiles(names, process.cwd(), prefix);
    const output = openOutput({ json });
    for (const note of sameTwice(found)) output.note(note);
    const summary = new PutSummary();
    const told = {
      bad: (bad: { key: string; problem: string }) => {
        summary.leaveOut();
        output.note(`${bad.key} is left out: ${bad.problem}.`);
        process.exitCode = 1;
      },
      there: (there: string) => {
        summary.passOver();
        output.note(`${there} has been dropped before.`);
      },
    };
    const connection = dryRun ? undefined : await connectTo(stack);
    const drops = takeApart(found, told, connection);
    if (!connection) {
      for await (const drop of drops) output.show({ key: drop.key }, () => drop.key);
      return;
    }
    for await (const fate of dropArticles(connection, dated(drops, publishedAt, summary))) {
      summary.add(fate);
      if (json) output.show(asJson(fate), () => '');
      else if (summary.files === 1 || verbose || !isReady(fate)) console.log(reported(fate, output.colors));
      if (summary.files > 1) output.note(summary.progress);
      if (!isReady(fate)) process.exitCode = 1;
    }
    if (summary.isOfMany) output.note(summary.text);
  });

async function fromStandardInput(names: readonly string[], prefix: string, key: string | undefined): Promise<Drop> {
  if (names.length > 1) throw new UsageError('Standard input is one article: name files in a command of their own.');
  const body = await readInput(STANDARD_INPUT);
  return { path: STANDARD_INPUT, body, key: prefix + (key ?? `standard-input-${digestOf(body).slice(0, 12)}.txt`) };
}

/** Files that hold the same: each becomes an article of its own, and whatever they say is counted twice. */
function sameTwice(drops: readonly Drop[]): string[] {
  const firsts = new Map<string, string>();
  return drops.flatMap(({ path, body, key }) => {
    const digest = digestOf(body ?? readFileSync(path));
    const first = firsts.get(digest);
    if (first === undefined) firsts.set(digest, key);
    return first === undefined ? [] : [`${key} holds the same as ${first}: what it says will be there twice.`];
  });
}

const isReady = (fate: Fate): boolean => 'stored' in fate && fate.stored.article.status === 'READY';

const reported = (fate: Fate, colors: Parameters<typeof reportArticle>[2]): string =>
  'overdue' in fate
    ? `${fate.key}: ${fate.overdue}; look at the dead-letter queues\n`
    : `${reportArticle(fate.key, fate.stored, colors)}\n`;

const asJson = (fate: Fate) => ('overdue' in fate ? fate : { key: fate.key, ...fate.stored });

/** What the user says of the date goes before what a file says. */
async function* dated(drops: AsyncIterable<Drop>, publishedAt: string | undefined, summary: PutSummary) {
  for await (const drop of drops) {
    summary.files += 1;
    yield { ...drop, publishedAt: publishedAt ?? drop.publishedAt };
  }
}
