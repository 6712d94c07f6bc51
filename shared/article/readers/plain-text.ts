import { decodeHTMLStrict } from 'entities';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { takeOffWireControls } from '../text/wire.ts';

/** Text as it comes: wires with their control bytes, hard-wrapped lines, entities of a page that it was copied from. */
export const readPlainText: FormatReader = ({ text }): Reading => ({ blocks: plainBlocks(text), stated: {} });

export function plainBlocks(text: string): Block[] {
  const { header, body, trailer } = takeOffWireControls(text);
  const blocks = (part: string): Block[] =>
    splitParagraphs(decodeEntities(part)).map((paragraph) => ({ text: paragraph.text }));
  const asHeader = (block: Block): Block => ({ ...block, role: 'header' });
  return [...blocks(header).map(asHeader), ...blocks(body), ...blocks(trailer).map(asHeader)];
}

/** "&amp;", "&quot;", "&#8220;": nobody writes them for readers. */
const ENTITY = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/gi;

const decodeEntities = (text: string): string => text.replace(ENTITY, (entity) => decodeHTMLStrict(entity));
