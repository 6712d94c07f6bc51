import { TokenSpan, type Token } from '../../annotated.ts';
import { DOCUMENTS, wordSet } from '../../lexicon/closed-classes.ts';
import { cueOf, isSaying, isVerb, verbGroup } from '../cues.ts';
import { nounPhrase, nounPhraseFrom } from '../noun-phrases.ts';
import { isPause } from '../punctuation.ts';
import { sourceOf, type FoundSource } from '../sources.ts';
import { saidBy, type FoundAround, type TokenRule } from './token-rule.ts';

/** `…, according to the police`, `…, per the police`. */
function accordingTo(token: Token): FoundAround | null {
  const opening = cueOfAside(token);
  const phrase = opening && nounPhraseFrom(opening.next, token.sentence);
  if (!phrase) return null;
  const source = withoutSubject(phrase, opening);
  const aside = source.from(token);
  const head = source.tokens.find((word) => !word.head || !aside.has(word.head));
  const contents = withoutAside(aside, head?.head);
  return { contents, cue: opening, cueKind: 'assertion', source: saidBy(source, 'after “according to”') };
}

/** "according to"; "per" behind a pause, before somebody: not "nine crowns, per head". */
function cueOfAside(token: Token): TokenSpan | undefined {
  if (token.lower === 'according' && token.next?.lower === 'to') return TokenSpan.of(token, token.next);
  const { previous, next } = token;
  const isOpen = token === token.sentence.first || isPause(previous) || previous?.quoted !== undefined;
  const isSomebody = next?.pos === 'DET' || next?.pos === 'PROPN';
  return token.lower === 'per' && isOpen && isSomebody ? TokenSpan.of(token) : undefined;
}

/** What an aside may part from those whom it counts in. */
const LEADS_ON = wordSet('including excluding');

/** `according to Marsh, interest rates | have moved`: a subject that the tree takes for the source's apposition. */
function withoutSubject(phrase: TokenSpan, opening: TokenSpan): TokenSpan {
  const comma = phrase.tokens.findLast(({ text }) => text === ',');
  const isVerbNext = phrase.next !== undefined && isVerb(phrase.next);
  // "including, according to reports, | the mayor"
  const first = phrase.tokens.find(({ text }) => text === ',');
  if (first && isPause(opening.previous) && LEADS_ON.has(opening.previous?.previous?.lower ?? ''))
    return phrase.until(first);
  return comma && comma.index > phrase.start && isVerbNext ? phrase.until(comma) : phrase;
}

const POLL = /^(?:polls?|surveys?|stud(?:y|ies)|filings?)$/u;

/** "in a poll": the word for what was asked or found, and the phrase around it. */
function pollAfter(token: Token): { readonly poll: Token; readonly phrase: TokenSpan } | undefined {
  const { head: poll } = token;
  if (token.lower !== 'in' || token.relation !== 'case' || !poll || !POLL.test(poll.lower)) return undefined;
  const phrase = nounPhraseFrom(token.next, token.sentence);
  return phrase ? { poll, phrase } : undefined;
}

const foundInPoll = (token: Token, phrase: TokenSpan, contents: readonly TokenSpan[]): FoundAround => ({
  contents,
  cue: TokenSpan.of(token),
  cueKind: 'assertion',
  source: saidBy(phrase, 'poll'),
});

/** `In a poll released Monday, half said …` */
function inOpeningPoll(token: Token): FoundAround | null {
  const found = token === token.sentence.first ? pollAfter(token) : undefined;
  if (found?.phrase.next?.text !== ',' || isMethod(found.poll)) return null;
  return foundInPoll(token, found.phrase, [token.sentence.from(found.phrase.end + 1).trimmed()]);
}

/** Who makes a study. */
const MAKERS = wordSet(`team researcher researchers scientist scientists author authors analysts economists physicists
  psychologists biologists doctors we`);

/** `In the study, the team used lasers`: what was done for it, of which the study is no source. */
const isMethod = ({ head: verb }: Token): boolean =>
  verb?.children('ccomp').length === 0 && verb.children('nsubj').some(({ lower }) => MAKERS.has(lower));

const NO_POLL = wordSet('the every any each no');

