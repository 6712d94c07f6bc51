import type { InferenceSession } from 'onnxruntime-node';
import { ModelMismatch, type Manifest } from './model-files.ts';
import type { Window } from './windows.ts';

/** Logits of one window, row by row; `width` numbers a word. */
export interface Scores {
  readonly pos: Float32Array;
  /** Of each word's heads: the root first, then each word of the window. */
  readonly arcs: Float32Array;
  /** For the best-scoring head. */
  readonly relations: Float32Array;
  readonly entities: Float32Array;
}

export type Encoder = (window: Window) => Promise<Scores>;

const INPUTS = ['pieces', 'shapes', 'words', 'sentences'] as const;
const OUTPUTS = ['pos', 'arcs', 'relations', 'entities'] as const;

/**
 * The network in onnxruntime. One thread by default: a function of this size has one core, and small windows gain
 * little from more. Throws ModelMismatch where inputs, outputs or their widths are not those of the manifest.
 */
export async function createEncoder(network: Uint8Array, manifest: Manifest, threads = 1): Promise<Encoder> {
  // Loaded here, so that a function which never tags never pays for the native library.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(network, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    // This fused operator is slower on a processor than the two that it stands for.
    extra: { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' } },
  }).catch((error: unknown) => {
    throw new ModelMismatch(`onnxruntime cannot read the encoder (${String(error)})`);
  });
  check(session, manifest);

  return async (window) => {
    const feeds = Object.fromEntries(
      INPUTS.map((name) => [
        name,
        new Tensor('int64', BigInt64Array.from(window[name], BigInt), [window[name].length]),
      ]),
    );
    const results = await session.run(feeds);
    const logits = (name: (typeof OUTPUTS)[number]) => results[name]!.data as Float32Array;
    return { pos: logits('pos'), arcs: logits('arcs'), relations: logits('relations'), entities: logits('entities') };
  };
}

function check(session: InferenceSession, manifest: Manifest): void {
  const differ = (what: string, found: readonly string[], wanted: readonly string[]): void => {
    if (found.toSorted().join() !== wanted.toSorted().join()) {
      throw new ModelMismatch(`its ${what} are ${found.join(', ')}, not ${wanted.join(', ')}`);
    }
  };
  differ('inputs', session.inputNames, INPUTS);
  differ('outputs', session.outputNames, OUTPUTS);
  for (const name of ['pos', 'relations', 'entities'] as const) {
    const output = session.outputMetadata.find((metadata) => metadata.name === name);
    const width = output?.isTensor === true ? output.shape.at(-1) : undefined;
    if (width !== manifest[name].length) {
      throw new ModelMismatch(`its output "${name}" has ${width} columns for ${manifest[name].length} labels`);
    }
  }
}
