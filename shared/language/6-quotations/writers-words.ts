import type { Token, TokenSpan } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { cueOf, isQuoting, isSaying } from './cues.ts';

/** Where the writer's own words begin in what the tree gives to a speaker; each takes the content and the verb of its cue. */

const JOINS = wordSet('and but while whereas ,');
const POLL = /^(?:polls?|surveys?)$/u;
const SHARES = wordSet('percent majority most many some half others another several few');

/** "39", "46 percent", "39 delegates", "others" */
const isShare = (token: Token): boolean =>
  token.pos === 'NUM' || SHARES.has(token.lower) || token.children('nummod').some(({ pos }) => pos === 'NUM');

/** `39 say they support Lund and 160 have said nothing`: how the others of a count stand is no words of the first. */
export function beforeOthersOfCount(content: TokenSpan, verb: Token): TokenSpan {
  const source = verb.children('nsubj').find((token) => token.isBefore(verb));
  if (!source || !isShare(source)) return content;
  const other = content
    .from(content.start + 1)
    .tokens.find((token) => isShare(token) && isSubject(token) && JOINS.has(before(token)?.lower ?? ''));
  return other ? content.until(joinOf(other)) : content;
}

/** `67 percent said they had a low opinion of Lund in a Harbour poll, the highest in years`: where they were asked is no words of theirs. */
export function beforePoll(content: TokenSpan, verb: Token): TokenSpan {
  const source = verb.children('nsubj').find((token) => token.isBefore(verb));
  if (!source || !isShare(source)) return content;
  const where = content
    .from(content.start + 2)
    .tokens.find(({ lower, relation, head }) => lower === 'in' && relation === 'case' && POLL.test(head?.lower ?? ''));
  return where ? content.until(where) : content;
}

/** `Forty percent said they liked it, compared with 33 percent last month`: what a writer holds a share against. */
export function beforeComparison(content: TokenSpan, verb: Token): TokenSpan {
  const source = verb.children('nsubj').find((token) => token.isBefore(verb));
  if (!source || !isShare(source)) return content;
  return beforePause(
    content,
    ({ lower, next, sentence, index }) =>
      lower === 'compared' &&
      /^(?:with|to)$/u.test(next?.lower ?? '') &&
      sentence.from(index).tokens.some(({ pos }) => pos === 'NUM'),
  );
}

/** Parsers join "160" to the noun before it: "support Lund and 160 have said nothing". */
const isSubject = (token: Token): boolean =>
  token.relation === 'nsubj' || (token.relation === 'conj' && token.pos === 'NUM' && token.next?.pos === 'AUX');

/** The first word of a phrase, without a conjunction that parsers hang on it. */
const firstOf = (token: Token): Token =>
  (token.relation === 'conj' ? undefined : token.subtree().tokens.find(({ lower }) => !JOINS.has(lower))) ?? token;

const before = (token: Token): Token | undefined => firstOf(token).previous;

/** Where the comma and the conjunction before a phrase begin. */
function joinOf(token: Token): number {
  let start = firstOf(token).index;
  while (JOINS.has(token.paragraph.tokens[start - 1]?.lower ?? '')) start -= 1;
  return start;
}

/** Nouns with which a writer takes up a whole clause after a comma: "would cut 900 jobs, a loss that …". */
const TAKING_UP =
  wordSet(`milestone milepost development requirement feeling sentiment effort layoff reversal step shift
  sign fact proposal plan claim charge accusation assertion stance position departure rate pace loss blow
  point`);
const FURTHER = wordSet('first second third');
const PAUSE = /^(?:,|[–—-]+)$/u;
const AUXILIARIES = wordSet('has have had do does did is are was were will would can could');

/** What the writer adds to a clause: `hard to win - something her aides call possible`, `will not sail, as has Firth`. */
export const beforeSomething = (content: TokenSpan): TokenSpan =>
  beforePause(content, (token) => takesUp(token, content) || isComparison(token) || isContrast(token));

