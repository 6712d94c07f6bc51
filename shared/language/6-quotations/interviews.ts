import type { ParagraphDrafts } from './drafts.ts';
import { trim } from './noun-phrases.ts';
import type { ParagraphTree } from './paragraph-tree.ts';

/** What decides the turns of an interview. */
export const INTERVIEW = 'interview';

/** Label of the one who is interviewed. */
export const ANSWER = 'A';

/** Most nodes of "Prime Minister Hanna Lindqvist:". */
const LONGEST_LABEL = 6;

/** Who takes turns in an interview or a transcript: surnames before a colon that come more than once, at least two of them. */
export function speakersInTurn(paragraphs: readonly ParagraphTree[]): ReadonlySet<string> {
  const once = new Set<string>();
  const recurring = new Set<string>();
  for (const label of paragraphs.map(labelOf)) {
    if (label === undefined) continue;
    (once.has(label) ? recurring : once).add(label);
  }
  return recurring.size > 1 ? recurring : new Set();
}

/** `Okafor: Nobody listened.`, `A: I would do it again.`: a turn, in words without marks; what is quoted within it keeps its own speaker. */
export function attributeTurn(drafts: ParagraphDrafts, speakers: ReadonlySet<string>): void {
  const { tree } = drafts;
  const label = labelOf(tree);
  if (label === undefined || !speakers.has(label)) return;
  const colon = tree.nodes.findIndex(({ text }) => text === ':');
  const content = { first: colon + 1, last: tree.nodes.length - 1 };
  if (content.first > content.last) return;
  drafts.add([content], {
    cue: { first: colon, last: colon },
    cueKind: 'assertion',
    source: trim(tree, { first: 0, last: colon - 1 }),
    rule: INTERVIEW,
  });
}

/** The last word before a colon with which a paragraph begins, where all are written as names are: a surname, or "Q". */
function labelOf({ nodes, quotedAt }: ParagraphTree): string | undefined {
  const colon = nodes.slice(0, LONGEST_LABEL + 1).findIndex((node) => node.text === ':');
  if (colon < 1 || quotedAt[colon]! >= 0) return undefined;
  const words = nodes.slice(0, colon);
  if (!words.every((word) => /^[\p{Lu}(]/u.test(word.text) || word.pos === 'PUNCT')) return undefined;
  return words.at(-1)!.text;
}
