import { TokenSpan, type Token } from '../annotated.ts';
import { DOCUMENTS, RELATIVE_THINGS, THIRD_PERSON, wordSet } from '../lexicon/closed-classes.ts';
import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { BODY_NOUNS } from '../lexicon/bearers.ts';
import { nounCue } from '../lexicon/reporting.ts';
import { isAgent, isLoose, isPassive } from './cues.ts';
import { secondSubject, speakerBehind, subjectBehind } from './inverted-speakers.ts';
import { nounPhrase } from './noun-phrases.ts';

/** Who says what a verb reports, and which rule of the list below found it. */
export interface FoundSource {
  readonly span: TokenSpan;
  /** Names of the source rules, the one that decided last: "inherited > subject". */
  readonly rule: string;
}

/** A verb with what its tree offers for a source. */
interface Reporter {
  readonly verb: Token;
  readonly head: Token | undefined;
  readonly subject: Token | undefined;
  /** "by the mayor" */
  readonly agent: Token | undefined;
  /** How many verbs were gone through. */
  readonly depth: number;
}

/** Finds a source, null where there is no source, undefined where another rule must decide. */
interface SourceRule {
  readonly name: string;
  readonly example: string;
  readonly find: (reporter: Reporter) => TokenSpan | FoundSource | null | undefined;
}

/** Verbs that are gone through at most: deeper trees are misread. */
const DEEPEST = 5;

/** Asked in order; the first that does not answer undefined decides. */
const SOURCE_RULES: readonly SourceRule[] = [
  { name: 'likened', example: 'It means admitting that …', find: likened },
  { name: 'quoted', example: 'The paper quoted [the mayor] as saying …', find: quotedByOther },
  { name: 'issuer', example: '[She] released a statement that says …', find: issuer },
  { name: 'agent', example: 'It was denied by [the mayor].', find: agentOfPassive },
  { name: 'subject', example: '[The mayor] said …', find: ownSubject },
  { name: 'outer speaker', example: '[She] noted that she had taught law, and added …', find: outerSpeaker },
  { name: 'participle by', example: 'words spoken by [the mayor]', find: agentOfNoun },
  { name: 'noun before', example: '[critics] who say …, [a letter] saying …, [a plan] to say …', find: nounBefore },
  { name: 'verb of the noun', example: '[The mayor] gave a speech meant to warn …', find: verbOfNoun },
  { name: 'loose participle', example: '[The judge] named the failings that led to it, rejecting …', find: mainClause },
  { name: 'object', example: 'urged [them] to say', find: objectOfControl },
  { name: 'quoted as', example: '[She] was quoted as saying', find: controlledPassive },
  { name: 'inherited', example: '[He] rose and said', find: inherited },
];

/** The verb's own subject, or that of the verb which it is coordinated with or depends on; the agent of a passive. */
export function sourceOf(verb: Token, depth = 0): FoundSource | null {
  if (depth > DEEPEST) return null;
  const reporter = reporterOf(verb, depth);
  for (const { name, find } of SOURCE_RULES) {
    const found = find(reporter);
    if (found === undefined) continue;
    if (!found) return null;
    return found instanceof TokenSpan ? { span: found, rule: name } : { ...found, rule: `${name} > ${found.rule}` };
  }
  return null;
}

function reporterOf(verb: Token, depth: number): Reporter {
  const agent = verb.children('obl', 'obj').find((token) => token.subtype === 'agent' || isAgent(token));
  return { verb, head: verb.head, subject: subjectOf(verb), agent, depth };
}

function subjectOf(verb: Token): Token | undefined {
  const [nouns, clauses] = [verb.children('nsubj'), verb.children('csubj')].map((some) =>
    some.filter(({ quoted }) => quoted === verb.quoted),
  );
  // "It failed, wrote Taylor": who writes, and not the clause that the tree takes for it.
  const subjects = nouns!.length > 0 ? nouns! : clauses!;
  const before = subjects.findLast((token) => token.isBefore(verb));
  return (
    speakerBehind(verb) ??
    subjectBehind(verb) ??
    secondSubject(verb) ??
    before ??
    subjects.find(({ pos }) => pos === 'PROPN') ??
    subjects.at(-1) ??
    subjectOfAside(verb) ??
    lostSubject(verb)
  );
}

/** `The mayor, asked about it, said …`, where the tree gives the participle the subject. */
function subjectOfAside(verb: Token): Token | undefined {
  if (verb.relation !== 'root' || verb.previous?.text !== ',') return undefined;
  return verb
    .children('advcl')
    .filter((aside) => aside.isBefore(verb) && aside.previous?.text === ',')
    .flatMap((aside) => aside.children('nsubj').filter((token) => token.isBefore(aside)))
    .at(0);
}

