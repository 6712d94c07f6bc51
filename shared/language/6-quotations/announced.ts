import { attributionEnding } from './attribution-before.ts';
import type { Neighbourhood } from './passage-sieves.ts';
import { isSaying } from './cues.ts';
import { childrenOf, type ParagraphTree } from './paragraph-tree.ts';

/** Fewest nodes of a paragraph that is a speech rather than the heading of a list. */
const SHORTEST_SPEECH = 6;

/** `In a statement, the ministry said:` and then, as a paragraph of its own and without marks, what it said. */
export function attributeAnnounced({ drafts, previous }: Neighbourhood): void {
  const { tree } = drafts;
  const end = (previous?.nodes.length ?? 0) - 1;
  if (previous?.nodes[end]?.text !== ':' || tree.quoted[0]?.first === 0) return;
  if (tree.nodes.length < SHORTEST_SPEECH || !/^[\p{L}…]/u.test(tree.paragraph.text)) return;
  if (isReport(tree)) return;
  const link = attributionEnding(previous, { first: previous.sentences.at(-1)!.first, last: end });
  if (link?.rule !== 'cue before' || !link.source) return;
  const whole = { first: 0, last: tree.nodes.length - 1 };
  drafts.add([whole], { ...link, rule: 'announced' }, previous.paragraph.ordinal);
}

/** Whether a sentence of the paragraph tells what somebody says: the words are the reporter's again. */
function isReport(tree: ParagraphTree): boolean {
  return tree.nodes.some(
    (node) =>
      isSaying(node) &&
      node.relation === 'root' &&
      childrenOf(tree, node, 'nsubj').some(({ lower }) => !/^(?:i|we|you|it|that|this)$/u.test(lower)),
  );
}
