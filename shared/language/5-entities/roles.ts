import { isPersonNoun } from './lexicon/people.ts';
import type { NameMention } from './name-mentions.ts';
import { childWith, extentOf, isUnder, relationOf, type Tree } from './tree.ts';

/** Tokens [first, end) of a sentence that tell what a person is, with the noun that says so. */
export interface Role {
  readonly sentence: number;
  readonly first: number;
  readonly end: number;
  /** "advisor" in "national security advisor"; the verb where a clause tells it. */
  readonly noun: number;
}

/** A role is a phrase; longer ones are descriptions (tokens). */
const LONGEST_ROLE = 16;

/** "Jake Sullivan, who advises the president": verbs that tell an office. */
const VERBS_OF_OFFICE = new Set(
  `advises advised leads led heads headed chairs chaired runs ran represents represented directs directed coaches coached
   owns owned founded founds oversees oversaw governs governed commands commanded edits edited manages managed teaches
   taught cofounded`
    .trim()
    .split(/\s+/),
);

/** What the text says a named person is: title before the name, apposition, "is a …", "who leads …". */
export function rolesOf(tree: Tree, name: NameMention): Role[] {
  return [titleBefore, apposition, appositionOf, predicate, relativeClause, employer].flatMap((find) => {
    const role = find(tree, name);
    return role && role.end - role.first <= LONGEST_ROLE ? [{ ...role, sentence: name.sentence }] : [];
  });
}

type Find = (tree: Tree, name: NameMention) => Omit<Role, 'sentence'> | undefined;

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const INNER = new Set(['-', '–', 'elect', "'s", '’s', '’', "'", 'of', 'to', 'for', 'and', '&', 'the']);

/** "White House national security advisor Jake Sullivan", "Secretary of State Antony Blinken", "President-elect Roe" */
const titleBefore: Find = ({ tokens }, { first: nameStart, head }) => {
  // "World Athletics president Sir Roderick Hale": the address is the name's.
  const end = HONORIFIC.test(tokens[nameStart - 1]?.text ?? '') ? nameStart - 1 : nameStart;
  let first = end;
  let noun = -1;
  for (let at = end - 1; at >= 0; at--) {
    const { text, pos } = tokens[at]!;
    if (!NOMINAL.has(pos) && !INNER.has(text.toLowerCase()) && !isHyphenated(tokens, at)) break;
    if (isTitleNoun(text) && (noun < 0 || tokens[at + 1]?.pos === 'ADP')) noun = at;
    first = at;
  }
  if (noun < 0 || isObjectOfWhat(tokens, noun, head)) return undefined;
  // A noun right before the name is its title whatever the tree says.
  const adjacent = noun === end - 1 || isElect(tokens, noun, end);
  // In "a spokesman for Mrs. Clinton" the name hangs under the noun by a preposition.
  const named =
    isUnder(tokens, noun, head) || (tokens[head]!.head === noun && /^(?:appos|flat)/.test(tokens[head]!.relation));
  if (!adjacent && !named) return undefined;
  // "as Peru President Dina Boluarte spoke": two subjects of one verb are one, misread.
  const doubles = (index: number) =>
    tokens[index]!.head === tokens[head]!.head && tokens[index]!.relation === tokens[head]!.relation;
  const own = (index: number) => isUnder(tokens, index, head) || isUnder(tokens, index, noun) || doubles(index);
  const leans = (index: number) => INNER.has(tokens[index]!.text.toLowerCase()) || tokens[index]!.pos === 'NUM';
  while (first < noun && (!own(first) || leans(first))) first++;
  while (first > 1 && /^[-‐]$/u.test(tokens[first - 1]!.text)) first -= 2;
  return { first, end, noun };
};

/** "editor-in-chief": a word that a hyphen joins to another. */
const isHyphenated = (tokens: Tree['tokens'], at: number): boolean =>
  [at - 1, at + 1].some((near) => /^[-‐]$/u.test(tokens[near]?.text ?? ''));

/** "a hotelier Ronald Trask tapped": the noun is whom the person has tapped. */
function isObjectOfWhat(tokens: Tree['tokens'], noun: number, name: number): boolean {
  const verb = tokens[tokens[name]!.head];
  return tokens[name]!.relation === 'nsubj' && verb?.head === noun && verb.relation.startsWith('acl');
}

const HONORIFIC = /^(?:Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?)$/;

/** "Gov.", "Justice": titles of office that are no nouns for people, or not first of all. */
const OFFICES = new Set(
  'gov sen rep gen col lt maj adm cmdr capt sgt prof justice judge det supt rev amb councilmember'.split(' '),
);
/** Nouns that tell of no role. */
const NO_ROLES = new Set(
  'person man woman people elder younger one human individual someone anyone everyone nobody'.split(' '),
);

const isRoleNoun = (word: string): boolean => isPersonNoun(word) && !NO_ROLES.has(word.toLowerCase());

const isTitleNoun = (word: string): boolean =>
  isRoleNoun(word) || (/^\p{Lu}/u.test(word) && OFFICES.has(word.toLowerCase().replace('.', '')));