/** `its director, Phil Kaye, said`, where the tree takes the director for a title of the verb. */
const lostSubject = (verb: Token): Token | undefined =>
  verb
    .children('nmod', 'flat')
    .find((token) => token.isBefore(verb) && (token.relation === 'flat' || token.subtype === 'desc'));

/** Verbs of one who passes on what another has issued. */
const OF_OTHERS =
  wordSet(`quote quoted quotes quoting cite cited cites citing see seen saw obtain obtained get got receive
  received read carry carried`);

const RELAYING = wordSet('quoted quotes quoting quote cited cites citing cite');

/** Verbs of who repeats what another has said. */
export const isRelaying = (verb: Token | undefined): boolean => verb !== undefined && RELAYING.has(verb.lower);

/** Verbs and adjectives that tell what something comes to. */
const COMING_TO =
  wordSet(`mean means meant meaning include includes included including involve involves involved involving require requires
  required requiring entail entails entailed same like tantamount equivalent akin`);

/** `It means admitting that …`, `that is not the same as saying`: a deed of nobody. */
function likened({ verb, head, subject }: Reporter): null | undefined {
  const isGerund =
    !subject && verb.lower.endsWith('ing') && ['xcomp', 'ccomp', 'advcl', 'obl', 'acl'].includes(verb.relation);
  return isGerund && head?.isBefore(verb) && COMING_TO.has(head.lower) ? null : undefined;
}

/** `The paper quoted her as saying`, also after the words: who is quoted, not who quotes. */
function quotedByOther({ verb, head, subject }: Reporter): TokenSpan | undefined {
  const isAsSaying = (token: Token) => token.lower.endsWith('ing') && token.children('mark', 'case').some(isAs);
  const isSaid = !subject && isRelaying(head) && isAsSaying(verb);
  const relaying = isSaid ? head : isRelaying(verb) && verb.dependents.some(isAsSaying) ? verb : undefined;
  if (!relaying || isPassive(relaying)) return undefined;
  const quoted = relaying.children('obj').find((token) => token.isAfter(relaying));
  return quoted && nounPhrase(quoted, (token) => token === verb || verb.isUnder(token));
}

const isAs = ({ lower }: Token): boolean => lower === 'as';

/** `She released a statement that says …`: who issued what carries the words. */
function issuer({ verb, head: noun, subject, depth }: Reporter): FoundSource | undefined {
  if (verb.relation !== 'acl' || !noun || (subject && !RELATIVE_THINGS.has(subject.lower))) return undefined;
  const issuing = DOCUMENTS.has(noun.lower) && ['obj', 'obl'].includes(noun.relation) ? noun.head : undefined;
  if (issuing && OF_OTHERS.has(issuing.lower)) return undefined;
  return issuing?.isBefore(noun) ? (sourceOf(issuing, depth + 1) ?? undefined) : undefined;
}

/** What has an object is active, whatever the tree says of its subject: "the union called on the city to act". */
function agentOfPassive({ verb, subject, agent }: Reporter): TokenSpan | null | undefined {
  const passive = isPassive(verb) || (subject?.subtype === 'pass' && verb.children('obj').length === 0);
  if (!passive && (subject || !isBareParticiple(verb))) return undefined;
  return agent ? nounPhrase(agent) : null;
}

function ownSubject({ verb, subject }: Reporter): TokenSpan | null | undefined {
  if (!subject) return undefined;
  // "That it failed shows …": a clause says nothing.
  if (subject.relation === 'csubj') return null;
  const phrase = nounPhrase(subject, (token) => token === verb || verb.isUnder(token));
  // "said U.S. Attorney Ann Cox": the tree may give the verb title and name apart.
  const name = verb
    .children('nsubj')
    .find((token) => token.pos === 'PROPN' && token.index === phrase.end && phrase.last.pos !== 'PUNCT');
  return name ? phrase.through(name.subtree().last) : phrase;
}

/** `She noted that she had taught law, and added: …`: a pronoun in what is reported stands for who reports it. */
function outerSpeaker({ verb, head: reported, depth }: Reporter): FoundSource | undefined {
  const outer = reported?.head;
  if (verb.relation !== 'conj' || reported?.relation !== 'ccomp' || !outer?.isBefore(reported)) return undefined;
  const isPronoun = reported.children('nsubj').some(({ lower }) => THIRD_PERSON.has(lower));
  return isPronoun ? (sourceOf(outer, depth + 1) ?? undefined) : undefined;
}

