import { isAsking, isTelling, nounCue, takesAddressee, type VerbCue } from './cue-lexicon.ts';
import type { Governed } from './clause-extent.ts';
import { DOCUMENTS } from './documents.ts';
import { cueOf, isSaying, isVerb } from './cues.ts';
import { childrenOf, nodesIn, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

/** `asked her if it was true`: the clause reads like a condition. */
export function question(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  const clause = childrenOf(tree, verb, 'advcl').find(
    (node) => node.index > verb.index && childrenOf(tree, node, 'mark').some(({ lower }) => WHETHER.test(lower)),
  );
  if (!clause || !isAsking(cue)) return null;
  return { content: subtree(tree, clause.index), frame: 'that', cueEnd: verb.index };
}

const WHETHER = /^(?:if|whether)$/u;

/** A clause that the tree does not show: `did not say when it would open`, `said on "Meet the Press" that …`. */
export function wonder(tree: ParagraphTree, verb: Node): Governed | null {
  const adverbial = childrenOf(tree, verb, 'advcl').find(({ index }) => index > verb.index);
  if (adverbial && /^(?:when|where|why|how|whether|what|who)$/u.test(tree.nodes[verb.index + 1]?.lower ?? '')) {
    return { content: subtree(tree, adverbial.index), frame: 'that', cueEnd: verb.index };
  }
  const { last } = tree.sentences[verb.sentence]!;
  const circumstance = nodesIn(tree, {
    first: verb.index + 1,
    last: Math.min(last, verb.index + LONGEST_CIRCUMSTANCE),
  });
  const that = circumstance.find(({ lower, index }) => lower === 'that' && tree.quotedAt[index]! < 0);
  if (!that || !isSaying(verb) || verb.subtype === 'relcl' || that.index === last) return null;
  const between = circumstance.slice(0, that.index - verb.index - 1);
  // Only a title leads parsers so far astray.
  if (!between.some(({ index }) => inTitle(tree, index))) return null;
  if (between.some(({ pos, index }) => (pos === 'VERB' || pos === 'AUX') && !inTitle(tree, index))) return null;
  return { content: { first: that.index, last }, frame: 'that', cueEnd: verb.index };
}

/** Most nodes between a verb of saying and its "that": where, when and to whom. */
const LONGEST_CIRCUMSTANCE = 14;

/** Most nodes of a title. */
const LONGEST_TITLE = 14;

/** Whether a node stands in a title in marks. */
export function inTitle(tree: ParagraphTree, index: number): boolean {
  for (let last = index; last < index + LONGEST_TITLE; last++) {
    const title = tree.titles.get(last);
    if (title) return title.first <= index;
  }
  return false;
}

/** `Okonkwo said the repairs and the delay had cost …`, where the tree has lost the clause. */
export function unparsed(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  if (!takesClauses(cue) || ['acl', 'amod', 'compound'].includes(verb.relation)) return null;
  const last = endOfReport(tree, verb);
  const told = toldBefore(tree, verb);
  if (told) return told;
  const start = afterAddressee(tree, verb);
  const near = nodesIn(tree, { first: start, last: Math.min(last, start + LONGEST_CIRCUMSTANCE) });
  const that = near.find(
    ({ lower, pos, index }) => lower === 'that' && pos === 'SCONJ' && !nounCue(tree.nodes[index - 1]!.lower),
  );
  // "when they conclude, he argued that …"
  const isAnothers = (node: Node) => isSaying(node) && node.subtype !== 'relcl';
  if (that && nodesIn(tree, { first: start, last: that.index - 1 }).some(isAnothers)) return null;
  const first = that?.index ?? (isTelling(cue) && opensClause(tree, near) ? start : last);
  return first < last - 1 ? { content: { first, last }, frame: 'that', cueEnd: verb.index } : null;
}

/** Whether a clause is what a verb of saying takes first: not after "campaigned for" and "spoke of". */
function takesClauses(cue: VerbCue): boolean {
  const prepositions = cue.frames.get('that');
  return (
    isTelling(cue) ||
    (cue.kind === 'assertion' &&
      prepositions !== undefined &&
      (prepositions.length === 0 || prepositions.includes('that')))
  );
}

/** `While the mayor admitted that it leaks, the council …`: the comma that parts the clause from the main one, or the sentence's end. */
function endOfReport(tree: ParagraphTree, verb: Node): number {
  const { last } = tree.sentences[verb.sentence]!;
  if (verb.relation !== 'advcl' || verb.head < verb.index) return last;
  const comma = childrenOf(tree, verb, 'punct').find(({ index, text }) => index > verb.index && text === ',');
  return comma ? comma.index - 1 : last;
}

/** `The dam will hold, the engineers say.`, where the tree hangs the clause elsewhere: what stands before the comma. */
function toldBefore(tree: ParagraphTree, verb: Node): Governed | null {
  // "…, her voice cracking"
  if (verb.lower.endsWith('ing')) return null;
  const sentence = tree.sentences[verb.sentence]!;
  const subjects = childrenOf(tree, verb, 'nsubj');
  const subject = subjects.findLast(({ index }) => index < verb.index);
  const inverted = tree.nodes[verb.index - 1]?.text === ',' && subjects.some(({ index }) => index > verb.index);
  if (!inverted && !(subject && endsHere(tree, verb, sentence.last))) return null;
  const comma = inverted ? verb.index - 1 : subtree(tree, subject!.index).first - 1;
  if (tree.nodes[comma]?.text !== ',' || comma <= sentence.first) return null;
  const before = nodesIn(tree, { first: sentence.first, last: comma - 1 });
  if (!before.some(isVerb) || (OPENS_CIRCUMSTANCE.has(before[0]!.pos) && !opensClauseAfterComma(before))) return null;
  return { content: { first: sentence.first, last: comma - 1 }, frame: 'that', cueEnd: verb.index };
}

/** Whether a sentence ends with a verb, or with when and where it was said. */
function endsHere(tree: ParagraphTree, verb: Node, last: number): boolean {
  const after = nodesIn(tree, { first: verb.index + 1, last });
  const comma = after.findIndex(({ text }) => text === ',');
  const circumstance = comma < 0 ? after : after.slice(0, comma);
  return circumstance.length <= LONGEST_CIRCUMSTANCE && !circumstance.some(isVerb);
}

/** `On Friday, Ade was shocked, she said`: whether the circumstance is followed by a clause of its own. */
function opensClauseAfterComma(nodes: readonly Node[]): boolean {
  const comma = nodes.findIndex(({ text }) => text === ',');
  const next = nodes[comma + 1];
  return (
    comma > 0 && next !== undefined && (next.pos === 'DET' || NOMINAL.has(next.pos)) && nodes.slice(comma).some(isVerb)
  );
}

/** What begins "As the vote neared, …" and "Asked about it, …". */
const OPENS_CIRCUMSTANCE: ReadonlySet<string> = new Set(['ADP', 'SCONJ', 'ADV', 'VERB']);

/** The node after `told a news conference`, `said in a statement` or the verb itself. */
export function afterAddressee(tree: ParagraphTree, verb: Node): number {
  const cue = cueOf(verb);
  const addressee = cue && takesAddressee(cue) ? childrenOf(tree, verb, 'obj', 'iobj').at(0) : undefined;
  if (!addressee || addressee.index < verb.index) return afterDocument(tree, verb.index + 1);
  // A clause of its own may hang under the addressee by any name.
  const isApart = (node: Node) =>
    ['acl', 'appos', 'punct'].includes(node.relation) || childrenOf(tree, node, 'cop').length > 0;
  return subtree(tree, addressee.index, isApart).last + 1;
}

/** `said in a statement it was “studying” the ruling`: the clause may hang under the statement. */
function afterDocument(tree: ParagraphTree, index: number): number {
  const [preposition, article, noun, next] = tree.nodes.slice(index, index + 4);
  const isWhere = preposition?.lower === 'in' && article?.pos === 'DET' && noun && DOCUMENTS.test(noun.lower);
  return isWhere && next && /^(?:PRON|DET|PROPN)$/u.test(next.pos) ? next.index : index;
}

/** `told a hearing that …`: the noun of the addressee reads like a verb of its own. */
export function thatAfterAddressee(tree: ParagraphTree, cue: VerbCue, { first, last }: Range): Node | undefined {
  if (!takesAddressee(cue)) return undefined;
  const near = nodesIn(tree, { first, last: Math.min(last, first + LONGEST_CIRCUMSTANCE) });
  const that = near.find(({ lower, pos }) => lower === 'that' && pos === 'SCONJ');
  const addressee = near.slice(0, that ? that.index - first : 0);
  return addressee.some(
    ({ pos, lower }) => pos === 'AUX' || pos === 'PUNCT' || (pos === 'VERB' && !lower.endsWith('ing')),
  )
    ? undefined
    : that;
}

/** Whether nodes begin with a noun phrase and a finite verb. */
function opensClause(tree: ParagraphTree, nodes: readonly Node[]): boolean {
  const end = nodes.findIndex(
    ({ pos, text, index }) =>
      (['PUNCT', 'SCONJ', 'CCONJ', 'ADP'].includes(pos) && text !== '-') || tree.quotedAt[index]! >= 0,
  );
  const start = end < 0 ? nodes : nodes.slice(0, end);
  const finite = start.findIndex(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && /(?:ed|[^s]s)$/u.test(lower)));
  return start.slice(0, Math.max(finite, 0)).some(({ pos }) => NOMINAL.has(pos));
}

export const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
