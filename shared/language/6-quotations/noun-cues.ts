import { adjectiveCue, carriesNoun, nounCue, receivesNoun } from './cue-lexicon.ts';
import type { CueKind } from './cue-words.ts';
import type { Link } from './drafts.ts';
import { nounPhrase, trim } from './noun-phrases.ts';
import { sourceOf } from './sources.ts';
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
  const received = owner ? null : receivedBy(tree, noun, kind);
  if (received) return received;
  const content =
    clauseOf(tree, noun) ??
    predicateOf(tree, noun) ??
    (isCarried(tree, noun)
      ? (aboutOf(tree, noun) ?? aboutOf(tree, tree.nodes[noun.head]!, noun))
      : owner
        ? aboutOf(tree, noun)
        : null);
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
    link: { cue: { first: Math.min(first, noun.index), last: noun.index }, cueKind: kind, source, rule: 'noun' },
  };
}

/** `The bill won the support of farmers`: what is said or believed is of the subject. */
function receivedBy(tree: ParagraphTree, noun: Node, cueKind: CueKind): Reported | null {
  const verb = tree.nodes[noun.head];
  if (noun.relation !== 'obj' || verb?.pos !== 'VERB' || !receivesNoun(verb.lower)) return null;
  // "accusations of fraud": what is said, not who says it.
  const giver = cueKind === 'belief' ? FROM : /^(?:by|from)$/u;
  const from = childrenOf(tree, noun, 'nmod').find((node) => node.index > noun.index && hasCase(tree, node, giver));
  const subject = sourceOf(tree, verb);
  if (!from || !subject || subject.last >= noun.index) return null;
  return {
    content: subject,
    link: {
      cue: { first: verb.index < noun.index ? verb.index : noun.index, last: noun.index },
      cueKind,
      source: nounPhrase(tree, from),
      rule: 'noun',
    },
  };
}

/** `raised concerns about`, `made a case for`: the verb only carries the noun. */
function isCarried(tree: ParagraphTree, noun: Node): boolean {
  const verb = tree.nodes[noun.head];
  return noun.relation === 'obj' && verb?.pos === 'VERB' && carriesNoun(verb.lower);
}

const hasCase = (tree: ParagraphTree, node: Node, words: RegExp) =>
  childrenOf(tree, node, 'case').some(({ lower }) => words.test(lower));

function clauseOf(tree: ParagraphTree, noun: Node): Range | null {
  const clause = childrenOf(tree, noun, 'acl', 'ccomp').find(
    (node) =>
      node.index > noun.index &&
      node.subtype !== 'relcl' &&
      node.children
        .map((child) => tree.nodes[child]!)
        .some(({ lower, pos, relation }) => /^(?:that|to)$/u.test(lower) && (relation === 'mark' || pos === 'SCONJ')),
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

/** What a noun is about: "doubts about the dam"; where the verb that carries it has the phrase, right after the noun. */
function aboutOf(tree: ParagraphTree, head: Node, noun: Node = head): Range | null {
  const about = childrenOf(tree, head, 'nmod', 'acl', 'obl').find(
    (node) =>
      node.index > noun.index &&
      childrenOf(tree, node, 'case', 'mark').some(
        ({ lower, index }) => ABOUT.test(lower) && (head === noun || index === noun.index + 1),
      ),
  );
  if (!about) return null;
  const range = subtree(tree, about.index);
  return trim(tree, { first: range.first + 1, last: Math.max(range.last, range.first + 1) });
}

/** `She is confident that …`, `they seem aware of …`, `voters angry at …`. */
export function reportedByAdjective(tree: ParagraphTree, adjective: Node): Reported | null {
  const cueKind: CueKind | undefined = adjective.pos === 'ADJ' ? adjectiveCue(adjective.lower) : undefined;
  if (!cueKind) return null;
  const clause = childrenOf(tree, adjective, 'ccomp', 'xcomp', 'advcl').find(
    (node) =>
      node.index > adjective.index && (node.relation !== 'advcl' || hasMark(tree, node, /^(?:that|to|if|whether)$/u)),
  );
  const about = childrenOf(tree, adjective, 'obl', 'advcl').find(
    (node) =>
      node.index > adjective.index &&
      !/^(?:first|last|least|point|moment|time|times)$/u.test(node.lower) &&
      (hasCase(tree, node, OF_FEELING) || hasMark(tree, node, OF_FEELING)),
  );
  const content = clause
    ? subtree(tree, clause.index)
    : about
      ? { first: subtree(tree, about.index).first + 1, last: subtree(tree, about.index).last }
      : null;
  const source = holderOf(tree, adjective);
  if (!source || !content || content.first > content.last) return null;
  const copula = childrenOf(tree, adjective, 'cop', 'aux').at(0);
  const cue = {
    first: copula && copula.index > source.last ? copula.index : adjective.index,
    last: clause ? adjective.index : content.first - 1,
  };
  return { content: trim(tree, content), link: { cue, cueKind, source, rule: 'adjective' } };
}

const OF_FEELING = /^(?:of|about|on|for|against|to|with|toward|towards|over|in|at|by)$/u;

const hasMark = (tree: ParagraphTree, node: Node, words: RegExp) =>
  childrenOf(tree, node, 'mark').some(({ lower }) => words.test(lower));

/** Who feels so: the adjective's subject, the noun that it follows, or the subject of the verb that it completes. */
function holderOf(tree: ParagraphTree, adjective: Node): Range | null {
  const subject = childrenOf(tree, adjective, 'nsubj').at(-1);
  if (subject) return nounPhrase(tree, subject);
  const head = tree.nodes[adjective.head];
  if (!head || head.index > adjective.index) return null;
  const isOwn = (node: Node) => node.index === adjective.index;
  // "make sure that it stays"
  if (/^ma(?:k|d)/u.test(head.lower)) return null;
  if (adjective.relation === 'amod') return nounPhrase(tree, head, isOwn);
  return ['xcomp', 'advcl'].includes(adjective.relation) && head.pos === 'VERB' ? sourceOf(tree, head) : null;
}