function agentOfNoun({ verb, agent }: Reporter): TokenSpan | undefined {
  return verb.relation === 'acl' && verb.head && agent ? nounPhrase(agent) : undefined;
}

/** "made a point of saying": who makes it says it. */
const HABITS = wordSet('point habit practice mistake show');

function nounBefore({ verb, head }: Reporter): TokenSpan | undefined {
  if (head?.relation === 'obj' && (HABITS.has(head.lower) || isDeed(verb, head))) return undefined;
  if (head && isLoose(verb) && isThing(head)) return undefined;
  const describes = verb.lower.endsWith('ing') || verb.subtype === 'relcl' || verb.lower === 'to';
  return verb.relation === 'acl' && head && describes ? nounPhrase(head, (token) => verb.isUnder(token)) : undefined;
}

const NOTICES = wordSet('notice notices guideline guidelines rule rules order orders law laws sign signs');

/** `called for a vote, declaring …`: what does not speak; "a notice of a letter, announcing …" does. */
const isThing = (noun: Token): boolean =>
  !speaks(noun) && !BODY_NOUNS.has(noun.lower) && nounCue(noun.lower) === undefined;

const speaks = ({ pos, lower }: Token): boolean =>
  pos !== 'NOUN' || [isPersonNoun, isPeopleNoun, isCarrier].some((isOne) => isOne(lower));

const isCarrier = (noun: string): boolean => DOCUMENTS.has(noun) || NOTICES.has(noun);

/** `drew criticism for saying`: no noun that says something, for a preposition stands between. */
const isDeed = (verb: Token, noun: Token): boolean =>
  verb.children('mark', 'case').some(({ lower }) => lower === 'for' || lower === 'in' || lower === 'by') &&
  !speaks(noun);

function verbOfNoun({ verb, head, depth }: Reporter): FoundSource | null | undefined {
  if (verb.relation !== 'acl' || !head) return undefined;
  return head.head?.pos === 'VERB' ? sourceOf(head.head, depth + 1) : null;
}

/** `the failings that led to a fire, rejecting …`: a participle of the sentence, wherever the tree hangs it. */
function mainClause({ verb, head, depth }: Reporter): FoundSource | null | undefined {
  if (verb.relation !== 'advcl' || head?.subtype !== 'relcl' || !isLoose(verb)) return undefined;
  const main = verb.sentence.tokens.find(({ relation }) => relation === 'root');
  const subject = sourceOf(head, depth + 1);
  const isThing = subject?.span.length === 1 && RELATIVE_THINGS.has(subject.span.first.lower);
  return isThing && main ? sourceOf(main, depth + 1) : subject;
}

/** "urged them to say": who is to say is the object. */
function objectOfControl({ verb, head }: Reporter): TokenSpan | undefined {
  if (verb.relation !== 'xcomp') return undefined;
  const object = head?.children('obj').find((token) => token.isBefore(verb));
  return object && nounPhrase(object);
}

/** Relations of a verb that has its subject from the verb above it. */
const INHERITING = new Set(['conj', 'xcomp', 'advcl', 'ccomp', 'parataxis', 'obl', 'dep', 'obj']);

/** `was quoted as saying`, `was quoted calling` */
function controlledPassive({ verb, head }: Reporter): TokenSpan | undefined {
  if (!head || !isPassive(head)) return undefined;
  const isControlled = verb.children('mark', 'case').some(isAs) || (isRelaying(head) && verb.lower.endsWith('ing'));
  const subject = isControlled ? head.children('nsubj').find((token) => token.isBefore(head)) : undefined;
  return subject && nounPhrase(subject);
}

/** `Lund said the toll was fair while insisting that …`: who says it all, rather than a thing. */
function inherited({ verb, head, depth }: Reporter): FoundSource | null {
  if (!head || !INHERITING.has(verb.relation)) return null;
  const found = sourceOf(head, depth + 1);
  const outer = verb.lower.endsWith('ing') && head.relation === 'ccomp' ? head.head : undefined;
  return outer && found?.span.head && isThing(found.span.head) ? sourceOf(outer, depth + 1) : found;
}

/** `when asked by reporters`, `if pressed`: a passive without its auxiliary. */
export const isBareParticiple = (verb: Token): boolean =>
  verb.relation === 'advcl' &&
  /(?:ed|en|told)$/u.test(verb.lower) &&
  verb.children('aux').length === 0 &&
  !verb.children('mark').some(({ lower }) => lower === 'to');
