import { verbCue } from './cue-lexicon.ts';
import { childrenOf, nodesIn, type Node, type ParagraphTree, type QuotedRange } from './paragraph-tree.ts';

const WORKS = new Set(
  `album anthem article ballad blog book broadcast cartoon chapter column comedy comic documentary drama episode essay exhibition film
  franchise game hit magazine memoir movie musical newspaper novel opera painting paper play podcast poem program programme sequel
  segment serial series show single sitcom sketch song special story thriller track trilogy video`.split(/\s+/u),
);

/** Words that stand in lower case within a title. */
const SMALL = /^(?:a|an|and|as|at|but|by|for|from|in|into|is|my|nor|of|on|or|our|the|to|vs|with|your|'s)$/u;

function innerWords(tree: ParagraphTree, quoted: QuotedRange): Node[] {
  return tree.nodes
    .slice(quoted.first, quoted.last + 1)
    .filter(
      ({ start, end, pos }) => start >= quoted.passage.innerStart && end <= quoted.passage.innerEnd && pos !== 'PUNCT',
    );
}

function inTitleCase(words: readonly Node[]): boolean {
  return (
    words.length > 0 &&
    words.every(({ text, lower }) => /^[\p{Lu}\p{N}&#]/u.test(text) || SMALL.test(lower) || lower.includes("'"))
  );
}

/** The title of a work: `on ''Meet the Press''`, `the film "Selma"`, `"Today" show`. */
function isTitle(tree: ParagraphTree, quoted: QuotedRange): boolean {
  const words = innerWords(tree, quoted);
  if (words.length > 12 || !inTitleCase(words)) return false;
  const before = tree.nodes[quoted.first - 1];
  const after = tree.nodes[quoted.last + 1];
  if (
    after &&
    (WORKS.has(after.lower) || /^(?:host|star|anchor|co-host|creator|director|actor|actress)s?$/u.test(after.lower))
  )
    return true;
  if (!before) return false;
  if (NAMING.test(before.lower) && isNameBearing(tree, before)) return true;
  if (after?.pos === 'NOUN' && isDeterminer(tree, before)) return true;
  if (WORKS.has(before.lower) || (before.text === ',' && WORKS.has(tree.nodes[quoted.first - 2]?.lower ?? '')))
    return true;
  // A single word is a title after "on" or the name of who broadcasts it: "CNN's".
  const isBroadcast =
    before.lower === "'s" &&
    tree.nodes[quoted.first - 2]?.pos === 'PROPN' &&
    /^(?:on|of)$/u.test(tree.nodes[quoted.first - 3]?.lower ?? '');
  if (words.length === 1 && isBroadcast) return true;
  if (words.length > 1 && /^(?:tells?|told)$/u.test(before.lower)) return true;
  if (words.length === 1 && before.lower !== 'on') return false;
  return (
    ['on', 'in', 'of', "'s", 'from', 'to', 'for', 'with', 'hosts', 'and', 'starred', 'watching', 'watch'].includes(
      before.lower,
    ) &&
    (words.length > 1 || before.lower === 'on') &&
    !isPredicate(tree, before)
  );
}

/** Participles that come before a name: `a group called "The Open Door"`. */
const NAMING = /^(?:called|titled|entitled|named|dubbed|headlined|nicknamed)$/u;

/** Whether a participle says what the noun before it is called, rather than what somebody has called something. */
function isNameBearing(tree: ParagraphTree, participle: Node): boolean {
  return (
    participle.relation === 'acl' &&
    participle.subtype !== 'relcl' &&
    !childrenOf(tree, participle, 'nsubj', 'obj', 'aux').some(({ index }) => index < participle.index)
  );
}

/** `the "Open Door" campaign`: what stands between a determiner and its noun. */
const isDeterminer = (tree: ParagraphTree, node: Node): boolean =>
  node.pos === 'DET' || node.subtype === 'poss' || tree.nodes[node.head]?.subtype === 'poss';

/** "of" in "chants of", "accused of": a preposition that a cue governs brings words, not a title. */
function isPredicate(tree: ParagraphTree, preposition: Node): boolean {
  const before = tree.nodes[preposition.index - 1];
  return (
    before !== undefined && /^(?:chants?|cries|calls?|shouts?|message|slogan|question|response)$/u.test(before.lower)
  );
}

/** `Joe "the Plumber" Wurzelbacher`. */
function isNickname(tree: ParagraphTree, quoted: QuotedRange): boolean {
  const before = tree.nodes[quoted.first - 1];
  const after = tree.nodes[quoted.last + 1];
  const words = innerWords(tree, quoted);
  return (
    words.length <= 3 &&
    before?.pos === 'PROPN' &&
    after?.pos === 'PROPN' &&
    words.every(({ text, lower }) => /^\p{Lu}/u.test(text) || SMALL.test(lower)) &&
    !verbCue(before.lower)
  );
}

/** `"Related:"` and what stands in the tags of a web page. */
function isLabel({ paragraph: { text } }: ParagraphTree, { passage }: QuotedRange): boolean {
  return text[passage.innerEnd - 1] === ':' || text[passage.start - 1] === '=';
}

/** `The "wobbly bridge," as islanders call it`: what something goes by, whoever calls it so. */
function isByname(tree: ParagraphTree, quoted: QuotedRange): boolean {
  const comma = tree.nodes[quoted.last + 1]?.text === ',' ? 1 : 0;
  const as = quoted.last + 1 + comma;
  if (tree.nodes[as]?.lower !== 'as') return false;
  const call = tree.nodes.slice(as + 1, as + LONGEST_CALLER).find(({ lower }) => /^call(?:s|ed)?$/u.test(lower));
  return call !== undefined && /^(?:it|them|him|her)$/u.test(tree.nodes[call.index + 1]?.lower ?? '');
}

/** Most nodes of "as the islanders themselves now call". */
const LONGEST_CALLER = 8;

/** Whether marks set off a name or a title rather than somebody's words. Scare quotes are told by their lack of a cue. */
export function isNamed(tree: ParagraphTree, quoted: QuotedRange): boolean {
  return isTitle(tree, quoted) || isNickname(tree, quoted) || isByname(tree, quoted) || isLabel(tree, quoted);
}

/** `never have occasion to say "hands up"`: words that nobody has said. */
export function isSupposed(tree: ParagraphTree, quoted: QuotedRange): boolean {
  const verb = tree.nodes[quoted.first - 1];
  if (verb?.pos !== 'VERB' || !verbCue(verb.lower) || tree.nodes[verb.index - 1]?.lower !== 'to') return false;
  const sentence = tree.sentences[verb.sentence]!;
  const before = tree.nodes.slice(Math.max(sentence.first, verb.index - NEGATION_REACH), verb.index - 1);
  return before.some(({ lower }) => /^(?:never|not|n't|nobody|hardly|refuse[sd]?|refusing)$/u.test(lower));
}

/** How many nodes before "to say" a negation still denies the saying. */
const NEGATION_REACH = 6;

/** `People often say that a "quick fix" …`: a habit of nobody in particular, whose words nobody has heard. */
export function isHearsay(tree: ParagraphTree, quoted: QuotedRange): boolean {
  const sentence = tree.sentences[tree.nodes[quoted.first]!.sentence]!;
  return nodesIn(tree, { first: sentence.first, last: quoted.first - 1 }).some(
    (verb) =>
      verb.pos === 'VERB' &&
      verbCue(verb.lower)?.kind === 'assertion' &&
      // Whoever opens the sentence, should the tree give the verb no subject.
      [tree.nodes[sentence.first]!, ...childrenOf(tree, verb, 'nsubj')].some(({ lower }) =>
        /^(?:people|folks|everybody|everyone)$/u.test(lower),
      ) &&
      childrenOf(tree, verb, 'advmod').some(({ lower }) =>
        /^(?:often|always|usually|sometimes|generally)$/u.test(lower),
      ),
  );
}

/** How many words stand between the marks. */
export function countWords(tree: ParagraphTree, quoted: QuotedRange): number {
  return innerWords(tree, quoted).length;
}

/** `"Lock her up" and "Build the wall"` are one content. */
export function joinCoordinated(tree: ParagraphTree, quoted: readonly QuotedRange[]): QuotedRange[] {
  const joined: QuotedRange[] = [];
  for (const next of quoted) {
    const previous = joined.at(-1);
    const gap = previous ? nodesIn(tree, { first: previous.last + 1, last: next.first - 1 }) : [];
    if (
      previous &&
      gap.length <= 3 &&
      gap.some(({ lower }) => /^(?:and|or|but)$/u.test(lower)) &&
      gap.every(({ lower }) => /^(?:and|or|but|,|then|yes)$/u.test(lower))
    ) {
      const passage = { ...next.passage, start: previous.passage.start, innerStart: previous.passage.innerStart };
      joined[joined.length - 1] = { first: previous.first, last: next.last, passage };
    } else joined.push(next);
  }
  return joined;
}
