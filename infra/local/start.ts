import { join } from 'node:path';
import { isatty } from 'node:tty';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createColors } from 'picocolors';
import { plainApi } from '../../shared/browse/api-client.ts';
import { buildPage } from '../../shared/browse/build-page.ts';
import { type PageServer, servePage } from '../../shared/browse/serve-page.ts';
import { dropArticles } from '../../shared/cli/drop-articles.ts';
import { reportArticle } from '../../shared/cli/report-article.ts';
import { readArrivals, type Arrival } from '../../shared/inbox/arrivals.ts';
import { openTable } from '../../shared/table/table.ts';
import { outcomeOf } from './arrival-outcome.ts';
import { connectionHelp } from './connection-help.ts';
import { catchUp } from './catch-up.ts';
import { CannotKeep } from './kept.ts';
import { startLocalAws, type LocalAws } from './local-aws.ts';
import { projectRoot, cacheFolder } from './project.ts';
import { Progress } from './progress.ts';
import { removeStateFile, writeStateFile } from './state-file.ts';
import { readStartOptions, USAGE, UsageError, type ArticleFile } from './start-options.ts';
import { synthesise } from './synthesise.ts';

const logFile = join(cacheFolder, 'local-aws.log');
const colors = createColors(isatty(process.stdout.fd) && process.env['NO_COLOR'] === undefined);
const progress = new Progress(process.stderr);

let aws: LocalAws | undefined;
let page: PageServer | undefined;
const ending = new AbortController();
let tellArrival: (event: string) => void = () => undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end(signal === 'SIGINT' ? 130 : 143));
}

try {
  // npm runs scripts in the project's folder, wherever they were typed.
  const { files, once, keepIn, help } = readStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? projectRoot);
  if (help) {
    console.log(USAGE);
    process.exit(0);
  }
  if (keepIn !== undefined) console.log(`Kept in ${keepIn}, for the next run; delete the folder to begin anew.`);
  else if (!once) console.log('In memory: what is dropped here is gone when this ends. --keep keeps it.');
  const allReady = await run(files, keepIn);
  if (once) await end(allReady ? 0 : 1);
  const link = await openPage(aws!);
  if (link !== undefined) console.log(`Read them   ${colors.bold(link)}\n`);
  console.log(connectionHelp(aws!, files[0]?.key ?? 'KEY', logFile));
  console.log('\nWaiting for articles; Ctrl+C ends it.\n');
  tellArrival = tellOutcomes(aws!);
} catch (error) {
  progress.clear();
  const misused = error instanceof UsageError || error instanceof CannotKeep;
  console.error(misused ? error.message : error);
  await end(misused ? 2 : 1);
}

/** @returns whether every file became an article with all its rows. */
async function run(files: readonly ArticleFile[], keepIn: string | undefined): Promise<boolean> {
  progress.show('Looking for changes of the stack');
  const assembly = await synthesise(() => {
    progress.show('Synthesising the stack and bundling its functions');
  });
  progress.show('Starting the local AWS');
  aws = await startLocalAws({
    assembly,
    logFile,
    keepIn,
    onFailure: tellFailure,
    onNotification: (event) => {
      tellArrival(event);
    },
  });
  writeStateFile(aws);
  if (keepIn !== undefined) {
    progress.show('Looking at what was kept');
    const told = await catchUp(aws);
    progress.clear();
    console.log(told);
  }

  const table = openTable(aws.table, DynamoDBDocumentClient.from(aws.dynamodb));
  let ready = 0;
  let failed = 0;
  const showCount = () => {
    if (files.length > 0)
      progress.show(`${ready} of ${files.length} articles read${failed > 0 ? `, ${failed} not` : ''}`);
  };
  showCount();
  for await (const fate of dropArticles({ s3: aws.s3, bucket: aws.bucket, table }, files)) {
    progress.clear();
    if ('overdue' in fate)
      console.log(`${colors.bold(fate.key)}  ${colors.red('OVERDUE')}: ${fate.overdue}; see ${logFile}\n`);
    else console.log(`${reportArticle(fate.key, fate.stored, colors)}\n`);
    if ('stored' in fate && fate.stored.article.status === 'READY') ready += 1;
    else failed += 1;
    showCount();
  }
  progress.clear();
  return failed === 0;
}

/** The page that shows what is found; undefined where the stack has no API to ask. */
async function openPage({ api }: LocalAws): Promise<string | undefined> {
  if (api === undefined) return undefined;
  const askApi = plainApi(api);
  page = await servePage({ files: await buildPage(), askApi, keyed: false });
  // A first question starts the function, so that who opens the page need not wait for it.
  askApi('/articles?limit=1', {}).catch(reportUnlessEnding);
  return page.link;
}

function tellOutcomes({ dynamodb, table: name }: LocalAws): (event: string) => void {
  const table = openTable(name, DynamoDBDocumentClient.from(dynamodb));
  const tell = async (arrival: Arrival) => {
    const outcome = await outcomeOf(arrival, table, ending.signal);
    if (outcome !== undefined) console.log(outcome);
  };
  return (event) => {
    for (const arrival of readArrivals(event)) tell(arrival).catch(reportUnlessEnding);
  };
}

function reportUnlessEnding(error: unknown): void {
  if (!ending.signal.aborted) console.error(error);
}

function tellFailure(functionName: string, error: unknown): void {
  progress.clear();
  const [reason] = String(error).split('\n');
  console.error(
    `${colors.yellow(functionName)}: ${reason!}; its messages are tried again later. Details in ${logFile}`,
  );
}

async function end(code: number): Promise<never> {
  ending.abort();
  progress.clear();
  if (aws !== undefined) removeStateFile();
  await page?.stop();
  await aws?.stop();
  process.exit(code);
}
