import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync, type Metafile } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A file or folder of the project that travels with a bundle: `to` is its place in the function's package. */
export interface ExtraFile {
  readonly from: string;
  readonly to: string;
}

export interface PackageProps {
  /** The handler's file, from the project's root. */
  readonly entry: string;
  /** Packages with native binaries: left out of the bundle, put beside it by a extra file. */
  readonly external?: readonly string[];
  readonly extraFiles?: readonly ExtraFile[];
}

/**
 * Writes `index.mjs`, with all that the handler imports, the AWS SDK too; what it imports when needed lies beside it.
 * @returns which files went into it.
 */
export function bundle({ entry, external = [] }: PackageProps, outputDirectory: string): Metafile {
  return buildSync({
    absWorkingDir: PROJECT,
    entryPoints: { index: entry },
    outdir: outputDirectory,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'chunk-[hash]',
    external: [...external],
    alias: { '@aws-sdk/credential-provider-node': join(PROJECT, 'infra/constructs/function-credentials.ts') },
    bundle: true,
    minify: true,
    // Marks and letters of names as the sources write them, not escaped in six bytes each.
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    // The same bundle runs on a laptop's Node 20 and on Lambda's Node 24.
    target: 'node20',
    mainFields: ['module', 'main'],
    // CommonJS packages inside the bundle still call `require` for Node's own modules.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  }).metafile;
}

/** The bundle and its extraFiles. The same sources give the same asset: its hash is that of the output. */
export function packaged(props: PackageProps): Code {
  for (const { from } of props.extraFiles ?? []) {
    if (existsSync(join(PROJECT, from))) continue;
    throw new Error(
      `${from} is missing, which ${props.entry} runs with: check the repository out in full, then "npm install"`,
    );
  }
  return Code.fromAsset(PROJECT, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused: esbuild runs here'),
      // Not run, but told apart by: the CDK takes two assets of one source and the same options for one.
      command: [props.entry],
      local: {
        tryBundle(outputDirectory) {
          bundle(props, outputDirectory);
          for (const { from, to } of props.extraFiles ?? []) {
            cpSync(join(PROJECT, from), join(outputDirectory, to), { recursive: true });
          }
          return true;
        },
      },
    },
  });
}
