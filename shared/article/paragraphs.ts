import { isByline } from './bylines.ts';
import type { Paragraph } from './article.ts';

/** Mail and wire systems wrap at 65 to 100 columns; a longer line was not wrapped, so it is a paragraph by itself. */
const LONGEST_WRAPPED_LINE = 120;

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * Paragraphs by blank line, or by line where the text has none. Lines of a block that are too long to have been
 * wrapped, and bylines, stand alone. Texts are verbatim: spaces and the line breaks inside a wrapped paragraph stay.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = linesOf(text);
  const blank = (line: Line) => text.slice(line.start, line.end).trim() === '';
  const blocks = lines.some((line, index) => index < lines.length - 1 && blank(line))
    ? blocksBetween(lines, blank).flatMap((block) => unwrap(block, text))
    : lines.filter((line) => !blank(line));
  return blocks.map(({ start, end }, ordinal) => ({ ordinal, text: text.slice(start, end) }));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index });
    start = index + lineBreak.length;
  }
  return [...lines, { start, end: text.length }];
}

function blocksBetween(lines: readonly Line[], blank: (line: Line) => boolean): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (!blank(line)) block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

function unwrap(block: readonly Line[], text: string): Line[] {
  if (block.some(({ start, end }) => end - start > LONGEST_WRAPPED_LINE)) return [...block];
  const paragraphs: Line[] = [];
  let open: Line | undefined;
  for (const line of block) {
    const alone = isByline(text.slice(line.start, line.end));
    if (open && !alone) open = { start: open.start, end: line.end };
    else {
      if (open) paragraphs.push(open);
      open = line;
    }
    if (alone) {
      paragraphs.push(line);
      open = undefined;
    }
  }
  return open ? [...paragraphs, open] : paragraphs;
}
