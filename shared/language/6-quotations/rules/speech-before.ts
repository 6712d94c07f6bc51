import { TokenSpan, type Token } from '../../annotated.ts';
import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import { RELATIVE_SUBJECTS, TIME_CONJUNCTIONS, wordSet } from '../../lexicon/closed-classes.ts';
import { nounCue } from '../../lexicon/reporting.ts';
import { cueOf, isQuoting, isVerb, verbGroup } from '../cues.ts';
import { isWeekday, nounPhrase } from '../noun-phrases.ts';
import { endsSentence, isDash, isPause } from '../punctuation.ts';
import type { CueAndSource, IsOn } from '../rule.ts';
import { sourceFor } from '../sources-by-place.ts';
import { sourceOf, type FoundSource } from '../sources.ts';
import { CALLED_BEFORE } from './as-called.ts';
import { nameBeforeColon } from './colon-names.ts';
import { askRules, type FoundInGap, type GapBefore, type GapRule } from './gap-rule.ts';
import { saidBy } from './token-rule.ts';

/** Longest words between a cue and the comma before its content: addressee, place and time. */
const ADDRESSEE = 25;

/** The tokens between the quoted words before, or the start of the sentence, and quoted words. */
export function gapBefore(quoted: QuotedSpan): TokenSpan {
  const limit = quoted.before?.end ?? 0;
  let { start } = quoted;
  for (let { previous } = quoted; previous && start > limit && !endsSentence(previous); previous = previous.previous)
    start = previous.index;
  return new TokenSpan(quoted.paragraph, start, quoted.start);
}

/** `Sullivan said: "…"`, `Sullivan told reporters, "…"`, `Sullivan: "…"`. */
export const attributionBefore = (quoted: QuotedSpan, isOn?: IsOn): CueAndSource | null =>
  attributionEnding(gapBefore(quoted), isOn);

/** An attribution whose words end right before its content, with a comma or a colon. */
export function attributionEnding(span: TokenSpan, isOn?: IsOn): CueAndSource | null {
  if (span.isEmpty) return null;
  const { last } = span;
  if (last.text !== ':' && !isPause(last)) return null;
  const endsWith = last.text === ':' ? 'colon' : isDash(last) ? 'dash' : 'comma';
  const words = span.tokens.filter(({ pos }) => pos !== 'PUNCT');
  return askRules(SPEECH_BEFORE_RULES, { span, words, endsWith }, isOn);
}

const byColon = (span: TokenSpan, source: FoundSource): FoundInGap => ({
  cue: TokenSpan.of(span.last),
  cueKind: 'assertion',
  source,
});

/** `Pollsters agree - Carl Bialik: "…"` */
function signedBeforeColon({ span, words, endsWith }: GapBefore): FoundInGap | undefined {
  const start =
    endsWith === 'colon'
      ? words.findLast(({ start, previous }) => isDash(previous) && (previous?.end ?? start) < start)
      : undefined;
  if (!start || start.index <= span.start + 1) return undefined;
  const name = nameBeforeColon(span.from(start).until(span.end - 1));
  return name ? byColon(span, saidBy(name, 'name before the colon')) : undefined;
}

/** `in Forbes' words, "…"` */
function inOwnWords({ words, endsWith }: GapBefore): FoundInGap | undefined {
  const noun = words.at(-1);
  const cue = endsWith === 'colon' ? undefined : wordsIn(noun);
  const owner = noun?.children('nmod').find(({ subtype }) => subtype === 'poss');
  if (!noun || !cue || !owner) return undefined;
  const source = owner.subtree().trimmed();
  if (cue.start >= source.start) return undefined;
  return { cue: TokenSpan.of(noun), cueKind: 'assertion', source: saidBy(source, 'owner of the words') };
}

/** `in the words of an adviser, "…"` */
function inWordsOf({ span, words, endsWith }: GapBefore): FoundInGap | undefined {
  const end = words.at(-1);
  if (endsWith === 'colon' || !end || end.lower === 'words') return undefined;
  const noun = span.until(end).tokens.findLast(({ lower }) => lower === 'words');
  const cue = wordsIn(noun);
  const owner = noun?.children('nmod').find((token) => token.isAfter(noun));
  if (!cue || !owner) return undefined;
  const source = nounPhrase(owner);
  return { cue: cue.until(source.start), cueKind: 'assertion', source: saidBy(source, 'owner of the words') };
}

