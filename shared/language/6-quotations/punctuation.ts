import { endsSentence } from './cues.ts';
import type { Node, ParagraphTree, QuotedRange } from './paragraph-tree.ts';

/** A comma or a dash, as between a passage and its attribution. */
export const isPause = (node: Node | undefined): boolean => /^[,–—-]+$/u.test(node?.text ?? '');

export const isDash = (node: Node | undefined): boolean => /^(?:–|—|―|-|--)$/u.test(node?.text ?? '');

/** How many characters of closing marks and spaces may follow the last one of a passage. */
const TAIL = 6;

/** The last character between the marks, without marks and spaces. */
export function lastCharacter(tree: ParagraphTree, { passage }: QuotedRange): string {
  const tail = tree.paragraph.text.slice(Math.max(passage.innerStart, passage.innerEnd - TAIL), passage.innerEnd);
  return tail.replace(/(?<![\s'"’”])[\s'"’”]+$/u, '').at(-1) ?? '';
}

/** Whether a passage goes on in mid-sentence: it begins with a small letter. */
export function startsLower(tree: ParagraphTree, { passage }: QuotedRange): boolean {
  return /^[\p{Ll}…]/u.test(tree.paragraph.text.slice(passage.innerStart, passage.innerStart + 1));
}

/** Whether the text ends a sentence right before an offset, be it within closing marks. */
export function stopsBefore(tree: ParagraphTree, end: number): boolean {
  return /[.!?]['"”’]*$/u.test(tree.paragraph.text.slice(Math.max(0, end - TAIL), end));
}

/** Whether a passage ends where its sentence does. */
export function fillsSentence(tree: ParagraphTree, passage: QuotedRange): boolean {
  const goesOn = /^(?:\p{Ll}|,)/u.test(tree.nodes[passage.last + 1]?.text ?? '');
  return (/[.!?…]/u.test(lastCharacter(tree, passage)) && !goesOn) || endsSentence(tree, passage.last + 1);
}
