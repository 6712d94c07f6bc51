import { isNaming, isSeeming, takesAddressee, type VerbCue } from './cue-lexicon.ts';
import { DOCUMENTS } from './documents.ts';
import { inTitle, NOMINAL, question, thatAfterAddressee, unparsed, wonder } from './lost-clauses.ts';
import {
  type Governed,
  toClauseEnd,
  withinOpening,
  withoutComment,
  withoutNextCue,
  withoutPlace,
} from './clause-extent.ts';
import { isPassive, isSaying } from './cues.ts';
import { isWeekday, trim } from './noun-phrases.ts';
import { childrenOf, nodesIn, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';

type FrameRule = (tree: ParagraphTree, verb: Node, cue: VerbCue) => Governed | null;

/** A clause that a verb governs ("said [that …]", "[…], he said"), or a noun phrase, by the cue's frames; the first that fits. */
export function governed(tree: ParagraphTree, verb: Node, cue: VerbCue): Governed | null {
  for (const rule of [parenthesis, clause, order, named, about, topic, thing, around, unparsed]) {
    const found = rule(tree, verb, cue);
    if (!found) continue;
    // Parsers hang the last phrases of a content too high.
    const content = rule === parenthesis ? found.content : toClauseEnd(tree, found.content, verb);
    const own = withoutPlace(tree, withoutNextCue(tree, withinOpening(tree, content, verb), verb));
    return { ...found, content: trim(tree, withoutComment(tree, own, found.frame === 'that')) };
  }
  return null;
}

const ownBranch = (verb: Node) => (node: Node) => node.index === verb.index;

/** `A comic tone, she said, would help.`: the whole sentence without the words between the commas. */
const parenthesis: FrameRule = (tree, verb, cue) => {
  const end = verb.index + 1;
  if (!cue.frames.has('that') || cue.kind !== 'assertion' || tree.nodes[end]?.text !== ',') return null;
  const subject = childrenOf(tree, verb, 'nsubj').find(({ index }) => index < verb.index);
  if (!subject) return null;
  const sentence = tree.sentences[verb.sentence]!;
  const { first } = trim(tree, subtree(tree, subject.index));
  if (first <= sentence.first + 1 || tree.nodes[first - 1]?.text !== ',' || tree.quotedAt[verb.index + 2]! >= 0)
    return null;
  const between = nodesIn(tree, { first, last: verb.index });
  if (between.length > LONGEST_PARENTHESIS) return null;
  return { content: { first: sentence.first, last: sentence.last }, frame: 'that', cueEnd: verb.index };
};

/** Most nodes of "the party's new leader in the house said" between two commas. */
const LONGEST_PARENTHESIS = 12;

const clause: FrameRule = (tree, verb, cue) => {
  if (!cue.frames.has('that')) return null;
  // "denied it and said": what stands before the conjunction is not what is said after it.
  const isJoined = tree.nodes[verb.index - 1]?.pos === 'CCONJ';
  const complements = childrenOf(tree, verb, 'ccomp', 'xcomp').filter(
    ({ index }) => !inTitle(tree, index) && !(isJoined && index < verb.index),
  );
  const complement = [...complements.filter(({ index }) => index > verb.index), ...complements].find((node) =>
    node.relation === 'ccomp'
      ? !(cue.frames.has('order') && isInfinitive(tree, node))
      : !cue.frames.has('name') && !cue.frames.has('order'),
  );
  if (!complement) return question(tree, verb, cue) ?? wonder(tree, verb);
  const range = onOneSide(tree, verb, complement, subtree(tree, complement.index, ownBranch(verb)));
  if (isSeeming(cue)) {
    const subject = childrenOf(tree, verb, 'nsubj').at(0);
    if (subject && subject.lower !== 'it')
      return {
        content: { first: subtree(tree, subject.index).first, last: range.last },
        frame: 'that',
        cueEnd: verb.index,
      };
  }
  // `argued his fight is relevant`: what looks like an object or a second subject is the subject of the clause.
  const mistaken = childrenOf(tree, verb, 'nsubj').some(({ index }) => index < verb.index) ? ['obj', 'nsubj'] : ['obj'];
  const object = takesAddressee(cue)
    ? undefined
    : childrenOf(tree, verb, ...mistaken).find(({ index }) => index > verb.index && index < range.first);
  const that = childrenOf(tree, complement, 'mark').find(({ lower, index }) => lower === 'that' && index > verb.index);
  const addressed = that ?? thatAfterAddressee(tree, cue, range);
  const first = addressed?.index ?? (object ? Math.min(range.first, subtree(tree, object.index).first) : range.first);
  return { content: trim(tree, { first, last: range.last }), frame: 'that', cueEnd: verb.index };
};

/**
 * A clause stands on one side of its verb, whatever its tree takes or leaves: `Talks broke up, mediators said` begins where
 * the sentence does, `the general denied it and said they lied` after "said". Only a parenthesis has both.
 */
function onOneSide(tree: ParagraphTree, verb: Node, clause: Node, { first, last }: Range): Range {
  const start = tree.sentences[verb.sentence]!.first;
  // "which the police say is false"
  const isParted = verb.subtype === 'relcl' || tree.nodes[verb.index + 1]?.text === ',';
  if (clause.index > verb.index) return { first: isParted ? first : Math.max(first, verb.index + 1), last };
  if (last > verb.index || first === start) return { first, last };
  const lead = nodesIn(tree, { first: start, last: first - 1 });
  return { first: lead.some(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ') ? first : start, last };
}

/** `called the plan a mistake`, `referred to him as "sir"`, `accused her of lying`. */
const named: FrameRule = (tree, verb, cue) => {
  const prepositions = cue.frames.get('name');
  if (!prepositions) return null;
  const marked = new Set(['as', ...prepositions.filter((word) => word !== 'to' || !prepositions.includes('as'))]);
  const objects = childrenOf(tree, verb, 'obj').filter(({ index }) => index > verb.index);
  const name = [...childrenOf(tree, verb, 'xcomp', 'obl', 'advcl', 'ccomp'), ...objects.slice(1)].find(
    (node) =>
      node.index > verb.index &&
      ((['xcomp', 'ccomp', 'obj'].includes(node.relation) && !isInfinitive(tree, node)) ||
        childrenOf(tree, node, 'case', 'mark').some(({ lower }) => marked.has(lower))),
  );
  if (!name) return null;
  const range = subtree(tree, name.index);
  const object = childrenOf(tree, verb, 'obj').find(({ index }) => index > verb.index && index < name.index);
  if (object)
    return {
      content: { first: Math.min(subtree(tree, object.index).first, range.first), last: range.last },
      frame: 'name',
      cueEnd: verb.index,
    };
  const to = childrenOf(tree, verb, 'obl').find(({ index }) => index > verb.index && index < name.index);
  const preposition =
    to && prepositions.includes('to') ? childrenOf(tree, to, 'case').find(({ lower }) => lower === 'to') : undefined;
  if (preposition)
    return { content: { first: preposition.index + 1, last: range.last }, frame: 'name', cueEnd: preposition.index };
  const between = nodesIn(tree, { first: verb.index + 1, last: range.first - 1 });
  const named =
    between.some(({ pos }) => NOMINAL.has(pos)) &&
    !between.some(({ pos }) => pos === 'VERB' || pos === 'PUNCT' || pos === 'ADP');
  return { content: named ? { first: verb.index + 1, last: range.last } : range, frame: 'name', cueEnd: verb.index };
};

const isInfinitive = (tree: ParagraphTree, node: Node) =>
  childrenOf(tree, node, 'mark', 'aux').some(({ lower }) => lower === 'to');

/** `urged them to go`, `called on them to go`. */
const order: FrameRule = (tree, verb, cue) => {
  if (!cue.frames.has('order')) return null;
  const task = childrenOf(tree, verb, 'xcomp', 'ccomp', 'advcl').find(
    (node) => node.index > verb.index && isInfinitive(tree, node),
  );
  if (!task) return null;
  const object = childrenOf(tree, verb, 'obj', 'iobj', 'obl').find(
    ({ index }) => index > verb.index && index < task.index,
  );
  const prepositions = cue.frames.get('order') ?? [];
  // "called on him to go", not "called him to say so"
  if (prepositions.length > 0 && !prepositions.includes(tree.nodes[verb.index + 1]?.lower ?? '')) return null;
  const range = subtree(tree, task.index);
  // "they are expected to go": what is expected is the subject's.
  const expected = cue.kind === 'belief' && isPassive(tree, verb) ? childrenOf(tree, verb, 'nsubj').at(0) : undefined;
  if (expected)
    return {
      content: { first: subtree(tree, expected.index).first, last: range.last },
      frame: 'order',
      cueEnd: verb.index,
    };
  const between = nodesIn(tree, { first: verb.index + 1, last: range.first - 1 });
  const direct = between.length > 0 && between.every(({ pos }) => !['PUNCT', 'VERB', 'ADP'].includes(pos));
  const first = object
    ? Math.min(subtree(tree, object.index, ({ relation }) => relation === 'case').first, range.first)
    : direct
      ? verb.index + 1
      : range.first;
  const on = object && childrenOf(tree, object, 'case').at(0);
  return {
    content: { first, last: range.last },
    frame: 'order',
    cueEnd: on?.index === verb.index + 1 ? on.index : verb.index,
  };
};

/** `called for calm`, `warned of a crisis`. */
const about: FrameRule = (tree, verb, cue) => {
  const prepositions = new Set([...cue.frames].flatMap(([frame, words]) => (frame === 'name' ? [] : words)));
  if (prepositions.size === 0) return null;
  for (const node of childrenOf(tree, verb, 'obl', 'advcl', 'nmod', 'xcomp')) {
    if (node.index < verb.index || isDay(node)) continue;
    const preposition = childrenOf(tree, node, 'case', 'mark').find(({ lower }) => prepositions.has(lower));
    if (!preposition) continue;
    const range = subtree(tree, node.index);
    // `blamed the mistake on him`: what stands between belongs to the content, but for an addressee.
    const object = childrenOf(tree, verb, 'obj', 'iobj').find(
      ({ index }) => index > verb.index && index < preposition.index,
    );
    if (object) {
      const first = takesAddressee(cue) ? preposition.index : subtree(tree, object.index).first;
      return { content: { first, last: range.last }, frame: 'thing', cueEnd: verb.index };
    }
    return {
      content: { first: preposition.index + 1, last: Math.max(range.last, preposition.index + 1) },
      frame: 'thing',
      cueEnd: preposition.index,
    };
  }
  return null;
};

/** `reported on Tuesday`: when, not what. */
const isDay = (node: Node): boolean => isWeekday(node) || /^(?:today|tomorrow|yesterday)$/u.test(node.lower);

/** `asked the mayor about the dam`: the tree hangs the topic below the addressee. */
const topic: FrameRule = (tree, verb, cue) => {
  if (!takesAddressee(cue)) return null;
  const about = childrenOf(tree, verb, 'obj', 'iobj')
    .flatMap((addressee) => childrenOf(tree, addressee, 'nmod'))
    .find((node) => childrenOf(tree, node, 'case').some(({ lower }) => lower === 'about'));
  return about ? { content: subtree(tree, about.index), frame: 'thing', cueEnd: verb.index } : null;
};

/** `criticised the plan`. */
const thing: FrameRule = (tree, verb, cue) => {
  if (!cue.frames.has('thing')) return null;
  const passive = isPassive(tree, verb);
  const object = passive
    ? childrenOf(tree, verb, 'nsubj').at(0)
    : childrenOf(tree, verb, 'obj').find(({ index }) => index > verb.index);
  // "as islanders call it": what has no name here.
  const isUnnamed = object?.pos === 'PRON' && isNaming(cue) && !passive;
  if (!object || isUnnamed || carriesSpeech(tree, object)) return null;
  return { content: subtree(tree, object.index, ownBranch(verb)), frame: 'thing', cueEnd: verb.index };
};

/** `released a statement saying …`: the words are what the statement says, not the statement. */
function carriesSpeech(tree: ParagraphTree, noun: Node): boolean {
  return (
    DOCUMENTS.test(noun.lower) &&
    childrenOf(tree, noun, 'acl').some((node) => isSaying(node) && node.index > noun.index)
  );
}

/** `They will go, he said.`: the cue hangs below the clause that it reports. */
const around: FrameRule = (tree, verb, cue) => {
  if (!cue.frames.has('that') || verb.relation !== 'parataxis' || verb.head < 0) return null;
  if (childrenOf(tree, verb, 'nsubj').length === 0) return null;
  return { content: subtree(tree, verb.head, ownBranch(verb)), frame: 'that', cueEnd: verb.index };
};