/** `Okonkwo leads in a poll`: the poll reports the rest of the clause. */
function inClosingPoll(token: Token): FoundAround | null {
  const found = token === token.sentence.first ? undefined : pollAfter(token);
  // "in the polls" and "in every poll" are nobody's word, "the coming poll" is an election.
  const isTold = found?.poll.children('det').some(({ lower }) => NO_POLL.has(lower)) === false;
  if (!found || found.poll.lower.endsWith('s') || !isTold) return null;
  // "the voters surveyed in a new poll"
  const isOfVoters = found.poll.head?.relation === 'acl' && !found.poll.head.lower.endsWith('ing');
  const clause = isOfVoters ? undefined : clauseAround(found.poll);
  // "took part in the study", "sat in the study"
  const isRoom = found.poll.lower === 'study' && found.phrase.tokens.some(({ lower }) => lower === 'the');
  if (!clause || isRoom || clause.subtype === 'relcl' || cueOf(clause)?.kind === 'assertion') return null;
  const content = clause.subtree(({ relation, head }) => relation === 'mark' && head === clause).until(token);
  // "39 percent in the May poll, compared to 50 percent in another one"
  if (content.tokens.some((other) => pollAfter(other))) return null;
  return foundInPoll(token, found.phrase, wordy([content]));
}

/** The nearest verb or predicate above a token. */
function clauseAround(token: Token): Token | undefined {
  let at = token.head;
  while (at?.children('nsubj').length === 0) at = at.head;
  return at;
}

/** `As the police noted, …`, `…, as first reported by the Herald`. */
function asTold(verb: Token): FoundAround | null {
  // "As Lund spoke, the union left."
  if (cueOf(verb)?.lemma === 'speak') return null;
  if (verb.relation !== 'advcl' || !cueOf(verb)?.traits.has('tells')) return null;
  if (verb.children('ccomp', 'xcomp', 'obj').length > 0) return null;
  const aside = verb.subtree().trimmed();
  if (aside.first.lower !== 'as' || aside.first.head !== verb) return null;
  if (!isPause(aside.next) && aside.end < verb.sentence.end - 1) return null;
  if (isMeasure(aside)) return null;
  const source = sourceOf(verb) ?? documentUnder(verb);
  if (!source || !aside.covers(source.span)) return null;
  const contents = withoutAside(aside, verb.head);
  return { contents, cue: verbGroup(verb), cueKind: 'assertion', source };
}

/** `as many cases as they had reported`: how many there were. */
const isMeasure = ({ previous, first: { sentence }, start }: TokenSpan): boolean =>
  !isPause(previous) &&
  sentence
    .until(start)
    .from(Math.max(sentence.start, start - LONGEST_MEASURE))
    .tokens.some(({ lower, next }) => lower === 'as' && MEASURES.has(next?.lower ?? ''));

const MEASURES = wordSet('many much few little large big small high low long often far good bad');

/** Most tokens from "as" of "as many new cases as" to the second one. */
const LONGEST_MEASURE = 8;

/** `As stated in the mayor’s letter, …`: the document that holds it, or what else is somebody’s. */
function documentUnder(verb: Token): FoundSource | null {
  const document = verb
    .children('obl')
    .find(
      (noun) =>
        noun.children('case').some(({ lower }) => lower === 'in') && (DOCUMENTS.has(noun.lower) || ownerOf(noun)),
    );
  return document ? saidBy(nounPhrase(document), 'in a document') : null;
}

const ownerOf = (noun: Token): Token | undefined => noun.children('nmod').find(({ subtype }) => subtype === 'poss');

/** What somebody grants, reckons or holds: "by his own account", "in her view". */
const ACCOUNTS = wordSet('account admission estimate estimation calculation reckoning telling');
const VIEWS = wordSet('view opinion judgment judgement');

/** `By the mayor’s own admission, …`, `…, in her view.` */
function byAccount(token: Token): FoundAround | null {
  const { head: noun } = token;
  if (token.relation !== 'case' || !/^(?:by|in)$/u.test(token.lower) || !noun) return null;
  const isView = VIEWS.has(noun.lower);
  if (!isView && !ACCOUNTS.has(noun.lower)) return null;
  const owner = ownerOf(noun);
  const aside = noun.subtree().trimmed();
  if (!owner || aside.first !== token || !isSetOff(aside)) return null;
  return {
    contents: withoutAside(aside, noun.head),
    cue: TokenSpan.of(noun),
    cueKind: isView ? 'belief' : 'assertion',
    source: saidBy(nounPhrase(owner), 'whose account it is'),
  };
}

/** Between pauses, or the ends of its sentence. */
function isSetOff(aside: TokenSpan): boolean {
  const { sentence } = aside.first;
  const isClosing = aside.end >= sentence.end - 1;
  const isOpening = aside.start === sentence.start;
  return (isOpening || isPause(aside.previous)) && (isClosing || isPause(aside.next));
}

