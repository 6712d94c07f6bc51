import { adjectiveCue, nounCue } from './cue-lexicon.ts';
import type { CueKind } from './cue-words.ts';
import type { Link } from './drafts.ts';
import { nounPhrase, sourceOf, trim } from './noun-phrases.ts';
import { childrenOf, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

/** What a noun or an adjective reports: "Petrov's claim that …", "she is sure that …". */
export interface Reported {
  readonly content: Range;
  readonly link: Link;
}

const ABOUT = /^(?:of|about|on|for|against|to|with|toward|towards|over)$/u;
const FROM = /^(?:by|from|of|among)$/u;

/** `Petrov's claim that …`, `her criticism of …`, `his argument is that …`. */
export function reportedByNoun(tree: ParagraphTree, noun: Node): Reported | null {
  const kind = noun.pos === 'NOUN' ? nounCue(noun.lower) : undefined;
  if (!kind) return null;
  const owner = childrenOf(tree, noun, 'nmod').find(({ subtype }) => subtype === 'poss');
  const content = clauseOf(tree, noun) ?? predicateOf(tree, noun) ?? (owner ? aboutOf(tree, noun) : null);
  if (!content) return null;
  const from = childrenOf(tree, noun, 'nmod').find(
    (node) => node.index > noun.index && node.index < content.first && hasCase(tree, node, FROM),
  );
  const verb = tree.nodes[noun.head];
  const by =
    !owner && !from && verb?.pos === 'VERB' && ['obj', 'obl'].includes(noun.relation) ? sourceOf(tree, verb) : null;
  const source = owner ? trim(tree, subtree(tree, owner.index)) : from ? nounPhrase(tree, from) : by;
  const first = owner && owner.index < noun.index ? subtree(tree, owner.index).last + 1 : noun.index;
  return {
    content,
    link: { cue: { first: Math.min(first, noun.index), last: noun.index }, cueKind: kind, source, decidedBy: 'noun' },
  };
}

const hasCase = (tree: ParagraphTree, node: Node, words: RegExp) =>
  childrenOf(tree, node, 'case').some(({ lower }) => words.test(lower));

function clauseOf(tree: ParagraphTree, noun: Node): Range | null {
  const clause = childrenOf(tree, noun, 'acl', 'ccomp').find(
    (node) =>
      node.index > noun.index &&
      node.subtype !== 'relcl' &&
      childrenOf(tree, node, 'mark').some(({ lower }) => lower === 'that' || lower === 'to'),
  );
  return clause ? trim(tree, subtree(tree, clause.index)) : null;
}

/** `The answer was that …`: what is said is the predicate. */
function predicateOf(tree: ParagraphTree, noun: Node): Range | null {
  const predicate = tree.nodes[noun.head];
  if (noun.relation !== 'nsubj' || !predicate) return null;
  const copula = childrenOf(tree, predicate, 'cop').at(-1);
  const that = childrenOf(tree, predicate, 'mark').find(({ lower, index }) => lower === 'that' && index > noun.index);
  if (that) return trim(tree, { first: that.index, last: subtree(tree, predicate.index).last });
  const isCopula = predicate.pos === 'AUX' || /^(?:is|was|are|were|be|been)$/u.test(predicate.lower);
  const clause = childrenOf(tree, predicate, 'ccomp').find(
    (node) =>
      isCopula && node.index > noun.index && childrenOf(tree, node, 'mark').some(({ lower }) => lower === 'that'),
  );
  if (clause) return trim(tree, subtree(tree, clause.index));
  return copula && tree.quotedAt[copula.index + 1]! >= 0 ? tree.quoted[tree.quotedAt[copula.index + 1]!]! : null;
}

function aboutOf(tree: ParagraphTree, noun: Node): Range | null {
  const about = childrenOf(tree, noun, 'nmod', 'acl').find(
    (node) => node.index > noun.index && childrenOf(tree, node, 'case', 'mark').some(({ lower }) => ABOUT.test(lower)),
  );
  if (!about) return null;
  const range = subtree(tree, about.index);
  return trim(tree, { first: range.first + 1, last: Math.max(range.last, range.first + 1) });
}

/** `She is confident that …`, `they are aware of …`. */
export function reportedByAdjective(tree: ParagraphTree, adjective: Node): Reported | null {
  const kind: CueKind | undefined = adjective.pos === 'ADJ' ? adjectiveCue(adjective.lower) : undefined;
  if (!kind) return null;
  const subject = childrenOf(tree, adjective, 'nsubj').at(-1);
  const clause = childrenOf(tree, adjective, 'ccomp', 'xcomp', 'advcl').find((node) => node.index > adjective.index);
  const about = childrenOf(tree, adjective, 'obl').find(
    (node) => node.index > adjective.index && hasCase(tree, node, ABOUT),
  );
  const content = clause
    ? subtree(tree, clause.index)
    : about
      ? { first: subtree(tree, about.index).first + 1, last: subtree(tree, about.index).last }
      : null;
  if (!subject || !content || content.first > content.last) return null;
  const copula = childrenOf(tree, adjective, 'cop', 'aux').at(0);
  const cue = {
    first: copula && copula.index > subject.index ? copula.index : adjective.index,
    last: clause ? adjective.index : content.first - 1,
  };
  return {
    content: trim(tree, content),
    link: { cue, cueKind: kind, source: nounPhrase(tree, subject), decidedBy: 'adjective' },
  };
}