/** "in … words", but for "in other words". */
function wordsIn(noun: Token | undefined): TokenSpan | undefined {
  if (noun?.lower !== 'words' || noun.previous?.lower === 'other') return undefined;
  return TokenSpan.of(noun.children('case')[0] ?? noun, noun);
}

/** `Sullivan said: "…"`, `Sullivan told reporters, "…"`: the nearest verb before, unless it has a content of its own. */
function cueBefore({ span, words, endsWith }: GapBefore): FoundInGap | null | undefined {
  const isColon = endsWith === 'colon';
  const { last } = span;
  for (const verb of words.toReversed()) {
    if (!isQuoting(verb) || verb.relation === 'amod' || isInRelativeClause(verb)) continue;
    if (!isColon && last.index - verb.index > ADDRESSEE) return undefined;
    const source = sourceFor(verb);
    if (!source && !isColon) continue;
    if (hasContentOfItsOwn(verb, span, endsWith)) return null;
    return { cue: verbGroup(verb), cueKind: cueOf(verb)?.kind ?? 'assertion', source };
  }
  return undefined;
}

/** `the deal he pushed for happened:` - a verb in a relative clause with a subject of its own introduces nothing. */
const isInRelativeClause = (verb: Token): boolean =>
  verb.subtype === 'relcl' && verb.children('nsubj').some(({ lower }) => !RELATIVE_SUBJECTS.has(lower));

/** Whether what stands between a verb and the mark before the quoted words is what it reports. */
function hasContentOfItsOwn(verb: Token, span: TokenSpan, endsWith: GapBefore['endsWith']): boolean {
  const { last } = span;
  // `said that they have a choice: "…"`: more than quoted words; the clause as a whole is the content.
  if (governsClause(verb, last) || isReported(verb, span.start)) return true;
  if (endsWith === 'colon') return false;
  if (governsThing(verb, last) || governsSubject(verb, last)) return true;
  // `asked them to welcome the governor - "my friend"`: an aside within what was said.
  return endsWith === 'dash' && span.from(verb.index + 1).tokens.some(isVerb);
}

/** Whether a finite clause stands between a cue and the mark before the quoted words, rather than an addressee or a date. */
function governsClause(verb: Token, mark: Token): boolean {
  const right = verb.paragraph.span.from(verb.index + 1).until(mark).tokens;
  const [next] = right;
  if (next?.pos === 'SCONJ' && TIME_CONJUNCTIONS.has(next.lower)) return false;
  if (OPENS_CLAUSE.has(next?.lower ?? '')) return true;
  if (next?.pos === 'PUNCT') return isParenthesis(right.slice(1), mark);
  return right.some(
    ({ lower, pos, relation, head }) =>
      (lower === 'that' && pos === 'SCONJ') || (relation === 'ccomp' && head === verb),
  );
}

/** `And perhaps, he said, it could help those who, "in fits and starts, …"`: a clause goes on before the marks. */
function isParenthesis([opening, ...words]: readonly Token[], mark: Token): boolean {
  if (!opening || !mark.next?.quoted?.startsLower || opening.pos === 'SCONJ' || opening.pos === 'ADP') return false;
  return [opening, ...words].some(({ relation, head }) => relation === 'nsubj' && head?.isBefore(mark));
}

const OPENS_CLAUSE = wordSet('although though if because unless since');

/** `touted its record - "the longest ever"`: the marks are within what the verb is about. */
function governsThing(verb: Token, mark: Token): boolean {
  const cue = cueOf(verb);
  if (!cue || cue.traits.has('addressee')) return false;
  if (!cue.frames.has('object') && !cue.frames.has('predicative')) return false;
  return verb.children('obj').some((token) => token.isAfter(verb) && token.isBefore(mark));
}

const SUBJECTS = new Set(['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM']);

/** `said his company, Harlan Fuels, "did what it could"`: the marks go on with a clause whose subject stands before them. */
function governsSubject(verb: Token, mark: Token): boolean {
  const cue = cueOf(verb);
  const { next } = verb;
  if (!cue || cue.traits.has('addressee') || !next?.isBefore(mark) || !mark.next?.quoted?.startsLower) return false;
  return SUBJECTS.has(next.pos) && !isWeekday(next);
}

