import { decodeHTMLStrict } from 'entities';
import type { Block } from '../reading.ts';
import { textBlocks } from '../text/text-blocks.ts';

/** "&amp;", "&quot;", "&#8220;": nobody writes them for readers. */
const REFERENCE = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/gi;

/** Paragraphs of text that was copied from a page, with its references. */
export const plainBlocks = (text: string): Block[] =>
  textBlocks(text, (part) => part.replace(REFERENCE, (reference) => decodeHTMLStrict(reference)));