/** A sentence without the words that tell whose it is: what stands before them, after them, or, where they part the clause, both. */
function withoutAside(aside: TokenSpan, predicate: Token | undefined): TokenSpan[] {
  const { sentence } = aside.first;
  const colon = sentence.until(aside.start).tokens.findLast(({ text, quoted }) => /^[:;]$/u.test(text) && !quoted);
  // "the mill, which closed in May according to Lund, …"; behind a comma an aside closes the sentence, where nobody else says it.
  const isClosing =
    isPause(aside.previous) && aside.end >= sentence.end - 1 && !sentence.until(aside.start).tokens.some(isSaying);
  const relative = predicate?.subtype === 'relcl' && !isClosing ? predicate.subtree() : undefined;
  const start = Math.max(colon ? colon.index + 1 : sentence.start, relative?.has(aside.first) ? relative.start : 0);
  const before = sentence.until(aside.start).from(start);
  const after = sentence.from(aside.end);
  const isOpening = before.tokens.every(({ pos }) => pos === 'CCONJ' || pos === 'PUNCT');
  const isPaused = isPause(aside.previous);
  if (isPaused && isPause(aside.next) && LEADS_ON.has(aside.previous?.previous?.lower ?? ''))
    return wordy([before, after]);
  if (isOpening || isConnective(isPaused ? aside.previous?.previous : aside.previous)) return wordy([after]);
  const isOpen =
    (predicate !== undefined && predicate.index >= aside.end) || !before.tokens.some(isVerb) || goesOnIn(after, before);
  return wordy(isPaused && isPause(aside.next) && isOpen ? [before, after] : [before]);
}

/** "Most of them - half, according to X - still believe", "The firm receives, according to X, 9 crowns": the clause ends after it. */
function goesOnIn(after: TokenSpan, before: TokenSpan): boolean {
  const first = after.tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'ADV');
  if (!first) return false;
  const isFinite = isVerb(first) && !/(?:ing|ed)$/u.test(first.lower);
  if (isFinite)
    return !before.tokens.some((token) => isMain(token) && token.children('nsubj').some((one) => before.has(one)));
  const phrase = after.tokens.find(({ head }) => head && before.has(head));
  return (
    phrase?.relation === 'obj' &&
    !before.tokens.some(({ relation, head }) => relation === 'obj' && head === phrase.head)
  );
}

const isMain = (token: Token): boolean =>
  isVerb(token) && ['root', 'conj', 'parataxis', 'ccomp'].includes(token.relation);

/** `…, but, according to …`, `… that according to …`; not the "down" of "was torn down, according to …" */
const isConnective = (token: Token | undefined) =>
  /^(?:SCONJ|CCONJ)$/u.test(token?.pos ?? '') || (token?.pos === 'ADP' && (token.head?.index ?? 0) > token.index);

const wordy = (spans: readonly TokenSpan[]): TokenSpan[] =>
  spans
    .filter(({ isEmpty }) => !isEmpty)
    .map((span) => span.trimmed())
    .filter(({ tokens }) => tokens.some(({ pos }) => pos !== 'PUNCT'));

export const ACCORDING_TO_RULES: readonly TokenRule[] = [
  {
    id: 'according-to',
    example:
      '<content>The fire burnt three houses down</content>, <cue>according to</cue> <source>the fire brigade</source>.',
    confidence: 0.8,
    find: accordingTo,
  },
  {
    id: 'poll/opening',
    example:
      '<cue>In</cue> <source>a poll released on Monday</source>, <content>half of the voters wanted a new bridge</content>.',
    confidence: 0.6,
    find: inOpeningPoll,
  },
  {
    id: 'poll/closing',
    example: '<content>Okonkwo leads by nine points</content> <cue>in</cue> <source>a new poll</source>.',
    counter: ['Okonkwo leads in the polls.'],
    confidence: 0.6,
    find: inClosingPoll,
  },
  {
    id: 'as-told',
    example: 'As <source>the police</source> <cue>noted</cue>, <content>the bridge was closed</content>.',
    counter: ['As the police arrived, the bridge was closed.'],
    confidence: 0.8,
    find: asTold,
  },
  {
    id: 'by-account',
    example: 'By <source>the mayor’s</source> own <cue>account</cue>, <content>the bridge was never safe</content>.',
    counter: ['By all accounts, the bridge was never safe.'],
    confidence: 0.8,
    find: byAccount,
  },
];
