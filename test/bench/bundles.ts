import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  EXTRACTIONS_QUEUE_URL: 'http://127.0.0.1/extractions',
  MODEL_DIRECTORY: `${pathToFileURL(resolve('shared/language/model')).href}/`,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Prints how long a module takes to import, and with a second argument how long its function of that name takes then. */
const TIMED = `
  let began = performance.now();
  const module = await import(process.argv[1]);
  if (process.argv[2]) {
    began = performance.now();
    await module[process.argv[2]]();
  }
  console.log(performance.now() - began);
  process.exit();`;

function milliseconds(file: string, call = ''): number {
  const run = () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '--eval', TIMED, pathToFileURL(file).href, call], {
        env: { ...process.env, ...ENVIRONMENT },
        encoding: 'utf8',
      }),
    );
  return Math.round(Math.min(...Array.from({ length: RUNS }, run)));
}

function bundled(props: PackageProps): string {
  const directory = join(DIRECTORY, props.entry);
  bundle(props, directory);
  return join(directory, 'index.mjs');
}

const modelLoad = milliseconds(
  bundled({ ...packages.EXTRACT, entry: 'shared/language/3-tags/tagger.ts' }),
  'loadTagger',
);
const rows = Object.values(packages).map((props) => {
  const file = bundled(props);
  const code = readFileSync(file);
  return {
    bundle: props.entry,
    KB: Math.round(code.length / 1000),
    'KB zipped': Math.round(gzipSync(code).length / 1000),
    'import, ms': milliseconds(file) - (props === packages.EXTRACT ? modelLoad : 0),
  };
});
rmSync(DIRECTORY, { recursive: true });

console.log(
  `Best of ${RUNS} cold imports, Node ${process.version}; extract loads the model besides, in ${modelLoad} ms`,
);
console.table(rows);
