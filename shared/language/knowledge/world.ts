import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Gazetteer, GazetteerMismatch } from './gazetteer.ts';

let loaded: Gazetteer | undefined;

/** The product's gazetteer, read at the first call and kept. Throws GazetteerMismatch. */
export const world = (): Gazetteer => (loaded ??= readGazetteer(knowledgeDirectory()));

/** KNOWLEDGE_DIRECTORY is relative to this module, or to the bundle that it is in; by default the sources' own. */
const knowledgeDirectory = (): URL => new URL(process.env['KNOWLEDGE_DIRECTORY'] ?? './data/', import.meta.url);

/** Throws GazetteerMismatch. */
export function readGazetteer(directory: URL): Gazetteer {
  const file = new URL('gazetteer.bin', directory);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new GazetteerMismatch(`${fileURLToPath(file)} cannot be read (KNOWLEDGE_DIRECTORY names another directory)`);
  }
  return new Gazetteer(bytes);
}
