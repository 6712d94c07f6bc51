import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, type PackageProps } from './constructs/code.ts';

/** A package of which a function's code has a file, or that lies beside it. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
}

/** Takes a function's code apart, by what esbuild says of each piece. */
export function shippedPackages(props: PackageProps): ShippedPackage[] {
  const directory = mkdtempSync(join(tmpdir(), 'news-ingest-bundle-'));
  const { outputs } = bundle(props, directory);
  rmSync(directory, { recursive: true });
  const files = [
    ...Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
    ...(props.extraFiles ?? []).map(({ from }) => from),
  ];
  // Of a package within a package the inner one.
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ShippedPackage;
    return { name, version };
  });
}
