import { isVerb } from './cues.ts';
import type { Link } from './drafts.ts';
import { trim } from './noun-phrases.ts';
import { childrenOf, nodesIn, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { isDash } from './punctuation.ts';

/** Most nodes of a name with its role: longer stretches are clauses. */
const LONGEST_NAME = 14;

/** `"…" — Prime Minister Ishiba`: a dash and a name up to the end of the line. */
export function attributionInTail(tree: ParagraphTree, index: number): Link | null {
  const passage = tree.quoted[index]!;
  const dash = passage.last + 1;
  if (!isDash(tree.nodes[dash]) || (passage.first > 0 && index === 0)) return null;
  return signature(tree, dash);
}

/** A dash with a name, a role or both after it, and nothing else up to the end of the paragraph. */
export function signature(tree: ParagraphTree, dash: number): Link | null {
  if (!isDash(tree.nodes[dash])) return null;
  const source = trim(tree, { first: dash + 1, last: tree.nodes.length - 1 });
  const nodes = nodesIn(tree, source);
  if (
    nodes.length === 0 ||
    // "- an exile himself -": a note between dashes.
    tree.nodes.slice(source.last + 1).some(isDash) ||
    nodes.length > LONGEST_NAME ||
    !/^\p{Lu}/u.test(nodes[0]!.text) ||
    nodes.some(({ pos }) => pos === 'VERB')
  )
    return null;
  return { cue: { first: dash, last: dash }, cueKind: 'assertion', source, rule: 'signature' };
}

/** Labels that end with a colon and name nobody. */
const LABEL =
  /^(?:the latest|exclusive|breaking|watch|video|photos?|opinion|editorial|live|update|related|more|read more|listen|gallery|review|analysis|note|p\.?s|a|q|.* live)$/iu;

/** `Sullivan:` at the start of a line or sentence: a name, a role, a publication; not a label, not a clause. */
export function nameBeforeColon(tree: ParagraphTree, { first, last }: Range): Range | null {
  const source = trim(tree, { first, last: last - 1 });
  const nodes = nodesIn(tree, source);
  if (
    nodes.length > LONGEST_NAME ||
    nodes.length === 0 ||
    nodes.some((node) => isVerb(node) && (!/^\p{Lu}/u.test(node.text) || childrenOf(tree, node, 'nsubj').length > 0))
  )
    return null;
  const text = tree.paragraph.text.slice(nodes[0]!.start, nodes.at(-1)!.end);
  if (LABEL.test(text) || !nodes.some(({ text: word }) => /^\p{Lu}/u.test(word))) return null;
  return source;
}
