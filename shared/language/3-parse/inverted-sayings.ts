import type { Sentence, Token } from '../document.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';

/**
 * `The boat sank off Orvane, said the official.`: gives a verb of saying behind a comma the noun phrase behind it for its
 * subject, and what stands before it for its clause. The parser often turns them round, for who speaks mostly stands
 * first. Returns the sentence itself where nothing is to mend.
 */
export function mendInvertedSaying(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const verb = tokens.findLastIndex(isBehindComma);
  if (verb < MIN_CLAUSE) return sentence;
  const speaker = closingPhrase(tokens, verb);
  const clause = speaker < 0 ? -1 : clauseBefore(tokens, verb, speaker);
  return clause < 0 ? sentence : { ...sentence, tokens: mended(tokens, { verb, speaker, clause }) };
}

/** Fewest tokens before the verb: a subject, a verb and the comma. */
const MIN_CLAUSE = 3;

/** Indices of a sentence’s tokens. */
interface Inverted {
  readonly verb: number;
  readonly speaker: number;
  /** The predicate of what is said. */
  readonly clause: number;
}

const isBehindComma = ({ text, pos }: Token, at: number, tokens: readonly Token[]): boolean =>
  pos === 'VERB' &&
  tokens[at - 1]?.text === ',' &&
  !/^["'”’]$/u.test(tokens[at - 2]?.text ?? '') &&
  /[^g]$/u.test(text) &&
  takesClauseOfWords(verbCue(text.toLowerCase()));

const OPENS: ReadonlySet<string> = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM']);

/** What the tree takes a speaker for. */
const MISTAKEN = /^(?:nsubj|obj|ccomp|xcomp|parataxis|dep)$/u;

/** The head of the noun phrase from a verb to the sentence’s end or to a comma, -1 where anything else stands there. */
function closingPhrase(tokens: readonly Token[], verb: number): number {
  const stop = tokens.findIndex(({ pos }, at) => at > verb && pos === 'PUNCT');
  const end = stop < 0 ? tokens.length : stop;
  const phrase = tokens.slice(verb + 1, end);
  if (!OPENS.has(phrase[0]?.pos ?? '') || phrase.some(isFinite)) return -1;
  const isOutside = ({ head }: Token) => head <= verb || head >= end;
  const heads = phrase.filter(isOutside);
  const [head] = heads;
  const isNoun = head?.pos === 'NOUN' || head?.pos === 'PROPN';
  return heads.length === 1 && isNoun && head.head === verb && MISTAKEN.test(head.relation) ? tokens.indexOf(head) : -1;
}

const isFinite = ({ pos, relation }: Token): boolean => pos === 'AUX' || (pos === 'VERB' && relation !== 'amod');

/** The clause before a verb that the tree gives it, or the verb that it takes for a participle of the subject. */
function clauseBefore(tokens: readonly Token[], verb: number, speaker: number): number {
  const isOfVerb = ({ head }: Token, at: number) => head === verb && at < verb;
  const subject = tokens.findIndex((token, at) => isOfVerb(token, at) && token.relation.startsWith('nsubj'));
  const clause = tokens.findIndex((token, at) => isOfVerb(token, at) && /^(?:ccomp|parataxis)$/u.test(token.relation));
  const isRead = subject < 0 && tokens[speaker]?.relation === 'nsubj';
  if (clause >= 0) return isRead ? -1 : clause;
  if (subject < 0 || tokens[speaker]?.relation !== 'nsubj') return -1;
  const isUnder = (at: number): boolean =>
    at === subject || (at >= 0 && at !== verb && isUnder(tokens[at]?.head ?? -1));
  return tokens.findIndex(
    ({ relation, pos, text, head }) => relation === 'acl' && pos === 'VERB' && !text.endsWith('ing') && isUnder(head),
  );
}

function mended(tokens: readonly Token[], { verb, speaker, clause }: Inverted): Token[] {
  const hasSubject = tokens.some(({ head, relation }) => head === clause && /^[nc]subj/u.test(relation));
  return tokens.map((token, at): Token => {
    if (at === speaker) return { ...token, relation: 'nsubj' };
    if (at === clause) return { ...token, head: verb, relation: 'ccomp' };
    const isSubject = token.head === verb && at < verb && token.relation.startsWith('nsubj');
    return isSubject ? { ...token, head: clause, relation: hasSubject ? 'conj' : token.relation } : token;
  });
}
