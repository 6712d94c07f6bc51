import { TokenSpan, type Token } from '../../annotated.ts';
import { nounCue, type VerbCue } from '../../lexicon/reporting.ts';
import { isSaying, isVerb } from '../cues.ts';
import { Pattern } from '../pattern.ts';
import { afterAddressee, LONGEST_CIRCUMSTANCE } from './addressee.ts';
import { verbRule, type VerbRule } from './verb-rule.ts';

export const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** Whether a clause is what a verb of saying takes first: not after "campaigned for" and "spoke of". */
function takesClauses(cue: VerbCue, verb: Token): boolean {
  if (['acl', 'amod', 'compound'].includes(verb.relation)) return false;
  if (cue.traits.has('tells')) return true;
  const prepositions = cue.kind === 'assertion' ? cue.frames.get('clause') : undefined;
  return prepositions !== undefined && (prepositions.length === 0 || prepositions.includes('that'));
}

const lostBefore = verbRule({
  id: 'clause/lost-before',
  example: '<content>The dam will hold</content>, <source>the engineers</source> <cue>say</cue>.',
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue, verb) => takesClauses(cue, verb) && !verb.lower.endsWith('ing'), // "…, her voice cracking"
  pattern: Pattern.verb.with('subject', { relation: 'nsubj' }),
  // The tree hangs the clause elsewhere: what stands before the comma.
  content: ({ verb }) => {
    const { sentence } = verb;
    const comma = commaBeforeAttribution(verb);
    if (comma?.text !== ',' || comma.index <= sentence.start) return null;
    const clause = sentence.until(comma);
    const isCircumstance =
      OPENS_CIRCUMSTANCE.has(clause.first.pos) &&
      !opensClauseAfterComma(clause.tokens) &&
      !(comma === verb.previous && hasGerundForSubject(clause));
    return clause.tokens.some(isVerb) && !isCircumstance ? clause : null;
  },
});

/** `…, say the engineers`, `…, the engineers say.` */
function commaBeforeAttribution(verb: Token): Token | undefined {
  const subjects = verb.children('nsubj');
  const isInverted = verb.previous?.text === ',' && subjects.some((token) => token.isAfter(verb));
  if (isInverted) return verb.previous;
  const subject = subjects.findLast((token) => token.isBefore(verb));
  return subject && endsSentenceHere(verb) ? subject.subtree().trimmed().previous : undefined;
}

/** Whether a sentence ends with a verb, or with when and where it was said. */
function endsSentenceHere(verb: Token): boolean {
  const after = verb.sentence.from(verb.index + 1).tokens;
  const comma = after.findIndex(({ text }) => text === ',');
  const circumstance = comma < 0 ? after : after.slice(0, comma);
  return circumstance.length <= LONGEST_CIRCUMSTANCE && !circumstance.some(isVerb);
}

/** What begins "As the vote neared, …" and "Asked about it, …". */
const OPENS_CIRCUMSTANCE: ReadonlySet<string> = new Set(['ADP', 'SCONJ', 'ADV', 'VERB']);

/** `Mending the pier is easy, said Lund` */
const hasGerundForSubject = ({ first, tokens }: TokenSpan): boolean =>
  first.lower.endsWith('ing') && tokens.some(({ lower }) => /^(?:is|are|was|were|will|would|can)$/u.test(lower));

/** `On Friday, Ade was shocked, she said`: whether the circumstance is followed by a clause of its own. */
function opensClauseAfterComma(tokens: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',');
  const next = tokens[comma + 1];
  return (
    comma > 0 && next !== undefined && (next.pos === 'DET' || NOMINAL.has(next.pos)) && tokens.slice(comma).some(isVerb)
  );
}

const lostThat = verbRule({
  id: 'clause/lost-that',
  example:
    '<source>The website portwatch</source> <cue>noted</cue> that <content>the way crews vote works against Holt</content>.',
  confidence: 0.75,
  frame: 'clause',
  trigger: takesClauses,
  pattern: Pattern.verb,
  content: ({ verb }) => {
    const near = nearAfter(verb);
    const that = thatIn(near);
    // "when they conclude, he argued that …"
    if (!that || near.until(that).tokens.some(isAnothersSaying)) return null;
    // "said the crowds that he draws prove that she can win"
    const { previous } = that;
    const isInside = previous !== verb && previous?.pos === 'VERB' && previous.subtype !== 'relcl';
    if (isInside && startsLostClause(near.tokens)) return near.until(endOfReport(verb));
    return new TokenSpan(verb.paragraph, that.index, endOfReport(verb));
  },
});

const lostBare = verbRule({
  id: 'clause/lost',
  example:
    '<source>Mr Holt</source> <cue>said</cue> <content>any crew that wins a few races and the final will have a very good year</content>.',
  counter: ['Okonkwo left the repairs and the delay to others.'],
  confidence: 0.75,
  frame: 'clause',
  trigger: (cue, verb) => takesClauses(cue, verb) && cue.traits.has('tells'),
  pattern: Pattern.verb,
  content: ({ verb }) => {
    const near = nearAfter(verb);
    if (thatIn(near) || !startsLostClause(near.tokens)) return null;
    return new TokenSpan(verb.paragraph, near.start, endOfReport(verb));
  },
});

function nearAfter(verb: Token): TokenSpan {
  const start = afterAddressee(verb);
  return new TokenSpan(verb.paragraph, start, Math.min(endOfReport(verb), start + LONGEST_CIRCUMSTANCE + 1));
}

const thatIn = ({ tokens }: TokenSpan): Token | undefined =>
  tokens.find(({ lower, pos, previous }) => lower === 'that' && pos === 'SCONJ' && !nounCue(previous?.lower ?? ''));

const isAnothersSaying = (token: Token): boolean => isSaying(token) && token.subtype !== 'relcl';

/** `While the mayor admitted that it leaks, the council …`: the comma that parts the clause from the main one, or the sentence's end. */
function endOfReport(verb: Token): number {
  const { sentence, relation, head } = verb;
  if (relation !== 'advcl' || !head || head.isBefore(verb)) return nextReport(verb) ?? sentence.end;
  const comma = verb.children('punct').find((token) => token.isAfter(verb) && token.text === ',');
  return comma?.index ?? sentence.end;
}

/** `says that Pine is back, and the Reel adds that …`: where another's report begins that is coordinated with the verb. */
function nextReport(verb: Token): number | undefined {
  const next = verb
    .children('conj')
    .find((other) => isSaying(other) && other.isAfter(verb) && !other.quoted && other.children('nsubj').length > 0);
  const start = next?.subtree().start;
  if (start === undefined || !next) return undefined;
  const conjunction = next.children('cc').find((token) => token.isBefore(next));
  return Math.min(start, conjunction?.index ?? start);
}

const CLOSES_SUBJECT = new Set(['PUNCT', 'SCONJ', 'CCONJ', 'ADP']);

/** Whether tokens begin with a noun phrase and a finite verb. */
function startsLostClause(tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ pos, text, quoted }) => (CLOSES_SUBJECT.has(pos) && text !== '-') || quoted);
  const start = end < 0 ? tokens : tokens.slice(0, end);
  const finite = start.findIndex(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && /(?:ed|[^s]s)$/u.test(lower)));
  return start.slice(0, Math.max(finite, 0)).some(({ pos }) => NOMINAL.has(pos));
}

/** What a verb reports as a clause that the tree has lost. */
export const LOST_CLAUSE_RULES: readonly VerbRule[] = [lostBefore, lostThat, lostBare];
