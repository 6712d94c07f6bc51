import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle, type PackageProps } from '../../infra/constructs/code.ts';
import * as packages from '../../infra/packages.ts';

/** Inside the project, so that packages left out of the bundle are found as installed. */
const DIRECTORY = resolve('.cache/bench-bundles');

/** A fresh process each, as an import is cold once; the fastest was disturbed least by what else the machine does. */
const RUNS = 11;

/** Only their presence is asked for at import; the model is the one that travels with the bundle. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  TABLE_NAME: 'table',
  MESSAGES_QUEUE_URL: 'http://127.0.0.1/messages',
  MINIMUM_CONFIDENCE: '0.3',
  BULK_EVENTS: 'true',
  EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-central-1:000000000000:events.fifo',
  EXTRACTIONS_QUEUE_URL: 'http://127.0.0.1/extractions',
  MODEL_DIRECTORY: `${pathToFileURL(resolve('shared/language/model')).href}/`,
  KNOWLEDGE_DIRECTORY: `${pathToFileURL(resolve('shared/language/knowledge/data')).href}/`,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Prints what a module takes to import, or, with a second argument, what its function of that name takes then. */
const TIMED = `
  let [began, used] = [performance.now(), process.cpuUsage()];
  const module = await import(process.argv[1]);
  if (process.argv[2]) {
    [began, used] = [performance.now(), process.cpuUsage()];
    await module[process.argv[2]]();
  }
  const { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify({ elapsed: performance.now() - began, cpu: (user + system) / 1000 }));
  process.exit();`;

/** Milliseconds: on a busy machine those of the CPU tell more than those that went by. */
interface Cost {
  readonly elapsed: number;
  readonly cpu: number;
}

function costOf(file: string, call = ''): Cost {
  const runs = Array.from({ length: RUNS }, () => {
    const said = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', TIMED, pathToFileURL(file).href, call],
      { env: { ...process.env, ...ENVIRONMENT }, encoding: 'utf8' },
    );
    return JSON.parse(said) as Cost;
  });
  const best = (name: keyof Cost) => Math.round(Math.min(...runs.map((run) => run[name])));
  return { elapsed: best('elapsed'), cpu: best('cpu') };
}

function bundled(props: PackageProps): string {
  const directory = join(DIRECTORY, props.entry);
  bundle(props, directory);
  return join(directory, 'index.mjs');
}

const NOTHING: Cost = { elapsed: 0, cpu: 0 };
const model = costOf(bundled({ ...packages.EXTRACT, entry: 'shared/language/3-parse/tagger.ts' }), 'loadTagger');
const rows = Object.values(packages).map((props) => {
  const file = bundled(props);
  const code = readFileSync(file);
  const beside = readdirSync(dirname(file)).filter((name) => name.startsWith('chunk-'));
  const { elapsed, cpu } = costOf(file);
  const loaded = props === packages.EXTRACT ? model : NOTHING;
  return {
    bundle: props.entry,
    KB: Math.round(code.length / 1000),
    'KB zipped': Math.round(gzipSync(code).length / 1000),
    'import, ms': elapsed - loaded.elapsed,
    'of CPU, ms': cpu - loaded.cpu,
    'beside, KB': Math.round(beside.reduce((sum, name) => sum + statSync(join(dirname(file), name)).size, 0) / 1000),
  };
});
rmSync(DIRECTORY, { recursive: true });

console.log(`Best of ${RUNS} cold imports on Node ${process.version}.`);
console.table(rows);
console.log(`extract loads the model besides: ${model.elapsed} ms, ${model.cpu} ms of CPU.`);
