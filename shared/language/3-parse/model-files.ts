import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const ENCODER = 'encoder.onnx';
const VOCABULARY = 'vocabulary.txt';
const MANIFEST = 'manifest.json';

const RESTORE = 'Restore the files with "git checkout -- shared/language/model"';
const EXPORT = 'export the model again (training/README.md)';

/** Written by training/ beside the weights; the labels' order is that of the weights. */
const manifestSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  version: z.string(),
  files: z.object({ [ENCODER]: z.string(), [VOCABULARY]: z.string() }),
  maxPieces: z.int().check(z.minimum(1), z.maximum(510)),
  packPieces: z.int().check(z.minimum(1), z.maximum(510)),
  shapes: z.array(z.string()),
  pos: z.array(z.string()),
  relations: z.array(z.string()),
  entities: z.array(z.string()),
  /** By entity type: added to the scores of its tags (training/labels.py tells why). */
  calibration: z.record(z.string(), z.number()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface ModelFiles {
  readonly manifest: Manifest;
  readonly encoder: Uint8Array;
  readonly vocabulary: string;
}

/** The model does not fit this program; the message ends with the command that mends it. */
export class ModelMismatch extends Error {
  override readonly name = 'ModelMismatch';

  constructor(what: string) {
    super(`The language model does not fit: ${what}. ${RESTORE}, or ${EXPORT}.`);
  }
}

/** MODEL_DIRECTORY is relative to this module, or to the bundle that it is in; by default the sources' own. */
export const modelDirectory = (): string =>
  fileURLToPath(new URL(process.env['MODEL_DIRECTORY'] ?? '../model/', import.meta.url));

/** Throws ModelMismatch where a file is missing or is not the one that the manifest was written for. */
export async function readModel(directory: string): Promise<ModelFiles> {
  const manifest = await readManifest(directory);
  const [encoder, vocabulary] = await Promise.all(
    ([ENCODER, VOCABULARY] as const).map(async (name) => {
      const bytes = await readBytes(directory, name);
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== manifest.files[name]) throw new ModelMismatch(`${name} is not the file that ${MANIFEST} names`);
      return bytes;
    }),
  );
  return { manifest, encoder: encoder!, vocabulary: new TextDecoder().decode(vocabulary) };
}

/** Throws ModelMismatch where it is missing, no JSON, or of another format. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = new TextDecoder().decode(await readBytes(directory, MANIFEST));
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is no JSON' : z.prettifyError(error as z.core.$ZodError);
    throw new ModelMismatch(`${join(directory, MANIFEST)}: ${reason}`);
  }
}

async function readBytes(directory: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(directory, name));
  } catch {
    throw new ModelMismatch(`${join(directory, name)} cannot be read (MODEL_DIRECTORY names another directory)`);
  }
}
