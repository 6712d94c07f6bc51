import { split } from '../../shared/language/analyse.ts';
import type { Document, Tagger } from '../../shared/language/document.ts';

/** A tagged passage, and where its paragraphs begin in its text (UTF-16). */
export interface TaggedPassage {
  readonly document: Document;
  readonly starts: readonly number[];
}

/** Tags a passage of a corpus; each of its lines that is not blank is a paragraph. */
export async function tagPassage(text: string, tag: Tagger): Promise<TaggedPassage> {
  const lines = Array.from(text.matchAll(/[^\n]+/g)).filter(([line]) => /\S/.test(line));
  const paragraphs = lines.map(([line], ordinal) => ({ ordinal, text: line }));
  return {
    document: { paragraphs, sentences: await tag(paragraphs.flatMap(split)) },
    starts: lines.map(({ index }) => index),
  };
}
