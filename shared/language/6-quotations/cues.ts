import { TokenSpan, type Token } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { introducesSpeech, takesClauseOfWords, verbCue, type VerbCue } from '../lexicon/reporting.ts';

const BEFORE_VERB = new Set(['aux', 'advmod', 'mark']);
const NOT_IN_GROUP = wordSet('as when where why how then so');

/** The verb with the auxiliaries, adverbs and particles that touch it: "has also said", "pointed out". */
export function verbGroup(verb: Token): TokenSpan {
  let first = verb;
  for (let token = verb.previous; token && belongsTo(verb, token); token = token.previous) first = token;
  const { next } = verb;
  return TokenSpan.of(first, next?.subtype === 'prt' ? next : verb);
}

/** The verb of a cue, where it has one that is no auxiliary. */
export const mainVerb = (cue: TokenSpan): Token | undefined => cue.tokens.findLast(({ pos }) => pos === 'VERB');

function belongsTo(verb: Token, { head, relation, lower }: Token): boolean {
  if (head !== verb || !BEFORE_VERB.has(relation) || NOT_IN_GROUP.has(lower)) return false;
  return relation !== 'mark' || lower === 'to';
}

export const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';

/** `was told`, `is expected` */
export const isPassive = (verb: Token): boolean => verb.children('aux').some(({ subtype }) => subtype === 'pass');

/** `by the union` */
export const isAgent = (token: Token): boolean => token.children('case').some(({ lower }) => lower === 'by');

/** `published by the union` */
export const hasAgent = (verb: Token): boolean => verb.children('obl').some(isAgent);

/** `to go` */
export const isInfinitive = (verb: Token): boolean => verb.children('mark', 'aux').some(({ lower }) => lower === 'to');

/** The lexicon's row for a token that is used as a verb. */
export const cueOf = (token: Token): VerbCue | undefined => (isVerb(token) ? verbCue(token.lower) : undefined);

/** A verb of saying that takes a clause: "said", "added". */
export const isSaying = (token: Token): boolean => takesClauseOfWords(cueOf(token));

/** A verb that may stand between quoted words and their source. */
export function isQuoting(token: Token): boolean {
  if (!isVerb(token) || !introducesSpeech(token.lower)) return false;
  // "as she put it"
  return !token.lower.startsWith('put') || token.next?.lower === 'it';
}

/** `…, adding`: a participle that a comma parts from what it tells of. */
export const isLoose = (verb: Token): boolean => verb.lower.endsWith('ing') && verb.previous?.text === ',';
