import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the page's sources are. */
const FOLDER = fileURLToPath(new URL('../../reader/', import.meta.url));

/** The page as a browser loads it: files by their path, and nothing from anywhere else. */
export type PageFiles = ReadonlyMap<string, PageFile>;

export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/** What every address that is no file answers with. */
export const SHELL = '/index.html';

/** Browsers of the last two years: as long as the page's own language is there, nothing is made older. */
const TARGET = 'es2024';

/** Bundles the sources as they stand: some ten milliseconds, so that nothing built has to be kept or found. */
export async function buildPage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: { reader: `${FOLDER}main.tsx` },
    outdir: '/',
    absWorkingDir: FOLDER,
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return new Map([
    [SHELL, { type: 'text/html; charset=utf-8', body: await readFile(`${FOLDER}index.html`) }],
    ['/assets/reader.js', { type: 'text/javascript; charset=utf-8', body: outputFiles[0]!.contents }],
    ['/assets/reader.css', { type: 'text/css; charset=utf-8', body: await readFile(`${FOLDER}style.css`) }],
    ['/assets/icon.svg', { type: 'image/svg+xml', body: await readFile(`${FOLDER}icon.svg`) }],
  ]);
}
