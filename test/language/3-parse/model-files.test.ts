import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { modelDirectory, type Manifest } from '../../../shared/language/3-parse/model-files.ts';
import { createTagger } from '../../../shared/language/3-parse/tagger.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'model-'));
  await copyFile(join(modelDirectory(), 'manifest.json'), join(directory, 'manifest.json'));
  for (const file of ['encoder.onnx', 'vocabulary.txt']) {
    await symlink(join(modelDirectory(), file), join(directory, file));
  }
});
afterEach(() => rm(directory, { recursive: true }));

async function changeManifest(change: (manifest: Manifest) => unknown): Promise<void> {
  const file = join(directory, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await writeFile(file, JSON.stringify(change(manifest)));
}

async function replace(file: 'encoder.onnx' | 'vocabulary.txt', text: string): Promise<void> {
  await rm(join(directory, file));
  await writeFile(join(directory, file), text);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const REMEDY = 'Restore the files with "git checkout -- shared/language/model", or export the model again';

test('the model of the project loads', async () => {
  await expect(createTagger(directory)).resolves.toBeInstanceOf(Function);
});

test('a missing file is named, with the remedy', async () => {
  await rm(join(directory, 'vocabulary.txt'));
  await expect(createTagger(directory)).rejects.toThrow(`${join(directory, 'vocabulary.txt')} cannot be read`);
  await expect(createTagger(directory)).rejects.toThrow(REMEDY);
});

test('a file that is not the one of the manifest is refused', async () => {
  await replace('vocabulary.txt', '[CLS]\n[SEP]\n[UNK]\n');
  await expect(createTagger(directory)).rejects.toThrow('vocabulary.txt is not the file that manifest.json names');
});

test('a manifest of another format is refused', async () => {
  await changeManifest((manifest) => ({ ...manifest, format: 2 }));
  await expect(createTagger(directory)).rejects.toThrow(/manifest\.json: .*at format/s);
  await writeFile(join(directory, 'manifest.json'), '{');
  await expect(createTagger(directory)).rejects.toThrow('manifest.json: it is no JSON');
});

test('an encoder that onnxruntime cannot read is refused', async () => {
  await replace('encoder.onnx', 'no network');
  await changeManifest((manifest) => ({
    ...manifest,
    files: { ...manifest.files, 'encoder.onnx': sha256('no network') },
  }));
  await expect(createTagger(directory)).rejects.toThrow('onnxruntime cannot read the encoder');
});

test.each([
  ['shapes', 'its word shapes are'],
  ['pos', 'its output "pos" has 17 columns for 16 labels'],
  ['relations', /its output "relations" has \d+ columns for \d+ labels/],
  ['entities', 'its entity labels are'],
] as const)('labels that are not those of the network are refused: %s', async (labels, message) => {
  await changeManifest((manifest) => ({ ...manifest, [labels]: manifest[labels].slice(0, -1) }));
  await expect(createTagger(directory)).rejects.toThrow(message);
  await expect(createTagger(directory)).rejects.toThrow(REMEDY);
});

test('shapes in another order are refused', async () => {
  await changeManifest((manifest) => ({ ...manifest, shapes: manifest.shapes.toReversed() }));
  await expect(createTagger(directory)).rejects.toThrow('its word shapes are');
});
