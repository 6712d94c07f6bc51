import type { Link, ParagraphDrafts } from './drafts.ts';
import { nounPhraseFrom, trim } from './noun-phrases.ts';
import { keepPassagesWhole, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

/** `…, according to the police`; `In a poll, …`. */
export function attributeAccordingTo(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const node of tree.nodes) {
    if (tree.quotedAt[node.index]! >= 0 || drafts.cueAt(node.index)) continue;
    const found = accordingTo(tree, node) ?? inPoll(tree, node);
    if (found) drafts.add([found.content], found.link);
  }
}

const POLL = /^(?:polls?|surveys?|stud(?:y|ies)|filings?)$/u;

/** `In a poll released Monday, half said …`: the poll reports the whole sentence. */
function inPoll(tree: ParagraphTree, node: Node): { content: Range; link: Link } | null {
  const sentence = tree.sentences[node.sentence]!;
  if (node.index !== sentence.first || node.lower !== 'in') return null;
  const head = tree.nodes[node.head];
  if (!head || !POLL.test(head.lower)) return null;
  const source = nounPhraseFrom(tree, node.index + 1, sentence.last);
  if (!source || tree.nodes[source.last + 1]?.text !== ',') return null;
  const content = trim(tree, { first: source.last + 2, last: sentence.last });
  const cue = { first: node.index, last: node.index };
  return {
    content: keepPassagesWhole(tree, content),
    link: { cue, cueKind: 'saying', source, decidedBy: 'in a poll' },
  };
}

function accordingTo(tree: ParagraphTree, node: Node): { content: Range; link: Link } | null {
  if (node.lower !== 'according' || tree.nodes[node.index + 1]?.lower !== 'to') return null;
  const sentence = tree.sentences[node.sentence]!;
  const source = nounPhraseFrom(tree, node.index + 2, sentence.last);
  if (!source) return null;
  const cue = { first: node.index, last: node.index + 1 };
  const before = trim(tree, { first: sentence.first, last: node.index - 1 });
  const after = trim(tree, { first: source.last + 1, last: sentence.last });
  const content = node.index > sentence.first + 1 ? before : after;
  if (content.first > content.last || (content.first >= node.index && content.first <= source.last)) return null;
  return {
    content: keepPassagesWhole(tree, content),
    link: { cue, cueKind: 'saying', source, decidedBy: 'according to' },
  };
}
