import type { PartOfSpeech } from '../document.ts';
import { ModelMismatch, type Manifest } from './model-files.ts';
import { parseNameTags, type NameTag } from './name-spans.ts';
import { SHAPE_NAMES } from './word-shape.ts';

/** What the columns of the scores stand for. */
export interface Labels {
  readonly pos: readonly PartOfSpeech[];
  readonly relations: readonly string[];
  /** Index of "root" in `relations`. */
  readonly root: number;
  readonly names: readonly NameTag[];
}

const PARTS_OF_SPEECH: Readonly<Record<PartOfSpeech, true>> = {
  ADJ: true,
  ADP: true,
  ADV: true,
  AUX: true,
  CCONJ: true,
  DET: true,
  INTJ: true,
  NOUN: true,
  NUM: true,
  PART: true,
  PRON: true,
  PROPN: true,
  PUNCT: true,
  SCONJ: true,
  SYM: true,
  VERB: true,
  X: true,
};
const isPartOfSpeech = (label: string): label is PartOfSpeech => label in PARTS_OF_SPEECH;

/** The manifest's labels, checked against what this program understands. Throws ModelMismatch. */
export function labelsOf({ shapes, pos, relations, entities, calibration }: Manifest): Labels {
  if (shapes.join() !== SHAPE_NAMES.join()) {
    throw new ModelMismatch(`its word shapes are ${shapes.join(' ')}, not ${SHAPE_NAMES.join(' ')}`);
  }
  if (!pos.every(isPartOfSpeech)) throw new ModelMismatch(`its parts of speech are ${pos.join(' ')}`);
  const root = relations.indexOf('root');
  if (root === -1) throw new ModelMismatch('its relations lack "root"');
  return { pos, relations, root, names: parseNameTags(entities, calibration) };
}