const isElect = (tokens: Tree['tokens'], noun: number, nameStart: number): boolean =>
  noun === nameStart - 3 && tokens[nameStart - 1]!.text === 'elect';

/** "Jake Sullivan, the national security advisor," */
const apposition: Find = (tree, { head }) => {
  const noun = tree.children[head]!.find(
    (child) => relationOf(tree.tokens[child]) === 'appos' && isRoleNoun(tree.tokens[child]!.text),
  );
  return noun === undefined ? undefined : phraseOf(tree, noun);
};

/** "The national security advisor, Jake Sullivan," */
const appositionOf: Find = (tree, { head, first, end }) => {
  const { head: noun, relation } = tree.tokens[head]!;
  if (relation !== 'appos' || !isRoleNoun(tree.tokens[noun]!.text) || isInRelative(tree, noun)) return undefined;
  const phrase = phraseOf(tree, noun, (child) => child >= first && child < end);
  return phrase.end > first ? { ...phrase, end: Math.min(phrase.end, noun + 1) } : phrase;
};

/** "The man who kidnapped the child, Michael Tebbit": the name may be either's. */
function isInRelative({ tokens }: Tree, noun: number): boolean {
  const verb = tokens[tokens[noun]!.head];
  return (
    tokens[noun]!.relation === 'obj' && verb?.relation === 'acl:relcl' && isPersonNoun(tokens[verb.head]?.text ?? '')
  );
}

/** "Sullivan is the national security advisor" */
const predicate: Find = (tree, { head }) => {
  const { head: noun, relation } = tree.tokens[head]!;
  if (relation !== 'nsubj' || !isRoleNoun(tree.tokens[noun]!.text) || !isNow(tree, noun)) return undefined;
  return phraseOf(tree, noun);
};

/** "Sullivan, who is the national security advisor,", "Sullivan, who advises the president," */
const relativeClause: Find = (tree, { head }) => {
  const clause = tree.children[head]!.find((child) => tree.tokens[child]!.relation === 'acl:relcl');
  if (clause === undefined) return undefined;
  const subject = childWith(tree, clause, 'nsubj');
  if (subject === undefined || tree.tokens[subject]!.text.toLowerCase() !== 'who') return undefined;
  if (isRoleNoun(tree.tokens[clause]!.text) && isNow(tree, clause)) return phraseOf(tree, clause);
  if (!VERBS_OF_OFFICE.has(tree.tokens[clause]!.text)) return undefined;
  const [, end] = extentOf(
    tree,
    clause,
    (child) => tree.tokens[child]!.pos === 'PUNCT' || relationOf(tree.tokens[child]) === 'conj',
  );
  return { first: clause, end, noun: clause };
};

/** "Madhani writes for the Associated Press." */
const employer: Find = (tree, { head }) => {
  const { head: verb, relation } = tree.tokens[head]!;
  if (relation !== 'nsubj' || !/^(?:writes|reports|works)$/.test(tree.tokens[verb]!.text)) return undefined;
  const object = tree.children[verb]!.find(
    (child) =>
      relationOf(tree.tokens[child]) === 'obl' &&
      tree.children[child]!.some((mark) => tree.tokens[mark]!.text === 'for'),
  );
  return object === undefined ? undefined : { first: verb, end: extentOf(tree, object)[1], noun: verb };
};

/** A copula without negation. */
const isNow = (tree: Tree, noun: number): boolean => {
  const children = tree.children[noun]!.map((child) => tree.tokens[child]!);
  const copula = children.some(({ relation, text }) => relation === 'cop' && /^(?:is|was|['’]s|are|were)$/i.test(text));
  return (
    copula && !children.some(({ text, relation }) => relation === 'advmod' && /^(?:not|n['’]t|never)$/i.test(text))
  );
};

const INSIDE_PHRASE = new Set(['compound', 'amod', 'nmod', 'nummod', 'flat', 'case', 'fixed', 'punct', 'det']);

/** The noun with what describes it closely, without a gap: no article, clause, comma or further apposition. */
function phraseOf(tree: Tree, noun: number, without: (child: number) => boolean = () => false): Omit<Role, 'sentence'> {
  const { tokens, children } = tree;
  const close = (child: number) =>
    !without(child) &&
    INSIDE_PHRASE.has(relationOf(tokens[child])) &&
    (tokens[child]!.pos !== 'PUNCT' || /^[-‐–'’.]$/.test(tokens[child]!.text));
  const inside = new Set([noun]);
  for (const node of inside) for (const child of children[node]!) if (close(child)) inside.add(child);
  let first = noun;
  while (inside.has(first - 1)) first--;
  while (first < noun && /^(?:DET|PUNCT|AUX|ADV|PRON|ADP|VERB)$/.test(tokens[first]!.pos)) first++;
  while (first > 1 && /^[-‐]$/u.test(tokens[first - 1]!.text)) first -= 2;
  let end = noun + 1;
  while (inside.has(end)) end++;
  while (end > noun + 1 && /^(?:PUNCT|DET|ADP|CCONJ)$/.test(tokens[end - 1]!.pos)) end--;
  return { first, end, noun };
}
