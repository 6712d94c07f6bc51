import { isTelling } from './cue-lexicon.ts';
import { cueOf, verbGroup } from './cues.ts';
import type { Link, ParagraphDrafts } from './drafts.ts';
import { nounPhraseFrom, trim } from './noun-phrases.ts';
import { sourceOf } from './sources.ts';
import {
  childrenOf,
  keepPassagesWhole,
  nodesIn,
  subtree,
  type Node,
  type ParagraphTree,
  type Range,
} from './paragraph-tree.ts';
import { isPause } from './punctuation.ts';

interface Found {
  readonly contents: readonly Range[];
  readonly link: Link;
}

/** `…, according to the police`; `In a poll, …`; `As the police reported, …`. */
export function attributeAccordingTo(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const node of tree.nodes) {
    if (tree.quotedAt[node.index]! >= 0 || drafts.cueAt(node.index)) continue;
    const found = accordingTo(tree, node) ?? inPoll(tree, node) ?? asTold(tree, node);
    if (found)
      drafts.add(
        found.contents.map((content) => keepPassagesWhole(tree, content)),
        found.link,
      );
  }
}

const POLL = /^(?:polls?|surveys?|stud(?:y|ies)|filings?)$/u;

/** `In a poll released Monday, half said …`, `Okonkwo leads in the polls`: the poll reports the rest of the clause. */
function inPoll(tree: ParagraphTree, node: Node): Found | null {
  const head = tree.nodes[node.head];
  if (node.lower !== 'in' || node.relation !== 'case' || !head || !POLL.test(head.lower)) return null;
  const sentence = tree.sentences[node.sentence]!;
  const source = nounPhraseFrom(tree, node.index + 1, sentence.last);
  if (!source) return null;
  const link: Link = {
    cue: { first: node.index, last: node.index },
    cueKind: 'assertion',
    source,
    rule: 'in a poll',
  };
  if (node.index === sentence.first) {
    if (tree.nodes[source.last + 1]?.text !== ',') return null;
    return { contents: [trim(tree, { first: source.last + 2, last: sentence.last })], link };
  }
  // "in the polls" is nobody's word.
  if (head.lower.endsWith('s')) return null;
  const clause = clauseOf(tree, head);
  // "took part in the study", "sat in the study"
  if (!clause || (head.lower === 'study' && nodesIn(tree, source).some(({ lower }) => lower === 'the'))) return null;
  if (clause.subtype === 'relcl' || isReporting(clause) || subtree(tree, clause.index).first >= node.index) return null;
  const { first } = subtree(
    tree,
    clause.index,
    ({ relation, head: top }) => relation === 'mark' && top === clause.index,
  );
  return { contents: wordy(tree, [{ first, last: node.index - 1 }]), link };
}

/** The nearest verb or predicate above a node. */
function clauseOf(tree: ParagraphTree, node: Node): Node | undefined {
  let at = tree.nodes[node.head];
  while (at && childrenOf(tree, at, 'nsubj').length === 0) at = tree.nodes[at.head];
  return at;
}

const isReporting = (node: Node) => cueOf(node)?.kind === 'assertion';

function accordingTo(tree: ParagraphTree, node: Node): Found | null {
  if (node.lower !== 'according' || tree.nodes[node.index + 1]?.lower !== 'to') return null;
  const sentence = tree.sentences[node.sentence]!;
  const phrase = nounPhraseFrom(tree, node.index + 2, sentence.last);
  if (!phrase) return null;
  const source = withoutSubject(tree, phrase);
  const cue = { first: node.index, last: node.index + 1 };
  const head = nodesIn(tree, source).find((word) => word.head < cue.first || word.head > source.last);
  const contents = withoutAside(tree, { first: cue.first, last: source.last }, tree.nodes[head?.head ?? -1]);
  return contents.length > 0 ? { contents, link: { cue, cueKind: 'assertion', source, rule: 'according to' } } : null;
}

/** `according to Marsh, interest rates | have moved`: a subject that the tree takes for the source's apposition. */
function withoutSubject(tree: ParagraphTree, { first, last }: Range): Range {
  const next = tree.nodes[last + 1];
  const comma = nodesIn(tree, { first, last }).findLast(({ text }) => text === ',');
  const swallows = comma && comma.index > first && (next?.pos === 'VERB' || next?.pos === 'AUX');
  return { first, last: swallows ? comma.index - 1 : last };
}

/** `As the police noted, …`, `…, as first reported by the Herald`. */
function asTold(tree: ParagraphTree, verb: Node): Found | null {
  if (verb.relation !== 'advcl' || !isToldOf(verb) || childrenOf(tree, verb, 'ccomp', 'xcomp', 'obj').length > 0)
    return null;
  const aside = trim(tree, subtree(tree, verb.index));
  const as = tree.nodes[aside.first]!;
  if (as.lower !== 'as' || as.head !== verb.index) return null;
  if (!isPause(tree.nodes[aside.last + 1]) && aside.last < tree.sentences[verb.sentence]!.last - 1) return null;
  const source = sourceOf(tree, verb);
  if (!source || source.first < aside.first || source.last > aside.last) return null;
  const contents = withoutAside(tree, aside, tree.nodes[verb.head]);
  const cue = verbGroup(tree, verb);
  return contents.length > 0 ? { contents, link: { cue, cueKind: 'assertion', source, rule: 'according to' } } : null;
}

function isToldOf(verb: Node): boolean {
  const cue = cueOf(verb);
  return cue !== undefined && isTelling(cue);
}

/** A sentence without the words that tell whose it is: what stands before them, after them, or, where they part the clause, both. */
function withoutAside(tree: ParagraphTree, aside: Range, predicate: Node | undefined): Range[] {
  const sentence = tree.sentences[tree.nodes[aside.first]!.sentence]!;
  const colon = nodesIn(tree, { first: sentence.first, last: aside.first - 1 }).findLast(
    ({ text, index }) => /^[:;]$/u.test(text) && tree.quotedAt[index]! < 0,
  );
  const before = { first: colon ? colon.index + 1 : sentence.first, last: aside.first - 1 };
  const after = { first: aside.last + 1, last: sentence.last };
  const isOpening = nodesIn(tree, before).every(({ pos }) => pos === 'CCONJ' || pos === 'PUNCT');
  const isPaused = isPause(tree.nodes[before.last]);
  if (isOpening || isConnective(tree.nodes[isPaused ? before.last - 1 : before.last])) return wordy(tree, [after]);
  const isOpen =
    (predicate !== undefined && predicate.index > aside.last) ||
    !nodesIn(tree, before).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return wordy(tree, isPaused && isPause(tree.nodes[after.first]) && isOpen ? [before, after] : [before]);
}

/** `…, but, according to …`, `… that according to …` */
const isConnective = (node: Node | undefined) => /^(?:SCONJ|CCONJ|ADP)$/u.test(node?.pos ?? '');

function wordy(tree: ParagraphTree, ranges: readonly Range[]): Range[] {
  return ranges
    .filter(({ first, last }) => first <= last)
    .map((range) => trim(tree, range))
    .filter((range) => nodesIn(tree, range).some(({ pos }) => pos !== 'PUNCT'));
}
