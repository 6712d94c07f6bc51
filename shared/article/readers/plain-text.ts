import type { FormatReader } from '../reading.ts';
import { textBlocks } from '../text/text-blocks.ts';

/** Text as it comes. What decodes references of a page is loaded for a text that may have some: a tenth of the code that `split` begins with. */
export const readPlainText: FormatReader = async ({ text }) => {
  const mayBeOfPage = /&[#\w]+;/.test(text);
  const blocks = mayBeOfPage ? (await import('../markup/plain-blocks.ts')).plainBlocks(text) : textBlocks(text);
  return { blocks, stated: {} };
};
