import type { Token, TokenSpan } from '../annotated.ts';
import { PERSONAL, wordSet } from '../lexicon/closed-classes.ts';
import { cueOf, isVerb } from './cues.ts';
import { beforePause } from './writers-words.ts';

const DASH = /^[–—-]+$/u;

const ALTHOUGH = wordSet('though although');
const OPEN = wordSet('unclear clear uncertain certain known remains');

/** An aside of the writer's behind what was said: `will run in May - though it is unclear whether …`, `would go, although he wrote that …`. */
export const beforeAside = (content: TokenSpan, cue: Token): TokenSpan =>
  beforePause(
    content,
    (token) =>
      isReservation(token, cue) || isCommentOfDash(token, content) || isJudgement(token) || isGloss(token, content),
  );

/** `though it is unclear whether`, `though he left open …`, `although she wrote that` */
function isReservation({ lower, head: clause }: Token, cue: Token): boolean {
  // "a witness saying that …, although it was not clear whether": the witness may say it, too.
  if (!ALTHOUGH.has(lower) || !clause || cue.lower.endsWith('ing')) return false;
  const [subject] = clause.children('nsubj', 'expl');
  if (!subject || !PERSONAL.has(subject.lower)) return false;
  if (subject.lower === 'it' && OPEN.has(clause.lower)) return true;
  const leavesOpen =
    clause.lower === 'left' && clause.children('advmod', 'xcomp').some((word) => word.lower === 'open');
  const isSaid = cueOf(clause)?.kind === 'assertion' && clause.children('ccomp').some((said) => said.isAfter(clause));
  return leavesOpen || (isSaid && clause.children('aux').length === 0);
}

/** `for Lund to quit - which the mayor has shown little wish to do`, up to the end. */
const isCommentOfDash = ({ lower, relation, previous, head }: Token, content: TokenSpan): boolean =>
  lower === 'which' &&
  relation !== 'nsubj' &&
  DASH.test(previous?.text ?? '') &&
  head !== undefined &&
  content.from(content.start + 2).tokens.some((token) => token.subtype === 'relcl' && head.isUnder(token));

/** `could beat Roe in May — her top priority`: a noun of theirs behind the only dash of the sentence, up to the end. */
function isGloss(opening: Token, content: TokenSpan): boolean {
  const { lower, previous, next, subtype, sentence } = opening;
  const isOfThem = subtype === 'poss' ? POSSESSIVES.has(lower) : lower === 'one' && next?.lower === 'of';
  if (!isOfThem || !DASH.test(previous?.text ?? '')) return false;
  const dashes = sentence.tokens.filter(({ text }) => DASH.test(text));
  const isClause = content.from(opening.index).tokens.some(({ relation }) => relation === 'nsubj');
  return dashes.length === 1 && !isClause && !content.touchesQuoted();
}

/** `told the BBC’s Andrew Roe Show: “We pay.”`: whom it was told to, where the tree has the addressee in the clause. */
export function behindAddressee(content: TokenSpan, verb: Token): TokenSpan {
  if (!content.first.isAfter(verb)) return content;
  const colon = content.tokens.find(({ text, quoted, next }) => text === ':' && !quoted && next?.quoted !== undefined);
  const before = colon && content.until(colon);
  return colon && before && !before.isEmpty && !before.touchesQuoted() && !before.tokens.some(isVerb)
    ? content.from(colon.index + 1)
    : content;
}

/** `Mayor Says Harbour Is Lost As She Opens Pier`: when it was said, at the end of a headline. */
export function beforeOccasion(content: TokenSpan): TokenSpan {
  const { paragraph } = content;
  if (paragraph.ordinal > 0 || /[.!?]["'”’]?$/u.test(paragraph.source.text.trimEnd())) return content;
  const as = content
    .from(content.start + 2)
    .tokens.find(({ lower, next, quoted }) => lower === 'as' && !quoted && /^s?he$/u.test(next?.lower ?? ''));
  // "Says He Is Fired As He Had Lied": a reason lies in the past.
  const isPresent = as?.head?.lower.endsWith('s') && as.head.pos === 'VERB' && as.head.children('aux').length === 0;
  return as && isPresent ? content.until(as) : content;
}

const POSSESSIVES = wordSet('his her their its');

/** `, which he called “a disaster”`: what somebody says of it. */
const isJudgement = ({ lower, head, index }: Token): boolean =>
  lower === 'which' &&
  head?.subtype === 'relcl' &&
  cueOf(head)?.frames.has('predicative') === true &&
  head.children('nsubj').some((subject) => PERSONAL.has(subject.lower) && subject.index > index);
