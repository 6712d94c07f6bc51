import type { Block } from '../reading.ts';
import { splitParagraphs } from './paragraphs.ts';
import { takeOffWireControls } from './wire.ts';

/** Paragraphs of text as it comes, hard-wrapped or not; what a wire sets before and behind its text is marked so. */
export function textBlocks(text: string, decode = (part: string) => part): Block[] {
  const { header, body, trailer } = takeOffWireControls(text);
  const blocks = (part: string): Block[] =>
    splitParagraphs(decode(part)).map((paragraph) => ({ text: paragraph.text }));
  const asHeader = (block: Block): Block => ({ ...block, role: 'header' });
  return [...blocks(header).map(asHeader), ...blocks(body), ...blocks(trailer).map(asHeader)];
}
