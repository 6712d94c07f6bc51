import type { Frame, VerbCue } from './cue-lexicon.ts';
import { childrenOf, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { trim } from './noun-phrases.ts';

/** What a cue governs, and where its own words end. */
export interface Governed {
  readonly content: Range;
  readonly frame: Frame;
  /** Last node of the cue: a preposition or particle of its own. */
  readonly cueEnd: number;
}

/** A clause that a verb governs: "said [that …]", "[…], he said"; or a noun phrase, by the cue's frames. */
export function governed(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  return clause(tree, verb, cue) ?? named(tree, verb, cue) ?? order(tree, verb, cue) ?? about(tree, verb, cue) ?? thing(tree, verb, cue) ?? around(tree, verb, cue);
}

const ownBranch = (verb: Node) => (node: Node) => node.index === verb.index;

function clause(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!cue.frames.has('that')) return null;
  const complements = childrenOf(tree, verb, 'ccomp', 'xcomp');
  const complement = [...complements.filter(({ index }) => index > verb.index), ...complements].find(
    (node) => node.relation === 'ccomp' || (!cue.frames.has('name') && !(cue.frames.has('order') && childrenOf(tree, verb, 'obj').length > 0)),
  );
  if (!complement) return null;
  const range = subtree(tree, complement.index, ownBranch(verb));
  if (range.first < verb.index && range.last > verb.index) return null;
  return { content: trim(tree, range), frame: 'that', cueEnd: verb.index };
}

function named(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!cue.frames.has('name')) return null;
  const object = childrenOf(tree, verb, 'obj').find(({ index }) => index > verb.index);
  const name = childrenOf(tree, verb, 'xcomp', 'obl', 'advcl', 'ccomp').find(
    (node) =>
      node.index > verb.index &&
      (node.relation === 'xcomp' || node.relation === 'ccomp' || childrenOf(tree, node, 'case', 'mark').some(({ lower }) => lower === 'as')),
  );
  if (!name) return null;
  const range = subtree(tree, name.index);
  const first = object ? Math.min(subtree(tree, object.index).first, range.first) : range.first;
  return { content: trim(tree, { first, last: range.last }), frame: 'name', cueEnd: verb.index };
}

function order(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!cue.frames.has('order')) return null;
  const task = childrenOf(tree, verb, 'xcomp', 'ccomp', 'advcl').find((node) => node.index > verb.index && childrenOf(tree, node, 'mark').some(({ lower }) => lower === 'to'));
  if (!task) return null;
  const object = childrenOf(tree, verb, 'obj', 'iobj', 'obl').find(({ index }) => index > verb.index && index < task.index);
  const range = subtree(tree, task.index);
  const first = object ? Math.min(subtree(tree, object.index, ({ relation }) => relation === 'case').first, range.first) : range.first;
  const on = object && childrenOf(tree, object, 'case').at(0);
  return { content: trim(tree, { first, last: range.last }), frame: 'order', cueEnd: on && on.index === verb.index + 1 ? on.index : verb.index };
}

function about(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  const prepositions = new Set([...cue.frames.values()].flat());
  if (prepositions.size === 0) return null;
  for (const node of childrenOf(tree, verb, 'obl', 'advcl', 'nmod', 'xcomp')) {
    if (node.index < verb.index) continue;
    const preposition = childrenOf(tree, node, 'case', 'mark').find(({ lower }) => prepositions.has(lower));
    if (!preposition || preposition.lower === 'as') continue;
    const range = subtree(tree, node.index);
    return { content: trim(tree, { first: preposition.index + 1, last: Math.max(range.last, preposition.index + 1) }), frame: 'thing', cueEnd: preposition.index };
  }
  return null;
}

function thing(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!cue.frames.has('thing')) return null;
  const passive = childrenOf(tree, verb, 'aux').some(({ subtype }) => subtype === 'pass');
  const object = passive ? childrenOf(tree, verb, 'nsubj').at(0) : childrenOf(tree, verb, 'obj').find(({ index }) => index > verb.index);
  if (!object) return null;
  const range = subtree(tree, object.index, ownBranch(verb));
  return { content: trim(tree, range), frame: 'thing', cueEnd: verb.index };
}

/** `They will go, he said.`: the cue hangs below the clause that it reports. */
function around(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!cue.frames.has('that') || verb.relation !== 'parataxis' || verb.head < 0 || verb.head > verb.index) return null;
  if (childrenOf(tree, verb, 'nsubj').length === 0) return null;
  const range = subtree(tree, verb.head, ownBranch(verb));
  return { content: trim(tree, range), frame: 'that', cueEnd: verb.index };
}
