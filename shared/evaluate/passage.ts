import type { Document, SplitSentence, Tagger } from '../language/document.ts';
import { splitSentences } from '../language/2-sentences/split-sentences.ts';
import { tokenise } from '../language/1-tokens/tokenise.ts';

/** A tagged passage, and where its paragraphs begin in its text (UTF-16). */
export interface TaggedPassage {
  readonly document: Document;
  readonly starts: readonly number[];
}

/** Tags a passage of a corpus; each of its lines that is not blank is a paragraph. */
export async function tagPassage(text: string, tag: Tagger): Promise<TaggedPassage> {
  const lines = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g));
  const paragraphs = lines.map(([line], ordinal) => ({ ordinal, text: line }));
  const sentences = paragraphs.flatMap((paragraph): SplitSentence[] =>
    splitSentences(tokenise(paragraph.text), paragraph.text).map((words) => ({ paragraph: paragraph.ordinal, words })),
  );
  return { document: { paragraphs, sentences: await tag(sentences) }, starts: lines.map(({ index }) => index) };
}
