import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { madeOnce } from '../../infra/local/made-once.ts';

/** The sources find their files beside themselves, wherever they run. */
const atHome: Plugin = {
  name: 'at home',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

let made: Promise<string> | undefined;

/**
 * The command line as JavaScript that Node runs as it is, packages included: it starts in a third of a second, of a
 * processor, where the sources take two, and the tests start it eighty times.
 * @returns its main file.
 */
export const commandLine = (): Promise<string> => (made ??= make());

async function make(): Promise<string> {
  const folder = await madeOnce({
    name: 'command-line',
    inputs: ['package.json', 'package-lock.json', 'shared'],
    isInput: (file) => /\.(?:ts|json)$/.test(file),
    make: (outdir) =>
      build({
        absWorkingDir: resolve('.'),
        entryPoints: ['shared/cli/main.ts'],
        outdir,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        // What a command loads when it is needed stays apart.
        splitting: true,
        format: 'esm',
        platform: 'node',
        mainFields: ['module', 'main'],
        // They load binaries that lie beside them.
        external: ['onnxruntime-node', 'esbuild'],
        banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
        plugins: [atHome],
        logLevel: 'warning',
      }),
  });
  return join(folder, 'main.mjs');
}
