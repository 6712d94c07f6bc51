import { TokenSpan, type Token } from '../annotated.ts';
import { isPersonNoun } from './lexicon/people.ts';
import type { HeadedSpan } from './mention-grammar.ts';

/** What tells what a person is, with the noun that says so. */
export interface Role {
  /** Index of the sentence in the document. */
  readonly sentence: number;
  readonly span: TokenSpan;
  /** "advisor" in "national security advisor"; the verb where a clause tells it. */
  readonly noun: Token;
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

/** What the text says a named person is: title before the name, apposition, "is a …", "who leads …"; of what somebody says in marks, titles alone: "Fry is a great guy" is an opinion. */
export const rolesOf = (name: HeadedSpan, sentence: number): Role[] =>
  (name.head.quoted ? TITLES : [...TITLES, ...DESCRIPTIONS]).flatMap((find) => {
    const role = find(name);
    return role && role.span.length <= LONGEST_ROLE ? [{ ...role, sentence }] : [];
  });

type Find = (name: HeadedSpan) => Omit<Role, 'sentence'> | undefined;

/** "Bill Tarn -- Harbour Bank -- Analyst" above what he says */
const titleInHeader: Find = ({ span }) => {
  const { label } = span.paragraph;
  if (!label?.covers(span) || label.next?.text === ':') return undefined;
  const rest = span.paragraph.span.from(label.end);
  const noun = rest.tokens.find(({ text }) => isTitleNoun(text));
  const before = noun && rest.until(noun).tokens.findLast(isBetweenParts);
  const after = noun && rest.from(noun).tokens.find(isBetweenParts);
  return before && { span: rest.from(before.index + 1).until(after?.index ?? rest.end), noun };
};

/** What parts name, title and employer. */
const isBetweenParts = ({ text }: Token): boolean => /^(?:,|-|--|–|—)$/u.test(text);

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const INNER = new Set(['-', '–', 'elect', "'s", "'", 'of', 'to', 'for', 'and', '&', 'the']);

/** "White House national security advisor Jake Sullivan", "Secretary of State Antony Blinken", "President-elect Roe" */
const titleBefore: Find = (name) => {
  const { sentence } = name.head;
  // "World Athletics president Sir Roderick Hale": the address is the name's.
  const isAddressed = HONORIFIC.test(name.span.previous?.text ?? '') && name.span.start > sentence.start;
  const end = isAddressed ? name.span.start - 1 : name.span.start;
  const words = sentence.until(end);
  const outside = words.tokens.findLast(
    (token) => !NOMINAL.has(token.pos) && !INNER.has(token.lower) && !isHyphenated(token),
  );
  const title = outside ? words.from(outside.index + 1) : words;
  const noun = titleNounIn(title);
  if (!noun || isObjectOfWhat(noun, name.head) || !belongsTo(noun, name, end)) return undefined;
  const whole = wholeWord(noun);
  const isOwn = (token: Token) =>
    token.isUnder(name.head) || token.isUnder(whole) || token.isUnder(noun) || doubles(token, name.head);
  const first = title
    .until(noun.index + 1)
    .tokens.find((token) => token === noun || (isOwn(token) && !INNER.has(token.lower) && token.pos !== 'NUM'));
  return { span: title.from(wholeWord(first ?? noun)), noun };
};

const isHyphen = (token: Token | undefined): boolean => /^[-‐]$/u.test(token?.text ?? '');

/** "editor-in-chief": a word that a hyphen joins to another. */
const isHyphenated = ({ previous, next }: Token): boolean => isHyphen(previous) || isHyphen(next);

/** The first of the words that hyphens join to a token. */
function wholeWord(token: Token): Token {
  const joined = isHyphen(token.previous) ? token.at(-2) : undefined;
  return joined?.sentence === token.sentence ? wholeWord(joined) : token;
}

/** "a hotelier Ronald Trask tapped": the noun is whom the person has tapped. */
const isObjectOfWhat = (noun: Token, { relation, subtype, head: verb }: Token): boolean =>
  relation === 'nsubj' && subtype === '' && verb?.relation === 'acl' && noun === verb.head;

/** From the end: the last noun for an office, or one before a preposition. */
function titleNounIn({ tokens }: TokenSpan): Token | undefined {
  let noun: Token | undefined;
  for (const token of tokens.toReversed())
    if (isTitleNoun(token.text) && (!noun || token.next?.pos === 'ADP')) noun = token;
  return noun;
}

/** A noun right before the name is its title whatever the tree says; else the tree hangs one under the other. */
function belongsTo(noun: Token, { head }: HeadedSpan, end: number): boolean {
  if (noun.index === end - 1 || (noun.index === end - 3 && noun.at(2)?.text === 'elect')) return true;
  // In "a spokesman for Mrs. Clinton" the name hangs under the noun by a preposition.
  return noun.isUnder(head) || (head.head === noun && (head.relation === 'appos' || head.relation === 'flat'));
}

/** "as Peru President Dina Boluarte spoke": two subjects of one verb are one, misread. */
const doubles = (token: Token, head: Token): boolean =>
  token.head === head.head && token.relation === head.relation && token.subtype === head.subtype;

const HONORIFIC = /^(?:Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?)$/;

/** "Gov.", "Justice": titles of office that are no nouns for people, or not first of all. */
const OFFICES = new Set(
  'pres gov sen rep gen col lt maj adm cmdr capt sgt prof justice judge det supt rev amb councilmember'.split(' '),
);
/** Nouns that tell of no role. */
const NO_ROLES = new Set(
  'person man woman people elder younger one human individual someone anyone everyone nobody'.split(' '),
);

const isRoleNoun = (word: string): boolean => isPersonNoun(word) && !NO_ROLES.has(word.toLowerCase());

const isTitleNoun = (word: string): boolean =>
  isRoleNoun(word) || (/^\p{Lu}/u.test(word) && OFFICES.has(word.toLowerCase().replace('.', '')));

/** "Jake Sullivan, the national security advisor," */
const apposition: Find = ({ head }) => {
  const noun = head.children('appos').find(({ text }) => isRoleNoun(text));
  return noun && (titleInCapitals(noun) ?? phraseOf(noun));
};

/** Words that stand in lower case within a title in capitals. */
const SMALL_IN_TITLES = /^(?:and|&|of|for|at|to|the|on|-)$/u;

const hasCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

/** "Peter Lumb, Research and Advocacy Director for East Africa at Justice Watch": behind the comma, as far as it is written with capitals, whatever the tree says. */
function titleInCapitals(noun: Token): Omit<Role, 'sentence'> | undefined {
  const goesOn = (token: Token | undefined) =>
    token?.sentence === noun.sentence && (hasCapital(token) || SMALL_IN_TITLES.test(token.text));
  let [first, last] = [noun, noun];
  while (first.previous && goesOn(first.previous)) first = first.previous;
  if (!hasCapital(noun) || !hasCapital(first) || first.previous?.text !== ',') return undefined;
  while (last.next && goesOn(last.next) && !isOfAnother(last.next, noun)) last = last.next;
  while (!hasCapital(last)) last = last.previous ?? noun;
  return { span: TokenSpan.of(first, last), noun };
}

/** "Lumb, Director of the Trust and Ana Bello": somebody or something else that is joined to the name. */
const isOfAnother = (token: Token, noun: Token): boolean =>
  token.pos === 'CCONJ' && !(token.head?.isUnder(noun) && token.head !== noun && token.head.head !== noun);

/** "The national security advisor, Jake Sullivan," */
const appositionOf: Find = ({ head }) => {
  const noun = head.head;
  const isRole = head.relation === 'appos' && noun && isRoleNoun(noun.text) && !isInRelative(noun);
  return isRole ? phraseOf(noun) : undefined;
};

/** "The man who kidnapped the child, Michael Tebbit": the name may be either's. */
const isInRelative = ({ relation, head: verb }: Token): boolean =>
  relation === 'obj' && verb?.relation === 'acl' && verb.subtype === 'relcl' && isPersonNoun(verb.head?.text ?? '');

/** "Sullivan is the national security advisor" */
const predicate: Find = ({ head }) => {
  const noun = head.head;
  const isPredicate = head.relation === 'nsubj' && head.subtype === '' && noun && isRoleNoun(noun.text);
  return isPredicate && isNow(noun) ? phraseOf(noun) : undefined;
};

/** "Sullivan, who is the national security advisor,", "Sullivan, who advises the president," */
const relativeClause: Find = ({ head }) => {
  const clause = head.children('acl').find(({ subtype }) => subtype === 'relcl');
  if (!clause || clause.children('nsubj')[0]?.lower !== 'who') return undefined;
  if (isRoleNoun(clause.text) && isNow(clause)) return phraseOf(clause);
  if (!VERBS_OF_OFFICE.has(clause.text)) return undefined;
  const { end } = clause.subtree(({ pos, relation }) => pos === 'PUNCT' || relation === 'conj');
  return { span: TokenSpan.of(clause).until(end), noun: clause };
};

/** "Madhani writes for the Associated Press." */
const employer: Find = ({ head }) => {
  const verb = head.head;
  const isEmployed =
    head.relation === 'nsubj' && head.subtype === '' && /^(?:writes|reports|works)$/.test(verb?.text ?? '');
  const object = verb?.children('obl').find((token) => token.dependents.some(({ text }) => text === 'for'));
  return isEmployed && verb && object
    ? { span: TokenSpan.of(verb).until(object.subtree().end), noun: verb }
    : undefined;
};

/** A copula without negation. */
const isNow = (noun: Token): boolean =>
  noun.children('cop').some(({ lower }) => /^(?:is|was|'s|are|were)$/.test(lower)) &&
  !noun.children('advmod').some(({ lower }) => /^(?:not|n't|never)$/.test(lower));

/** What gives a person's office, wherever it stands. */
const TITLES: readonly Find[] = [titleInHeader, titleBefore];
/** What the writer says of a person. */
const DESCRIPTIONS: readonly Find[] = [apposition, appositionOf, predicate, relativeClause, employer];

const INSIDE_PHRASE = new Set(['compound', 'amod', 'nmod', 'nummod', 'flat', 'case', 'fixed', 'punct', 'det']);
/** Parts of speech that open no role. */
const NO_START = new Set(['DET', 'PUNCT', 'AUX', 'ADV', 'PRON', 'ADP', 'VERB']);

/** Parts of speech that end no role. */
const NO_END = new Set(['PUNCT', 'DET', 'ADP', 'CCONJ']);

/** The noun with what describes it closely, without a gap: no article, clause, comma or further apposition. */
function phraseOf(noun: Token): Omit<Role, 'sentence'> {
  const inside = new Set([noun]);
  for (const token of inside) for (const dependent of token.dependents) if (isClose(dependent)) inside.add(dependent);
  let [first, last] = [noun, noun];
  while (first.previous && inside.has(first.previous)) first = first.previous;
  while (last.next && inside.has(last.next)) last = last.next;
  const { tokens } = TokenSpan.of(first, last);
  const start = tokens.find((token) => token === noun || !NO_START.has(token.pos)) ?? noun;
  const end = tokens.findLast((token) => token === noun || !NO_END.has(token.pos)) ?? noun;
  return { span: TokenSpan.of(wholeWord(start), end), noun };
}

const isClose = (token: Token): boolean =>
  INSIDE_PHRASE.has(token.relation) && (token.pos !== 'PUNCT' || /^[-‐–'’.]$/.test(token.text)) && !isWithThing(token);

/** "a hairdresser with cancer", not "an analyst with Orrin": what somebody has is no part of what he is. */
const isWithThing = (token: Token): boolean =>
  token.relation === 'nmod' &&
  token.children('case').some(({ lower }) => lower === 'with' || lower === 'without') &&
  !token.subtree().tokens.some(({ pos }) => pos === 'PROPN');
