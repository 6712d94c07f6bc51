import { isSaying } from './cues.ts';
import type { ParagraphDrafts } from './drafts.ts';
import { trim } from './noun-phrases.ts';
import { sourceOf } from './sources.ts';
import { keepPassagesWhole, nodesIn } from './paragraph-tree.ts';
import { nameBeforeColon } from './signatures.ts';

/** `Kishida: Japan will stand firm`: a headline or a line of an interview. */
export function attributeHeadline(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  const colon = tree.nodes.slice(0, 16).findIndex(({ text, index }) => text === ':' && tree.quotedAt[index]! < 0);
  if (colon < 1 || colon === tree.nodes.length - 1) return;
  if (tree.sentences.length > 3 && tree.paragraph.ordinal > 0 && tree.quotedAt[colon + 1]! < 0) return;
  const headline = tree.paragraph.ordinal === 0;
  const quoted = tree.quotedAt[colon + 1]! >= 0;
  if (!headline && !quoted) return;
  const source = nameBeforeColon(tree, { first: 0, last: colon });
  if (!source) return;
  const rest = trim(tree, { first: colon + 1, last: tree.nodes.length - 1 });
  const content = headline ? keepPassagesWhole(tree, rest) : tree.quoted[tree.quotedAt[colon + 1]!]!;
  if (
    nodesIn(tree, content).some(
      (node, at) => at > 2 && isSaying(node) && tree.quotedAt[node.index]! < 0 && headline && sourceOf(tree, node),
    )
  )
    return;
  drafts.add([content], {
    cue: { first: colon, last: colon },
    cueKind: 'assertion',
    source,
    rule: headline ? 'headline' : 'colon',
  });
}
