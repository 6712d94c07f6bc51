import { TokenSpan, type Token } from '../../annotated.ts';
import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import { isPeopleNoun, isPersonNoun } from '../../5-entities/lexicon/people.ts';
import { DOCUMENTS, RELATIVE_SUBJECTS } from '../../lexicon/closed-classes.ts';
import { introducesSpeech } from '../../lexicon/reporting.ts';
import { cueOf, isQuoting, isVerb, verbGroup } from '../cues.ts';
import { beforeParticiple, nounPhraseFrom } from '../noun-phrases.ts';
import { endsSentence, isDash, isPause } from '../punctuation.ts';
import type { CueAndSource, IsOn } from '../rule.ts';
import { isRelaying, sourceOf } from '../sources.ts';
import { askRules, type FoundInGap, type GapAfter, type GapRule } from './gap-rule.ts';
import { pointsForward } from './pointing-forward.ts';
import { saidBy } from './token-rule.ts';

/** How many tokens after the closing mark a source and its cue are looked for: beyond, it is another clause. */
const REACH = 40;
/** Most tokens between two quoted spans that are looked at at all. */
const LONGEST_GAP = 4 * REACH;
/** Most tokens of a source that is told by its place alone, with age, place and clause: beyond, it is another clause. */
const LONGEST_SOURCE = 18;
/** Most tokens of "the prime minister said.". */
const SHORTEST_ATTRIBUTION = 5;

/** `"…," said Sullivan` and `"…," Sullivan said`. */
export function attributionAfter(quoted: QuotedSpan, isOn?: IsOn): CueAndSource | null {
  const gap = gapAfter(quoted);
  return gap && askRules(SPEECH_AFTER_RULES, gap, isOn);
}

function gapAfter(quoted: QuotedSpan): GapAfter | null {
  const whole = untilNext(quoted);
  const [start] = whole.tokens;
  const hasComma = isPause(start) && !joinsWords(start);
  const words = hasComma ? whole.from(whole.start + 1) : whole;
  const [first] = words.tokens;
  if (!first) return null;
  const { lastCharacter, previous } = quoted;
  const isPaused = hasComma || /[,?!…–—-]/u.test(lastCharacter);
  const isStopped = lastCharacter === '.' && !/^\p{Ll}/u.test(first.text);
  if (isStopped && !isShortAttribution(words)) return null;
  const opensSentence = endsSentence(previous) || isDash(previous);
  return { quoted, words: words.until(Math.min(words.end, words.start + REACH + 1)), isPaused, opensSentence };
}

/** The tokens between quoted words and the next, or the end of the sentence. */
function untilNext(quoted: QuotedSpan): TokenSpan {
  const { paragraph, end: start } = quoted;
  const limit = Math.min(quoted.after?.start ?? paragraph.tokens.length, start + LONGEST_GAP);
  const gap = new TokenSpan(paragraph, start, limit);
  const end = gap.tokens.find(endsSentence);
  return end ? gap.through(end) : gap;
}

/** `"moan"-worthy`: a hyphen within a word. */
const joinsWords = (token: Token | undefined): boolean => token?.text === '-' && token.start === token.previous?.end;

/** `"We won." Trump said.`: nothing but a source and its verb up to the end of the sentence. */
function isShortAttribution(words: TokenSpan): boolean {
  const verb = endsSentence(words.last) ? words.last.previous : words.last;
  return words.length <= SHORTEST_ATTRIBUTION + 1 && verb !== undefined && isQuoting(verb);
}

