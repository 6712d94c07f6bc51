import { introducesSpeech, verbCue, type VerbCue } from './cue-lexicon.ts';
import { childrenOf, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

const BEFORE_VERB = new Set(['aux', 'advmod', 'neg', 'mark']);

/** The verb with the auxiliaries, adverbs and particles that touch it: "has also said", "pointed out". */
export function verbGroup(tree: ParagraphTree, verb: Node): Range {
  let first = verb.index;
  while (first > 0) {
    const node = tree.nodes[first - 1]!;
    const own = node.head === verb.index && node.sentence === verb.sentence;
    if (!own || !BEFORE_VERB.has(node.relation) || (node.relation === 'mark' && node.lower !== 'to')) break;
    if (/^(?:as|when|where|why|how|then|so)$/u.test(node.lower) && node.relation !== 'aux') break;
    first--;
  }
  let last = verb.index;
  const next = tree.nodes[last + 1];
  if (next?.head === verb.index && next.relation === 'compound' && next.subtype === 'prt') last++;
  return { first, last };
}

export function isVerb(node: Node): boolean {
  return node.pos === 'VERB' || node.pos === 'AUX';
}

/** `was told`, `is expected` */
export const isPassive = (tree: ParagraphTree, verb: Node): boolean =>
  childrenOf(tree, verb, 'aux').some(({ subtype }) => subtype === 'pass');

/** A verb of saying that takes a clause: "said", "added". */
export function isSaying(node: Node): boolean {
  const cue = cueOf(node);
  return cue?.kind === 'assertion' && cue.frames.has('that');
}

/** A verb that may stand between quoted words and their source. */
export function isQuoting(tree: ParagraphTree, node: Node): boolean {
  if (!isVerb(node) || !introducesSpeech(node.lower)) return false;
  // "as she put it"
  return !/^put(?:s|ting)?$/u.test(node.lower) || tree.nodes[node.index + 1]?.lower === 'it';
}

/** The lexicon's entry for a node that is used as a verb. */
export function cueOf(node: Node): VerbCue | undefined {
  return isVerb(node) ? verbCue(node.lower) : undefined;
}

/** Whether a sentence ends with this node; a stop within brackets or before a comma or a small letter is an abbreviation's. */
export function endsSentence(tree: ParagraphTree, index: number): boolean {
  const node = tree.nodes[index];
  if (!node) return true;
  if (node.text === ';') return true;
  // "at 10 p.m. "I hear it," she said": the sentences have been told apart already.
  if (node.text.endsWith('.') && tree.sentences[node.sentence]!.last === index) return true;
  if (!/^[.!?…]+$/u.test(node.text)) return false;
  return !/^(?:[),:;]|\p{Ll})/u.test(tree.nodes[index + 1]?.text ?? '');
}