/** A content up to the comma or the dash behind which the writer goes on with such a word, outside of quotation marks. */
export function beforePause(content: TokenSpan, goesOn: (opening: Token) => boolean): TokenSpan {
  const added = content
    .from(content.start + 2)
    .tokens.find((token) => !token.quoted && PAUSE.test(token.previous?.text ?? '') && goesOn(token));
  return added ? content.until(added.index - 1) : content;
}

/** A noun that a relative clause, a participle or a dash parts from the clause that it takes up, up to the end. */
function takesUp(opening: Token, content: TokenSpan): boolean {
  if (opening.lower === 'something') return opening.dependents.some(({ subtype }) => subtype === 'relcl');
  const noun = opening.head;
  if (noun?.pos !== 'NOUN' || noun.isBefore(opening)) return false;
  const isTold = noun.children('acl').some((clause) => clause.isAfter(noun));
  if (opening.relation !== 'det' || !isTold) return false;
  const isNew = /^an?$/u.test(opening.lower) || FURTHER.has(opening.next?.lower ?? '');
  if (!isNew || noun.subtree().end < content.end - 1) return false;
  // "told of something that has not been since May - a boat that sails": the dash explains a word of the clause.
  if (opening.previous?.text !== ',') return !content.until(opening).tokens.some(({ lower }) => lower === 'something');
  return TAKING_UP.has(noun.lower) || (noun.lower === 'time' && opening.lower === 'the');
}

/** ", as has Firth" */
const isComparison = ({ lower, next, previous }: Token): boolean =>
  lower === 'as' && previous?.text === ',' && next !== undefined && AUXILIARIES.has(next.lower);

/** "should go — only that another could come", "— not that it should": what was not said, and what was. */
const isContrast = ({ lower, next, previous }: Token): boolean =>
  /^(?:only|not|just)$/u.test(lower) && next?.lower === 'that' && previous?.text !== ',';

/** `The boat was sold, records show, and brokers say that it is worth little`: another's report that follows a parenthesis. */
export function beforeNextReport(content: TokenSpan, verb: Token): TokenSpan {
  const next = content
    .from(verb.index + 1)
    .tokens.find((token) => token.relation === 'conj' && isSaying(token) && !token.quoted && isReportOfAnother(token));
  const conjunction = next?.children('cc')[0];
  return conjunction?.previous?.text === ',' ? content.until(conjunction.previous) : content;
}

const isReportOfAnother = (saying: Token): boolean =>
  saying.children('nsubj').length > 0 && saying.children('ccomp', 'xcomp').some((clause) => clause.isAfter(saying));

/** `Most are against it, a poll finds, a quarrel that is likely to go on`: a noun with which the writer sums up what was said. */
export function beforeSummary(content: TokenSpan, verb: Token): TokenSpan {
  const article = verb.at(2);
  const noun = article?.head;
  if (verb.next?.text !== ',' || !article || !noun || !/^an?$/u.test(article.lower) || !content.has(article))
    return content;
  const isSummary = noun.dependents.some(({ subtype, index }) => subtype === 'relcl' && index > noun.index);
  return isSummary && noun.subtree().end >= content.end - 1 ? content.until(verb.next) : content;
}

/** `said that it was safe, to which Firth replied: “It is not”`: what another answers. */
export function beforeReply(content: TokenSpan): TokenSpan {
  const which = content
    .from(content.start + 2)
    .tokens.find(
      ({ lower, quoted, previous, head }) =>
        lower === 'which' &&
        !quoted &&
        previous?.lower === 'to' &&
        previous.previous?.text === ',' &&
        head &&
        isQuoting(head),
    );
  return which ? content.until(which.index - 2) : content;
}

/** Whether a second clause is said, too: "and it is new", "but bad weather had set in"; "but he has no plan" and "but the council sold it" are the writer's. */
export function goesOnBehind({ lower }: Token, { pos, lower: subject }: Token, clause: Token): boolean {
  const isOther = pos === 'NOUN' || /^no(?:thing|body|ne)$/u.test(subject);
  if (lower === 'but') return isOther && clause.children('aux', 'cop').length > 0;
  return lower === 'and' && (pos === 'NOUN' || (pos === 'PRON' && cueOf(clause)?.kind !== 'assertion'));
}