/** `"…," said Sullivan` */
function verbThenSource({ words, isPaused, opensSentence }: GapAfter): FoundInGap | undefined {
  const verb = words.tokens.find(({ pos }, at) => pos !== 'ADV' || at === words.length - 1);
  if (!verb || !isVerb(verb) || verb.lower.endsWith('ing')) return undefined;
  if (!isQuoting(verb) && !(isPaused && opensSentence)) return undefined;
  const { next } = verb;
  if (!next || !words.has(next) || next.pos === 'ADP') return undefined;
  const subjects = verb.children('nsubj');
  if (subjects.some((token) => token.isBefore(verb) && !token.quoted)) return undefined;
  const subject = subjects.find(({ index }) => index < words.end);
  const source = subject && subject.subtree().start > verb.index ? sourceOf(verb)?.span : nounPhraseFrom(next, words);
  if (!source || (!subject && !cueOf(verb))) return undefined;
  const range = withoutClause(sourceAfter(verb, source, words), words);
  if (!range) return undefined;
  return {
    cue: TokenSpan.of(verb),
    cueKind: cueOf(verb)?.kind ?? 'assertion',
    source: saidBy(range, 'after the verb'),
  };
}

/** From the word after the verb, where nothing but a title stands before the source: "wrote columnist Dana Reed". */
function sourceAfter(verb: Token, source: TokenSpan, words: TokenSpan): TokenSpan {
  const afterVerb = verb.index + 1;
  const lead = words.from(afterVerb).until(source.start).tokens;
  const isTitle = lead.every(({ pos }) => ['NOUN', 'PROPN', 'ADJ', 'DET'].includes(pos));
  const start = isTitle ? afterVerb : Math.max(source.start, afterVerb);
  // What she does belongs to her, whatever the tree says.
  return beforeParticiple(source.from(start).until(Math.min(source.end, words.end)));
}

/** `"…," said the candidate could …`: what follows is not the source but a clause of its own, bar a relative one. */
function withoutClause(source: TokenSpan, words: TokenSpan): TokenSpan | undefined {
  const { next } = source;
  if (next?.pos !== 'AUX' || !words.has(next)) return source;
  const who = source.tokens.find(({ lower, previous }) => lower === 'who' && previous?.text === ',');
  return who && source.until(who.index - 1);
}

/** Verbs of the gap that may have a source before them, and from where on it may stand. */
function verbsAfterSource({ words }: GapAfter): { readonly first: Token; readonly verbs: readonly Token[] } {
  const { first } = words;
  const from = first.lower === 'as' && words.length > 1 ? (first.next ?? first) : first;
  const verbs = words.tokens.filter(
    (token) => isVerb(token) && token !== from && token.relation !== 'aux' && token.relation !== 'amod',
  );
  return { first: from, verbs };
}

const subjectFrom = (first: Token, verb: Token): Token | undefined =>
  verb.children('nsubj').find((token) => !token.isBefore(first) && token.isBefore(verb));

/** `"…," Sullivan said` */
function sourceThenVerb(gap: GapAfter): FoundInGap | undefined {
  const { first, verbs } = verbsAfterSource(gap);
  const verb = verbs.find((token) => {
    const subject = subjectFrom(first, token);
    return subject && !RELATIVE_SUBJECTS.has(subject.lower);
  });
  if (!verb || cueOf(verb)?.traits.has('thinks')) return undefined;
  const source = sourceOf(verb);
  if (!source || !isOnlyAdverbs(gap.words.from(first).until(source.span.start))) return undefined;
  if (!mayQuote(verb, gap) || pointsForward(verb, gap)) return undefined;
  const span = source.span.from(Math.max(source.span.start, first.index)).until(Math.min(source.span.end, verb.index));
  return { cue: verbGroup(verb), cueKind: cueOf(verb)?.kind ?? 'assertion', source: { ...source, span } };
}

const isOnlyAdverbs = ({ tokens }: TokenSpan): boolean =>
  tokens.every(({ pos, lower }) => pos === 'ADV' && !lower.startsWith('wh'));

/** Whether a verb can go with the quoted words before its subject: any without an object where they stand as a sentence. */
function mayQuote(verb: Token, { opensSentence, isPaused }: GapAfter): boolean {
  if (!opensSentence && !isPaused) return false;
  if (isQuoting(verb)) return true;
  const isKnown =
    cueOf(verb) !== undefined || (verb.children('obj').length === 0 && verb.children('nsubj').some(maySpeak));
  return verb.pos !== 'AUX' && opensSentence && isPaused && isKnown;
}

