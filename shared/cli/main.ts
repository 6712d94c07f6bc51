import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { Command, CommanderError } from '@commander-js/extra-typings';
import { createColors } from 'picocolors';
import { InvalidQuery } from '../table/invalid-query.ts';
import { articleCommand } from './commands/article.ts';
import { analyseCommand } from './commands/analyse.ts';
import { browseCommand } from './commands/browse.ts';
import { checkCommand } from './commands/check.ts';
import { countCommand } from './commands/count.ts';
import { backfillCommand } from './commands/backfill.ts';
import { entitiesCommand } from './commands/entities.ts';
import { exportCommand } from './commands/export.ts';
import { eraseCommand } from './commands/erase.ts';
import { latestCommand } from './commands/latest.ts';
import { mentionsCommand } from './commands/mentions.ts';
import { putCommand } from './commands/put.ts';
import { quotesCommand } from './commands/quotes.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { redriveCommand } from './commands/redrive.ts';
import { removeCommand } from './commands/remove.ts';
import { reprocessCommand } from './commands/reprocess.ts';
import { statusCommand } from './commands/status.ts';
import { NothingFound, UsageError } from './usage-error.ts';

const EXAMPLES = `
Examples, on the local AWS that "npm start" runs:
  news-ingest put articles/                          drop all files of a folder, and see what is found
  news-ingest quotes --by "jake sullivan"            what he said, newest first
  news-ingest mentions "north korea" --from 2026-11  where it is mentioned, under any name
  news-ingest check "the steel is sound" --by vella   whether she said so, word for word
  news-ingest entities --name sul                    who has a name that begins so
  news-ingest latest --json | jq .key                for other programs: one JSON value a line
On AWS, with the usual credentials: add --stack news-ingest to any of them. Where several "npm start" run here, the
last is asked; NEWS_INGEST_LOCAL names another by its process id.

Ends with 0 where all went well, 1 where an article was refused or nothing was found, 2 where the command is wrong.
In names and ids: a surname means all who bear it; --json keeps notes out of the answer.`;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('news-ingest')
  .description('Drops news articles and asks what they say: who is named in them, and who said what.')
  .version(version, '--version', 'tell the version')
  .addHelpText('after', EXAMPLES)
  .showHelpAfterError('Add --help to see what is possible.')
  .exitOverride();

for (const command of [
  browseCommand,
  analyseCommand,
  putCommand,
  articleCommand,
  statusCommand,
  latestCommand,
  entitiesCommand,
  mentionsCommand,
  quotesCommand,
  checkCommand,
  countCommand,
  exportCommand,
  removeCommand,
  redriveCommand,
  reconcileCommand,
  eraseCommand,
  reprocessCommand,
  backfillCommand,
]) {
  // Commands made apart do not inherit what the program is set to.
  program.addCommand(command.copyInheritedSettings(program));
}

// "news-ingest latest | head": who reads the answer has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has said what is wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const colors = createColors(isatty(process.stderr.fd));
  if (error instanceof NothingFound) {
    console.error(error.message);
    return 1;
  }
  const misused = error instanceof UsageError || error instanceof InvalidQuery;
  console.error(misused ? colors.red(error.message) : error);
  return misused ? 2 : 1;
}
