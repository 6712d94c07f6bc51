import { isPassive } from './cues.ts';
import { DOCUMENTS } from './documents.ts';
import { barePhrase, closeAside, nounPhrase } from './noun-phrases.ts';
import { childrenOf, isBelow, nodesIn, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

const SUBJECTS = ['nsubj', 'csubj'];

/** The source of a verb by the tree, or, where the tree has none, by its place: right before a finite verb. */
export function sourceFor(tree: ParagraphTree, verb: Node): Range | null {
  const own = sourceOf(tree, verb) ?? sourceBefore(tree, verb);
  const joined = verb.relation === 'conj' ? tree.nodes[verb.head] : undefined;
  return own ?? (joined?.pos === 'VERB' && !isPassive(tree, verb) ? sourceBefore(tree, joined) : null);
}

/** `he said, adding …`: the subject of the nearest finite verb before; `Calderon calls …`: the noun phrase before the verb. */
function sourceBefore(tree: ParagraphTree, verb: Node): Range | null {
  if (isPassive(tree, verb) || isAsked(tree, verb)) return null;
  const sentence = tree.sentences[verb.sentence]!;
  if (verb.lower.endsWith('ing')) {
    if (!isLoose(tree, verb)) return null;
    const finite = nodesIn(tree, { first: sentence.first, last: verb.index - 1 }).findLast(
      (node) => node.pos === 'VERB' && tree.quotedAt[node.index]! < 0 && childrenOf(tree, node, 'nsubj').length > 0,
    );
    return finite ? sourceOf(tree, finite) : null;
  }
  let at = verb.index - 1;
  while (at >= sentence.first && ['AUX', 'ADV', 'PART'].includes(tree.nodes[at]!.pos)) at--;
  if (tree.nodes[at]?.text === ',') at--;
  const end = tree.nodes[at];
  if (!end || at < sentence.first || !['NOUN', 'PROPN', 'PRON', 'NUM'].includes(end.pos) || tree.quotedAt[at]! >= 0)
    return null;
  let top = end;
  while (top.head >= sentence.first && top.head < verb.index && tree.nodes[top.head]!.pos !== 'VERB')
    top = tree.nodes[top.head]!;
  if (childrenOf(tree, top, 'case').length > 0) return null;
  const range = barePhrase(tree, top, () => false);
  return range.last < verb.index ? closeAside(tree, range) : null;
}

/** The verb's own subject, or that of the verb which it is coordinated with or depends on; the agent of a passive. */
export function sourceOf(tree: ParagraphTree, verb: Node, depth = 0): Range | null {
  if (depth > 5) return null;
  const agent = childrenOf(tree, verb, 'obl').find(
    (node) => node.subtype === 'agent' || childrenOf(tree, node, 'case').some(({ lower }) => lower === 'by'),
  );
  const subjects = childrenOf(tree, verb, ...SUBJECTS).filter(
    (node) => tree.quotedAt[node.index] === tree.quotedAt[verb.index],
  );
  // "…, said Ade": a comma parts the verb from whatever else the tree gives it.
  const inverted =
    tree.nodes[verb.index - 1]?.text === ','
      ? subjects.find(({ index }) => subtree(tree, index).first === verb.index + 1)
      : undefined;
  const before = subjects.findLast(({ index }) => index < verb.index);
  const subject = inverted ?? before ?? subjects.at(-1) ?? subjectOfAside(tree, verb) ?? lostSubject(tree, verb);
  const issuer =
    verb.relation === 'acl' && (!subject || subject.lower === 'that' || subject.lower === 'which')
      ? issuerOf(tree, verb, depth)
      : null;
  if (issuer) return issuer;
  // What has an object is active, whatever the tree says of its subject: "the union called on the city to act".
  const passive = isPassive(tree, verb) || (subject?.subtype === 'pass' && childrenOf(tree, verb, 'obj').length === 0);
  if (passive || (!subject && isParticiple(tree, verb))) return agent ? nounPhrase(tree, agent) : null;
  if (subject) {
    if (subject.relation === 'csubj') return null;
    return nounPhrase(tree, subject, (node) => node.index === verb.index || isBelow(tree, verb, node.index));
  }
  const head = tree.nodes[verb.head];
  if (!head) return null;
  const outer = verb.relation === 'conj' ? outerSpeaker(tree, head, depth) : null;
  if (outer) return outer;
  if (verb.relation === 'acl') {
    if (agent) return nounPhrase(tree, agent);
    if (verb.lower.endsWith('ing')) return nounPhrase(tree, head, (node) => isBelow(tree, verb, node.index));
    if (verb.subtype === 'relcl' || verb.lower === 'to')
      return nounPhrase(tree, head, (node) => isBelow(tree, verb, node.index));
    return head.head >= 0 && tree.nodes[head.head]!.pos === 'VERB'
      ? sourceOf(tree, tree.nodes[head.head]!, depth + 1)
      : null;
  }
  // `the failings that led to a fire, rejecting …`: a participle of the sentence, wherever the tree hangs it.
  if (verb.relation === 'advcl' && head.subtype === 'relcl' && isLoose(tree, verb)) {
    const main = nodesIn(tree, tree.sentences[verb.sentence]!).find(({ relation }) => relation === 'root');
    const subject = sourceOf(tree, head, depth + 1);
    const isThing =
      subject && subject.first === subject.last && /^(?:that|which)$/u.test(tree.nodes[subject.first]!.lower);
    return isThing && main ? sourceOf(tree, main, depth + 1) : subject;
  }
  if (['conj', 'xcomp', 'advcl', 'ccomp', 'parataxis', 'obl', 'dep', 'obj'].includes(verb.relation)) {
    // "urged them to say": who is to say is the object; "was quoted as saying": the subject.
    if (verb.relation === 'xcomp') {
      const object = childrenOf(tree, head, 'obj').find(({ index }) => index < verb.index);
      if (object) return nounPhrase(tree, object);
    }
    const quoted = isControlled(tree, verb) ? passiveSubject(tree, head) : undefined;
    return quoted ? nounPhrase(tree, quoted) : sourceOf(tree, head, depth + 1);
  }
  return null;
}

/** `The mayor, asked about it, said …`, where the tree gives the participle the subject. */
function subjectOfAside(tree: ParagraphTree, verb: Node): Node | undefined {
  const isComma = (index: number) => tree.nodes[index]?.text === ',';
  if (verb.relation !== 'root' || !isComma(verb.index - 1)) return undefined;
  return childrenOf(tree, verb, 'advcl')
    .filter(({ index }) => index < verb.index && isComma(index - 1))
    .flatMap((aside) => childrenOf(tree, aside, 'nsubj').filter(({ index }) => index < aside.index - 1))
    .at(0);
}

/** `its director, Phil Kaye, said`, where the tree takes the director for a title of the verb. */
const lostSubject = (tree: ParagraphTree, verb: Node): Node | undefined =>
  childrenOf(tree, verb, 'nmod', 'flat').find(
    ({ index, relation, subtype }) => index < verb.index && (relation === 'flat' || subtype === 'desc'),
  );

/** `…, adding`: a participle that a comma parts from what it tells of. */
export const isLoose = (tree: ParagraphTree, verb: Node): boolean =>
  verb.lower.endsWith('ing') && tree.nodes[verb.index - 1]?.text === ',';

/** `was quoted as saying` */
const isControlled = (tree: ParagraphTree, verb: Node): boolean =>
  childrenOf(tree, verb, 'mark', 'case').some(({ lower }) => lower === 'as');

function passiveSubject(tree: ParagraphTree, verb: Node): Node | undefined {
  return isPassive(tree, verb) ? childrenOf(tree, verb, 'nsubj').find(({ index }) => index < verb.index) : undefined;
}

/** `when asked by reporters`, `if pressed`: a passive without its auxiliary. */
function isParticiple(tree: ParagraphTree, verb: Node): boolean {
  return (
    verb.relation === 'advcl' &&
    /(?:ed|en|told)$/u.test(verb.lower) &&
    childrenOf(tree, verb, 'aux').length === 0 &&
    !childrenOf(tree, verb, 'mark').some(({ lower }) => lower === 'to')
  );
}

/** `The mayor, asked if she would resign, said …`: the mayor asked nothing. */
const isAsked = (tree: ParagraphTree, verb: Node): boolean =>
  /^(?:asked|pressed|questioned|told)$/u.test(verb.lower) &&
  tree.nodes[verb.index - 1]?.text === ',' &&
  isParticiple(tree, verb);

/** `She released a statement that says …`: who issued what carries the words. */
function issuerOf(tree: ParagraphTree, verb: Node, depth: number): Range | null {
  const noun = tree.nodes[verb.head];
  const issuing =
    noun && DOCUMENTS.test(noun.lower) && ['obj', 'obl'].includes(noun.relation) ? tree.nodes[noun.head] : undefined;
  return issuing && issuing.index < noun!.index ? sourceOf(tree, issuing, depth + 1) : null;
}

/** `She noted that she had taught law, and added: …`: a pronoun in what is reported stands for who reports it. */
function outerSpeaker(tree: ParagraphTree, reported: Node, depth: number): Range | null {
  const outer = tree.nodes[reported.head];
  if (reported.relation !== 'ccomp' || !outer || outer.index > reported.index) return null;
  const pronoun = childrenOf(tree, reported, 'nsubj').some(({ lower }) => /^(?:he|she|they|it)$/u.test(lower));
  return pronoun ? sourceOf(tree, outer, depth + 1) : null;
}