/** Not the nets of `"…," Small nets cost less`. */
const maySpeak = ({ pos, lower }: Token): boolean =>
  pos !== 'NOUN' || isPersonNoun(lower) || isPeopleNoun(lower) || DOCUMENTS.has(lower);

/** `"…," the paper quoted Sullivan as saying` */
function quotedAs(gap: GapAfter): FoundInGap | undefined {
  const verb = gap.words.tokens.find(isRelaying);
  const saying = verb?.children('advcl', 'xcomp', 'ccomp', 'obl').find(({ lower }) => lower === 'saying');
  const source = verb && saying && sourceOf(verb);
  return source && !pointsForward(saying, gap) ? { cue: verbGroup(verb), cueKind: 'assertion', source } : undefined;
}

/** Where the tree fails: a noun phrase right after the quoted words, then a verb that may introduce speech. */
function sourceThenVerbByPlace({ words, opensSentence, isPaused }: GapAfter): FoundInGap | undefined {
  if (!opensSentence || !isPaused) return undefined;
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ'].includes(words.first.pos)) return undefined;
  for (let token = words.first.next; token && words.has(token); token = token.next) {
    if (token.index > words.start + LONGEST_SOURCE) return undefined;
    const comma = endOfAside(token, words);
    if (comma) {
      token = comma;
      continue;
    }
    if (token.pos === 'ADP' && token.previous?.pos === 'VERB') return undefined;
    if (!looksLikeCue(token)) continue;
    if (token.previous?.pos === 'DET' || startsInversion(token, words)) return undefined;
    return { cue: TokenSpan.of(token), cueKind: 'assertion', source: saidBy(words.until(token), 'up to the verb') };
  }
  return undefined;
}

/** `small nets cost less, said the minister`: a source of its own stands behind the verb. */
const startsInversion = (verb: Token, words: TokenSpan): boolean =>
  verb.previous?.text === ',' &&
  verb.next !== undefined &&
  words.has(verb.next) &&
  ['PROPN', 'DET'].includes(verb.next.pos);

/** "Fatima Haddad, whose son was pulled from the rubble,": the comma that closes the clause. */
function endOfAside({ pos, lower, previous, index }: Token, words: TokenSpan): Token | undefined {
  const isRelative = pos === 'PRON' && /^who(?:se|m)?$/u.test(lower) && previous?.text === ',';
  return isRelative ? words.from(index).tokens.find(({ text }) => text === ',') : undefined;
}

/** A form that introduces speech, whatever the tree takes it for. */
const looksLikeCue = ({ lower, pos }: Token): boolean =>
  !lower.endsWith('ing') &&
  introducesSpeech(lower) &&
  pos !== 'PROPN' &&
  (pos === 'VERB' || /(?:ed|s|said|told|wrote)$/u.test(lower));

export const SPEECH_AFTER_RULES: readonly GapRule<GapAfter>[] = [
  {
    id: 'after/verb-source',
    example: '<content>“The ferry is ours,”</content> <cue>laughed</cue> <source>Firth</source>.',
    confidence: 0.94,
    find: verbThenSource,
  },
  {
    id: 'after/quoted-as',
    example: '<content>“The ferry is ours,”</content> the Ledger <cue>quoted</cue> <source>Firth</source> as saying.',
    confidence: 0.93,
    find: quotedAs,
  },
  {
    id: 'after/source-verb',
    example: '<content>“We have no money left,”</content> <source>Okonkwo</source> <cue>has repeatedly said</cue>.',
    confidence: 0.93,
    find: sourceThenVerb,
  },
  {
    id: 'after/source-verb-by-place',
    example:
      '<content>“Will she be the next mayor?”</content> <source>a clerk in the hall</source> <cue>wondered</cue>.',
    confidence: 0.93,
    find: sourceThenVerbByPlace,
  },
];
