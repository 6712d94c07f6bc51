import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../infra/constructs/code.ts';
import * as packages from '../../infra/packages.ts';

/** Inside the project, so that packages left out of the bundle are found as installed. */
const DIRECTORY = resolve('.cache/bench-bundles');

/** A fresh process each: an import is cold once. */
const RUNS = 11;

/** Only their presence is asked for at import. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  TABLE_NAME: 'table',
  EXTRACTIONS_QUEUE_URL: 'http://127.0.0.1/extractions',
  MODEL_DIRECTORY: pathToFileURL('shared/language/model/').href,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

const importMilliseconds = (file: string) =>
  Number(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        'const began = performance.now(); await import(process.argv[1]); console.log(performance.now() - began); process.exit()',
        file,
      ],
      { env: { ...process.env, ...ENVIRONMENT }, encoding: 'utf8' },
    ),
  );

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const rows = Object.values(packages).map((props) => {
  const directory = join(DIRECTORY, props.entry);
  bundle(props, directory);
  const file = join(directory, 'index.mjs');
  const code = readFileSync(file);
  return {
    function: props.entry,
    KB: Math.round(code.length / 1000),
    'KB zipped': Math.round(gzipSync(code).length / 1000),
    'import, ms': Math.round(median(Array.from({ length: RUNS }, () => importMilliseconds(file)))),
  };
});
rmSync(DIRECTORY, { recursive: true });

console.log(
  `Size without the model; median of ${RUNS} cold imports on Node ${process.version}, extract with loading its model`,
);
console.table(rows);