const BELOW_REPORT = new Set('conj xcomp advcl acl ccomp obj obl nmod'.split(' '));

/** Whether a cue stands in what another cue of the sentence reports: "prosecutors say that he told an agent, …". */
function isReported(verb: Token, start: number): boolean {
  let token = verb;
  for (let { head } = token; head && head.index >= start; head = token.head) {
    if (token.relation === 'ccomp' && head.isBefore(token) && isQuoting(head)) return true;
    if (!BELOW_REPORT.has(token.relation)) return false;
    token = head;
  }
  return false;
}

/** `Her answer was short: "…"` */
function nounBeforeColon({ span, words, endsWith }: GapBefore): FoundInGap | undefined {
  const noun = endsWith === 'colon' ? words.findLast(({ pos, lower }) => pos === 'NOUN' && nounCue(lower)) : undefined;
  if (!noun) return undefined;
  const owner = noun.children('nmod').find(({ subtype }) => subtype === 'poss');
  const verb = noun.head;
  const governed = verb && isVerb(verb) && noun.relation !== 'nsubj' ? sourceOf(verb) : null;
  const owned = owner ? saidBy(owner.subtree().trimmed(), 'owner of the noun') : null;
  return { cue: span.from(noun), cueKind: 'assertion', source: governed ?? owned };
}

/** `Sullivan: "…"` */
function nameColon({ span, endsWith }: GapBefore): FoundInGap | undefined {
  if (span.paragraph.spoken?.turn.label?.end === span.end - 1) return undefined;
  const name = endsWith === 'colon' ? nameBeforeColon(span.until(span.end - 1)) : null;
  return name ? byColon(span, saidBy(name, 'name before the colon')) : undefined;
}

/** `Her brother was less sure: "…"` */
function predicateColon({ words, endsWith }: GapBefore): FoundInGap | undefined {
  const verb = endsWith === 'colon' ? words.findLast(isVerb) : undefined;
  const predicate = verb?.relation === 'cop' ? verb.head : verb;
  const source = predicate && sourceOf(predicate);
  if (!verb || !source || isReported(verb, verb.sentence.start)) return undefined;
  return { cue: verbGroup(verb), cueKind: 'assertion', source };
}

/** What attributes quoted words by the words before them. */
export const CUE_BEFORE = 'before/cue';

export const SPEECH_BEFORE_RULES: readonly GapRule<GapBefore>[] = [
  {
    id: 'before/signed-colon',
    example: 'The crews are tired - <source>Carl Bialik</source><cue>:</cue> <content>“Nobody sleeps.”</content>',
    confidence: 0.5,
    find: signedBeforeColon,
  },
  {
    id: 'before/own-words',
    example: 'The vote was, in <source>Forbes’</source> <cue>words</cue>, <content>“a slow surrender.”</content>',
    counter: ['In other words, “a slow surrender.”'],
    confidence: 0.8,
    find: inOwnWords,
  },
  {
    id: 'before/words-of',
    example:
      '<cue>In the words of</cue> <source>an adviser</source>, <content>“The vote was a slow surrender.”</content>',
    confidence: 0.8,
    find: inWordsOf,
  },
  CALLED_BEFORE,
  {
    id: CUE_BEFORE,
    example: 'As <source>Firth</source> <cue>put</cue> it, <content>“The tide waits for nobody.”</content>',
    confidence: 0.8,
    find: cueBefore,
  },
  {
    id: 'before/noun-colon',
    example: '<source>Her</source> <cue>answer was short:</cue> <content>“We have no money left.”</content>',
    confidence: 0.6,
    find: nounBeforeColon,
  },
  {
    id: 'before/name-colon',
    example:
      'The mayor was asked. <source>Hanna Lindqvist</source><cue>:</cue> <content>“We have no money left.”</content>',
    confidence: 0.5,
    find: nameColon,
  },
  {
    id: 'before/predicate-colon',
    example: '<source>Her brother</source> <cue>was</cue> less sure: <content>“We have no money left.”</content>',
    confidence: 0.5,
    find: predicateColon,
  },
];
