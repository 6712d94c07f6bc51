import { isByline } from './bylines.ts';
import { endOfDateline } from './dateline.ts';

/** Mail and wire systems wrap at 65 to 100 columns; a longer line was not wrapped, so it is a paragraph by itself. */
const LONGEST_WRAPPED_LINE = 120;

/** Of the line ends of text that was wrapped without blank lines, at least so many are amid a sentence. */
const LEAST_WRAPPED_SHARE = 0.2;
const LEAST_WRAPPED_ENDS = 2;

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

export interface TextParagraph {
  readonly text: string;
}

/**
 * Paragraphs by blank line, by indented first line, or by line where neither tells and the lines were not wrapped. The lines
 * of a paragraph that was wrapped are joined; lines that are too long to have been wrapped, and bylines, stand alone.
 */
export function splitParagraphs(text: string): TextParagraph[] {
  const lines = text.split(LINE_BREAK).map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  while (lines[0] === '') lines.shift();
  const blocks = lines.includes('') ? blocksBetween(lines) : [lines];
  const wrapped = lines.includes('') || isWrapped(lines);
  return blocks
    .flatMap((block) => (isIndented(block) ? byIndent(block) : wrapped ? unwrap(block) : block.map((line) => [line])))
    .map((paragraph) => ({ text: joinLines(paragraph) }))
    .filter(({ text }) => text !== '');
}

function blocksBetween(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return blocks;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Some lines are set in, one alone may be a slip, and others follow them: those that are set in begin paragraphs. */
function isIndented(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > LONGEST_WRAPPED_LINE)) return false;
  const indents = lines.map(indentOf);
  const inner = indents.filter((indent) => indent > 0).length;
  const followed = indents.some((indent, index) => indent > 0 && indents[index + 1] === 0);
  return inner > 1 && followed && inner < lines.length;
}

/** Headline and byline stand above the first line that is set in. */
function byIndent(lines: readonly string[]): string[][] {
  const story = lines.findIndex((line) => indentOf(line) > 0);
  const above = story > 0 ? unwrap(lines.slice(0, story)) : [];
  return [...above, ...group(lines.slice(story), (line) => indentOf(line) > 0)];
}

function isWrapped(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > LONGEST_WRAPPED_LINE)) return false;
  const amid = lines.filter((line, index) => /[\p{L}\p{N},]$/u.test(line) && /^\p{Ll}/u.test(lines[index + 1] ?? ''));
  return amid.length >= LEAST_WRAPPED_ENDS && amid.length >= (lines.length - 1) * LEAST_WRAPPED_SHARE;
}

const ENDS_SENTENCE = /[.!?:…]["”’')]?$/;
const BEGINS_ANEW = /^["“‘'(—–-]?[\p{Lu}\p{N}]/u;
const BULLET = /^(?:[-*•–—]|\d{1,2}[.)]) /;
const SPEAKER_LABEL = /^(?:Q|A|\p{Lu}[\p{L}.'’ -]{1,30}): /u;

/** A line ends a paragraph where the next word would have fitted on it, and sentence and line end together. */
function unwrap(block: readonly string[]): string[][] {
  if (block.some((line) => line.length > LONGEST_WRAPPED_LINE)) return block.map((line) => [line]);
  const width = Math.max(...block.map((line) => line.length));
  return group(block, (line, before, isFirst) => {
    if (isByline(line) || isByline(before) || BULLET.test(line)) return true;
    const nextWord = /^\s*\S+/.exec(line)![0].trim();
    if (before.length + 1 + nextWord.length > width) return false;
    if (SPEAKER_LABEL.test(line) && SPEAKER_LABEL.test(before)) return true;
    if (isFirst && endOfDateline(line) !== undefined) return true;
    return ENDS_SENTENCE.test(before) && BEGINS_ANEW.test(line);
  });
}

/** Cuts before each line that begins anew. */
function group(
  lines: readonly string[],
  begins: (line: string, before: string, isFirst: boolean) => boolean,
): string[][] {
  const groups: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || begins(line, lines[index - 1]!, index === 1)) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

/** A word with a hyphen that was wrapped at it keeps the hyphen. */
function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines.map((line) => line.trim())) {
    const tight = joined === '' || (/\p{L}-$/u.test(joined) && /^\p{Ll}/u.test(line));
    joined += tight ? line : ` ${line}`;
  }
  return joined;
}
