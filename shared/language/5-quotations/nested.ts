import type { Draft } from './drafts.ts';
import { nodesIn, type ParagraphTree } from './paragraph-tree.ts';

/**
 * Drops what is reported inside what somebody reports: "she said he hopes to win" is hers whole, and no word of his.
 * Words in marks, and what another who is named says in a clause of its own, keep their attribution. Linear.
 */
export function withoutNested(drafts: readonly Draft[], trees: readonly ParagraphTree[]): Draft[] {
  const reaches = reachOf(drafts, trees);
  return drafts.filter((draft) => {
    const { link, paragraph, contents } = draft;
    if (draft.quoted || !link.cue || isSayingOfAnother(trees[paragraph]!, draft)) return true;
    const own = contents.filter((content) => content.paragraph === paragraph);
    const first = Math.min(link.cue.first, ...own.map((content) => content.first));
    const last = Math.max(link.cue.last, ...own.map((content) => content.last));
    return reaches[paragraph]![first]! < last;
  });
}

/** For each node of each paragraph the last node of the contents that begin there or before. */
function reachOf(drafts: readonly Draft[], trees: readonly ParagraphTree[]): Int32Array[] {
  const reaches = trees.map(({ nodes }) => new Int32Array(nodes.length).fill(-1));
  for (const { paragraph, first, last } of drafts.flatMap(({ contents }) => contents)) {
    const reach = reaches[paragraph]!;
    reach[first] = Math.max(reach[first]!, last);
  }
  for (const reach of reaches)
    for (let at = 1; at < reach.length; at++) reach[at] = Math.max(reach[at]!, reach[at - 1]!);
  return reaches;
}

/** `The report says Okonkwo told the police that …` */
function isSayingOfAnother(tree: ParagraphTree, { link: { cueKind, source, decidedBy } }: Draft): boolean {
  if (cueKind !== 'saying' || decidedBy !== 'that' || !source) return false;
  return nodesIn(tree, source).some(({ pos }) => pos === 'PROPN');
}
