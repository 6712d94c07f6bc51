import type { PackageProps } from './constructs/code.ts';

const parts = (directory: string, names: string[]) =>
  names.map((name) => ({ from: `${directory}/${name}`, to: `${directory}/${name}` }));

export const SPLIT: PackageProps = { entry: 'lambdas/split.ts' };

export const API: PackageProps = { entry: 'lambdas/api.ts' };

/** The model runs in the function: its weights, the names of the world, and the native runtime of Lambda's platform alone (25 of 290 MB). */
const WITH_MODEL = {
  external: ['onnxruntime-node'],
  extraFiles: [
    { from: 'shared/language/model', to: 'model' },
    { from: 'shared/language/knowledge/data', to: 'knowledge' },
    ...parts('node_modules/onnxruntime-node', ['package.json', 'dist', 'bin/napi-v6/linux/arm64']),
    ...parts('node_modules/onnxruntime-common', ['package.json', 'dist/cjs']),
  ],
} satisfies Omit<PackageProps, 'entry'>;

export const EXTRACT: PackageProps = { entry: 'lambdas/extract.ts', ...WITH_MODEL };

export const BULK: PackageProps = { entry: 'lambdas/bulk.ts', ...WITH_MODEL };
